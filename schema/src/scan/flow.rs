//! Inside `{ }` and `[ ]`.

use super::Scan;
use super::chars::{ascii, is_blank, is_key_char};
use super::expression::Wrap;
use super::key::Key;
use super::known::{is_known, is_part};
use super::mend::Edit;
use super::traps::Place;
use super::value::Content;
use crate::codes::Code;
use crate::place::Span;

/// Characters of an expression that are looked at.
const MOST_EXPRESSION: usize = 4 * 1024;

/// An open bracket, and the key whose value is being read.
struct Bracket {
    /// `{` or `[`.
    open: char,
    at: usize,
    key: String,
    /// Whether the entry has its value.
    full: bool,
}

impl Scan<'_> {
    /// Looks through a flow collection that begins at `at`; gives its end.
    pub(super) fn flow(&mut self, at: usize, parent: usize) -> usize {
        let mut open: Vec<Bracket> = Vec::new();
        let first = self.char(at).filter(|first| super::chars::is_opening(*first));
        let at = match first {
            Some(bracket) => self.open_bracket(bracket, at, &mut open),
            None => self.opened_without_bracket(at, &mut open),
        };
        self.flow_entries(at, parent, open)
    }

    /// A mapping whose `{` was forgotten.
    fn opened_without_bracket(&mut self, at: usize, open: &mut Vec<Bracket>) -> usize {
        let end = self.line_end(at);
        let line = self.slice(Span::new(at, end)).trim_end();
        let place = Span::new(at, at + Key::read(line).map_or(line.len(), |key| key.length));
        let message =
            ("前面少了一个 {，后面的 } 没有与它配对的".to_owned(), "a { is missing before this".to_owned());
        let edit = Edit { span: Span::new(at, at), with: "{ ".to_owned() };
        self.found.slip(Code::TB007, place, message, vec![edit]);
        open.push(Bracket { open: '{', at, key: String::new(), full: false });
        at
    }

    fn flow_entries(&mut self, at: usize, parent: usize, mut open: Vec<Bracket>) -> usize {
        let mut at = at;
        let mut last = at;
        loop {
            let from = at;
            at = self.skip_blanks(at);
            self.blanks(Span::new(from, at), '\0');
            let Some(char) = self.char(at) else {
                return self.unclosed(&open, last);
            };
            if char == '\n' {
                let line = self.start(at + 1);
                let closes = self.char(line.content).is_some_and(|char| "}]｝］".contains(char));
                if line.content < line.end && line.raw <= parent && !closes {
                    return self.unclosed(&open, last);
                }
                at = line.content;
                continue;
            }
            if char == '#' && at > from {
                at = self.line_end(at);
                continue;
            }
            at = match char {
                '{' | '[' | '｛' | '［' => self.open_bracket(char, at, &mut open),
                '}' | ']' | '｝' | '］' | '）' | '】' => self.close_bracket(char, at, &mut open),
                ',' | '，' | '、' | '；' | ';' => self.separator(char, at, &mut open),
                _ => self.entry(at, parent, &mut open),
            };
            last = at;
            if open.is_empty() {
                return at;
            }
        }
    }

    /// A bracket or comma; one that is not the `right` one is told.
    fn flow_sign(&mut self, char: char, right: char, at: usize) -> usize {
        let end = at + char.len_utf8();
        if char != right {
            let place = Span::new(at, end);
            let space = right == ',' && self.char(end).is_some_and(|next| !is_blank(next) && next != '\n');
            let with = if space { format!("{right} ") } else { right.to_string() };
            let message = match char.is_ascii() {
                true => (format!("这里要用 {right}，不是 {char}"), format!("write {right} here, not {char}")),
                false => (
                    format!("这里的“{char}”是中文的，要用英文的 {right}"),
                    format!("“{char}” is a Chinese sign, write {right}"),
                ),
            };
            self.found.sign(
                place,
                (&char.to_string(), &right.to_string()),
                message,
                vec![Edit { span: place, with }],
            );
        }
        end
    }

    fn open_bracket(&mut self, char: char, at: usize, open: &mut Vec<Bracket>) -> usize {
        let behind =
            self.text.get(self.skip_blanks(at + char.len_utf8())..self.line_end(at)).unwrap_or_default();
        let right = match char {
            '{' | '｛' => '{',
            '（' | '【' if Key::read(behind).is_some() => '{',
            _ => '[',
        };
        open.push(Bracket { open: right, at, key: String::new(), full: false });
        self.flow_sign(char, right, at)
    }

    fn close_bracket(&mut self, char: char, at: usize, open: &mut Vec<Bracket>) -> usize {
        let Some(bracket) = open.pop() else { return at + char.len_utf8() };
        let wanted = if bracket.open == '{' { '}' } else { ']' };
        if ascii(char).unwrap_or(char) == wanted || matches!(char, '）' | '】') {
            return self.flow_sign(char, wanted, at);
        }
        let place = Span::new(at, at + char.len_utf8());
        let message = (
            format!("括号不配对：{} 要用 {wanted} 关上，这里是 {char}", bracket.open),
            format!("{} is closed by {char}, write {wanted}", bracket.open),
        );
        self.found.slip(Code::TB007, place, message, vec![Edit { span: place, with: wanted.to_string() }]);
        place.end
    }

    fn separator(&mut self, char: char, at: usize, open: &mut [Bracket]) -> usize {
        if let Some(bracket) = open.last_mut() {
            bracket.key.clear();
            bracket.full = false;
        }
        self.flow_sign(char, ',', at)
    }

    /// A key with its colon, or a value.
    fn entry(&mut self, at: usize, parent: usize, open: &mut Vec<Bracket>) -> usize {
        let end = self.line_end(at);
        let key = Key::read(self.text.get(at..end).unwrap_or_default());
        if let [.., outer, list] = open.as_slice()
            && (outer.open, list.open) == ('{', '[')
            && key.as_ref().is_some_and(|key| key.value > key.after)
        {
            self.unclosed_list(list.at, at);
            open.pop();
            open.iter_mut().rev().take(1).for_each(|outer| outer.key.clear());
        }
        let Some(bracket) = open.last_mut() else { return end };
        let in_map = bracket.open == '{';
        if let Some(key) = key.filter(|_| in_map && (bracket.key.is_empty() || bracket.full)) {
            if bracket.full {
                self.no_comma(at);
            }
            self.key_signs(&key, at, end);
            bracket.key = key.name;
            bracket.full = false;
            return (at + key.value).min(end);
        }
        bracket.full = true;
        let key = bracket.key.clone();
        self.flow_scalar(&key, at, parent, in_map)
    }

    /// A list in a mapping, not closed before the next key at `at`.
    fn unclosed_list(&mut self, open: usize, at: usize) {
        let inside =
            self.slice(Span::new(open, at)).trim_end_matches(|char| is_blank(char) || ",，、".contains(char));
        let end = open + inside.len();
        let place = Span::new(open, open + self.char(open).map_or(1, char::len_utf8));
        let message = ("括号没有配对：这里的 [ 没有关上".to_owned(), "[ is not closed".to_owned());
        let edit = Edit { span: Span::new(end, end), with: "]".to_owned() };
        self.found.slip(Code::TB007, place, message, vec![edit]);
    }

    /// Two entries without a comma between them.
    fn no_comma(&mut self, at: usize) {
        let before = self.text.get(..at).unwrap_or_default().trim_end_matches(is_blank);
        let edit = Edit { span: Span::new(before.len(), before.len()), with: ",".to_owned() };
        let message = ("这一项前面少了逗号".to_owned(), "a comma is missing before this".to_owned());
        let word = self.slice(Span::new(at, self.line_end(at))).find(|char| !is_key_char(char));
        self.found.slip(Code::TB007, Span::new(at, at + word.unwrap_or(1).max(1)), message, vec![edit]);
    }

    fn flow_scalar(&mut self, key: &str, at: usize, parent: usize, in_map: bool) -> usize {
        let content = Content::of(key);
        if let Some(quote @ ('\'' | '"')) = self.char(at) {
            match self.quote_end(at, parent, quote) {
                Some(end) if self.ends_entry(end) => {
                    if content == Content::Expression {
                        let wrap = if quote == '\'' { Wrap::Single } else { Wrap::Double };
                        self.expression(Span::new(at + 1, end - 1), wrap);
                    }
                    return end;
                }
                Some(_) | None => {}
            }
        }
        let end = match content {
            Content::Expression => self.flow_expression_end(at),
            Content::Prose if is_part(key) => self.flow_verbatim_end(at),
            Content::Word | Content::Prose | Content::Open => self.flow_plain_end(at, in_map),
        };
        let written = self.slice(Span::new(at, end)).trim_end_matches([' ', '\t', '\r']);
        let span = Span::new(at, at + written.len());
        match content {
            Content::Expression => self.expression(span, Wrap::Flow),
            Content::Word => self.word(span),
            Content::Prose | Content::Open => self.prose(span, Place::Flow),
        }
        span.end
    }

    /// Whether what follows a quoted text is the end of its entry.
    fn ends_entry(&self, at: usize) -> bool {
        let behind = self.skip_blanks(at);
        self.char(behind).is_none_or(|char| "\n#,，、；:：]}］｝".contains(char))
    }

    /// The end of a bare value. A Chinese comma inside a sentence does not end it, nor do brackets that it opened.
    fn flow_plain_end(&self, at: usize, in_map: bool) -> usize {
        let line = self.text.get(at..self.line_end(at)).unwrap_or_default();
        let mut before = '\0';
        let mut is_word = true;
        let mut depth = 0_usize;
        for (offset, char) in line.char_indices() {
            let next =
                || line.get(offset + char.len_utf8()..).unwrap_or_default().trim_start_matches(is_blank);
            let ends = match char {
                '［' | '｛' | '（' | '【' => {
                    depth += 1;
                    false
                }
                '］' | '｝' | '）' | '】' if depth > 0 => {
                    depth -= 1;
                    false
                }
                ',' | ']' | '}' | '｝' | '］' => true,
                // In a mapping, one that is followed by more may belong to a sentence.
                '）' | '】' => {
                    let behind = next().chars().next();
                    behind.is_none_or(|behind| behind == '#' || !in_map && ",，}]".contains(behind))
                }
                '#' => before == ' ',
                '，' | '、' | '；' | ';' if in_map => {
                    next().is_empty() && char != ';'
                        || next().starts_with(['}', '｝'])
                        || Key::read(next()).is_some()
                }
                '，' | '、' | '；' => is_word,
                _ if in_map && is_blank(before) => {
                    Key::read(line.get(offset..).unwrap_or_default()).is_some_and(|key| is_known(&key.name))
                }
                _ => false,
            };
            if ends && offset > 0 {
                return at + offset;
            }
            before = char;
            is_word &= is_key_char(char);
        }
        at + line.len()
    }

    /// The end of verbatim text: its own Chinese signs belong to it.
    fn flow_verbatim_end(&self, at: usize) -> usize {
        let line = self.text.get(at..self.line_end(at)).unwrap_or_default();
        at + line.find([',', '}', ']']).unwrap_or(line.len())
    }

    /// The end of a bare expression: its own brackets and quotes are passed over.
    fn flow_expression_end(&mut self, at: usize) -> usize {
        if at < self.unbalanced_until {
            return self.flow_plain_end(at, true);
        }
        let line = self.text.get(at..self.line_end(at)).unwrap_or_default();
        // A longer one is refused anyway, and each look must stay short.
        let line =
            line.char_indices().nth(MOST_EXPRESSION).and_then(|(cut, _)| line.get(..cut)).unwrap_or(line);
        let mut depth = 0_usize;
        let mut quote: Option<&[char]> = None;
        for (offset, char) in line.char_indices() {
            match (quote, char) {
                (Some(closing), _) => {
                    if closing.contains(&char) {
                        quote = None;
                    }
                }
                (None, '\'') => quote = Some(&['\'', '’']),
                (None, '"') => quote = Some(&['"', '”']),
                (None, '(' | '（' | '[' | '［') => depth += 1,
                (None, ')' | '）' | ']' | '］') if depth > 0 => depth -= 1,
                (None, ',' | '，' | '、' | '；' | '}' | '｝' | ']' | '］') if depth == 0 && offset > 0 =>
                {
                    return at + offset;
                }
                (None, _) => quote = super::chars::closing_quotes(char),
            }
        }
        let end = at + line.len();
        if depth == 0 && quote.is_none() {
            return end;
        }
        self.unbalanced_until = end;
        self.flow_plain_end(at, true)
    }

    /// A bracket that is not closed where it should be: closed behind the last entry.
    fn unclosed(&mut self, open: &[Bracket], last: usize) -> usize {
        let Some(bracket) = open.last() else { return last };
        let last = bracket.at + self.slice(Span::new(bracket.at, last)).trim_end().len();
        let closing: String = open.iter().rev().map(|one| if one.open == '{' { '}' } else { ']' }).collect();
        let place = Span::new(bracket.at, bracket.at + self.char(bracket.at).map_or(1, char::len_utf8));
        let message = (
            format!("括号没有配对：这里的 {} 没有关上", bracket.open),
            format!("{} is not closed", bracket.open),
        );
        self.found.slip(
            Code::TB007,
            place,
            message,
            vec![Edit { span: Span::new(last, last), with: closing }],
        );
        last
    }
}
