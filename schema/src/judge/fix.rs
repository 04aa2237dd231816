//! Offers to mend what a rule found.

use serde_json::Value;
use tianbao_core::text::{self, TextRules};
use tianbao_core::{Date, Fix, PatchOperation, print};

use super::limits;
use super::values::{Given, Reports, printed, to_json};
use crate::expr::{Expression, References, Type, is_match, references};
use crate::form::{Field, FixAction, Kind, Lines, Member, Reference, RuleFix};

/// The offer; none where it cannot be made.
pub(super) fn fix(
    reports: &Reports<'_>,
    at: &Member,
    offer: &RuleFix,
    usable: &dyn Fn(Reference) -> bool,
) -> Option<Fix> {
    let this = Reference { previous: false, member: at.id };
    let path = at.pointer.clone().into();
    let (description, operation) = match &offer.action {
        FixAction::Remove => {
            reports.raw(this)?;
            (print::remove(&at.label), PatchOperation::Remove { path })
        }
        FixAction::Set(to) => {
            let parent = at.parent.map(|member| Reference { previous: false, member });
            if parent.is_some_and(|parent| !reports.raw(parent).is_some_and(Value::is_object)) {
                return None;
            }
            let References { mentions, reads } = references(&[to]);
            let is_there = |read: &Reference| reports.value(*read).is_some();
            if !mentions.iter().all(|mention| usable(*mention)) || !reads.iter().all(is_there) {
                return None;
            }
            let (value, printed) = set(reports, at, to)?;
            (print::set(&at.label, &printed), PatchOperation::Add { path, value })
        }
    };
    Some(Fix { safe: offer.safe, description: description.into(), patch: vec![operation] })
}

/// The value for the target, as JSON and as printed; none where it would break the target's own limits.
fn set(reports: &Reports<'_>, at: &Member, to: &Expression) -> Option<(Value, String)> {
    let field = at.field()?;
    let text;
    let value = match to.ty {
        Type::Number { .. } => {
            let number = reports.number(to)?;
            let (low, high) = limits(&field.kind)?;
            (low..=high).contains(&number).then_some(Given::Whole(number))?
        }
        Type::Text => {
            text = reports.text(to)?;
            keeps(reports, field, &text).then_some(Given::Text(&text))?
        }
        Type::Date => Given::Day(Date::parse(&super::evaluate::day(reports.number(to)?))?),
        Type::Bool => Given::Flag(reports.truth(to)?),
        Type::Choice(_) => Given::Box(reports.choice(to)?),
        Type::Choices(_) => return None,
    };
    Some((to_json(at, &value), printed(at, &value)))
}

/// Whether a text keeps the limits of its field.
fn keeps(reports: &Reports<'_>, field: &Field, given: &str) -> bool {
    let absent = reports.form.absent.as_deref();
    match &field.kind {
        Kind::Text { pattern, min_length, max_length, lines } => {
            let many_lines = *lines == Lines::Many;
            let rules = TextRules { min_length: *min_length, max_length: *max_length, many_lines };
            let pattern = pattern.and_then(|pattern| reports.form.patterns.get(pattern.0));
            text::problem(given, rules, absent).is_none()
                && pattern.is_none_or(|pattern| is_match(&pattern.anchored(), given).unwrap_or(false))
        }
        Kind::Url => text::problem(given, TextRules::LINE, absent).is_none() && text::is_url(given),
        Kind::Count { .. }
        | Kind::Number { .. }
        | Kind::Date
        | Kind::Year { .. }
        | Kind::Flag
        | Kind::Choice(_)
        | Kind::Choices(_) => false,
    }
}
