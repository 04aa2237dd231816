//! Last year's reports tried on a new edition: which of them would newly fail, and on what.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;
use tianbao_codegen::diff::{NewlyFound, Tried};
use tianbao_core::{Finding, Judge, Severity};
use tianbao_schema::Form;
use tianbao_schema::editions::Pairing;
use tianbao_schema::form::Kind;

use crate::live::{Live, LiveError};
use crate::migrate::migrate;

/// Two editions, and what trying reports has shown so far.
#[derive(Debug)]
pub struct Trial {
    old: Live,
    new: Live,
    pairing: Pairing,
    /// Codes of the new edition in its own order, with what they newly found.
    found: BTreeMap<(usize, String, String), NewlyFound>,
    tried: usize,
    failing: usize,
}

impl Trial {
    /// Makes both editions ready.
    ///
    /// # Errors
    /// Where one of them cannot judge.
    pub fn new(old: Form, new: Form) -> Result<Self, LiveError> {
        let pairing = Pairing::of(&old, &new);
        let (old, new) = (Live::new(old)?, Live::new(new)?);
        Ok(Self { old, new, pairing, found: BTreeMap::new(), tried: 0, failing: 0 })
    }

    /// Tries a report of the old edition. What the new edition is first to ask for counts, its year does not.
    pub fn add(&mut self, name: &str, report: &Value) {
        self.tried += 1;
        let before = self.old.judge(report.to_string().as_bytes(), None);
        let known: BTreeSet<(bool, String, String)> =
            before.findings.iter().map(|finding| self.carried(finding)).collect();
        let migrated = migrate(report, self.old.form_model(), self.new.form_model());
        let after = self.new.judge(migrated.report.to_string().as_bytes(), None);
        let mut fails = false;
        for finding in &after.findings {
            if self.is_year(finding) {
                continue;
            }
            let key = (
                finding.severity == Severity::Error,
                finding.code.to_string(),
                place(self.new.form_model(), finding),
            );
            // A warning that was a warning is not new; nor is one that was an error.
            if known.contains(&key) || (!key.0 && known.contains(&(true, key.1.clone(), key.2.clone()))) {
                continue;
            }
            fails |= key.0;
            self.note(name, finding, key);
        }
        self.failing += usize::from(fails);
    }

    /// What came of all that were tried.
    #[must_use]
    pub fn tried(&self) -> Tried {
        let mut found: Vec<NewlyFound> = self.found.values().cloned().collect();
        found.sort_by_key(|found| found.severity != Severity::Error);
        Tried { reports: self.tried, failing: self.failing, found }
    }

    fn note(&mut self, name: &str, finding: &Finding, (_, code, place): (bool, String, String)) {
        let form = self.new.form_model();
        let rule = form.rules.iter().position(|rule| rule.id == code);
        let order = rule.unwrap_or(usize::MAX);
        let title = rule
            .and_then(|index| form.rules.get(index))
            .map_or_else(|| finding.label.to_string(), |rule| rule.title.clone());
        let known = self.found.entry((order, code.clone(), place)).or_insert_with(|| NewlyFound {
            code,
            title,
            severity: finding.severity,
            reports: 0,
            example: name.to_owned(),
            message: finding.message.to_string(),
        });
        known.reports += 1;
    }

    /// A finding of the old edition in the terms of the new one.
    fn carried(&self, finding: &Finding) -> (bool, String, String) {
        let (old, new) = (self.old.form_model(), self.new.form_model());
        let error = finding.severity == Severity::Error;
        if let Some(index) = old.rules.iter().position(|rule| rule.id == finding.code) {
            let now = self.pairing.new_rule(index).and_then(|index| new.rules.get(index));
            let code = now.map_or_else(|| finding.code.to_string(), |rule| rule.id.clone());
            return (error, code, String::new());
        }
        let member = old.members.iter().find(|member| member.pointer == *finding.path);
        let now = member.and_then(|member| self.pairing.new_of(member.id)).map(|id| new.member(id));
        let place = now.map_or_else(|| finding.path.to_string(), |member| member.pointer.clone());
        (error, finding.code.to_string(), place)
    }

    /// The year of a carried report is always another.
    fn is_year(&self, finding: &Finding) -> bool {
        let mut members = self.new.form_model().members.iter();
        let member = members.find(|member| member.pointer == *finding.path);
        member.and_then(|member| member.field()).is_some_and(|field| matches!(field.kind, Kind::Year { .. }))
    }
}

/// Structural findings are told apart by their place, rules by themselves.
fn place(form: &Form, finding: &Finding) -> String {
    let is_rule = form.rules.iter().any(|rule| rule.id == finding.code);
    if is_rule { String::new() } else { finding.path.to_string() }
}
