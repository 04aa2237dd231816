//! The text of an expression as it will be parsed: full-width signs of a Chinese keyboard read as the ASCII ones that
//! were meant, every byte with its way back to the spec.

use std::borrow::Cow;
use std::ops::Range;

use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::node::Scalar;
use crate::place::Span;

/// An expression's text.
pub(super) struct Text<'a> {
    scalar: &'a Scalar,
    /// The text that is parsed.
    pub(super) text: Cow<'a, str>,
    /// For each byte of a mended text, the bytes of the scalar's text that it stands for; empty where nothing was mended.
    sources: Vec<Range<usize>>,
    /// Texts that stood in “ ” or ‘ ’, by the byte of `text` where they start.
    pub(super) curly: Vec<usize>,
}

impl<'a> Text<'a> {
    /// Mends and reports full-width signs outside of texts.
    pub(super) fn new(scalar: &'a Scalar, out: &mut Vec<Diagnostic>) -> Self {
        let whole =
            Text { scalar, text: Cow::Borrowed(&scalar.text), sources: Vec::new(), curly: Vec::new() };
        if scalar.text.is_ascii() { whole } else { Mender::run(whole, out) }
    }

    /// The place in the spec of a range of bytes.
    pub(super) fn place(&self, range: &Range<usize>) -> Span {
        if self.sources.is_empty() {
            return self.scalar.place(range.start, range.end);
        }
        let end = self.scalar.text.len();
        let start = self.sources.get(range.start).map_or(end, |source| source.start);
        let last = range.end.checked_sub(1).filter(|_| range.end > range.start);
        let end = last.and_then(|last| self.sources.get(last)).map_or(start, |source| source.end);
        self.scalar.place(start, end)
    }

    /// Where the spec has a Chinese quote that is an ASCII one in the text: mended by us or before us.
    pub(super) fn chinese_quotes(&self) -> Vec<usize> {
        let quotes = self.text.match_indices('\'').map(|(at, _)| self.place(&(at..at + 1)));
        quotes.filter(|place| place.end - place.start == '“'.len_utf8()).map(|place| place.start).collect()
    }

    /// The place of what a text in quotes holds, by the place of the text.
    pub(super) fn inside(&self, literal: Span) -> Option<Span> {
        let byte = |at: usize| self.place(&(at..at + 1));
        let open = (0..self.text.len()).find(|at| byte(*at).start == literal.start)?;
        let close = (open + 1..self.text.len()).find(|at| byte(*at).end == literal.end)?;
        Some(Span::new(byte(open).end, byte(close).start))
    }

    /// The text of a range of bytes.
    pub(super) fn slice(&self, range: &Range<usize>) -> &str {
        self.text.get(range.clone()).unwrap_or_default()
    }
}

struct Mender<'a, 'o> {
    text: Text<'a>,
    mended: String,
    sources: Vec<Range<usize>>,
    changed: bool,
    out: &'o mut Vec<Diagnostic>,
}

impl<'a> Mender<'a, '_> {
    fn run(text: Text<'a>, out: &mut Vec<Diagnostic>) -> Text<'a> {
        let mut mender = Mender { text, mended: String::new(), sources: Vec::new(), changed: false, out };
        mender.walk();
        if mender.changed {
            mender.text.text = Cow::Owned(mender.mended);
            mender.text.sources = mender.sources;
        }
        mender.text
    }

    fn walk(&mut self) {
        let source: &'a str = &self.text.scalar.text;
        let mut at = 0;
        // The sign that closes the text that we are in.
        let mut inside: Option<char> = None;
        let mut escaped = false;
        for character in source.chars() {
            let range = at..at + character.len_utf8();
            at = range.end;
            match inside {
                Some(close) if character == close && !escaped => {
                    inside = None;
                    let quote = if close.is_ascii() { character } else { '\'' };
                    self.push(quote.encode_utf8(&mut [0; 4]), range);
                }
                Some(_) => {
                    escaped = character == '\\' && !escaped;
                    self.push(character.encode_utf8(&mut [0; 4]), range);
                }
                None => {
                    inside = closing(character);
                    self.outside(character, range);
                }
            }
        }
    }

    fn outside(&mut self, character: char, range: Range<usize>) {
        if character.is_ascii() {
            return self.push(character.encode_utf8(&mut [0; 4]), range);
        }
        if closing(character).is_some() {
            self.text.curly.push(self.mended.len());
            return self.push("'", range);
        }
        let Some(meant) = ascii(character) else {
            return self.push(character.encode_utf8(&mut [0; 4]), range);
        };
        let place = self.text.scalar.place(range.start, range.end);
        let zh = match meant.as_str() {
            " " => "规则里有全角空格，要写英文空格".to_owned(),
            _ => format!("规则里的“{character}”是中文或全角符号，要写英文的 {meant}"),
        };
        let en = format!("full-width `{character}` in an expression; write `{meant}`");
        self.out.push(Diagnostic::error(Code::TB003, place, zh, en).suggest(place, meant.clone()));
        self.push(&meant, range);
    }

    fn push(&mut self, text: &str, range: Range<usize>) {
        self.changed |= self.text.scalar.text.get(range.clone()) != Some(text);
        let whole = text.len() == range.len();
        for byte in 0..text.len() {
            let source = if whole { range.start + byte..range.start + byte + 1 } else { range.clone() };
            self.sources.push(source);
        }
        self.mended.push_str(text);
    }
}

/// What closes a text that this sign opens.
fn closing(open: char) -> Option<char> {
    match open {
        '\'' | '"' => Some(open),
        '“' => Some('”'),
        '‘' => Some('’'),
        _ => None,
    }
}

/// The ASCII text that a sign of a Chinese keyboard stands for.
fn ascii(character: char) -> Option<String> {
    let meant = match character {
        '\u{ff01}'..='\u{ff5e}' => {
            return char::from_u32(u32::from(character) - 0xfee0).map(String::from);
        }
        '\u{3000}' | '\u{a0}' | '\u{2000}'..='\u{200a}' => " ",
        '。' => ".",
        '、' => ",",
        '≤' | '≦' => "<=",
        '≥' | '≧' => ">=",
        '≠' => "!=",
        '×' => "*",
        '÷' => "/",
        '−' | '–' | '—' => "-",
        _ => return None,
    };
    Some(meant.to_owned())
}
