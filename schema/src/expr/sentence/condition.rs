//! Conditions in words, as they stand before 时: 征集调查期数为 0.

use super::operand::{day, flag, literal, read};
use super::{Writer, listed};
use crate::expr::{Comparison, Expression, Node, Type};

impl Writer<'_> {
    /// A condition; none where there is no plain way to say it.
    pub(super) fn condition(&self, of: &Expression) -> Option<String> {
        if let Some(field) = flag(of) {
            return Some(format!("{}为“是”", self.labels.name(field)));
        }
        match &of.node {
            Node::And(parts) => self.same_value(parts, "都为").or_else(|| self.conditions(parts, "，且")),
            Node::Or(parts) => self.either(parts).or_else(|| self.conditions(parts, "，或者")),
            Node::Not(inner) => self.negated(inner),
            Node::Has(field) => Some(format!("填了{}", self.labels.name(*field))),
            Node::In { choice, field } => {
                let choice = self.labels.choice(field.member, *choice)?;
                Some(format!("勾选了“{}”", choice.label))
            }
            Node::StartsWith(of, with) => Some(format!("{}以“{with}”开头", self.labels.name(read(of)?))),
            Node::EndsWith(of, with) => Some(format!("{}以“{with}”结尾", self.labels.name(read(of)?))),
            Node::Compare(comparison, left, right) => self.compared(*comparison, left, right),
            _ => None,
        }
    }

    fn conditions(&self, parts: &[Expression], with: &str) -> Option<String> {
        let parts = parts.iter().map(|part| self.condition(part)).collect::<Option<Vec<_>>>()?;
        Some(parts.join(with))
    }

    fn negated(&self, of: &Expression) -> Option<String> {
        if let Some(field) = flag(of) {
            return Some(format!("{}为“否”", self.labels.name(field)));
        }
        match &of.node {
            Node::Has(field) => Some(format!("没有填{}", self.labels.name(*field))),
            Node::In { choice, field } => {
                let choice = self.labels.choice(field.member, *choice)?;
                Some(format!("没有勾选“{}”", choice.label))
            }
            Node::Compare(comparison, left, right) => self.compared(comparison.negated(), left, right),
            _ => None,
        }
    }

    /// `a == 0 && b == 0` as 甲与乙都为 0.
    pub(super) fn same_value(&self, parts: &[Expression], word: &str) -> Option<String> {
        let (mut names, mut value) = (Vec::new(), None);
        for part in parts {
            let Node::Compare(Comparison::Equal, left, right) = &part.node else { return None };
            let number = literal(right)?;
            if *value.get_or_insert_with(|| number.clone()) != number {
                return None;
            }
            names.push(self.labels.name(read(left)?));
        }
        Some(format!("{}{word} {}", listed(&names, "与"), value?))
    }

    /// `k == 'a' || k == 'b'` as 网站类型为“甲”或“乙”.
    fn either(&self, parts: &[Expression]) -> Option<String> {
        let (field, labels) = self.choices_of_one(parts)?;
        Some(format!("{}为{}", self.labels.name(field), listed(&labels, "或")))
    }

    /// The boxes, quoted, that one field is compared with.
    pub(super) fn choices_of_one(
        &self,
        parts: &[Expression],
    ) -> Option<(crate::form::Reference, Vec<String>)> {
        let (mut field, mut labels) = (None, Vec::new());
        for part in parts {
            let Node::Compare(Comparison::Equal, left, right) = &part.node else { return None };
            let (of, index) = match (&left.node, &right.node) {
                (Node::Read(of), Node::Choice(index)) | (Node::Choice(index), Node::Read(of)) => {
                    (*of, *index)
                }
                _ => return None,
            };
            if *field.get_or_insert(of) != of {
                return None;
            }
            labels.push(format!("“{}”", self.labels.choice(of.member, index)?.label));
        }
        Some((field?, labels))
    }

    fn compared(&self, comparison: Comparison, left: &Expression, right: &Expression) -> Option<String> {
        match left.ty {
            Type::Number { .. } => {
                let (left, right) = (self.operand(left)?, self.operand(right)?);
                let word = match comparison {
                    Comparison::Equal if right.is_literal() => "为",
                    Comparison::NotEqual if right.is_literal() => "不为",
                    Comparison::Equal => "等于",
                    Comparison::NotEqual => "不等于",
                    Comparison::Less => "小于",
                    Comparison::LessOrEqual => "不大于",
                    Comparison::Greater => "大于",
                    Comparison::GreaterOrEqual => "不小于",
                };
                let gap = if right.is_literal() { " " } else { "" };
                Some(format!("{}{word}{gap}{}", left.words, right.words))
            }
            Type::Date => {
                let (left, right) = (day(&self.labels, left)?, day(&self.labels, right)?);
                let word = match comparison {
                    Comparison::Equal => "为",
                    Comparison::NotEqual => "不为",
                    Comparison::Less => "早于",
                    Comparison::LessOrEqual => "不晚于",
                    Comparison::Greater => "晚于",
                    Comparison::GreaterOrEqual => "不早于",
                };
                Some(format!("{left}{word}{right}"))
            }
            Type::Choice(_) | Type::Text => {
                let (field, value) = self.fixed(left, right)?;
                let word = if comparison == Comparison::Equal { "为" } else { "不为" };
                Some(format!("{}{word}“{value}”", self.labels.name(field)))
            }
            Type::Bool | Type::Choices(_) => None,
        }
    }

    /// A field and the box or text that it is compared with, as printed.
    pub(super) fn fixed(
        &self,
        left: &Expression,
        right: &Expression,
    ) -> Option<(crate::form::Reference, String)> {
        match (&left.node, &right.node) {
            (Node::Read(of), Node::Choice(index)) | (Node::Choice(index), Node::Read(of)) => {
                Some((*of, self.labels.choice(of.member, *index)?.label.clone()))
            }
            (Node::Read(of), Node::Text(text)) | (Node::Text(text), Node::Read(of)) => {
                Some((*of, text.clone()))
            }
            _ => None,
        }
    }
}
