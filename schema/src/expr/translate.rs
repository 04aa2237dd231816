//! Expressions of one edition in the terms of another: what they read, the boxes and patterns that they name.

use super::{Expression, Node, Type};
use crate::form::{MemberId, PatternId, Reference};

/// What is what in the other edition; none where it is no more.
pub struct Translation<'a> {
    /// Members.
    pub member: &'a dyn Fn(MemberId) -> Option<MemberId>,
    /// The boxes of a field, by index; both of this edition.
    pub choice: &'a dyn Fn(MemberId, usize) -> Option<usize>,
    /// Patterns.
    pub pattern: &'a dyn Fn(PatternId) -> Option<PatternId>,
}

impl Expression {
    /// The expression in the other edition's terms; none where that lacks something.
    #[must_use]
    pub fn translated(&self, into: &Translation<'_>) -> Option<Self> {
        let of = |of: &Self| Some(Box::new(of.translated(into)?));
        let all = |parts: &[Self]| parts.iter().map(|part| part.translated(into)).collect::<Option<Vec<_>>>();
        let node = match &self.node {
            Node::Read(field) => Node::Read(reference(*field, into)?),
            Node::Has(field) => Node::Has(reference(*field, into)?),
            Node::Number(value) => Node::Number(*value),
            Node::Bool(value) => Node::Bool(*value),
            Node::Text(text) => Node::Text(text.clone()),
            Node::Choice(index) => Node::Choice((into.choice)(field_of(self.ty)?, *index)?),
            Node::Rescale { of: inner, by } => Node::Rescale { of: of(inner)?, by: *by },
            Node::Negate(inner) => Node::Negate(of(inner)?),
            Node::Arithmetic(operator, left, right) => Node::Arithmetic(*operator, of(left)?, of(right)?),
            Node::Compare(comparison, left, right) => Node::Compare(*comparison, of(left)?, of(right)?),
            Node::And(parts) => Node::And(all(parts)?),
            Node::Or(parts) => Node::Or(all(parts)?),
            Node::Not(inner) => Node::Not(of(inner)?),
            Node::In { choice, field } => {
                Node::In { choice: (into.choice)(field.member, *choice)?, field: reference(*field, into)? }
            }
            Node::StartsWith(inner, with) => Node::StartsWith(of(inner)?, with.clone()),
            Node::EndsWith(inner, with) => Node::EndsWith(of(inner)?, with.clone()),
            Node::Matches(inner, pattern) => Node::Matches(of(inner)?, (into.pattern)(*pattern)?),
            Node::Date { year, month, day } => Node::Date { year: of(year)?, month: *month, day: *day },
            Node::Concat(parts) => Node::Concat(all(parts)?),
            Node::ToText(inner) => Node::ToText(of(inner)?),
            Node::First(inner, count) => Node::First(of(inner)?, *count),
        };
        let ty = match self.ty {
            Type::Choice(field) => Type::Choice((into.member)(field)?),
            Type::Choices(field) => Type::Choices((into.member)(field)?),
            Type::Bool | Type::Number { .. } | Type::Text | Type::Date => self.ty,
        };
        Some(Self { node, ty, span: self.span })
    }
}

fn reference(of: Reference, into: &Translation<'_>) -> Option<Reference> {
    Some(Reference { previous: of.previous, member: (into.member)(of.member)? })
}

fn field_of(ty: Type) -> Option<MemberId> {
    match ty {
        Type::Choice(field) | Type::Choices(field) => Some(field),
        Type::Bool | Type::Number { .. } | Type::Text | Type::Date => None,
    }
}
