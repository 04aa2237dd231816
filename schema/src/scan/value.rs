//! What stands after a key: words, prose, quoted texts, blocks.

use super::Scan;
use super::chars::{ascii, invisible, is_blank};
use super::expression::{self, Hidden, Wrap};
use super::key::Key;
use super::lines::Shape;
use super::mend::Edit;
use super::traps::{self, Place};
use super::word::narrow_digits;
use crate::codes::Code;
use crate::place::Span;

/// What the value of a key is, as far as the raw text is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Content {
    /// A rule's expression.
    Expression,
    /// A word, number or truth value, always ASCII.
    Word,
    /// A sentence or label: never looked into, never a list.
    Prose,
    /// Anything.
    Open,
}

impl Content {
    pub(super) fn of(key: &str) -> Self {
        match key {
            "when" | "assert" | "set" => Self::Expression,
            "id" | "was" | "kind" | "severity" | "basis" | "period" | "pattern" | "at" | "form"
            | "edition" | "revision" | "from" | "to" | "min" | "max" | "places" | "optional" | "numbered"
            | "safe" | "remove" | "line" | "lines" | "printed" | "text_below" | "paper" => Self::Word,
            "title" | "label" | "message" | "advice" | "why" | "unit" | "absent" | "fill" | "includes"
            | "excludes" | "repeats" | "means" | "limit" | "select" | "home" | "whole" | "has" => Self::Prose,
            _ => Self::Open,
        }
    }
}

impl Scan<'_> {
    /// Looks at a value, which begins at `at`; `parent` is the column of its key or dash.
    pub(super) fn value(&mut self, key: &str, at: usize, line_end: usize, parent: usize) {
        let content = Content::of(key);
        let rest = self.text.get(at..line_end).unwrap_or_default();
        match self.char(at).filter(|_| at < line_end) {
            None | Some('#') => {
                self.leave_open();
                self.go_to(self.next_line(line_end));
            }
            Some('＃') if content != Content::Prose => {
                self.leave_open();
                let place = Span::new(at, at + '＃'.len_utf8());
                let message = ("注释要用英文的 #".to_owned(), "a comment begins with #".to_owned());
                let edit = Edit { span: place, with: "#".to_owned() };
                self.found.sign(place, ("＃", "#"), message, vec![edit]);
                self.go_to(self.next_line(line_end));
            }
            Some('|' | '>' | '｜' | '＞') if is_block_header(rest) => {
                self.block_header(at);
                self.block(content, line_end, parent);
            }
            Some(quote @ ('\'' | '"')) => self.quoted(content, at, line_end, parent, quote),
            Some(_) if opens_flow(rest, content) && !matches!(key, "whole" | "has") => {
                let end = self.flow(at, parent);
                self.go_to(self.next_line(self.line_end(end)));
            }
            Some(_) => self.plain(content, at, line_end, parent),
        }
    }

    fn leave_open(&mut self) {
        if let Some(level) = self.levels.last_mut() {
            level.open = true;
        }
    }

    fn block_header(&mut self, at: usize) {
        let Some(sign) = self.char(at).filter(|char| !char.is_ascii()) else { return };
        let place = Span::new(at, at + sign.len_utf8());
        let right = ascii(sign).map(String::from).unwrap_or_default();
        let edit = Edit { span: place, with: right.clone() };
        self.found.signs(place, &[(place, sign.to_string(), right)], vec![edit]);
    }

    /// The lines of a block scalar: prose is passed over.
    fn block(&mut self, content: Content, line_end: usize, parent: usize) {
        let first = self.next_line(line_end);
        let mut at = first;
        let mut end = first;
        let mut margin = None;
        while at < self.text.len() {
            let start = self.start(at);
            if start.content < start.end {
                let has_tab = self.slice(Span::new(at, start.content)).contains('\t');
                let column = if has_tab { parent + 2 } else { start.raw };
                if column <= parent {
                    break;
                }
                self.block_line(start.line, start.content, *margin.get_or_insert(column));
                end = start.end;
            }
            at = self.next_line(start.end);
        }
        if content == Content::Expression && end > first {
            self.expression(Span::new(first, end), Wrap::Block);
        }
        self.go_to(at);
    }

    /// A line of a block scalar must reach the margin that its first line set, with plain spaces.
    fn block_line(&mut self, line: usize, content: usize, margin: usize) {
        let lead = self.slice(Span::new(line, content)).to_owned();
        let spaces = lead.len() - lead.trim_start_matches(' ').len();
        if spaces >= margin || (spaces == lead.len() && spaces == 0) {
            return;
        }
        let edit = Edit { span: Span::new(line, content), with: " ".repeat(margin) };
        match lead.chars().nth(spaces) {
            Some('\t') => {
                let message = (
                    format!("这里是制表符（Tab），YAML 只认空格；改成 {margin} 个空格"),
                    format!("a tab here; YAML wants {margin} spaces"),
                );
                self.found.slip(
                    Code::TB004,
                    Span::new(line + spaces, line + spaces + 1),
                    message,
                    vec![edit],
                );
            }
            Some(_) | None => {
                let message = (
                    format!("这段文字的第一行缩进了 {margin} 格，这一行只有 {spaces} 格；要一样多"),
                    format!("the first line of this text is indented by {margin}, this one by {spaces} only"),
                );
                let end = self.line_end(content);
                self.found.slip(Code::TB005, Span::new(content, end), message, vec![edit]);
            }
        }
    }

    /// A value that begins with a quote.
    fn quoted(&mut self, content: Content, at: usize, line_end: usize, parent: usize, quote: char) {
        let Some(end) = self.quote_end(at, parent, quote) else {
            self.unclosed_quote(at, line_end, quote);
            self.go_to(self.next_line(line_end));
            return;
        };
        let last_line = self.line_end(end);
        let behind = self.skip_blanks(end);
        let is_whole = behind >= last_line || (self.char(behind) == Some('#') && behind > end);
        if !is_whole {
            self.plain(content, at, line_end, parent);
            return;
        }
        if content == Content::Expression {
            let wrap = if quote == '\'' { Wrap::Single } else { Wrap::Double };
            self.expression(Span::new(at + 1, end.saturating_sub(1).max(at + 1)), wrap);
        }
        self.go_to(self.next_line(last_line));
    }

    /// Behind the closing quote; none where a line that cannot belong to the text comes first.
    pub(super) fn quote_end(&self, at: usize, parent: usize, quote: char) -> Option<usize> {
        let mut from = at + 1;
        loop {
            let char = self.char(from)?;
            let next = from + char.len_utf8();
            match char {
                '\\' if quote == '"' => from = next + self.char(next).map_or(0, char::len_utf8),
                '\'' if quote == '\'' && self.char(next) == Some('\'') => from = next + 1,
                _ if char == quote => return Some(next),
                '\n' => {
                    let line = self.start(next);
                    if line.content < line.end && line.raw <= parent {
                        return None;
                    }
                    from = next;
                }
                _ => from = next,
            }
        }
    }

    fn unclosed_quote(&mut self, at: usize, line_end: usize, quote: char) {
        let message = (
            format!("引号没有配对：这里的 {quote} 后面缺一个 {quote}"),
            format!("the quote {quote} is not closed"),
        );
        let end = at + self.slice(Span::new(at, line_end)).trim_end().len();
        let edit = Edit { span: Span::new(end, end), with: quote.to_string() };
        self.found.slip(Code::TB007, Span::new(at, at + 1), message, vec![edit]);
    }

    /// A bare value, with the lines that go on with it.
    fn plain(&mut self, content: Content, at: usize, line_end: usize, parent: usize) {
        let (end, next) = self.plain_extent(content, at, line_end, parent);
        let written = self.slice(Span::new(at, end)).trim_end_matches([' ', '\t', '\r', '\n']);
        let span = Span::new(at, at + written.len());
        match content {
            Content::Expression => {
                self.expression(span, Wrap::Plain);
                self.sign_first(span);
            }
            Content::Word => self.word(span),
            Content::Prose | Content::Open => self.prose(span, Place::Block),
        }
        self.go_to(next);
    }

    /// The end of a bare value before a comment, and the line after it.
    fn plain_extent(
        &mut self,
        content: Content,
        at: usize,
        line_end: usize,
        parent: usize,
    ) -> (usize, usize) {
        let line = self.text.get(at..line_end).unwrap_or_default();
        let cut = match content {
            Content::Expression => expression::end_of(line),
            Content::Prose | Content::Open => self.comment_in_prose(at, line),
            Content::Word => line.find(" #").unwrap_or(line.len()),
        };
        if cut < line.len() {
            return (at + cut, self.next_line(line_end));
        }
        let mut end = line_end;
        let mut next = self.next_line(line_end);
        let mut ahead = next;
        while ahead < self.text.len() {
            let start = self.start(ahead);
            if start.content < start.end {
                let goes_on = match start.shape {
                    Shape::Other => self.char(start.content) != Some('#'),
                    Shape::Dash => {
                        content == Content::Expression && Key::read(self.behind_dash(start.content)).is_none()
                    }
                    Shape::Key => false,
                };
                if !goes_on || start.raw <= parent {
                    break;
                }
                end = start.end;
                next = self.next_line(start.end);
            }
            ahead = self.next_line(start.end);
        }
        (end, next)
    }

    fn behind_dash(&self, at: usize) -> &str {
        let from = self.skip_blanks(at + 1);
        self.text.get(from..self.line_end(from)).unwrap_or_default()
    }

    /// Where a sentence ends for YAML: at ` #`, unless that stands in quotation marks, which is mended later.
    fn comment_in_prose(&mut self, at: usize, line: &str) -> usize {
        let Some(cut) = line.find(" #") else { return line.len() };
        let before = line.get(..cut).unwrap_or_default();
        if before.matches('“').count() > before.matches('”').count() {
            return line.len();
        }
        if line
            .get(cut + 2..)
            .is_some_and(|rest| rest.starts_with(|char: char| !char.is_whitespace() && char != '#'))
        {
            let place = Span::new(at + cut + 1, at + cut + 2);
            let message = (
                "从这个 # 起是注释，不算内容；真要写 # 的，整个值用英文单引号括起来，是注释的，# 后面空一格"
                    .to_owned(),
                "a comment begins at this #; quote the value if it belongs to it, else put a space after #"
                    .to_owned(),
            );
            self.found.warn(Code::TB008, place, message);
        }
        cut
    }

    /// A bare sentence: only what YAML would misread.
    pub(super) fn prose(&mut self, span: Span, place: Place) {
        let value = self.slice(span);
        if is_reference(value) {
            return;
        }
        if let Some(digits) = narrow_digits(value) {
            let edit = Edit { span, with: digits.clone() };
            let written = value.to_owned();
            self.found.signs(span, &[(span, written, digits)], vec![edit]);
            return;
        }
        if self.hidden_end(span) {
            return;
        }
        if let Some(trap) = traps::in_value(self.slice(span), place) {
            let edits = traps::quote(self.text, span);
            self.found.slip(Code::TB008, trap.place(span), trap.message("整个值"), edits);
        }
    }

    /// Invisible characters behind a number or an ASCII word; of other texts they may be a part.
    fn hidden_end(&mut self, span: Span) -> bool {
        let value = self.slice(span);
        let word = value.trim_end_matches(is_blank);
        let is_word = |char: char| char.is_ascii_alphanumeric() || matches!(char, '.' | '-' | '_' | ',');
        if word.len() == value.len() || word.is_empty() || !word.chars().all(is_word) {
            return false;
        }
        let behind = value.get(word.len()..).unwrap_or_default().char_indices();
        let hidden: Vec<Hidden> = behind
            .filter_map(|(at, char)| {
                let (zh, en, _) = invisible(char).or((char == '\u{3000}').then_some((
                    "全角空格",
                    "full-width space",
                    "",
                )))?;
                let start = span.start + word.len() + at;
                Some((Span::new(start, start + char.len_utf8()), zh, en, ""))
            })
            .collect();
        let removed = hidden.iter().map(|(span, ..)| Edit { span: *span, with: String::new() });
        self.hidden(&hidden, removed.collect());
        !hidden.is_empty()
    }

    /// House style: a bare expression starts with a field or `has(`.
    fn sign_first(&mut self, span: Span) {
        let first = self.char(span.start).filter(|_| span.start < span.end);
        let Some(first) = first.filter(|char| matches!(char, '(' | '-' | '0'..='9')) else { return };
        if traps::in_value(self.slice(span), Place::Block).is_some() {
            return;
        }
        let message = (
            format!("式子以“{first}”开头；把字段写在前面，或者把整个式子放在英文单引号里"),
            format!(
                "an expression that begins with {first}: put a field first, or the whole in single quotes"
            ),
        );
        self.found.warn(Code::TB052, Span::new(span.start, span.start + 1), message);
    }
}

fn is_block_header(rest: &str) -> bool {
    let mut chars = rest.chars();
    chars.next();
    let behind =
        chars.as_str().trim_start_matches(|char: char| "+-－＋".contains(char) || char.is_ascii_digit());
    behind.trim_matches(is_blank).is_empty() || behind.starts_with(" #")
}

/// Whether a bracket opens a list or mapping, or is the beginning of a sentence such as `{title}` or `[注]…`.
fn opens_flow(rest: &str, content: Content) -> bool {
    let mut chars = rest.chars();
    let open = chars.next();
    let inside = chars.as_str();
    let word =
        inside.trim_start_matches(|char: char| char.is_ascii_alphanumeric() || char == '_' || char == '.');
    let is_placeholder = inside.len() > word.len() && (word.starts_with('}') || word.starts_with(":unit}"));
    let begins_with_key = Key::read(inside.trim_start_matches(is_blank)).is_some();
    let line = rest.find(" #").and_then(|end| rest.get(..end)).unwrap_or(rest);
    let closes = line.trim_end_matches(is_blank).ends_with(['}', '｝']);
    match (content, open) {
        (Content::Expression, _) => false,
        (Content::Prose, Some('{')) => !is_placeholder && begins_with_key,
        (Content::Prose, Some('[')) => rest.trim_end_matches(is_blank).ends_with(']'),
        (Content::Prose, _) => false,
        (Content::Word | Content::Open, Some('{')) => !is_placeholder,
        (Content::Word | Content::Open, Some('｛')) => begins_with_key,
        (Content::Word | Content::Open, Some('[' | '［')) => true,
        (Content::Open, Some('（' | '【')) => begins_with_key || is_list_of_words(line),
        // A `{` that was forgotten.
        (Content::Open, Some(_)) => {
            closes
                && Key::read(rest)
                    .is_some_and(|key| rest.get(key.after..).is_some_and(|value| value.starts_with(' ')))
        }
        (Content::Word, Some(_)) | (_, None) => false,
    }
}

/// Whether Chinese brackets hold ids.
fn is_list_of_words(value: &str) -> bool {
    let inside = value.trim_end_matches(is_blank).strip_suffix(['）', '】']).unwrap_or_default();
    let mut words = inside.chars().skip(1);
    words.clone().next().is_some() && words.all(|char| char.is_ascii() || ",，、".contains(char))
}

/// An anchor, alias or tag of YAML, refused when the tree is built.
fn is_reference(value: &str) -> bool {
    let word = value.trim_start_matches(['&', '*', '!']);
    let name = word.split(' ').next().unwrap_or_default();
    word.len() < value.len()
        && !name.is_empty()
        && name.chars().all(|char| char.is_ascii_alphanumeric() || matches!(char, '_' | '-'))
}
