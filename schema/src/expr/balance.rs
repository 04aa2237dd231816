//! Rules that hold a total against its parts, as what they are: a sum that should come to nothing.

use super::linear::Linear;
use super::{Expression, Node, Type};
use crate::form::Reference;

/// `total == part + part`, or the same with `<=` or `>=`, brought to one side.
///
/// With every field's value in units of its own last place, `Σ factor × value + constant` is 0 where both sides are equal.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Balance {
    /// The field that stands alone on its side.
    pub total: Reference,
    /// The fields with their factors, the total among them; three or more.
    pub terms: Vec<(Reference, i128)>,
    /// What is added.
    pub constant: i128,
}

impl Balance {
    /// What a comparison of a total with its parts says; none for any other expression.
    ///
    /// ```
    /// let spec = tianbao_schema::shipped()[0];
    /// let form = tianbao_schema::check(spec.path, spec.text.as_bytes()).form.unwrap();
    /// let rule = form.rules.iter().find(|rule| rule.id == "info_release.total.sum").unwrap();
    /// let balance = tianbao_schema::expr::Balance::of(&rule.assert).unwrap();
    /// assert_eq!(form.member(balance.total.member).path, "info_release.total");
    /// assert_eq!(balance.terms.len(), 4);
    /// ```
    #[must_use]
    pub fn of(assert: &Expression) -> Option<Self> {
        let Node::Compare(_, left, right) = &assert.node else { return None };
        if !matches!(left.ty, Type::Number { .. }) {
            return None;
        }
        let Linear { terms, constant } = Linear::difference(left, right)?;
        let terms: Vec<(Reference, i128)> = terms.into_iter().collect();
        let alone = |sign: i128| {
            let mut of_sign = terms.iter().filter(|(_, factor)| factor.signum() == sign);
            of_sign.next().filter(|_| of_sign.next().is_none()).map(|(reference, _)| *reference)
        };
        let total = alone(1).xor(alone(-1))?;
        (terms.len() > 2).then_some(Self { total, terms, constant })
    }
}
