//! Evaluates typed expressions on reports. Nothing is the value of what is absent, unusable or out of range.

use std::borrow::Cow;

use tianbao_core::decimal;

use super::values::{Given, Reports};
use crate::expr::{Arithmetic, Comparison, Expression, Node, Type, is_match};

impl<'a> Reports<'a> {
    /// Whether a condition holds.
    pub(super) fn truth(&self, of: &'a Expression) -> Option<bool> {
        match &of.node {
            Node::Bool(value) => Some(*value),
            Node::Read(field) => match self.value(*field)? {
                Given::Flag(flag) => Some(flag),
                Given::Whole(_) | Given::Text(_) | Given::Day(_) | Given::Box(_) | Given::Boxes(_) => None,
            },
            Node::Compare(comparison, left, right) => self.compare(*comparison, left, right),
            Node::And(parts) => self.all(parts, true),
            Node::Or(parts) => self.all(parts, false).map(|none| !none),
            Node::Not(of) => self.truth(of).map(|holds| !holds),
            Node::Has(of) => Some(self.has(*of)),
            Node::In { choice, field } => match self.value(*field)? {
                Given::Boxes(boxes) => Some(boxes.contains(choice)),
                Given::Whole(_) | Given::Text(_) | Given::Day(_) | Given::Flag(_) | Given::Box(_) => None,
            },
            Node::StartsWith(of, with) => Some(self.text(of)?.starts_with(with.as_str())),
            Node::EndsWith(of, with) => Some(self.text(of)?.ends_with(with.as_str())),
            Node::Matches(of, pattern) => {
                let pattern = self.form.patterns.get(pattern.0)?;
                is_match(&pattern.anchored(), &self.text(of)?)
            }
            Node::Number(_)
            | Node::Text(_)
            | Node::Choice(_)
            | Node::Rescale { .. }
            | Node::Negate(_)
            | Node::Arithmetic(..)
            | Node::Date { .. }
            | Node::Concat(_)
            | Node::ToText(_)
            | Node::First(..) => None,
        }
    }

    /// Whether every part is `wanted`; one that is not decides, whatever the others are.
    fn all(&self, parts: &'a [Expression], wanted: bool) -> Option<bool> {
        let mut known = Some(true);
        for part in parts {
            match self.truth(part) {
                Some(holds) if holds != wanted => return Some(false),
                Some(_) => {}
                None => known = None,
            }
        }
        known
    }

    fn compare(&self, comparison: Comparison, left: &'a Expression, right: &'a Expression) -> Option<bool> {
        let ordering = match left.ty {
            Type::Number { .. } | Type::Date => self.number(left)?.cmp(&self.number(right)?),
            Type::Bool => self.truth(left)?.cmp(&self.truth(right)?),
            Type::Text => self.text(left)?.cmp(&self.text(right)?),
            Type::Choice(_) => self.choice(left)?.cmp(&self.choice(right)?),
            Type::Choices(_) => return None,
        };
        Some(comparison.holds(ordering))
    }

    /// A number in units of the last place of its type; a day as year × 10000 + month × 100 + day.
    pub(super) fn number(&self, of: &Expression) -> Option<i64> {
        match &of.node {
            Node::Read(field) => match self.value(*field)? {
                Given::Whole(number) => Some(number),
                Given::Day(day) => Some(day.ordinal()),
                Given::Text(_) | Given::Flag(_) | Given::Box(_) | Given::Boxes(_) => None,
            },
            Node::Number(value) => Some(*value),
            Node::Rescale { of, by } => self.number(of)?.checked_mul(decimal::power(*by)),
            Node::Negate(of) => self.number(of)?.checked_neg(),
            Node::Arithmetic(operator, left, right) => {
                let (left, right) = (self.number(left)?, self.number(right)?);
                match operator {
                    Arithmetic::Add => left.checked_add(right),
                    Arithmetic::Subtract => left.checked_sub(right),
                    Arithmetic::Multiply => left.checked_mul(right),
                }
            }
            Node::Date { year, month, day } => {
                let days = i64::from(*month) * 100 + i64::from(*day);
                self.number(year)?.checked_mul(10_000)?.checked_add(days)
            }
            Node::Bool(_)
            | Node::Text(_)
            | Node::Choice(_)
            | Node::Compare(..)
            | Node::And(_)
            | Node::Or(_)
            | Node::Not(_)
            | Node::Has(_)
            | Node::In { .. }
            | Node::StartsWith(..)
            | Node::EndsWith(..)
            | Node::Matches(..)
            | Node::Concat(_)
            | Node::ToText(_)
            | Node::First(..) => None,
        }
    }

    /// A text.
    pub(super) fn text(&self, of: &'a Expression) -> Option<Cow<'a, str>> {
        match &of.node {
            Node::Read(field) => match self.value(*field)? {
                Given::Text(text) => Some(Cow::Borrowed(text)),
                Given::Whole(_) | Given::Day(_) | Given::Flag(_) | Given::Box(_) | Given::Boxes(_) => None,
            },
            Node::Text(text) => Some(Cow::Borrowed(text)),
            Node::Concat(parts) => {
                let parts = parts.iter().map(|part| self.text(part)).collect::<Option<Vec<_>>>()?;
                Some(Cow::Owned(parts.concat()))
            }
            Node::ToText(inner) => self.as_text(inner),
            Node::First(inner, count) => {
                let text = self.text(inner)?;
                Some(Cow::Owned(text.chars().take(*count as usize).collect()))
            }
            Node::Number(_)
            | Node::Bool(_)
            | Node::Choice(_)
            | Node::Rescale { .. }
            | Node::Negate(_)
            | Node::Arithmetic(..)
            | Node::Compare(..)
            | Node::And(_)
            | Node::Or(_)
            | Node::Not(_)
            | Node::Has(_)
            | Node::In { .. }
            | Node::StartsWith(..)
            | Node::EndsWith(..)
            | Node::Matches(..)
            | Node::Date { .. } => None,
        }
    }

    fn as_text(&self, of: &'a Expression) -> Option<Cow<'a, str>> {
        match of.ty {
            Type::Number { places } => Some(Cow::Owned(decimal::print(self.number(of)?, places))),
            Type::Date => Some(Cow::Owned(day(self.number(of)?))),
            Type::Text => self.text(of),
            Type::Bool | Type::Choice(_) | Type::Choices(_) => None,
        }
    }

    /// A box, by index.
    pub(super) fn choice(&self, of: &Expression) -> Option<usize> {
        match &of.node {
            Node::Choice(index) => Some(*index),
            Node::Read(field) => match self.value(*field)? {
                Given::Box(index) => Some(index),
                Given::Whole(_) | Given::Text(_) | Given::Day(_) | Given::Flag(_) | Given::Boxes(_) => None,
            },
            _ => None,
        }
    }
}

/// A day from its number, `YYYY-MM-DD`.
pub(super) fn day(ordinal: i64) -> String {
    format!("{:04}-{:02}-{:02}", ordinal / 10_000, ordinal / 100 % 100, ordinal % 100)
}
