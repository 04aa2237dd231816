//! Where the comparisons of a condition turn, for one field, given the values of the others.

use super::linear::Linear;
use super::{Expression, Node};
use crate::form::Reference;

/// The values of `of` at which a comparison of numbers or days turns, each with its neighbours, in units of the last
/// place of the field; days as year × 10000 + month × 100 + day. `value` tells what the others are.
#[must_use]
pub fn boundaries(
    condition: &Expression,
    of: Reference,
    value: &dyn Fn(Reference) -> Option<i64>,
) -> Vec<i64> {
    let mut found = Vec::new();
    condition.visit(&mut |node| {
        if let Node::Compare(_, left, right) = &node.node
            && let Some(difference) = Linear::difference(left, right)
            && let Some(turn) = turn(&difference, of, value)
        {
            found.extend([turn - 1, turn, turn + 1]);
        }
    });
    found.sort_unstable();
    found.dedup();
    found
}

fn turn(difference: &Linear, of: Reference, value: &dyn Fn(Reference) -> Option<i64>) -> Option<i64> {
    let factor = *difference.terms.get(&of)?;
    let mut rest = difference.constant;
    for (other, factor) in difference.terms.iter().filter(|(other, _)| **other != of) {
        rest = rest.checked_add(factor.checked_mul(i128::from(value(*other)?))?)?;
    }
    let turn = i64::try_from(-rest / factor).ok()?;
    (turn.unsigned_abs() < 1 << 60).then_some(turn)
}
