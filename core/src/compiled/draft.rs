//! A report as read: one slot for each member of the form, texts borrowed from the report's own text.
//!
//! A slot owns nothing, so that filling it is a store and nothing else.

use std::borrow::Cow;

use serde_json::Value;

use super::{Boxes, Form, Kind};
use crate::date::Date;
use crate::{decimal, print};

/// What a report has at one member.
#[derive(Clone, Copy, Debug, Default)]
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
    Text(&'a str),
    /// Yes or no.
    Flag(bool),
    /// A day.
    Day(Date),
    /// A choice.
    Box(u16),
    /// Choices.
    Boxes(Boxes<'a>),
}

impl<'a> Slot<'a> {
    /// True where there is nothing.
    #[must_use]
    pub fn is_absent(&self) -> bool {
        matches!(self, Slot::Unseen | Slot::Null)
    }

    /// The value as the form prints it.
    pub(super) fn show(self, kind: &Kind) -> Cow<'a, str> {
        Cow::Owned(match self {
            Slot::Unseen | Slot::Null | Slot::Unusable | Slot::Group => return Cow::Borrowed(print::ABSENT),
            Slot::Text(text) => return Cow::Borrowed(text),
            Slot::Flag(flag) => return Cow::Borrowed(print::flag(flag)),
            Slot::Whole(number) => decimal::print(number, kind.places()),
            Slot::Day(day) => day.to_string(),
            Slot::Box(index) => return Cow::Borrowed(kind.label(index).unwrap_or_default()),
            Slot::Boxes(boxes) => print::boxes(kind.labels(|index| boxes.has(index))),
        })
    }

    /// The value as JSON, in one spelling; null where it is absent.
    pub(super) fn json(self, kind: &Kind) -> Value {
        match self {
            Slot::Unseen | Slot::Null | Slot::Unusable | Slot::Group => Value::Null,
            Slot::Whole(scaled) => print::number_value(scaled, kind.places()),
            Slot::Text(text) => Value::from(text),
            Slot::Flag(flag) => Value::from(flag),
            Slot::Day(day) => Value::from(day.to_string()),
            Slot::Box(index) => Value::from(kind.id(index)),
            Slot::Boxes(boxes) => {
                Value::Array(boxes.iter().map(|index| Value::from(kind.id(index))).collect())
            }
        }
    }
}

/// A report that rules look at. A value that is asked for where it is absent is the least of its kind; rules are
/// only judged where what they read is there.
#[derive(Clone, Copy, Debug)]
pub struct Draft<'r> {
    form: &'static Form,
    slots: &'r [Slot<'r>],
}

impl<'r> Draft<'r> {
    /// Without slots: no report, every field is absent.
    pub(super) fn new(form: &'static Form, slots: &'r [Slot<'r>]) -> Self {
        Self { form, slots }
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

    /// The value as the form prints it.
    #[must_use]
    pub fn show(&self, member: usize) -> Cow<'r, str> {
        self.slot(member).show(&self.form.members[member].kind)
    }

    /// The value as the form prints it, with its unit where there is a value.
    #[must_use]
    pub fn show_with_unit(&self, member: usize) -> String {
        let unit = self.form.members[member].place.unit.as_deref();
        print::with_unit(&self.show(member), unit.filter(|_| self.has(member)))
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
