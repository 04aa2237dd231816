//! Diagnostics as people and programs read them: one format a file.

mod human;
mod json;
mod sarif;

pub use human::{human, one};
pub use json::json;
pub use sarif::sarif;

use crate::diagnostic::{Diagnostic, Language, Level};

/// How many are errors and how many warnings.
fn count(diagnostics: &[Diagnostic]) -> (usize, usize) {
    let errors = diagnostics.iter().filter(|diagnostic| diagnostic.level == Level::Error).count();
    (errors, diagnostics.len() - errors)
}

fn level_name(level: Level, language: Language) -> &'static str {
    match (level, language) {
        (Level::Error, Language::Chinese) => "错误",
        (Level::Warning, Language::Chinese) => "提醒",
        (Level::Error, Language::English) => "error",
        (Level::Warning, Language::English) => "warning",
    }
}
