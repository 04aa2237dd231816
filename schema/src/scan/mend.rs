//! A text with some places replaced, and the way back to where they stood.

use std::borrow::Cow;

use crate::place::Span;

/// A replacement of a part of the text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Edit {
    /// What is replaced.
    pub(crate) span: Span,
    /// By what.
    pub(crate) with: String,
}

/// Where an edit stands in both texts.
#[derive(Clone, Copy, Debug)]
struct Shift {
    mended: Span,
    original: Span,
}

/// The mended text.
#[derive(Clone, Debug)]
pub(crate) struct Mended<'a> {
    text: Cow<'a, str>,
    shifts: Vec<Shift>,
}

impl<'a> Mended<'a> {
    /// Applies edits. One given twice counts once; one that overlaps an earlier one is left out.
    pub(crate) fn new(original: &'a str, mut edits: Vec<Edit>) -> Self {
        if edits.is_empty() {
            return Self { text: Cow::Borrowed(original), shifts: Vec::new() };
        }
        edits.sort();
        edits.dedup();
        let mut text = String::with_capacity(original.len() + edits.len() * 2);
        let mut shifts = Vec::with_capacity(edits.len());
        let mut done = 0;
        for edit in edits {
            let Some(kept) = original.get(done..edit.span.start) else { continue };
            if original.get(edit.span.start..edit.span.end).is_none() {
                continue;
            }
            text.push_str(kept);
            let start = text.len();
            text.push_str(&edit.with);
            shifts.push(Shift { mended: Span::new(start, text.len()), original: edit.span });
            done = edit.span.end;
        }
        text.push_str(original.get(done..).unwrap_or_default());
        Self { text: Cow::Owned(text), shifts }
    }

    /// The text after mending.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// The place in the original of a place in the mended text. What an edit touched grows to all that it replaced.
    pub(crate) fn original(&self, span: Span) -> Span {
        let start = match self.last(|shift| shift.mended.start <= span.start) {
            None => span.start,
            Some(shift) if span.start < shift.mended.end => shift.original.start,
            Some(shift) => shift.original.end + (span.start - shift.mended.end),
        };
        let end = match self.last(|shift| shift.mended.start < span.end) {
            None => span.end,
            Some(shift) if span.end < shift.mended.end => shift.original.end,
            Some(shift) => shift.original.end + (span.end - shift.mended.end),
        };
        Span::new(start, end.max(start))
    }

    fn last(&self, holds: impl Fn(&Shift) -> bool) -> Option<Shift> {
        let count = self.shifts.partition_point(holds);
        count.checked_sub(1).and_then(|at| self.shifts.get(at)).copied()
    }
}
