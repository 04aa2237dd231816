//! What values an expression can take for any report that keeps the fields' limits: arithmetic that could overflow,
//! rules that can never fail or never hold.

use std::collections::BTreeMap;

use tianbao_core::date::LAST_YEAR;
use tianbao_core::decimal;

use super::linear::Linear;
use super::presence::{always_there, read_within};
use super::{Arithmetic, Comparison, Expression, Names, Node, Type, references};
use crate::form::{Kind, Reference};

type Range = (i128, i128);

/// Smallest and largest value of a number or day (in units of the last place; days as in [`Linear`]); none for others.
#[must_use]
pub fn range(names: &Names<'_>, number: &Expression) -> Option<(i128, i128)> {
    World::new(names).range(number)
}

/// Whether a rule is decided before any report is seen: `Some(true)` where it can never fail, `Some(false)` where it
/// can never hold, none where both are possible.
#[must_use]
pub fn verdict(names: &Names<'_>, when: Option<&Expression>, assert: &Expression) -> Option<bool> {
    let mut world = World::new(names);
    let both: Vec<&Expression> = when.into_iter().chain([assert]).collect();
    // A rule is judged only where all that it reads is there.
    world.present = references(&both).reads;
    if let Some(when) = when {
        if world.truth(when) == Some(false) {
            return Some(true);
        }
        world.assume(when, true);
        if world.impossible {
            return Some(true);
        }
    }
    world.truth(assert)
}

/// What is known of the report.
#[derive(Clone)]
struct World<'a> {
    names: &'a Names<'a>,
    /// Fields (flags as 0 and 1, a choice by index) that were narrowed.
    ranges: BTreeMap<Reference, Range>,
    /// Conditions that are known.
    facts: Vec<(&'a Expression, bool)>,
    present: Vec<Reference>,
    impossible: bool,
}

impl<'a> World<'a> {
    fn new(names: &'a Names<'_>) -> Self {
        Self { names, ranges: BTreeMap::new(), facts: Vec::new(), present: Vec::new(), impossible: false }
    }

    fn field(&self, reference: Reference) -> Option<Range> {
        if let Some(range) = self.ranges.get(&reference) {
            return Some(*range);
        }
        match &self.names.member(reference.member)?.field()?.kind {
            Kind::Count { min, max } | Kind::Number { min, max, .. } => {
                Some((i128::from(*min), i128::from(*max)))
            }
            Kind::Year { from, to } => {
                Some((i128::from(*from), i128::from(to.unwrap_or(LAST_YEAR.max(*from)))))
            }
            Kind::Date => Some((101, 99_991_231)),
            Kind::Flag => Some((0, 1)),
            Kind::Choice(choices) => Some((0, choices.len() as i128 - 1)),
            Kind::Text { .. } | Kind::Url | Kind::Choices(_) => None,
        }
    }

    fn range(&self, number: &Expression) -> Option<Range> {
        if let Some(linear) = Linear::of(number) {
            return self.linear(&linear);
        }
        // Fields multiplied with each other somewhere below.
        match &number.node {
            Node::Rescale { of, by } => Some(times(self.range(of)?, scalar(i128::from(decimal::power(*by))))),
            Node::Negate(of) => Some(times(self.range(of)?, scalar(-1))),
            Node::Arithmetic(operator, left, right) => {
                let (left, right) = (self.range(left)?, self.range(right)?);
                Some(match operator {
                    Arithmetic::Add => plus(left, right),
                    Arithmetic::Subtract => plus(left, times(right, scalar(-1))),
                    Arithmetic::Multiply => times(left, right),
                })
            }
            Node::Date { year, month, day } => {
                let days = i128::from(*month) * 100 + i128::from(*day);
                Some(plus(times(self.range(year)?, scalar(10_000)), scalar(days)))
            }
            Node::Read(_)
            | Node::Number(_)
            | Node::Bool(_)
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

    fn linear(&self, linear: &Linear) -> Option<Range> {
        linear.terms.iter().try_fold(scalar(linear.constant), |sum, (reference, factor)| {
            Some(plus(sum, times(self.field(*reference)?, scalar(*factor))))
        })
    }

    /// Whether a condition is decided.
    fn truth(&self, of: &'a Expression) -> Option<bool> {
        if let Some((_, known)) = self.facts.iter().find(|(fact, _)| *fact == of) {
            return Some(*known);
        }
        match &of.node {
            Node::Bool(value) => Some(*value),
            Node::Read(reference) => match self.field(*reference)? {
                (0, 0) => Some(false),
                (1, 1) => Some(true),
                _ => None,
            },
            Node::Not(of) => self.truth(of).map(|known| !known),
            Node::And(parts) => self.all(parts, true),
            // a || b is false just where !a && !b holds.
            Node::Or(parts) => self.all(parts, false).map(|known| !known),
            Node::Compare(comparison, left, right) => self.compare(*comparison, left, right),
            Node::Has(reference) => self.is_present(*reference).then_some(true),
            Node::In { .. } | Node::StartsWith(..) | Node::EndsWith(..) | Node::Matches(..) => None,
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

    /// Whether every part can be `wanted` at once: each is looked at in a world where those before it are.
    fn all(&self, parts: &'a [Expression], wanted: bool) -> Option<bool> {
        let mut world = self.clone();
        let mut certain = true;
        for part in parts {
            match world.truth(part) {
                Some(known) if known != wanted => return Some(false),
                Some(_) => {}
                None => {
                    certain = false;
                    world.assume(part, wanted);
                }
            }
            if world.impossible {
                return Some(false);
            }
        }
        certain.then_some(true)
    }

    fn compare(&self, comparison: Comparison, left: &'a Expression, right: &'a Expression) -> Option<bool> {
        if left == right {
            return Some(comparison.holds(std::cmp::Ordering::Equal));
        }
        let (low, high) = match left.ty {
            Type::Number { .. } | Type::Date => match Linear::difference(left, right) {
                // 2·x == 3 has no whole answer.
                Some(difference) if !comparison.orders() && !difference.divisible() => {
                    return Some(comparison == Comparison::NotEqual);
                }
                Some(difference) => self.linear(&difference)?,
                None => plus(self.range(left)?, times(self.range(right)?, scalar(-1))),
            },
            Type::Choice(_) => {
                let (left, right) = (self.choice(left)?, self.choice(right)?);
                plus(left, times(right, scalar(-1)))
            }
            Type::Bool => {
                let (left, right) = (self.truth(left)?, self.truth(right)?);
                return Some(comparison.holds(left.cmp(&right)));
            }
            Type::Text => match (&left.node, &right.node) {
                (Node::Text(left), Node::Text(right)) => return Some(comparison.holds(left.cmp(right))),
                _ => return None,
            },
            Type::Choices(_) => return None,
        };
        let (at_least, at_most) = (comparison.holds(low.cmp(&0)), comparison.holds(high.cmp(&0)));
        match comparison {
            Comparison::Equal if low == 0 && high == 0 => Some(true),
            Comparison::Equal => (low > 0 || high < 0).then_some(false),
            Comparison::NotEqual if low == 0 && high == 0 => Some(false),
            Comparison::NotEqual => (low > 0 || high < 0).then_some(true),
            Comparison::Less | Comparison::LessOrEqual | Comparison::Greater | Comparison::GreaterOrEqual => {
                (at_least == at_most).then_some(at_least)
            }
        }
    }

    fn choice(&self, of: &Expression) -> Option<Range> {
        match &of.node {
            Node::Choice(index) => Some(scalar(*index as i128)),
            Node::Read(reference) => self.field(*reference),
            _ => None,
        }
    }

    /// True where a valid report always has the field, or the rule would not be judged without it.
    fn is_present(&self, asked: Reference) -> bool {
        self.present.iter().any(|read| read_within(self.names, *read, asked))
            || !asked.previous && always_there(self.names, asked.member)
    }

    /// Takes a condition as known to hold, or not to.
    fn assume(&mut self, of: &'a Expression, holds: bool) {
        self.facts.push((of, holds));
        match (&of.node, holds) {
            (Node::And(parts), true) | (Node::Or(parts), false) => {
                for part in parts {
                    self.assume(part, holds);
                }
            }
            (Node::Not(of), _) => self.assume(of, !holds),
            (Node::Read(reference), _) => self.narrow(*reference, scalar(i128::from(holds))),
            (Node::Compare(comparison, left, right), _) => {
                let comparison = if holds { *comparison } else { comparison.negated() };
                self.assume_compared(comparison, left, right);
            }
            _ => {}
        }
    }

    fn assume_compared(&mut self, comparison: Comparison, left: &Expression, right: &Expression) {
        if let (Node::Read(field), Node::Choice(index)) | (Node::Choice(index), Node::Read(field)) =
            (&left.node, &right.node)
        {
            return self.bound(*field, comparison, *index as i128);
        }
        let Some(difference) = Linear::difference(left, right) else { return };
        let mut terms = difference.terms.iter();
        let (Some((field, factor)), None) = (terms.next(), terms.next()) else { return };
        // factor · field + constant ⋈ 0
        let target = -difference.constant;
        let comparison = if *factor < 0 { comparison.flipped() } else { comparison };
        let (target, factor) = if *factor < 0 { (-target, -*factor) } else { (target, *factor) };
        let (floor, exact) = (target.div_euclid(factor), target.rem_euclid(factor) == 0);
        match comparison {
            Comparison::Equal if !exact => self.impossible = true,
            Comparison::NotEqual if !exact => {}
            Comparison::Less if !exact => self.bound(*field, Comparison::LessOrEqual, floor),
            Comparison::GreaterOrEqual if !exact => self.bound(*field, Comparison::Greater, floor),
            Comparison::Equal
            | Comparison::NotEqual
            | Comparison::Less
            | Comparison::LessOrEqual
            | Comparison::Greater
            | Comparison::GreaterOrEqual => self.bound(*field, comparison, floor),
        }
    }

    fn bound(&mut self, field: Reference, comparison: Comparison, value: i128) {
        let Some((low, high)) = self.field(field) else { return };
        let range = match comparison {
            Comparison::Equal => (value, value),
            Comparison::NotEqual if low == value => (value + 1, high),
            Comparison::NotEqual if high == value => (low, value - 1),
            Comparison::NotEqual => return,
            Comparison::Less => (low, value - 1),
            Comparison::LessOrEqual => (low, value),
            Comparison::Greater => (value + 1, high),
            Comparison::GreaterOrEqual => (value, high),
        };
        self.narrow(field, range);
    }

    fn narrow(&mut self, field: Reference, (low, high): Range) {
        let Some((old_low, old_high)) = self.field(field) else { return };
        let range = (low.max(old_low), high.min(old_high));
        self.impossible |= range.0 > range.1;
        self.ranges.insert(field, range);
    }
}

const fn scalar(value: i128) -> Range {
    (value, value)
}

fn plus(left: Range, right: Range) -> Range {
    (left.0.saturating_add(right.0), left.1.saturating_add(right.1))
}

fn times(left: Range, right: Range) -> Range {
    let corners = [(left.0, right.0), (left.0, right.1), (left.1, right.0), (left.1, right.1)];
    let products = corners.map(|(one, other)| one.saturating_mul(other));
    products
        .iter()
        .fold((products[0], products[0]), |(low, high), product| (low.min(*product), high.max(*product)))
}
