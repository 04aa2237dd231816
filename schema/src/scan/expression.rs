//! Expressions: ASCII signs, straight quotes, and YAML's own traps.

use super::Scan;
use super::chars::{ascii, closing_quotes, comparison, invisible, is_blank};
use super::mend::{Edit, Mended};
use super::traps::{self, Place};
use crate::codes::Code;
use crate::place::Span;

/// More texts of an expression are mended, but not told.
const MOST_LITERALS: usize = 20;

/// How YAML holds an expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wrap {
    /// Bare, on lines of its own.
    Plain,
    /// Bare, inside `{ }`.
    Flow,
    /// In `'…'`.
    Single,
    /// In `"…"`.
    Double,
    /// After `|` or `>`.
    Block,
}

/// What a walk over one expression has found.
#[derive(Default)]
struct Walk {
    signs: Vec<(Span, String, String)>,
    literals: Vec<(Span, [Edit; 2])>,
    hidden: Vec<Hidden>,
    /// What does not belong here at all.
    needless: Vec<Needless>,
    /// Commas between conditions: read as such, told by whoever parses.
    commas: Vec<Edit>,
}

/// Signs that are left out, with what is said of them.
struct Needless {
    code: Code,
    place: Span,
    message: (String, String),
    signs: Vec<Span>,
}

/// An invisible character: its name in Chinese and English, what to put in its place.
pub(super) type Hidden = (Span, &'static str, &'static str, &'static str);

impl Scan<'_> {
    /// Looks at the expression in `span`.
    pub(super) fn expression(&mut self, span: Span, wrap: Wrap) {
        let mut walk = self.walk(span, wrap);
        let quoting = self.quoting(span, wrap, &mut walk);
        self.tell(span, walk, quoting);
    }

    fn walk(&self, span: Span, wrap: Wrap) -> Walk {
        let mut walk = Walk::default();
        let span = self.out_of_quotes(span, &mut walk);
        let tail =
            span.start + self.slice(span).trim_end_matches(|char| is_blank(char) || is_stop(char)).len();
        let mut depth = 0_usize;
        let mut at = span.start;
        while let Some(char) = self.char(at).filter(|_| at < span.end) {
            let next = at + char.len_utf8();
            let here = Span::new(at, next);
            match ascii(char).unwrap_or(char) {
                '(' | '[' => depth += 1,
                ')' | ']' => depth = depth.saturating_sub(1),
                ',' | '.' | ';' if (depth == 0 || at >= tail) && self.is_needless(here, tail, &mut walk) => {
                    at = next;
                    continue;
                }
                _ => {}
            }
            if matches!(char, '\'' | '"') {
                at = self.skip_literal(here, span.end, wrap, &mut walk);
                continue;
            }
            if let Some(closing) = closing_quotes(char) {
                at = self.chinese_literal(here, span.end, wrap, closing, &mut walk);
                continue;
            }
            if let Some(right) = comparison(char) {
                walk.signs.push((here, char.to_string(), right.to_owned()));
            } else if let Some(right) = ascii(char) {
                walk.signs.push((here, char.to_string(), self.operator(here, char, right)));
            } else if let Some((zh, en, with)) = invisible(char) {
                walk.hidden.push((here, zh, en, with));
            }
            at = next;
        }
        walk
    }

    /// A whole expression in Chinese quotes or back quotes: these are left out.
    fn out_of_quotes(&self, span: Span, walk: &mut Walk) -> Span {
        let written = self.slice(span);
        let closing = |open: char| if open == '`' { Some(&['`'][..]) } else { closing_quotes(open) };
        let quotes = written.chars().next().and_then(closing).zip(written.chars().next_back());
        let Some((closing, last)) = quotes.filter(|(closing, last)| closing.contains(last)) else {
            return span;
        };
        let open = Span::new(span.start, span.start + self.char(span.start).map_or(0, char::len_utf8));
        let inside = Span::new(open.end, (span.end - last.len_utf8()).max(open.end));
        let is_expression =
            |text: &str| text.contains(['<', '>', '=', '≤', '≥', '≠', '＜', '＞', '＝', '&', '|', '(']);
        if self.slice(inside).contains(closing) || !is_expression(self.slice(inside)) {
            return span;
        }
        walk.needless.push(Needless {
            code: Code::TB003,
            place: open,
            message: (
                "整个式子不加这样的引号，两头的引号请删去".to_owned(),
                "an expression does not stand in such quotes".to_owned(),
            ),
            signs: vec![open, Span::new(inside.end, span.end)],
        });
        inside
    }

    /// Whether a comma or stop is none of an expression: one at its end, inside a number, or between conditions.
    fn is_needless(&self, here: Span, tail: usize, walk: &mut Walk) -> bool {
        let sign = self.slice(here).to_owned();
        let before = self.text.as_bytes().get(here.start.wrapping_sub(1));
        let behind = self.slice(Span::new(here.end, self.line_end(here.end)));
        let digits = behind.len() - behind.trim_start_matches(|char: char| char.is_ascii_digit()).len();
        let is_comma = matches!(sign.as_str(), "," | "，" | "、");
        if here.start >= tail && !sign.is_ascii() {
            let zh = format!("式子后面不加“{sign}”，请删去");
            walk.needless.push(Needless {
                code: Code::TB003,
                place: here,
                message: (zh, format!("no “{sign}” at the end of an expression")),
                signs: vec![here],
            });
        } else if is_comma && digits == 3 && before.is_some_and(u8::is_ascii_digit) {
            walk.needless.push(Needless {
                code: if sign.is_ascii() { Code::TB020 } else { Code::TB003 },
                place: here,
                message: (format!("数里不写“{sign}”，请删去"), "no separators inside a number".to_owned()),
                signs: vec![here],
            });
        } else if (is_comma || sign == "；") && !sign.is_ascii() {
            let right = if is_comma { "," } else { ";" };
            walk.commas.push(Edit { span: here, with: right.to_owned() });
        } else {
            return false;
        }
        true
    }

    /// A lone full-width `＝＆｜` stands for the operator that an expression would have there.
    fn operator(&self, here: Span, char: char, right: char) -> String {
        let before = self.text.get(..here.start).and_then(|text| text.chars().next_back());
        let after = self.char(here.end);
        let near = |other: Option<char>| other.is_some_and(|other| "=＝!！<＜>＞&＆|｜".contains(other));
        if matches!(char, '＝' | '＆' | '｜') && !near(before) && !near(after) {
            format!("{right}{right}")
        } else {
            right.to_string()
        }
    }

    /// Behind a text in straight quotes. One that is closed by a Chinese quote is mended.
    fn skip_literal(&self, open: Span, end: usize, wrap: Wrap, walk: &mut Walk) -> usize {
        let quote = if self.slice(open) == "'" { '\'' } else { '"' };
        let width = usize::from(quote == '\'' && wrap == Wrap::Single && self.char(open.end) == Some('\''));
        let inside = open.end + width;
        let curly = if quote == '\'' { ['‘', '’', '＇'] } else { ['“', '”', '＂'] };
        let mut at = inside;
        while let Some(char) = self.char(at).filter(|_| at < end) {
            let next = at + char.len_utf8();
            if char == '\\' && wrap != Wrap::Double {
                at = next + self.char(next).map_or(0, char::len_utf8);
            } else if char == quote {
                return (next + width).min(end);
            } else if curly.contains(&char)
                && (self.slice(Span::new(inside, at)).is_ascii() || self.ends_literal(next, end))
            {
                walk.signs.push((Span::new(at, next), char.to_string(), quote.to_string()));
                return next;
            } else {
                at = next;
            }
        }
        end
    }

    /// Whether what follows a quote shows that it was to end a text.
    fn ends_literal(&self, at: usize, end: usize) -> bool {
        let behind = self.char(self.skip_blanks(at));
        at >= end || behind.is_none_or(|char| "\n)]}&|=!<>+-*,'）］｝＆｜＝！＜＞＋－＊，".contains(char))
    }

    /// A text in Chinese quotes: the quotes are mended, what they hold is left alone.
    fn chinese_literal(
        &self,
        open: Span,
        end: usize,
        wrap: Wrap,
        closing: &[char],
        walk: &mut Walk,
    ) -> usize {
        let rest = self.slice(Span::new(open.end, end));
        let line = rest.find('\n').map_or(rest, |line| rest.get(..line).unwrap_or(rest));
        let Some(close) = line.find(closing) else {
            walk.signs.push((open, self.slice(open).to_owned(), "'".to_owned()));
            return open.end;
        };
        let close_start = open.end + close;
        let close_end = close_start + self.char(close_start).map_or(1, char::len_utf8);
        let quote = match (line.get(..close).is_some_and(|inside| inside.contains('\'')), wrap) {
            (true, Wrap::Double) => "\\\"",
            (true, _) => "\"",
            (false, Wrap::Single) => "''",
            (false, Wrap::Plain | Wrap::Flow | Wrap::Double | Wrap::Block) => "'",
        };
        let edit = |start, end| Edit { span: Span::new(start, end), with: quote.to_owned() };
        let edits = [edit(open.start, open.end), edit(close_start, close_end)];
        walk.literals.push((Span::new(open.start, close_end), edits));
        close_end
    }

    /// The edits that put the whole expression in quotes, where YAML would misread it bare, with the reason.
    fn quoting(&self, span: Span, wrap: Wrap, walk: &mut Walk) -> Option<(traps::Trap, Vec<Edit>)> {
        let place = match wrap {
            Wrap::Plain => Place::Block,
            Wrap::Flow => Place::Flow,
            Wrap::Single | Wrap::Double | Wrap::Block => return None,
        };
        let written = self.slice(span);
        let inside = walk.edits().map(|edit| Edit {
            span: Span::new(edit.span.start - span.start, edit.span.end - span.start),
            with: edit.with,
        });
        let mended = Mended::new(written, inside.collect());
        let trap = traps::in_value(mended.text(), place)?;
        // Only the first of two quotes is missing.
        let quotes = written.matches('\'').count();
        if walk.is_clean() && quotes % 2 == 1 && written.ends_with('\'') && !written.starts_with("'''") {
            return Some((
                trap,
                vec![Edit { span: Span::new(span.start, span.start), with: "'".to_owned() }],
            ));
        }
        let edited: Vec<Span> = walk.edits().map(|edit| edit.span).collect();
        let double = |with: &mut String| *with = with.replace('\'', "''");
        walk.signs.iter_mut().for_each(|(_, _, right)| double(right));
        walk.literals.iter_mut().flat_map(|(_, edits)| edits).for_each(|edit| double(&mut edit.with));
        let mut edits = traps::quote(self.text, span);
        edits.retain(|edit| edit.span.start == edit.span.end || !edited.contains(&edit.span));
        Some((trap, edits))
    }

    /// Every slip of an expression shows it all mended.
    fn tell(&mut self, span: Span, walk: Walk, quoting: Option<(traps::Trap, Vec<Edit>)>) {
        let (trap, quoting) = match quoting {
            Some((trap, edits)) => (Some(trap), edits),
            None => (None, Vec::new()),
        };
        let edits: Vec<Edit> = walk.edits().chain(quoting).collect();
        if let Some(first) = walk.first_signs() {
            let written: Vec<(Span, String, String)> = walk
                .signs
                .iter()
                .map(|(span, wrong, right)| (*span, wrong.clone(), right.replace("''", "'")))
                .collect();
            self.found.signs(first, &written, edits.clone());
        }
        for (place, [open, close]) in walk.literals.iter().take(MOST_LITERALS) {
            let inside = self.slice(Span::new(open.span.end, close.span.start));
            let message = (
                format!("规则里的文字要用英文单引号：'{inside}'"),
                format!("texts in rules stand in straight single quotes: '{inside}'"),
            );
            self.found.slip(Code::TB003, *place, message, edits.clone());
        }
        self.hidden(&walk.hidden, edits.clone());
        walk.commas.iter().for_each(|comma| self.found.silently(comma.clone()));
        let trap = trap.filter(|_| walk.is_clean());
        for needless in walk.needless {
            self.found.slip(needless.code, needless.place, needless.message, edits.clone());
        }
        if let Some(trap) = trap {
            self.found.slip(Code::TB008, trap.place(span), trap.message("整个式子"), edits);
        }
    }

    /// Invisible characters, told once.
    pub(super) fn hidden(&mut self, hidden: &[Hidden], edits: Vec<Edit>) {
        let Some((first, zh, en, _)) = hidden.first() else { return };
        let message = (
            format!("这里有看不见的字符：{zh}；把它删掉，要空格的打普通空格"),
            format!("an invisible character: {en}; remove it, or type a plain space"),
        );
        self.found.slip(Code::TB006, *first, message, edits);
    }
}

impl Walk {
    fn edits(&self) -> impl Iterator<Item = Edit> {
        let signs = self.signs.iter().map(|(span, _, right)| Edit { span: *span, with: right.clone() });
        let literals = self.literals.iter().flat_map(|(_, edits)| edits.iter().cloned());
        let hidden =
            self.hidden.iter().map(|(span, _, _, with)| Edit { span: *span, with: (*with).to_owned() });
        let needless = self.needless.iter().flat_map(|needless| &needless.signs);
        let needless = needless.map(|span| Edit { span: *span, with: String::new() });
        signs.chain(literals).chain(hidden).chain(needless).chain(self.commas.iter().cloned())
    }

    /// True where nothing of it is told.
    fn is_clean(&self) -> bool {
        self.signs.is_empty()
            && self.literals.is_empty()
            && self.hidden.is_empty()
            && self.needless.is_empty()
    }

    /// The first run of wrong signs.
    fn first_signs(&self) -> Option<Span> {
        let (mut place, ..) = *self.signs.first()?;
        for (span, ..) in self.signs.iter().skip(1) {
            if span.start != place.end {
                break;
            }
            place.end = span.end;
        }
        Some(place)
    }
}

/// A stop or comma of a sentence.
fn is_stop(char: char) -> bool {
    matches!(char, '。' | '｡' | '，' | '、' | '；')
}

/// Where an expression on one line ends: before a comment, which a ` #` inside quotes is not.
pub(super) fn end_of(line: &str) -> usize {
    let mut quote: Option<&[char]> = None;
    let mut before = ' ';
    for (at, char) in line.char_indices() {
        match (quote, char) {
            (None, '\'') => quote = Some(&['\'', '’']),
            (None, '"') => quote = Some(&['"', '”']),
            (None, '#') if before == ' ' || before == '\t' => return at,
            (None, _) => quote = closing_quotes(char),
            (Some(closing), _) if closing.contains(&char) => quote = None,
            (Some(_), _) => {}
        }
        before = char;
    }
    if quote.is_some() { line.find(" #").unwrap_or(line.len()) } else { line.len() }
}
