//! Explanations of warnings: attached to the findings they explain, themselves found where they explain nothing.

use crate::finding::Severity;
use crate::message::{self, MOST_UNKNOWN, Place};
use crate::order::{Findings, Order};
use crate::verdict::RuleOutcomes;

/// Where `explanations` stands.
pub const PLACE: Place = Place::reserved("/explanations", "情况说明");

/// Attaches the texts of `explanations` (rule id, text; without structural finding) to the findings of `outcomes.failed`,
/// and adds findings `explanation` for those that explain nothing. `rules` are the form's rules in the order of the spec.
pub fn apply<'e, 'k>(
    explanations: impl Iterator<Item = (&'e str, &'e str)>,
    rules: impl Iterator<Item = (&'k str, Severity)> + Clone,
    outcomes: &RuleOutcomes,
    findings: &mut Findings,
) {
    let mut strange = Vec::new();
    for (id, text) in explanations {
        let place = PLACE.below(id);
        let found = match rules.clone().find(|(rule, _)| *rule == id) {
            None if is_elsewhere(id, rules.clone().map(|(rule, _)| rule)) => continue,
            None => {
                strange.push(id);
                continue;
            }
            Some((_, Severity::Error)) => message::unexplainable(&place),
            Some((_, Severity::Warning | Severity::Hint))
                if outcomes.passed.iter().any(|rule| rule == id) =>
            {
                message::needless_explanation(&place)
            }
            Some((_, Severity::Warning | Severity::Hint)) => {
                let explained = findings.iter_mut().find(|finding| finding.code == id);
                if let Some(finding) = explained {
                    finding.explanation = Some(text.into());
                }
                continue;
            }
        };
        findings.push(Order::explanation(id, "explanation"), found);
    }
    strange.sort_unstable();
    for id in strange.iter().take(MOST_UNKNOWN) {
        let found =
            message::explanation_of_nothing(&PLACE.below(id), id, rules.clone().map(|(rule, _)| rule));
        findings.push(Order::explanation(id, "explanation"), found);
    }
    if let Some(further @ 1..) = strange.len().checked_sub(MOST_UNKNOWN) {
        findings.push(Order::further_explanations(), message::further_explanations(&PLACE, further));
    }
}

/// True for the id of a rule of an addition that is not judged here: `local.shili.…` beside no other rule of `shili`.
fn is_elsewhere<'k>(id: &str, mut rules: impl Iterator<Item = &'k str>) -> bool {
    let addition = addition_of(id);
    addition.is_some() && !rules.any(|rule| addition_of(rule) == addition)
}

/// The id of the addition that a rule belongs to.
fn addition_of(rule: &str) -> Option<&str> {
    rule.strip_prefix("local.")?.split('.').next()
}
