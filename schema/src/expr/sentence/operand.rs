//! Numbers and days in words.

use tianbao_core::decimal;

use super::{Figure, Labels, Writer, listed};
use crate::expr::{Arithmetic, Comparison, Expression, Node, Type};
use crate::form::{Piece, Reference};

/// One side of a comparison of numbers.
pub(super) struct Operand {
    /// In words: 自然人办件量与法人办件量之和.
    pub(super) words: String,
    /// What shows its value; none for a literal.
    pub(super) shown: Shown,
}

/// How the value of a side is shown.
pub(super) enum Shown {
    /// A literal: not at all.
    Not,
    /// A field.
    Field(Reference),
    /// A sum of so many parts.
    Sum(usize),
}

impl Operand {
    pub(super) fn is_literal(&self) -> bool {
        matches!(self.shown, Shown::Not)
    }
}

impl Writer<'_> {
    /// A number in words; none where there is no plain way to say it.
    pub(super) fn operand(&self, of: &Expression) -> Option<Operand> {
        let of = unscaled(of);
        if let Some(field) = read(of) {
            return Some(Operand { words: self.labels.name(field), shown: Shown::Field(field) });
        }
        if let Some(number) = literal(of) {
            return Some(Operand { words: number, shown: Shown::Not });
        }
        match &of.node {
            Node::Arithmetic(Arithmetic::Add, ..) => self.sum(of),
            Node::Arithmetic(Arithmetic::Multiply, left, right) => {
                let (field, factor) = match (read(left), literal(right), literal(left), read(right)) {
                    (Some(field), Some(factor), _, _) | (_, _, Some(factor), Some(field)) => (field, factor),
                    _ => return None,
                };
                let words = format!("{}的 {factor} 倍", self.labels.name(field));
                Some(Operand { words, shown: Shown::Field(field) })
            }
            Node::Arithmetic(Arithmetic::Subtract, left, right) => {
                let (left, right) = (read(left)?, read(right)?);
                let words = format!("{}与{}之差", self.labels.name(left), self.labels.name(right));
                Some(Operand { words, shown: Shown::Sum(2) })
            }
            _ => None,
        }
    }

    fn sum(&self, of: &Expression) -> Option<Operand> {
        let mut parts = Vec::new();
        summands(of, &mut parts);
        let names: Option<Vec<String>> = parts
            .iter()
            .map(|part| match read(part) {
                Some(field) => Some(self.labels.name(field)),
                None => literal(part).map(|number| format!(" {number} ")),
            })
            .collect();
        let names = names?;
        let words = format!("{}之和", listed(&names, "与"));
        Some(Operand { words, shown: Shown::Sum(names.len()) })
    }

    /// The values of both sides: by name a field, as 前/后几项之和 a sum.
    pub(super) fn figures(
        &self,
        (left, one): (&Expression, &Operand),
        (right, other): (&Expression, &Operand),
    ) -> Vec<Figure> {
        let figure = |of: &Expression, operand: &Operand, side: &str| match operand.shown {
            Shown::Not => None,
            Shown::Field(field) => Some(Figure::value(self.labels.name(field), field, false)),
            Shown::Sum(parts) => {
                let word = if operand.words.ends_with("差") { "差" } else { "和" };
                let name = format!("{side}{}项之{word}", chinese(parts));
                Some(Figure { name, piece: Piece::Figure(of.clone()), quoted: false })
            }
        };
        [figure(left, one, "前"), figure(right, other, "后")].into_iter().flatten().collect()
    }
}

/// A number without the zeros that its other side asked for.
fn unscaled(of: &Expression) -> &Expression {
    match &of.node {
        Node::Rescale { of, .. } => unscaled(of),
        _ => of,
    }
}

/// The field that an expression is.
pub(super) fn read(of: &Expression) -> Option<Reference> {
    match &unscaled(of).node {
        Node::Read(field) => Some(*field),
        _ => None,
    }
}

/// A literal as printed.
pub(super) fn literal(of: &Expression) -> Option<String> {
    match (&of.node, of.ty) {
        (Node::Number(value), Type::Number { places }) => Some(decimal::print(*value, places)),
        _ => None,
    }
}

fn summands<'e>(of: &'e Expression, parts: &mut Vec<&'e Expression>) {
    match &unscaled(of).node {
        Node::Arithmetic(Arithmetic::Add, left, right) => {
            summands(left, parts);
            summands(right, parts);
        }
        _ => parts.push(of),
    }
}

/// 两、三 … of counting words.
pub(super) fn chinese(number: usize) -> String {
    const DIGITS: [&str; 11] = ["零", "一", "两", "三", "四", "五", "六", "七", "八", "九", "十"];
    DIGITS.get(number).map_or_else(|| format!(" {number} "), |digit| (*digit).to_owned())
}

/// A day in words: a field, 次年1月31日, 2020年1月31日.
pub(in crate::expr) fn day(labels: &Labels<'_>, of: &Expression) -> Option<String> {
    match &of.node {
        Node::Read(field) => Some(labels.name(*field)),
        Node::Date { year, month, day } => Some(format!("{}{month}月{day}日", year_of(year)?)),
        _ => None,
    }
}

/// The year of a day: 当年, 次年, 上一年 of the report's year; a literal with 年.
pub(super) fn year_of(year: &Expression) -> Option<String> {
    match &year.node {
        Node::Number(year) => Some(format!("{year}年")),
        Node::Read(of) => Some(if of.previous { "上年" } else { "当年" }.to_owned()),
        Node::Arithmetic(operator, left, right) => match (&left.node, operator, &right.node) {
            (Node::Read(of), Arithmetic::Add, Node::Number(1)) if !of.previous => Some("次年".to_owned()),
            (Node::Read(of), Arithmetic::Subtract, Node::Number(1)) if !of.previous => {
                Some("上年".to_owned())
            }
            _ => None,
        },
        _ => None,
    }
}

/// The flag that a condition is: `f`, `f == true`.
pub(super) fn flag(of: &Expression) -> Option<Reference> {
    match (&of.node, of.ty) {
        (Node::Read(field), Type::Bool) => Some(*field),
        (Node::Compare(Comparison::Equal, left, right), _) => match (&left.node, &right.node) {
            (Node::Read(field), Node::Bool(true)) | (Node::Bool(true), Node::Read(field)) => Some(*field),
            _ => None,
        },
        _ => None,
    }
}
