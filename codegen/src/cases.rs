//! `cases.json`: a valid report, and per rule one that just holds and one that just fails, with full verdicts.
//!
//! Whoever writes an engine of their own can hold it against these.

use serde::Serialize;
use serde_json::{Value, json};
use tianbao_core::Verdict;
use tianbao_schema::form::{Cases, Shown};
use tianbao_schema::{Form, judge, search};

use crate::output;

/// All cases of a form.
#[derive(Serialize)]
struct CaseFile<'a> {
    form: &'a str,
    edition: u32,
    revision: u32,
    /// A report in which everything is in order.
    valid: Judged,
    rules: Vec<RuleCases<'a>>,
}

/// The cases of one rule.
#[derive(Serialize)]
struct RuleCases<'a> {
    rule: &'a str,
    title: &'a str,
    holds: Judged,
    fails: Judged,
}

/// A report, last year's where one is needed, and what a judge says of it.
#[derive(Serialize)]
struct Judged {
    report: Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    previous: Option<Value>,
    verdict: Verdict,
}

/// The file's contents.
#[must_use]
pub fn generate(form: &Form) -> String {
    let rules = form.rules.iter().filter_map(|rule| {
        // Where the author gives none, they are looked for near the sample.
        let Cases { holds, fails } = rule.cases.clone().or_else(|| search::cases(form, rule))?;
        let (holds, fails) = (judged(form, form.shown(&holds)), judged(form, form.shown(&fails)));
        Some(RuleCases { rule: &rule.id, title: &rule.title, holds, fails })
    });
    output::json(&CaseFile {
        form: &form.id,
        edition: form.edition,
        revision: form.revision,
        valid: judged(form, Shown { report: form.sample.clone(), previous: None }),
        rules: rules.collect(),
    })
}

fn judged(form: &Form, Shown { report, previous }: Shown) -> Judged {
    let nothing = json!({});
    let verdict = judge::valid_report(form, &report, previous.as_ref().unwrap_or(&nothing));
    Judged { report, previous, verdict }
}
