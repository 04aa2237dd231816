//! A report as read: one slot for each member of the form, texts borrowed from the report's own text.

use std::borrow::Cow;

use super::Boxes;
use crate::date::Date;

/// What a report has at one member.
#[derive(Clone, Debug, Default)]
pub enum Slot<'a> {
    /// Nothing: not written.
    #[default]
    Unseen,
    /// Nothing: written as null.
    Null,
    /// Something that cannot be used; it has a finding.
    Unusable,
    /// A group.
    Group,
    /// A count or year; a decimal in units of its last place.
    Whole(i64),
    /// A text or web address.
    Text(Cow<'a, str>),
    /// Yes or no.
    Flag(bool),
    /// A day.
    Day(Date),
    /// A choice.
    Box(u16),
    /// Choices.
    Boxes(Boxes),
}

impl Slot<'_> {
    /// True where there is nothing.
    #[must_use]
    pub fn is_absent(&self) -> bool {
        matches!(self, Slot::Unseen | Slot::Null)
    }
}

/// A report that rules look at. A value that is asked for where it is absent is the least of its kind; rules are
/// only judged where what they read is there.
#[derive(Clone, Copy, Debug)]
pub struct Draft<'r> {
    slots: &'r [Slot<'r>],
}

impl<'r> Draft<'r> {
    /// A report that has nothing: no report.
    pub const NONE: Self = Self { slots: &[] };

    pub(super) fn new(slots: &'r [Slot<'r>]) -> Self {
        Self { slots }
    }

    /// What is there.
    #[must_use]
    pub fn slot(&self, member: usize) -> &'r Slot<'r> {
        self.slots.get(member).unwrap_or(&Slot::Unseen)
    }

    /// `has(member)`
    #[must_use]
    pub fn has(&self, member: usize) -> bool {
        !self.slot(member).is_absent()
    }

    /// A count, a year, or a decimal in units of its last place.
    #[must_use]
    pub fn number(&self, member: usize) -> i64 {
        if let Slot::Whole(number) = self.slot(member) { *number } else { 0 }
    }

    /// A text or web address.
    #[must_use]
    pub fn text(&self, member: usize) -> &'r str {
        if let Slot::Text(text) = self.slot(member) { text } else { "" }
    }

    /// Yes or no.
    #[must_use]
    pub fn flag(&self, member: usize) -> bool {
        matches!(self.slot(member), Slot::Flag(true))
    }

    /// A day, as [`Date::ordinal`].
    #[must_use]
    pub fn day(&self, member: usize) -> i64 {
        if let Slot::Day(day) = self.slot(member) { day.ordinal() } else { 0 }
    }

    /// The index of a choice.
    #[must_use]
    pub fn choice(&self, member: usize) -> u16 {
        if let Slot::Box(index) = self.slot(member) { *index } else { 0 }
    }

    /// Whether one of the choices is ticked.
    #[must_use]
    pub fn ticked(&self, member: usize, index: u16) -> bool {
        matches!(self.slot(member), Slot::Boxes(boxes) if boxes.has(index))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slot_is_small() {
        assert!(size_of::<Slot<'_>>() <= 24, "{}", size_of::<Slot<'_>>());
    }
}
