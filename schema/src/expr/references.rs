//! Which fields an expression reads or mentions.

use std::collections::BTreeSet;

use super::{Expression, Node};
use crate::form::Reference;

/// The fields of a rule, each list in the order of the form, this year's first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct References {
    /// Also those inside `has()`.
    pub mentions: Vec<Reference>,
    /// Those outside `has()`.
    pub reads: Vec<Reference>,
}

/// What some expressions mention and read together.
#[must_use]
pub fn references(expressions: &[&Expression]) -> References {
    let (mut mentions, mut reads) = (BTreeSet::new(), BTreeSet::new());
    for expression in expressions {
        expression.visit(&mut |of| match &of.node {
            Node::Read(reference) | Node::In { field: reference, .. } => {
                mentions.insert(*reference);
                reads.insert(*reference);
            }
            Node::Has(reference) => {
                mentions.insert(*reference);
            }
            _ => {}
        });
    }
    References { mentions: mentions.into_iter().collect(), reads: reads.into_iter().collect() }
}

impl Expression {
    /// The expressions directly inside this one, in order.
    #[must_use]
    pub fn children(&self) -> Vec<&Self> {
        match &self.node {
            Node::Read(_)
            | Node::Number(_)
            | Node::Bool(_)
            | Node::Text(_)
            | Node::Choice(_)
            | Node::Has(_)
            | Node::In { .. } => Vec::new(),
            Node::Rescale { of, .. }
            | Node::Negate(of)
            | Node::Not(of)
            | Node::StartsWith(of, _)
            | Node::EndsWith(of, _)
            | Node::Matches(of, _)
            | Node::ToText(of)
            | Node::First(of, _)
            | Node::Date { year: of, .. } => vec![of],
            Node::Arithmetic(_, left, right) | Node::Compare(_, left, right) => vec![left, right],
            Node::And(parts) | Node::Or(parts) | Node::Concat(parts) => parts.iter().collect(),
        }
    }

    /// Shows this expression and every one inside it, outermost first.
    pub fn visit<'e>(&'e self, see: &mut impl FnMut(&'e Self)) {
        see(self);
        for child in self.children() {
            child.visit(see);
        }
    }
}
