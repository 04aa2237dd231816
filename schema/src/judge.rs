//! The rules of a form on JSON reports: whether a rule can be judged, whether it holds, what is found where it does not.
//!
//! This is the plain interpreter of typed expressions. The live engine runs the same rules as CEL text and takes
//! everything else from here; the compiled engine says the same in generated Rust (`tianbao_core::print` has the
//! formatting of both):
//!
//! - `values` are all *fields* that `when` and `assert` mention (groups are not values), in the order of the form, this
//!   year's before last year's: counts and years as whole numbers, numbers without a needless point (`5`, `5.25`),
//!   texts, days and ids as they are, null where a field is absent.
//! - A fix is offered where all that it reads is there and usable, where the group that holds the target is there (for
//!   `remove`: the target itself), and where its value keeps the target's own limits and pattern.
//! - A number that is absent or unusable makes a rule hold here; [`readiness`] is what keeps such rules from being judged.

mod evaluate;
mod fit;
mod fix;
mod message;
#[cfg(test)]
mod tests;
mod values;

use serde_json::Value;
use tianbao_core::date::LAST_YEAR;
use tianbao_core::decimal::MAX_EXACT;
use tianbao_core::order::{Findings, Order};
use tianbao_core::{Finding, NotApplicable, RuleOutcomes, Severity, ValueRead, Verdict, explanations};

pub use fit::fits;
pub use message::message;

use crate::form::{Form, MemberId, Reference, Rule};
use values::Reports;

/// Whether a rule can be judged; if not, the fields that keep it from being judged. `unusable` tells of a member itself
/// whether it has a structural finding; the groups around it are asked for here.
///
/// # Errors
/// Where a field that the rule mentions is unusable, or one that it reads outside `has()` is absent.
pub fn readiness(
    form: &Form,
    rule: &Rule,
    report: &Value,
    previous: &Value,
    unusable: &dyn Fn(Reference) -> bool,
) -> Result<(), NotApplicable> {
    let reports = Reports { form, report, previous };
    let spoiled = |of: &Reference| is_unusable(form, *of, unusable);
    let absent: Vec<&Reference> =
        rule.reads.iter().filter(|read| reports.value(**read).is_none() && !spoiled(read)).collect();
    let unusable: Vec<&Reference> = rule.mentions.iter().filter(|mention| spoiled(mention)).collect();
    if absent.is_empty() && unusable.is_empty() {
        return Ok(());
    }
    let paths = |of: Vec<&Reference>| of.into_iter().map(|of| dotted(form, *of).into()).collect();
    Err(NotApplicable { rule: rule.id.clone().into(), absent: paths(absent), unusable: paths(unusable) })
}

/// Whether a rule that can be judged holds; also where its `when` is false.
#[must_use]
pub fn holds(form: &Form, rule: &Rule, report: &Value, previous: &Value) -> bool {
    let reports = Reports { form, report, previous };
    !applies(form, rule, report, previous) || reports.truth(&rule.assert).unwrap_or(true)
}

/// Whether the condition of a rule is met, so that it asks for something.
#[must_use]
pub fn applies(form: &Form, rule: &Rule, report: &Value, previous: &Value) -> bool {
    let reports = Reports { form, report, previous };
    rule.when.as_ref().is_none_or(|when| reports.truth(when).unwrap_or(false))
}

/// A number in units of its last place, a day as year × 10000 + month × 100 + day; none for what is absent or no number.
#[must_use]
pub fn whole(form: &Form, report: &Value, previous: &Value, of: Reference) -> Option<i64> {
    match (Reports { form, report, previous }).value(of)? {
        values::Given::Whole(number) => Some(number),
        values::Given::Day(day) => Some(day.ordinal()),
        values::Given::Text(_) | values::Given::Flag(_) | values::Given::Box(_) | values::Given::Boxes(_) => {
            None
        }
    }
}

/// What is found where a rule fails on reports without structural findings.
#[must_use]
pub fn finding(form: &Form, rule: &Rule, report: &Value, previous: &Value) -> Finding {
    finding_beside(form, rule, report, previous, &|_| false)
}

/// The findings of the rules that do not hold, in the order of the spec, and the outcome of every rule. `holds` is only
/// asked of rules that can be judged.
pub fn rules(
    form: &Form,
    report: &Value,
    previous: &Value,
    unusable: &dyn Fn(Reference) -> bool,
    mut holds: impl FnMut(&Rule) -> bool,
) -> (Vec<Finding>, RuleOutcomes) {
    let mut findings = Vec::new();
    let mut outcomes = RuleOutcomes::default();
    for rule in &form.rules {
        match readiness(form, rule, report, previous, unusable) {
            Err(kept) => outcomes.not_applicable.push(kept),
            Ok(()) if holds(rule) => outcomes.passed.push(rule.id.clone().into()),
            Ok(()) => {
                outcomes.failed.push(rule.id.clone().into());
                findings.push(finding_beside(form, rule, report, previous, unusable));
            }
        }
    }
    (findings, outcomes)
}

/// The verdict on a report that is known to have no structural finding; absent last year's is null or `{}`.
#[must_use]
pub fn valid_report(form: &Form, report: &Value, previous: &Value) -> Verdict {
    let judged = |rule: &Rule| holds(form, rule, report, previous);
    let (failed, rules) = rules(form, report, previous, &|_| false, judged);
    let mut findings = Findings::default();
    findings.extend(failed.into_iter().map(|finding| {
        let index = form.rules.iter().position(|rule| rule.id == finding.code).unwrap_or(usize::MAX);
        let at = form.rules.get(index).map_or(usize::MAX, |rule| rule.at.index());
        (Order::rule(at, index), finding)
    }));
    let given = report.get("explanations").and_then(Value::as_object);
    let given = given.into_iter().flatten().filter_map(|(id, text)| Some((id.as_str(), text.as_str()?)));
    let given = given.filter(|(id, _)| form.withdrawal(id).is_none());
    explanations::apply(
        given,
        form.rules.iter().map(|rule| (rule.id.as_str(), rule.severity)),
        &rules,
        &mut findings,
    );
    let findings = findings.sorted();
    Verdict {
        form: form.id.clone().into(),
        edition: form.edition,
        revision: form.revision,
        valid: findings.iter().all(|finding| finding.severity != Severity::Error),
        findings,
        rules,
    }
}

fn finding_beside(
    form: &Form,
    rule: &Rule,
    report: &Value,
    previous: &Value,
    unusable: &dyn Fn(Reference) -> bool,
) -> Finding {
    let reports = Reports { form, report, previous };
    let at = form.member(rule.at);
    let usable = |of: Reference| !is_unusable(form, of, unusable);
    Finding {
        code: rule.id.clone().into(),
        severity: rule.severity,
        path: at.pointer.clone().into(),
        label: at.full_label.clone().into(),
        clause: at.clause.clone().map(Into::into),
        message: message(form, &rule.message, report, previous).into(),
        values: rule.mentions.iter().filter_map(|of| value_read(&reports, *of)).collect(),
        advice: rule.advice.clone().map(Into::into),
        fixes: rule.fix.iter().filter_map(|offer| fix::fix(&reports, at, offer, &usable)).collect(),
        explanation: None,
    }
}

fn value_read(reports: &Reports<'_>, of: Reference) -> Option<ValueRead> {
    let member = reports.form.member(of.member);
    let field = member.field()?;
    Some(ValueRead {
        path: member.pointer.clone().into(),
        label: member.full_label.clone().into(),
        value: reports.json(of),
        unit: field.unit.clone().map(Into::into),
        previous: of.previous,
    })
}

fn is_unusable(form: &Form, of: Reference, unusable: &dyn Fn(Reference) -> bool) -> bool {
    let around = |member: &MemberId| form.member(*member).parent;
    std::iter::successors(Some(of.member), around).any(|member| unusable(Reference { member, ..of }))
}

fn dotted(form: &Form, of: Reference) -> String {
    let path = &form.member(of.member).path;
    if of.previous { format!("previous.{path}") } else { path.clone() }
}

/// Smallest and largest value of a number, in units of its last place; none for other kinds.
fn limits(kind: &crate::form::Kind) -> Option<(i64, i64)> {
    use crate::form::Kind;
    match kind {
        Kind::Count { min, max } | Kind::Number { min, max, .. } => Some((*min, (*max).min(MAX_EXACT))),
        Kind::Year { from, to } => Some((i64::from(*from), i64::from(to.unwrap_or(LAST_YEAR)))),
        Kind::Text { .. } | Kind::Url | Kind::Date | Kind::Flag | Kind::Choice(_) | Kind::Choices(_) => None,
    }
}
