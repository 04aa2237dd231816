//! Expressions as formulas in the form's own labels, for documentation: 总数 = 自然人办件量 + 法人办件量.

use tianbao_core::decimal;

use super::sentence::{Labels, day};
use super::{Arithmetic, Comparison, Expression, Names, Node, Type};
use crate::form::{Form, Reference};

/// An expression as a formula. Whoever writes many makes [`Formulas`] once.
#[must_use]
pub fn text(form: &Form, expression: &Expression) -> String {
    Formulas::new(form).text(expression)
}

/// Writes the formulas of one form.
pub struct Formulas<'a> {
    names: Names<'a>,
}

impl<'a> Formulas<'a> {
    /// For a form.
    #[must_use]
    pub fn new(form: &'a Form) -> Self {
        Self { names: Names::new(&form.members, &form.patterns) }
    }

    /// An expression as a formula.
    #[must_use]
    pub fn text(&self, expression: &Expression) -> String {
        self.texts(&[expression]).pop().unwrap_or_default()
    }

    /// Expressions of one rule, in which a field is called the same everywhere.
    #[must_use]
    pub fn texts(&self, expressions: &[&Expression]) -> Vec<String> {
        let writer = Writer { labels: Labels::new(&self.names, expressions), names: &self.names };
        expressions.iter().map(|expression| writer.text(expression, Level::Whole)).collect()
    }
}

/// What binds less than its surroundings stands in brackets.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    Whole,
    And,
    Compare,
    Add,
    Multiply,
    Value,
}

struct Writer<'a> {
    labels: Labels<'a>,
    names: &'a Names<'a>,
}

impl Writer<'_> {
    fn text(&self, of: &Expression, around: Level) -> String {
        let (level, text) = self.bare(of);
        if level < around { format!("（{text}）") } else { text }
    }

    fn bare(&self, of: &Expression) -> (Level, String) {
        match &of.node {
            Node::Read(field) if of.ty == Type::Bool => {
                (Level::Compare, format!("{} = “是”", self.labels.name(*field)))
            }
            Node::Read(field) => (Level::Value, self.labels.name(*field)),
            Node::Number(value) => (Level::Value, number(*value, of.ty)),
            Node::Bool(value) => (Level::Value, tianbao_core::print::flag(*value).to_owned()),
            Node::Text(text) => (Level::Value, format!("“{text}”")),
            Node::Choice(index) => (Level::Value, self.choice(of.ty, *index)),
            Node::Rescale { of, .. } => self.bare(of),
            Node::Negate(of) => (Level::Multiply, format!("−{}", self.text(of, Level::Value))),
            Node::Arithmetic(operator, left, right) => self.arithmetic(*operator, left, right),
            Node::Compare(comparison, left, right) => self.compare(*comparison, left, right),
            Node::And(parts) => (Level::And, self.joined(parts, " 且 ", Level::Compare)),
            Node::Or(parts) => (Level::Whole, self.joined(parts, " 或 ", Level::And)),
            Node::Not(of) => self.not(of),
            Node::Has(field) => (Level::Compare, format!("填了{}", self.labels.name(*field))),
            Node::In { choice, field } => (Level::Compare, self.checked("勾选", *choice, *field)),
            Node::StartsWith(of, with) => {
                (Level::Compare, format!("{} 以“{with}”开头", self.text(of, Level::Add)))
            }
            Node::EndsWith(of, with) => {
                (Level::Compare, format!("{} 以“{with}”结尾", self.text(of, Level::Add)))
            }
            Node::Matches(of, pattern) => {
                let name = self.text(of, Level::Add);
                let said = self.names.pattern(*pattern).map_or("", |pattern| pattern.message.as_str());
                (
                    Level::Compare,
                    if said.starts_with(&name) { said.to_owned() } else { format!("{name}{said}") },
                )
            }
            Node::Date { year, month, day: of_month } => {
                let year = || format!("{} 年{month}月{of_month}日", self.text(year, Level::Value));
                (Level::Value, day(&self.labels, of).unwrap_or_else(year))
            }
            Node::Concat(parts) => (Level::Add, self.joined(parts, " ＋ ", Level::Add)),
            Node::ToText(of) => self.bare(of),
            Node::First(of, count) => {
                (Level::Value, format!("{} 的前 {count} 个字", self.text(of, Level::Value)))
            }
        }
    }

    fn joined(&self, parts: &[Expression], sign: &str, level: Level) -> String {
        parts.iter().map(|part| self.text(part, level)).collect::<Vec<_>>().join(sign)
    }

    fn arithmetic(&self, operator: Arithmetic, left: &Expression, right: &Expression) -> (Level, String) {
        let (sign, level, tighter) = match operator {
            Arithmetic::Add => ("+", Level::Add, Level::Add),
            Arithmetic::Subtract => ("−", Level::Add, Level::Multiply),
            Arithmetic::Multiply => ("×", Level::Multiply, Level::Multiply),
        };
        (level, format!("{} {sign} {}", self.text(left, level), self.text(right, tighter)))
    }

    fn compare(&self, comparison: Comparison, left: &Expression, right: &Expression) -> (Level, String) {
        if left.ty == Type::Bool {
            // Both or neither.
            let (left, right) = (self.text(left, Level::Compare), self.text(right, Level::Compare));
            let sign = if comparison == Comparison::Equal { "⇔" } else { "⇎" };
            return (Level::And, format!("{left} {sign} {right}"));
        }
        let sign = match comparison {
            Comparison::Equal => "=",
            Comparison::NotEqual => "≠",
            Comparison::Less => "<",
            Comparison::LessOrEqual => "≤",
            Comparison::Greater => ">",
            Comparison::GreaterOrEqual => "≥",
        };
        (Level::Compare, format!("{} {sign} {}", self.text(left, Level::Add), self.text(right, Level::Add)))
    }

    fn not(&self, of: &Expression) -> (Level, String) {
        match &of.node {
            Node::Read(field) => (Level::Compare, format!("{} = “否”", self.labels.name(*field))),
            Node::Has(field) => (Level::Compare, format!("没有填{}", self.labels.name(*field))),
            Node::In { choice, field } => (Level::Compare, self.checked("没有勾选", *choice, *field)),
            Node::Compare(comparison, left, right) if left.ty != Type::Bool => {
                self.compare(comparison.negated(), left, right)
            }
            _ => (Level::Compare, format!("并非（{}）", self.text(of, Level::Whole))),
        }
    }

    fn checked(&self, verb: &str, choice: usize, field: Reference) -> String {
        let label = self.labels.choice(field.member, choice).map_or("", |choice| &choice.label);
        format!("{}{verb}“{label}”", self.labels.name(field))
    }

    fn choice(&self, ty: Type, index: usize) -> String {
        match ty {
            Type::Choice(field) | Type::Choices(field) => {
                format!("“{}”", self.labels.choice(field, index).map_or("", |choice| &choice.label))
            }
            Type::Bool | Type::Number { .. } | Type::Text | Type::Date => String::new(),
        }
    }
}

fn number(value: i64, ty: Type) -> String {
    match ty {
        Type::Number { places } => decimal::print(value, places),
        Type::Bool | Type::Text | Type::Date | Type::Choice(_) | Type::Choices(_) => value.to_string(),
    }
}
