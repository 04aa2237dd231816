//! A rule as a static table's row: what `form.rs` holds of it.

use super::{Draft, Slot};
use crate::date::Date;
use crate::finding::{Severity, Text};

/// A field, or under `has()` a group, of the report or of last year's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Of last year's: its path, with `previous.` in front.
    pub previous: Option<&'static str>,
    /// Index of the member.
    pub member: usize,
}

/// Of the report that is judged.
#[must_use]
pub const fn this(member: usize) -> Reference {
    Reference { previous: None, member }
}

/// Of last year's report.
#[must_use]
pub const fn last(member: usize, path: &'static str) -> Reference {
    Reference { previous: Some(path), member }
}

/// A rule between fields.
#[derive(Debug)]
pub struct Rule {
    /// Id.
    pub id: &'static str,
    /// Short title.
    pub title: &'static str,
    /// The rule as a sentence.
    pub sentence: &'static str,
    /// Index of the member where its finding stands.
    pub at: usize,
    /// How bad it is.
    pub severity: Severity,
    /// All that it looks at, also under `has()`.
    pub mentions: &'static [Reference],
    /// What it reads outside `has()`.
    pub reads: &'static [Reference],
    /// True where it holds, or does not apply by its `when`.
    pub holds: fn(&Draft<'_>, &Draft<'_>) -> bool,
    /// What is said where it fails.
    pub message: fn(&Draft<'_>, &Draft<'_>) -> Text,
    /// What to do then.
    pub advice: Option<&'static str>,
    /// How to mend it.
    pub fix: Option<RuleFix>,
}

/// What a fix does at the rule's `at`.
#[derive(Debug)]
pub enum RuleFix {
    /// Sets a value.
    Set {
        /// True where nothing can be lost.
        safe: bool,
        /// All that the value looks at, also under `has()`.
        mentions: &'static [Reference],
        /// What it reads outside `has()`.
        reads: &'static [Reference],
        /// The value.
        value: fn(&Draft<'_>, &Draft<'_>) -> Setting,
    },
    /// Removes the member.
    Remove {
        /// True where nothing can be lost.
        safe: bool,
    },
}

/// What a fix sets.
#[derive(Clone, Debug)]
pub enum Setting {
    /// A count or year; a decimal in units of its last place.
    Whole(i64),
    /// A text or web address.
    Text(Text),
    /// Yes or no.
    Flag(bool),
    /// A day, as [`Date::ordinal`]; nothing is set where there is no such day.
    Day(i64),
    /// A choice, by index.
    Box(u16),
}

impl Setting {
    /// As the report would have it.
    pub(super) fn slot(&self) -> Slot<'_> {
        match self {
            Self::Whole(number) => Slot::Whole(*number),
            Self::Text(text) => Slot::Text(text),
            Self::Flag(flag) => Slot::Flag(*flag),
            Self::Day(ordinal) => Date::from_ordinal(*ordinal).map_or(Slot::Unusable, Slot::Day),
            Self::Box(index) => Slot::Box(*index),
        }
    }
}
