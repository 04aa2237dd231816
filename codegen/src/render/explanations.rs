//! The explanations of a report, below the table: 1．信息发布 › 总数（信息发布合计）：….

use serde::Serialize;
use serde_json::Value;
use tianbao_schema::Form;
use tianbao_schema::form::Rule;

/// An explanation as it is printed.
#[derive(Serialize)]
pub(crate) struct Explanation {
    /// `1．`, and whose it is.
    pub(super) heading: String,
    /// What the report says.
    pub(super) text: String,
}

impl Explanation {
    /// All of it, lines as the text has them.
    pub(super) fn plain(&self) -> String {
        format!("{}：{}", self.heading, self.text)
    }
}

/// What an explanation is headed with: the label of what the rule speaks of, and the rule's title in brackets; its id
/// where another rule has the same heading, or the form does not know the rule. No two rules share a heading.
#[must_use]
pub fn explanation_heading(form: &Form, id: &str) -> String {
    let Some(rule) = form.rule(id) else { return format!("（{id}）") };
    let label = &form.member(rule.at).full_label;
    let same = |other: &&Rule| other.title == rule.title && form.member(other.at).full_label == *label;
    let name = if form.all_rules().filter(same).count() > 1 { &rule.id } else { &rule.title };
    format!("{label}（{name}）")
}

/// In the order of the rules, those of unknown rules last.
pub(super) fn explanations(form: &Form, report: Option<&Value>) -> Vec<Explanation> {
    let Some(Value::Object(given)) = report.and_then(|report| report.get("explanations")) else {
        return Vec::new();
    };
    let known = form.all_rules().filter_map(|rule| given.get_key_value(&rule.id));
    let unknown = given.iter().filter(|(id, _)| form.rule(id).is_none());
    let printed = known.chain(unknown).filter(|(_, text)| !text.is_null());
    (1..)
        .zip(printed)
        .map(|(number, (id, text))| Explanation {
            heading: format!("{number}．{}", explanation_heading(form, id)),
            text: text.as_str().map_or_else(|| text.to_string(), str::to_owned),
        })
        .collect()
}
