//! What is printed of a verdict, one file for each format, and what the formats share.

pub(crate) mod coverage;
pub(crate) mod diff;
pub(crate) mod explain;
pub(crate) mod human;
pub(crate) mod json;
pub(crate) mod judged;
pub(crate) mod migrated;
pub(crate) mod next;
pub(crate) mod reading;
pub(crate) mod sarif;
pub(crate) mod summary;
pub(crate) mod value;

use anstream::{AutoStream, ColorChoice};
use tianbao_schema::diagnostic::Language;
use unicode_width::UnicodeWidthStr;

/// The text of one of the two languages.
pub(crate) fn pick<T>(language: Language, zh: T, en: T) -> T {
    match language {
        Language::Chinese => zh,
        Language::English => en,
    }
}

/// Colours only on a terminal, and not against `NO_COLOR`.
pub(crate) fn colour_wanted() -> bool {
    AutoStream::choice(&std::io::stdout()) != ColorChoice::Never
}

/// Terminal cells that a text takes: two for a Chinese character.
pub(crate) fn cells(text: &str) -> usize {
    text.width()
}

/// The text, filled up with spaces to so many cells.
pub(crate) fn pad(text: &str, wanted: usize) -> String {
    format!("{text}{}", " ".repeat(wanted.saturating_sub(cells(text))))
}
