//! Shapes with words of their own: beginnings and ends, windows of days, last year's report.

use super::operand::{literal, read, year_of};
use super::{Claim, Figure, Writer, listed, operand};
use crate::expr::{Arithmetic, Comparison, Expression, Node, Type};
use crate::form::Reference;

impl Writer<'_> {
    /// `a.startsWith('x') || a.startsWith('y')`, also with ends.
    pub(super) fn affixes(&self, parts: &[Expression]) -> Option<Claim> {
        let (mut seen, mut texts) = (None, Vec::new());
        for part in parts {
            let (of, with, word) = match &part.node {
                Node::StartsWith(of, with) => (of, with, "开头"),
                Node::EndsWith(of, with) => (of, with, "结尾"),
                _ => return None,
            };
            let field = read(of)?;
            if *seen.get_or_insert((field, word)) != (field, word) {
                return None;
            }
            texts.push(format!("“{with}”"));
        }
        let (field, word) = seen?;
        let plain = format!("{}应以{}{word}", self.labels.name(field), listed(&texts, "或"));
        Claim::new(plain, vec![Figure::value("", field, true)])
    }

    /// `d >= date(…) && d <= date(…)`
    pub(super) fn window(&self, parts: &[Expression]) -> Option<Claim> {
        let [first, second] = parts else { return None };
        let (field, from) = bound(first, Comparison::GreaterOrEqual)?;
        let (other, to) = bound(second, Comparison::LessOrEqual)?;
        if field != other {
            return None;
        }
        let (Node::Date { year: one, .. }, Node::Date { year: two, month, day }) = (&from.node, &to.node)
        else {
            return None;
        };
        let start = operand::day(&self.labels, from)?;
        let end = if year_of(one) == year_of(two) {
            format!("{month}月{day}日")
        } else {
            operand::day(&self.labels, to)?
        };
        let plain = format!("{}应在{start}至{end}之间", self.labels.name(field));
        Claim::new(plain, vec![Figure::value("", field, false)])
    }

    /// `x == previous.x`, `x >= previous.x`
    pub(super) fn last_year(
        &self,
        comparison: Comparison,
        left: &Expression,
        right: &Expression,
    ) -> Option<Claim> {
        let (one, other) = (read(left)?, read(right)?);
        if one.member != other.member || one.previous == other.previous {
            return None;
        }
        let (comparison, this, last) =
            if one.previous { (comparison.flipped(), other, one) } else { (comparison, one, other) };
        let name = self.labels.label(this);
        let day = left.ty == Type::Date;
        let plain = match comparison {
            Comparison::Equal => format!("{name}应与上年相同"),
            Comparison::NotEqual => format!("{name}不应与上年相同"),
            Comparison::Less => format!("{name}应{}于上年", if day { "早" } else { "少" }),
            Comparison::LessOrEqual => format!("{name}不应{}于上年", if day { "晚" } else { "多" }),
            Comparison::Greater => format!("{name}应{}于上年", if day { "晚" } else { "多" }),
            Comparison::GreaterOrEqual => format!("{name}不应{}于上年", if day { "早" } else { "少" }),
        };
        let quoted = !matches!(left.ty, Type::Number { .. } | Type::Date);
        Claim::new(plain, vec![Figure::value("今年", this, quoted), Figure::value("上年", last, quoted)])
    }

    /// `x * 10 >= previous.x && x <= previous.x * 10`
    pub(super) fn within_factor(&self, parts: &[Expression]) -> Option<Claim> {
        let [first, second] = parts else { return None };
        let (Some((large, factor, small)), Some((last, again, this))) = (at_most(first), at_most(second))
        else {
            return None;
        };
        // this · k >= last, last · k >= this
        let mutual = large == this && small == last && factor == again;
        let years = large.member == small.member && large.previous != small.previous;
        if !mutual || !years {
            return None;
        }
        let (this, last) = if large.previous { (small, large) } else { (large, small) };
        let plain = format!("{}与上年相差不应超过 {factor} 倍", self.labels.label(this));
        Claim::new(plain, vec![Figure::value("今年", this, false), Figure::value("上年", last, false)])
    }
}

/// `d ⋈ day` with the field on the left.
fn bound(of: &Expression, wanted: Comparison) -> Option<(Reference, &Expression)> {
    let Node::Compare(comparison, left, right) = &of.node else { return None };
    if left.ty != Type::Date {
        return None;
    }
    match (&left.node, &right.node) {
        (Node::Read(field), _) if *comparison == wanted => Some((*field, right)),
        (_, Node::Read(field)) if comparison.flipped() == wanted => Some((*field, left)),
        _ => None,
    }
}

/// `large · k >= small` as (large, k, small).
fn at_most(of: &Expression) -> Option<(Reference, String, Reference)> {
    let Node::Compare(comparison, left, right) = &of.node else { return None };
    let (large, small) = match comparison {
        Comparison::GreaterOrEqual => (left, right),
        Comparison::LessOrEqual => (right, left),
        Comparison::Equal | Comparison::NotEqual | Comparison::Less | Comparison::Greater => return None,
    };
    let Node::Arithmetic(Arithmetic::Multiply, one, other) = &large.node else { return None };
    let (large, factor) = match (read(one), literal(other), literal(one), read(other)) {
        (Some(field), Some(factor), _, _) | (_, _, Some(factor), Some(field)) => (field, factor),
        _ => return None,
    };
    Some((large, factor, read(small)?))
}
