//! Corrections inside an edition: its revisions, the rules that they withdrew, the severities that they lowered.

use tianbao_core::{Date, Severity};

use super::Rule;

/// A revision of an edition after its first issue, which is revision 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// Its number, from 2.
    pub number: u32,
    /// When it was issued.
    pub date: Date,
    /// What it mended.
    pub note: String,
}

impl Revision {
    /// `修订 2，2020-01-10：停用一条规则。`
    #[must_use]
    pub fn told(&self) -> String {
        format!("修订 {}，{}：{}", self.number, self.date, self.note)
    }
}

/// By which revision a rule was corrected, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The revision.
    pub revision: u32,
    /// When that was issued.
    pub date: Date,
    /// Why.
    pub why: String,
}

impl Correction {
    /// `修订 2，2020-01-10`
    #[must_use]
    pub fn by(&self) -> String {
        format!("修订 {}，{}", self.revision, self.date)
    }

    /// `修订 2，2020-01-10：口径不同`
    #[must_use]
    pub fn told(&self) -> String {
        format!("{}：{}", self.by(), self.why)
    }
}

/// A rule that a revision withdrew: it keeps its id, nobody judges by it, and a report need not explain it.
#[derive(Clone, Debug, PartialEq)]
pub struct Withdrawn {
    /// The rule as it was in force.
    pub rule: Rule,
    /// By which revision, and why.
    pub correction: Correction,
}

/// The severity that a rule had before a revision lowered it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changed {
    /// What it was.
    pub from: Severity,
    /// By which revision, and why.
    pub correction: Correction,
}
