//! What is printed, one file for each format, and what the formats share.

pub(crate) mod json;

use anstream::{AutoStream, ColorChoice};
use tianbao_schema::diagnostic::Language;

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
