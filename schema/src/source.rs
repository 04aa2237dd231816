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
        let start = self.line_starts[line - 1];
        let before = self.text.get(start..byte).map_or(0, |text| text.chars().count());
        (line, before + 1)
    }

    /// The text of a span; empty where it is none.
    #[must_use]
    pub fn slice(&self, span: Span) -> &str {
        self.text.get(span.start..span.end).unwrap_or_default()
    }
}
