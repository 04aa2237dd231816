//! A look at the raw text before YAML: slips of the keyboard are named and mended, so that reading goes on.

mod mend;

pub(crate) use mend::Mended;

use crate::diagnostic::Diagnostic;

/// Looks through the text; gives the text to go on with, and what was wrong.
pub(crate) fn scan(text: &str) -> (Mended<'_>, Vec<Diagnostic>) {
    (Mended::new(text, Vec::new()), Vec::new())
}
