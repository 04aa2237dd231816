//! What a judge says of a report, and the trait of both engines.

use serde::{Deserialize, Serialize};

use crate::finding::{Finding, Severity, Text};

/// A rule that could not be judged, and the fields that kept it from being judged.
///
/// Paths are field paths as in the spec (`services.cases.total`); last year's begin with `previous.`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct NotApplicable {
    /// The rule's id.
    pub rule: Text,
    /// Fields that it reads and that are absent, in the form's order.
    pub absent: Vec<Text>,
    /// Fields that it mentions and that have a finding of their own, or lie below one that has.
    pub unusable: Vec<Text>,
}

/// The outcome of every rule of the form, each list in the order of the spec.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct RuleOutcomes {
    /// Rules that hold, or whose `when` is false.
    pub passed: Vec<Text>,
    /// Rules that do not hold; each has a finding.
    pub failed: Vec<Text>,
    /// Rules that could not be judged.
    pub not_applicable: Vec<NotApplicable>,
}

/// What a judge says of a report. “Nothing found” never means “nothing was checked”: see `rules`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Verdict {
    /// Id of the form that judged.
    pub form: Text,
    /// Its edition.
    pub edition: u32,
    /// Its revision.
    pub revision: u32,
    /// True where no finding is an error.
    pub valid: bool,
    /// All findings, in the order of design section 5.
    pub findings: Vec<Finding>,
    /// The outcome of every rule.
    pub rules: RuleOutcomes,
}

impl Verdict {
    /// The findings of one severity.
    pub fn of(&self, severity: Severity) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(move |finding| finding.severity == severity)
    }
}

/// Something that judges filled reports of one form: the compiled and the live engine.
///
/// `report` and `previous` (last year's report) are JSON text; any bytes are judged, none panic.
pub trait Judge: Send + Sync {
    /// The form's id.
    fn form(&self) -> &str;
    /// The form's edition.
    fn edition(&self) -> u32;
    /// All findings of one report.
    fn judge(&self, report: &[u8], previous: Option<&[u8]>) -> Verdict;
}
