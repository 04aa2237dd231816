//! Inside `{ }` and `[ ]`.

use super::Scan;
use super::chars::{ascii, is_blank, is_key_char};
use super::expression::Wrap;
use super::key::Key;
use super::mend::Edit;
use super::traps::Place;
use super::value::Content;
use crate::codes::Code;
use crate::place::Span;

/// Characters of an expression that are looked at.
const MOST_EXPRESSION: usize = 4 * 1024;

/// An open bracket, and the key whose value is being read.
struct Bracket {
    open: char,
    at: usize,
    key: String,
}

impl Scan<'_> {
    /// Looks through a flow collection that begins at `at`; gives its end.
    pub(super) fn flow(&mut self, at: usize, parent: usize) -> usize {
        let mut open: Vec<Bracket> = Vec::new();
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
                '}' | ']' | '｝' | '］' => self.close_bracket(char, at, &mut open),
                ',' | '，' | '、' | '；' => self.separator(char, at, &mut open),
                _ => self.entry(at, parent, &mut open),
            };
            last = at;
            if open.is_empty() {
                return at;
            }
        }
    }

    fn flow_sign(&mut self, char: char, at: usize) -> usize {
        let end = at + char.len_utf8();
        if !char.is_ascii() {
            let right = if matches!(char, '，' | '、' | '；') { ',' } else { ascii(char).unwrap_or(char) };
            let place = Span::new(at, end);
            let space = right == ',' && self.char(end).is_some_and(|next| !is_blank(next) && next != '\n');
            let with = if space { format!("{right} ") } else { right.to_string() };
            let message = (
                format!("这里的“{char}”是中文的，要用英文的 {right}"),
                format!("“{char}” is a Chinese sign, write {right}"),
            );
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
        open.push(Bracket { open: ascii(char).unwrap_or(char), at, key: String::new() });
        self.flow_sign(char, at)
    }

    fn close_bracket(&mut self, char: char, at: usize, open: &mut Vec<Bracket>) -> usize {
        let Some(bracket) = open.pop() else { return at + char.len_utf8() };
        let wanted = if bracket.open == '{' { '}' } else { ']' };
        if ascii(char).unwrap_or(char) == wanted {
            return self.flow_sign(char, at);
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
        }
        self.flow_sign(char, at)
    }

    /// A key with its colon, or a value.
    fn entry(&mut self, at: usize, parent: usize, open: &mut [Bracket]) -> usize {
        let in_map = open.last().is_some_and(|bracket| bracket.open == '{');
        let expects_key = in_map && open.last().is_some_and(|bracket| bracket.key.is_empty());
        let end = self.line_end(at);
        if let Some(key) = Key::read(self.text.get(at..end).unwrap_or_default()).filter(|_| expects_key) {
            self.key_signs(&key, at, end);
            if let Some(bracket) = open.last_mut() {
                bracket.key.clone_from(&key.name);
            }
            return (at + key.value).min(end);
        }
        let key = open.last().map(|bracket| bracket.key.clone()).unwrap_or_default();
        self.flow_scalar(Content::of(&key), at, parent, in_map)
    }

    fn flow_scalar(&mut self, content: Content, at: usize, parent: usize, in_map: bool) -> usize {
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

    /// The end of a bare value. A Chinese comma inside a sentence does not end it.
    fn flow_plain_end(&self, at: usize, in_map: bool) -> usize {
        let line = self.text.get(at..self.line_end(at)).unwrap_or_default();
        let mut before = '\0';
        let mut is_word = true;
        for (offset, char) in line.char_indices() {
            let rest = line.get(offset + char.len_utf8()..).unwrap_or_default();
            let ends = match char {
                ',' | ']' | '}' | '｝' | '］' => true,
                '#' => before == ' ',
                '，' | '、' | '；' if in_map => {
                    let next = rest.trim_start_matches(is_blank);
                    next.is_empty() || next.starts_with(['}', '｝']) || Key::read(next).is_some()
                }
                '，' | '、' | '；' => is_word,
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
