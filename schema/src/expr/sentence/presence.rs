//! Presence in words: 微博、微信与其他至少应填一项.

use super::operand::flag;
use super::{Claim, Writer, listed};
use crate::expr::{Comparison, Expression, Node};
use crate::form::Reference;

impl Writer<'_> {
    /// The names of `has(a)`, `has(b)` …
    pub(super) fn all_has(&self, parts: &[Expression]) -> Option<Vec<String>> {
        let names = parts.iter().map(|part| match &part.node {
            Node::Has(of) => Some(self.labels.name(*of)),
            _ => None,
        });
        names.collect()
    }

    pub(super) fn any_present(&self, parts: &[Expression]) -> Option<Claim> {
        Claim::bare(format!("{}至少应填一项", listed(&self.all_has(parts)?, "与")))
    }

    pub(super) fn all_present(&self, parts: &[Expression]) -> Option<Claim> {
        Claim::bare(format!("{}都应填", listed(&self.all_has(parts)?, "与")))
    }

    pub(super) fn all_absent(&self, parts: &[Expression]) -> Option<Claim> {
        let names = parts.iter().map(|part| match &part.node {
            Node::Not(inner) => match &inner.node {
                Node::Has(of) => Some(self.labels.name(*of)),
                _ => None,
            },
            _ => None,
        });
        let names = names.collect::<Option<Vec<String>>>()?;
        Claim::bare(format!("{}都不应填", listed(&names, "与")))
    }

    /// `has(line) == ('other' in boxes)`, `has(a) == flag`
    pub(super) fn box_and_line(
        &self,
        comparison: Comparison,
        left: &Expression,
        right: &Expression,
    ) -> Option<Claim> {
        let (field, other) = match (&left.node, &right.node) {
            (Node::Has(field), _) => (*field, right),
            (_, Node::Has(field)) => (*field, left),
            _ => return None,
        };
        if comparison != Comparison::Equal {
            return None;
        }
        if let Some(flag) = flag(other) {
            let (flag, name) = (self.labels.name(flag), self.labels.name(field));
            return Claim::bare(format!("{flag}为“是”时应填{name}，为“否”时不应填"));
        }
        let Node::In { choice, field: boxes } = &other.node else { return None };
        let choice = self.labels.choice(boxes.member, *choice)?;
        let line = choice.line == Some(field.member);
        let name = if line { "后面的横线".to_owned() } else { self.line_name(field, &choice.label) };
        Claim::bare(format!("勾选“{}”时应填{name}，没有勾选时不应填", choice.label))
    }

    /// A field that is called like its box: its line.
    fn line_name(&self, field: Reference, choice: &str) -> String {
        let name = self.labels.name(field);
        if name == choice { "后面的横线".to_owned() } else { name }
    }
}
