//! Mending reports: the fixes that findings carry are applied, each judged before it is kept.

mod patch;
mod sums;

use std::collections::BTreeSet;

use serde_json::Value;
use tianbao_core::{Finding, Fix, Verdict};
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
    /// Rules and other findings that it would bring, by their codes; empty where it would bring none.
    pub breaks: Vec<String>,
}

/// Applies what can be applied: safe fixes, with `unsafe_too` also offers, where a finding has but one.
///
/// A fix is kept only if its finding goes away and no other finding comes. `judge` judges a report.
#[must_use]
pub fn mend(form: &Form, report: &Value, unsafe_too: bool, judge: &dyn Fn(&Value) -> Verdict) -> Mended {
    let mut report = report.clone();
    let mut verdict = judge(&report);
    let mut changes = Vec::new();
    // Every fix that is kept takes a finding away, so this ends.
    while let Some((change, mended, judged)) = next(form, &report, &verdict, unsafe_too, judge) {
        changes.push(change);
        (report, verdict) = (mended, judged);
    }
    let mut offers = Vec::new();
    for finding in &verdict.findings {
        for fix in fixes(form, &report, finding) {
            let breaks = match apply(&report, &fix.patch) {
                Some(tried) => new_codes(&verdict, &judge(&tried), finding),
                None => Vec::new(),
            };
            offers.push(Offer { finding: finding.clone(), fix, breaks });
        }
    }
    Mended { report, changes, offers, verdict }
}

/// The fixes of a finding, with those that a sum suggests.
fn fixes(form: &Form, report: &Value, finding: &Finding) -> Vec<Fix> {
    let mut fixes = finding.fixes.clone();
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
) -> Option<(Change, Value, Verdict)> {
    for finding in &verdict.findings {
        let fixes = fixes(form, report, finding);
        let [fix] = &fixes[..] else { continue };
        if !(fix.safe || unsafe_too) {
            continue;
        }
        let Some(mended) = apply(report, &fix.patch) else { continue };
        let judged = judge(&mended);
        let gone = judged.findings.len() < verdict.findings.len() && !has(&judged, finding);
        if gone && new_codes(verdict, &judged, finding).is_empty() {
            let (before, after) = (patch::value(report, fix), patch::value(&mended, fix));
            let (finding, fix) = (finding.clone(), fix.clone());
            return Some((Change { finding, fix, before, after }, mended, judged));
        }
    }
    None
}

fn has(verdict: &Verdict, finding: &Finding) -> bool {
    verdict.findings.iter().any(|other| other.code == finding.code && other.path == finding.path)
}

/// The codes of findings that were not there before.
fn new_codes(before: &Verdict, after: &Verdict, mended: &Finding) -> Vec<String> {
    let known: BTreeSet<(&str, &str)> =
        before.findings.iter().map(|finding| (&*finding.code, &*finding.path)).collect();
    let new = after.findings.iter().filter(|finding| !known.contains(&(&*finding.code, &*finding.path)));
    let mut codes: Vec<String> = new.map(|finding| finding.code.to_string()).collect();
    if has(after, mended) {
        codes.insert(0, mended.code.to_string());
    }
    codes
}
