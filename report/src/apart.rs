//! The verdict of a local addition, apart from that of the form that it adds to.

use serde::Serialize;
use tianbao_core::finding::Text;
use tianbao_core::{Severity, Verdict};
use tianbao_schema::Form;

/// What an addition says of a report beside what its base says: findings at its own members, of its own rules and of
/// what it makes stricter. `verdict.revision` is the addition's.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LocalVerdict {
    /// The addition's id.
    pub local: String,
    /// Its title.
    pub title: String,
    /// What it found.
    #[serde(flatten)]
    pub verdict: Verdict,
}

/// What is left of the verdict on a form with an addition without what its base says anyway; none where the form has no
/// addition.
#[must_use]
pub fn apart(form: &Form, whole: Verdict, base: &Verdict) -> Option<LocalVerdict> {
    let addition = form.addition.as_ref()?;
    let mut verdict = whole;
    // What is wrong with the report as a whole keeps both from being judged.
    verdict.findings.retain(|finding| finding.path.is_empty() || !base.findings.contains(finding));
    let is_own = |id: &Text| form.rules.iter().any(|rule| rule.id == *id && form.is_apart(rule));
    verdict.rules.passed.retain(is_own);
    verdict.rules.failed.retain(is_own);
    verdict.rules.not_applicable.retain(|skipped| is_own(&skipped.rule));
    verdict.valid = verdict.findings.iter().all(|finding| finding.severity != Severity::Error);
    verdict.revision = addition.revision;
    Some(LocalVerdict { local: addition.id.clone(), title: addition.title.clone(), verdict })
}
