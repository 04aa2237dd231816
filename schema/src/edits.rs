//! Changes of a spec's text by byte spans: what is not touched stays as it is, to the byte.

use crate::place::Span;

/// A piece of the text and what stands there afterwards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced; empty where something is put in.
    pub span: Span,
    /// By what.
    pub text: String,
}

impl Edit {
    /// Replaces a span.
    pub fn new(span: Span, text: impl Into<String>) -> Self {
        Self { span, text: text.into() }
    }
}

/// The text with the edits; of two that overlap the first in the text counts.
///
/// ```
/// use tianbao_schema::edits::{Edit, apply};
/// use tianbao_schema::place::Span;
/// assert_eq!(apply("a: 1\nb: 2\n", &[Edit::new(Span::new(8, 9), "3"), Edit::new(Span::new(0, 5), "")]), "b: 3\n");
/// ```
#[must_use]
pub fn apply(text: &str, edits: &[Edit]) -> String {
    let mut changed = String::with_capacity(text.len());
    let mut done = 0;
    for edit in in_order(edits) {
        let Some(kept) = text.get(done..edit.span.start) else { continue };
        changed.push_str(kept);
        changed.push_str(&edit.text);
        done = edit.span.end.max(edit.span.start);
    }
    changed.push_str(text.get(done..).unwrap_or_default());
    changed
}

/// Where a byte of the text stands after the edits.
#[must_use]
pub fn place_after(byte: usize, edits: &[Edit]) -> usize {
    let (mut added, mut done) = (0, 0);
    let mut removed = 0;
    for edit in in_order(edits) {
        if edit.span.start < done || edit.span.end > byte {
            continue;
        }
        done = edit.span.end;
        added += edit.text.len();
        removed += edit.span.end - edit.span.start;
    }
    (byte + added).saturating_sub(removed)
}

fn in_order(edits: &[Edit]) -> Vec<&Edit> {
    let mut ordered: Vec<&Edit> = edits.iter().collect();
    ordered.sort_by_key(|edit| edit.span);
    ordered
}

/// A text as YAML writes it on one line: bare where that is read back as it is, else in single quotes.
///
/// ```
/// use tianbao_schema::edits::yaml_text;
/// assert_eq!(yaml_text("总数"), "总数");
/// assert_eq!(yaml_text("1: 总数"), "'1: 总数'");
/// ```
#[must_use]
pub fn yaml_text(text: &str) -> String {
    let first = text.starts_with(|c: char| c.is_ascii_punctuation() && !matches!(c, '_' | '/' | '.' | '('));
    let inside = [": ", " #", ",", "[", "]", "{", "}"].iter().any(|sign| text.contains(sign));
    let ends = text.trim() != text || text.ends_with(':');
    if first || inside || ends || crate::spec::looks_like_other(text).is_some() {
        format!("'{}'", text.replace('\'', "''"))
    } else {
        text.to_owned()
    }
}
