//! The way back from a scalar's text to the file: quotes, escapes and folding undone.
//!
//! The parser decodes; here its result is laid beside the raw text again. Every character that is not white space
//! is found exactly; white space that folding made or swallowed is placed somewhere between its neighbours.

use serde_yaml::granit_parser::ScalarStyle;

use crate::place::Span;

/// For each byte of `text` the bytes of the file that it comes from; `raw` is the scalar in the file, from `base`.
pub(super) fn offsets(text: &str, raw: &str, base: usize, style: ScalarStyle) -> Vec<Span> {
    let units = units(raw, base, style);
    let mut aligner = Aligner { units: &units, next: 0, spans: Vec::with_capacity(text.len()) };
    let mut rest = text;
    while let Some(char) = rest.chars().next() {
        let blank = rest.len() - rest.trim_start_matches(is_blank).len();
        if blank > 0 {
            aligner.blanks(&rest[..blank]);
            rest = &rest[blank..];
        } else {
            aligner.char(char);
            rest = &rest[char.len_utf8()..];
        }
    }
    aligner.spans
}

/// A character as written: bare or as an escape.
#[derive(Clone, Copy)]
struct Unit {
    char: char,
    span: Span,
}

struct Aligner<'a> {
    units: &'a [Unit],
    next: usize,
    spans: Vec<Span>,
}

impl Aligner<'_> {
    fn char(&mut self, char: char) {
        while self.units.get(self.next).is_some_and(|unit| unit.char != char && is_blank(unit.char)) {
            self.next += 1;
        }
        let span = self.span(self.next);
        self.next += 1;
        self.push(char, span);
    }

    /// A run of white space, laid against a run that may be longer or shorter.
    fn blanks(&mut self, run: &str) {
        let first = self.next;
        while self.units.get(self.next).is_some_and(|unit| is_blank(unit.char)) {
            self.next += 1;
        }
        let written = self.next - first;
        let count = run.chars().count();
        let indent = run.chars().rev().take_while(|char| *char != '\n').count();
        for (at, char) in run.chars().enumerate() {
            let from_end = count - at;
            let unit = if written == count || from_end > indent {
                first + at.min(written.saturating_sub(1))
            } else {
                self.next.saturating_sub(from_end).max(first)
            };
            self.push(char, self.span(unit));
        }
    }

    fn span(&self, unit: usize) -> Span {
        match (self.units.get(unit), self.units.last()) {
            (Some(unit), _) => unit.span,
            (None, Some(last)) => Span::new(last.span.end, last.span.end),
            (None, None) => Span::default(),
        }
    }

    fn push(&mut self, char: char, span: Span) {
        self.spans.extend(std::iter::repeat_n(span, char.len_utf8()));
    }
}

fn is_blank(char: char) -> bool {
    matches!(char, ' ' | '\t' | '\n' | '\r')
}

fn units(raw: &str, base: usize, style: ScalarStyle) -> Vec<Unit> {
    let inner = match style {
        ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => {
            raw.get(1..raw.len().max(2) - 1).unwrap_or_default()
        }
        ScalarStyle::Plain | ScalarStyle::Literal | ScalarStyle::Folded => raw,
    };
    let base = base + (raw.len() - inner.len()).min(1);
    let mut units = Vec::with_capacity(inner.len());
    let mut at = 0;
    while let Some(rest) = inner.get(at..).filter(|rest| !rest.is_empty()) {
        let (char, length) = match style {
            ScalarStyle::SingleQuoted if rest.starts_with("''") => ('\'', 2),
            ScalarStyle::DoubleQuoted if rest.starts_with('\\') => escape(rest),
            ScalarStyle::Plain
            | ScalarStyle::SingleQuoted
            | ScalarStyle::DoubleQuoted
            | ScalarStyle::Literal
            | ScalarStyle::Folded => rest.chars().next().map_or((' ', 1), |char| (char, char.len_utf8())),
        };
        units.push(Unit { char, span: Span::new(base + at, base + at + length) });
        at += length;
    }
    units
}

/// An escape of a double-quoted scalar, with its length. A line continuation counts as white space.
fn escape(rest: &str) -> (char, usize) {
    let Some(kind) = rest.chars().nth(1) else { return ('\\', 1) };
    let hex = |digits: usize| {
        let code = rest.get(2..2 + digits).and_then(|hex| u32::from_str_radix(hex, 16).ok());
        code.map_or(('\\', 1), |code| surrogates(code, rest, 2 + digits))
    };
    match kind {
        'x' => hex(2),
        'u' => hex(4),
        'U' => hex(8),
        '0' => ('\0', 2),
        'a' => ('\u{7}', 2),
        'b' => ('\u{8}', 2),
        't' => ('\t', 2),
        'n' => ('\n', 2),
        'v' => ('\u{B}', 2),
        'f' => ('\u{C}', 2),
        'r' => ('\r', 2),
        'e' => ('\u{1B}', 2),
        'N' => ('\u{85}', 2),
        '_' => ('\u{A0}', 2),
        'L' => ('\u{2028}', 2),
        'P' => ('\u{2029}', 2),
        other => (other, 1 + other.len_utf8()),
    }
}

/// Two escapes that are one character, as JSON writes those above U+FFFF.
fn surrogates(code: u32, rest: &str, length: usize) -> (char, usize) {
    if let Some(char) = char::from_u32(code) {
        return (char, length);
    }
    let low = rest
        .get(length..length + 6)
        .and_then(|second| second.strip_prefix("\\u"))
        .and_then(|hex| u32::from_str_radix(hex, 16).ok())
        .filter(|low| (0xDC00..0xE000).contains(low));
    let joined =
        low.and_then(|low| char::from_u32(0x10000 + (code.wrapping_sub(0xD800) << 10) + (low - 0xDC00)));
    joined.map_or(('\u{FFFD}', length), |char| (char, length + 6))
}
