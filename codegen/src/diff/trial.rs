//! What came of trying last year's reports on the new edition; the trying itself needs judges, and is done elsewhere.

use tianbao_core::Severity;

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tried {
    /// Reports tried.
    pub reports: usize,
    /// Reports with an error that the old edition did not find.
    pub failing: usize,
    /// By rule, errors first, in the order of the new edition.
    pub found: Vec<NewlyFound>,
}

/// What one rule, or one kind of structural finding, newly finds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewlyFound {
    /// Id of the rule, or the code of the structural finding.
    pub code: String,
    /// Title of the rule, else the label of the field.
    pub title: String,
    /// How bad it is.
    pub severity: Severity,
    /// How many reports.
    pub reports: usize,
    /// Name of the first.
    pub example: String,
    /// What is said of it.
    pub message: String,
}

impl Tried {
    /// 用 500 份旧报表试算：12 份会新增错误，都在“留言办结”
    #[must_use]
    pub fn summary(&self) -> String {
        let errors: Vec<&str> = self
            .found
            .iter()
            .filter(|found| found.severity == Severity::Error)
            .map(|found| found.title.as_str())
            .collect();
        let outcome = match errors.as_slice() {
            [] => "没有一份会新增错误".to_owned(),
            [only] => format!("{} 份会新增错误，都在“{only}”", self.failing),
            several => format!("{} 份会新增错误，在“{}”", self.failing, several.join("”、“")),
        };
        format!("用 {} 份旧报表试算：{outcome}", self.reports)
    }

    /// A line for each rule: 必须改 留言办结（12 份）：如 a.json，……
    #[must_use]
    pub fn lines(&self) -> Vec<String> {
        let line = |found: &NewlyFound| {
            let severity = found.severity.label();
            format!(
                "{severity} {}（{}，{} 份）：如 {}，{}",
                found.title, found.code, found.reports, found.example, found.message
            )
        };
        self.found.iter().map(line).collect()
    }
}
