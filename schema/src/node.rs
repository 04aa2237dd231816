//! A spec's YAML as a tree in which every node keeps its place in the file.

use crate::place::Span;

/// A node of the tree.
#[derive(Clone, Debug)]
pub struct Node {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub value: NodeValue,
}

impl Node {
    /// The value of a key of a mapping.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        match &self.value {
            NodeValue::Map { entries, .. } => {
                entries.iter().find(|entry| entry.key.text == key).map(|entry| &entry.value)
            }
            NodeValue::Scalar(_) | NodeValue::List { .. } => None,
        }
    }
}

/// What a node is.
#[derive(Clone, Debug)]
pub enum NodeValue {
    /// A text, number, truth value or nothing; told apart by whoever reads it.
    Scalar(Scalar),
    /// A list.
    List {
        /// Its items.
        items: Vec<Node>,
        /// True where it is written in `[ ]`.
        flow: bool,
    },
    /// A mapping.
    Map {
        /// Its entries, as written; keys may repeat.
        entries: Vec<Entry>,
        /// True where it is written in `{ }`.
        flow: bool,
    },
}

/// A key with its value.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The key.
    pub key: Scalar,
    /// The value; an empty plain scalar where none is written.
    pub value: Node,
}

/// How a scalar is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Bare.
    Plain,
    /// In `'…'` or `"…"`.
    Quoted,
    /// After `|` or `>`.
    Block,
}

/// A scalar: its text after YAML's unquoting and folding, and the way back to the file.
#[derive(Clone, Debug)]
pub struct Scalar {
    /// The text.
    pub text: String,
    /// How it is written.
    pub style: Style,
    /// Where it stands, quotes included.
    pub span: Span,
    /// For each byte of `text`, the bytes of the file that its character comes from.
    /// Empty where the text stands in the file as it is, from `span.start`.
    pub offsets: Vec<Span>,
}

impl Scalar {
    /// The place in the file of a range of bytes of `text`.
    #[must_use]
    pub fn place(&self, start: usize, end: usize) -> Span {
        if self.offsets.is_empty() {
            return Span::new(self.span.start + start, self.span.start + end);
        }
        let at = |byte: usize| self.offsets.get(byte).copied();
        let before = || start.checked_sub(1).and_then(at).map_or(self.span.end, |span| span.end);
        let from = at(start).map_or_else(before, |span| span.start);
        if end <= start {
            return Span::new(from, from);
        }
        // The last character's own place: what follows it may stand on another line.
        Span::new(from, at(end - 1).map_or(self.span.end, |span| span.end).max(from))
    }
}
