//! One text for expressions that say the same: to find rules that repeat or contradict each other by hash.

use super::linear::Linear;
use super::{Comparison, Expression, Node, Type};
use crate::form::Reference;

/// Equal for two conditions that differ in order, in sides, in negation or in what is added on both sides only.
#[must_use]
pub fn normal_form(of: &Expression) -> String {
    condition(of, true)
}

/// The normal form of what holds exactly where this does not.
#[must_use]
pub fn negated_form(of: &Expression) -> String {
    condition(of, false)
}

fn condition(of: &Expression, holds: bool) -> String {
    match &of.node {
        Node::Not(of) => condition(of, !holds),
        Node::And(parts) => joined(parts, holds, holds),
        Node::Or(parts) => joined(parts, !holds, holds),
        Node::Bool(value) => (*value == holds).to_string(),
        Node::Compare(comparison, left, right) => {
            compared(if holds { *comparison } else { comparison.negated() }, left, right)
        }
        _ if holds => value(of),
        _ => format!("!{}", value(of)),
    }
}

fn joined(parts: &[Expression], and: bool, holds: bool) -> String {
    let mut parts: Vec<String> = parts.iter().map(|part| condition(part, holds)).collect();
    parts.sort();
    parts.dedup();
    if parts.len() == 1 {
        return parts.remove(0);
    }
    format!("({})", parts.join(if and { "&" } else { "|" }))
}

fn compared(comparison: Comparison, left: &Expression, right: &Expression) -> String {
    let numbers = matches!(left.ty, Type::Number { .. } | Type::Date);
    if let Some(difference) = Linear::difference(left, right).filter(|_| numbers) {
        return linear(comparison, difference);
    }
    let boolean = left.ty == Type::Bool;
    let side = |of| if boolean { condition(of, true) } else { value(of) };
    let (left, right) = (side(left), side(right));
    let (comparison, left, right) = match comparison {
        Comparison::Greater | Comparison::GreaterOrEqual => (comparison.flipped(), right, left),
        Comparison::Equal | Comparison::NotEqual if right < left => (comparison, right, left),
        Comparison::Equal | Comparison::NotEqual | Comparison::Less | Comparison::LessOrEqual => {
            (comparison, left, right)
        }
    };
    format!("({left}{}{right})", comparison.sign())
}

/// `difference ⋈ 0` as `… <= 0`, `… == 0` or `… != 0` of whole numbers without a common factor.
fn linear(comparison: Comparison, difference: Linear) -> String {
    let (comparison, mut difference) = match comparison {
        Comparison::Greater | Comparison::GreaterOrEqual => (comparison.flipped(), difference.times(-1)),
        Comparison::Equal | Comparison::NotEqual => {
            let negative = difference.terms.values().next().is_some_and(|factor| *factor < 0);
            (comparison, if negative { difference.times(-1) } else { difference })
        }
        Comparison::Less | Comparison::LessOrEqual => (comparison, difference),
    };
    let comparison = match comparison {
        Comparison::Less => {
            difference.constant = difference.constant.saturating_add(1);
            Comparison::LessOrEqual
        }
        other => other,
    };
    let common = difference.common();
    if common > 1 && (comparison == Comparison::LessOrEqual || difference.divisible()) {
        for factor in difference.terms.values_mut() {
            *factor /= common;
        }
        // c·x + k <= 0 of whole x is x + ceil(k / c) <= 0.
        difference.constant = -(-difference.constant).div_euclid(common);
    }
    let terms: Vec<String> =
        difference.terms.iter().map(|(field, factor)| format!("{factor}*{}", name(*field))).collect();
    format!("({}+{}{}0)", terms.join("+"), difference.constant, comparison.sign())
}

fn value(of: &Expression) -> String {
    match &of.node {
        Node::Read(field) => name(*field),
        Node::Number(number) => number.to_string(),
        Node::Text(text) => format!("{text:?}"),
        Node::Choice(index) => format!("box {index}"),
        Node::Rescale { of, by } => format!("{}e{by}", value(of)),
        Node::Negate(of) => format!("-{}", value(of)),
        Node::Arithmetic(operator, left, right) => format!("({operator:?} {} {})", value(left), value(right)),
        Node::Has(field) => format!("has {}", name(*field)),
        Node::In { choice, field } => format!("{choice} in {}", name(*field)),
        Node::StartsWith(of, with) => format!("{} starts {with:?}", value(of)),
        Node::EndsWith(of, with) => format!("{} ends {with:?}", value(of)),
        Node::Matches(of, pattern) => format!("{} matches {}", value(of), pattern.0),
        Node::Date { year, month, day } => format!("date {} {month} {day}", value(year)),
        Node::Concat(parts) => parts.iter().map(value).collect::<Vec<_>>().join("+"),
        Node::ToText(of) => format!("text {}", value(of)),
        Node::First(of, count) => format!("first {count} of {}", value(of)),
        Node::Bool(_) | Node::Compare(..) | Node::And(_) | Node::Or(_) | Node::Not(_) => condition(of, true),
    }
}

fn name(field: Reference) -> String {
    format!("{}{}", if field.previous { "previous " } else { "" }, field.member.0)
}
