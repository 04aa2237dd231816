//! A spec's text with its name, and where its lines begin.

use crate::place::Span;

/// A spec as read: its name (as the user gave it) and its text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Source {
    /// File name for messages: as given on the command line, never made absolute.
    pub name: String,
    /// The text, as in the file.
    pub text: String,
    line_starts: Vec<usize>,
}

impl Source {
    /// A spec's text.
    pub fn new(name: impl Into<String>, text: impl Into<String>) -> Self {
        let text = text.into();
        let mut line_starts = vec![0];
        line_starts.extend(text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n').map(|(at, _)| at + 1));
        Self { name: name.into(), text, line_starts }
    }

    /// Line and column of a byte, both from 1; columns count characters.
    #[must_use]
    pub fn line_column(&self, byte: usize) -> (usize, usize) {
        let line = self.line_starts.partition_point(|start| *start <= byte).max(1);
        let start = self.line_span(line).start;
        let before = self.text.get(start..byte).map_or(0, |text| without_mark(text, line).chars().count());
        (line, before + 1)
    }

    /// Line and column of a byte, both from 1; columns count UTF-16 units, as SARIF and editors do.
    #[must_use]
    pub fn line_column_utf16(&self, byte: usize) -> (usize, usize) {
        let (line, _) = self.line_column(byte);
        let start = self.line_span(line).start;
        let before =
            self.text.get(start..byte).map_or(0, |text| without_mark(text, line).encode_utf16().count());
        (line, before + 1)
    }

    /// The bytes of a line (from 1), its line break excluded; empty where there is no such line.
    #[must_use]
    pub fn line_span(&self, line: usize) -> Span {
        let end = self.text.len();
        let start = line.checked_sub(1).and_then(|at| self.line_starts.get(at)).copied().unwrap_or(end);
        let next = self.line_starts.get(line).copied().unwrap_or(end);
        let text = self.text.get(start..next).unwrap_or_default();
        Span::new(start, start + text.trim_end_matches(['\n', '\r']).len())
    }

    /// The smallest span of whole characters inside the text that holds this one.
    #[must_use]
    pub fn whole_characters(&self, span: Span) -> Span {
        let is_boundary = |at: &usize| self.text.is_char_boundary(*at);
        let start = (0..=span.start.min(self.text.len())).rev().find(is_boundary).unwrap_or_default();
        let end = (span.end.max(start)..=self.text.len()).find(is_boundary).unwrap_or(self.text.len());
        Span::new(start, end)
    }

    /// The text of a span; empty where it is none.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.start..span.end).unwrap_or_default()
    }
}

/// The beginning of a line; a byte-order mark in front of the first is no column.
fn without_mark(text: &str, line: usize) -> &str {
    if line == 1 { text.strip_prefix('\u{FEFF}').unwrap_or(text) } else { text }
}

#[cfg(test)]
mod tests {
    use super::Source;

    #[test]
    fn a_byte_order_mark_is_no_column() {
        let source = Source::new("form.yaml", "\u{FEFF}form: x\nedition: 1");
        let at = |word: &str| source.text.find(word).expect("a word");
        assert_eq!(source.line_column(at("x")), (1, 7));
        assert_eq!(source.line_column_utf16(at("x")), (1, 7));
        assert_eq!(source.line_column(at("1")), (2, 10));
    }
}
