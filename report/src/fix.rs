//! Mending reports: the fixes that findings carry are applied, each judged before it is kept.

mod patch;
mod sums;

use serde_json::Value;
use tianbao_core::{Finding, Fix, Severity, Verdict};
use tianbao_schema::Form;

pub use patch::apply;
pub use sums::offers as sum_offers;

/// A report that was mended.
#[derive(Clone, Debug)]
pub struct Mended {
    /// The report.
    pub report: Value,
    /// What was changed, in the order in which it was.
    pub changes: Vec<Change>,
    /// Fixes that were not applied: those that a person must choose, and those after which another rule would fail.
    pub offers: Vec<Offer>,
    /// What is found in the mended report.
    pub verdict: Verdict,
}

/// A fix that was applied.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What it mended.
    pub finding: Finding,
    /// The fix.
    pub fix: Fix,
    /// The value before; none where there was none.
    pub before: Option<Value>,
    /// The value now; none where it was removed.
    pub after: Option<Value>,
}

/// A fix that was not applied.
#[derive(Clone, Debug, PartialEq)]
pub struct Offer {
    /// What it would mend.
    pub finding: Finding,
    /// The fix.
    pub fix: Fix,
    /// What would be found after it and was not before, or would still be.
    pub breaks: Vec<Finding>,
}

/// Applies what can be applied: safe fixes, with `unsafe_too` also offers, where a finding has but one.
///
/// A fix is kept only if its finding goes away and nothing else is wrong after it that was right before. `judge` judges
/// a report.
#[must_use]
pub fn mend(form: &Form, report: &Value, unsafe_too: bool, judge: &dyn Fn(&Value) -> Verdict) -> Mended {
    let mut report = report.clone();
    let mut verdict = judge(&report);
    let mut changes = Vec::new();
    // No finding is mended twice, so this ends.
    while let Some((change, mended, judged)) = next(form, &report, &verdict, unsafe_too, judge, &changes) {
        changes.push(change);
        (report, verdict) = (mended, judged);
    }
    let mut offers = Vec::new();
    for finding in &verdict.findings {
        for fix in fixes(form, &report, finding) {
            let breaks = match apply(&report, &fix.patch) {
                Some(tried) => broken(&verdict, &judge(&tried), finding, fix.safe),
                None => Vec::new(),
            };
            offers.push(Offer { finding: finding.clone(), fix, breaks });
        }
    }
    Mended { report, changes, offers, verdict }
}

/// The fixes that a finding carries; beside them the other figures of a sum that could be the wrong one. Where a finding
/// carries none, nothing is known to be wrong with the figures.
fn fixes(form: &Form, report: &Value, finding: &Finding) -> Vec<Fix> {
    let mut fixes = finding.fixes.clone();
    if fixes.is_empty() {
        return fixes;
    }
    for offer in sum_offers(form, report, finding) {
        if fixes.iter().all(|known| known.patch != offer.patch) {
            fixes.push(offer);
        }
    }
    fixes
}

/// The first fix that can be applied, with the report and the verdict after it.
fn next(
    form: &Form,
    report: &Value,
    verdict: &Verdict,
    unsafe_too: bool,
    judge: &dyn Fn(&Value) -> Verdict,
    done: &[Change],
) -> Option<(Change, Value, Verdict)> {
    let mended_before = |finding: &&Finding| done.iter().any(|change| same(&change.finding, finding));
    for finding in verdict.findings.iter().filter(|finding| !mended_before(finding)) {
        let fixes = fixes(form, report, finding);
        let [fix] = &fixes[..] else { continue };
        if !(fix.safe || unsafe_too) {
            continue;
        }
        let Some(mended) = apply(report, &fix.patch) else { continue };
        let judged = judge(&mended);
        if broken(verdict, &judged, finding, fix.safe).is_empty() {
            let (before, after) = (patch::value(report, fix), patch::value(&mended, fix));
            let (finding, fix) = (finding.clone(), fix.clone());
            return Some((Change { finding, fix, before, after }, mended, judged));
        }
    }
    None
}

fn same(one: &Finding, other: &Finding) -> bool {
    one.code == other.code && one.path == other.path
}

/// The findings that were not there before, and the mended one first if it is still there.
///
/// An explanation that is needless now breaks nothing, nor does a rule that a safe fix lets be judged for the first time:
/// what it read was of no use before.
fn broken(before: &Verdict, after: &Verdict, mended: &Finding, safe: bool) -> Vec<Finding> {
    let unjudged = |code: &str| {
        let mut unjudged = before.rules.not_applicable.iter();
        unjudged.any(|rule| rule.rule == code && !rule.unusable.is_empty())
    };
    let comes = |finding: &&Finding| {
        let needless = finding.code == "explanation" && finding.severity == Severity::Hint;
        let known = before.findings.iter().any(|other| same(other, finding));
        same(finding, mended) || !(known || needless || (safe && unjudged(&finding.code)))
    };
    let mut new: Vec<Finding> = after.findings.iter().filter(comes).cloned().collect();
    new.sort_by_key(|finding| !same(finding, mended));
    new
}
