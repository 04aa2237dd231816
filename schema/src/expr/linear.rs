//! Numbers and days as sums `c₁·x₁ + c₂·x₂ + … + k` of fields: what makes `a <= a + b` and `b + a <= c` understood.

use std::collections::BTreeMap;

use tianbao_core::decimal;

use super::{Arithmetic, Expression, Node};
use crate::form::Reference;

/// A sum of fields. Days count as year × 10000 + month × 100 + day, which orders them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Linear {
    /// Factor of each field; never 0.
    pub(super) terms: BTreeMap<Reference, i128>,
    /// What is added.
    pub(super) constant: i128,
}

impl Linear {
    /// A number or day as a sum; none where fields are multiplied with each other.
    pub(super) fn of(expression: &Expression) -> Option<Self> {
        match &expression.node {
            Node::Read(reference) => Some(Self { terms: BTreeMap::from([(*reference, 1)]), constant: 0 }),
            Node::Number(value) => Some(Self { terms: BTreeMap::new(), constant: i128::from(*value) }),
            Node::Rescale { of, by } => Some(Self::of(of)?.times(i128::from(decimal::power(*by)))),
            Node::Negate(of) => Some(Self::of(of)?.times(-1)),
            Node::Arithmetic(Arithmetic::Add, left, right) => Some(Self::of(left)?.plus(Self::of(right)?)),
            Node::Arithmetic(Arithmetic::Subtract, left, right) => {
                Some(Self::of(left)?.plus(Self::of(right)?.times(-1)))
            }
            Node::Arithmetic(Arithmetic::Multiply, left, right) => {
                let (left, right) = (Self::of(left)?, Self::of(right)?);
                if left.terms.is_empty() {
                    return Some(right.times(left.constant));
                }
                right.terms.is_empty().then(|| left.times(right.constant))
            }
            Node::Date { year, month, day } => {
                let days = i128::from(*month) * 100 + i128::from(*day);
                let of = Self { terms: BTreeMap::new(), constant: days };
                Some(Self::of(year)?.times(10_000).plus(of))
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

    /// `left - right`.
    pub(super) fn difference(left: &Expression, right: &Expression) -> Option<Self> {
        Some(Self::of(left)?.plus(Self::of(right)?.times(-1)))
    }

    pub(super) fn times(mut self, factor: i128) -> Self {
        self.constant = self.constant.saturating_mul(factor);
        for term in self.terms.values_mut() {
            *term = term.saturating_mul(factor);
        }
        self.terms.retain(|_, term| *term != 0);
        self
    }

    /// The largest number that divides every factor; 0 where there are no fields.
    pub(super) fn common(&self) -> i128 {
        self.terms.values().fold(0, |common, factor| gcd(common, *factor))
    }

    /// Whether whole values can make the sum 0, as far as factors tell.
    pub(super) fn divisible(&self) -> bool {
        let common = self.common();
        common == 0 || self.constant % common == 0
    }

    fn plus(mut self, other: Self) -> Self {
        self.constant = self.constant.saturating_add(other.constant);
        for (reference, factor) in other.terms {
            let term = self.terms.entry(reference).or_default();
            *term = term.saturating_add(factor);
        }
        self.terms.retain(|_, term| *term != 0);
        self
    }
}

fn gcd(one: i128, other: i128) -> i128 {
    let (mut one, mut other) = (one.saturating_abs(), other.saturating_abs());
    while other != 0 {
        (one, other) = (other, one % other);
    }
    one
}
