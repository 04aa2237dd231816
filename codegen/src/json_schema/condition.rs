//! Rules that JSON Schema can say: a rule's typed expression as a condition on the members of a report.
//!
//! What is written is `not` the condition under which the rule *fails*, so that whatever is absent makes the rule pass.

mod schema;
mod translate;

use serde_json::{Value, json};
use tianbao_core::Severity;
use tianbao_schema::Form;
use tianbao_schema::form::{MemberId, Rule};

use super::value::Schema;

/// A condition on a report that has no structural error.
#[derive(Clone, Debug, PartialEq)]
enum Condition {
    /// Always true.
    Always,
    /// Never true.
    Never,
    /// The member is there, and its value meets the schema.
    Meets(MemberId, Schema),
    /// The member is absent or null, or one around it is.
    Absent(MemberId),
    /// All of these.
    All(Vec<Condition>),
    /// One of these at least.
    Any(Vec<Condition>),
}

/// The schema of a rule for the root's `allOf`; none where the rule is no error or JSON Schema cannot say it.
pub(super) fn of_rule(form: &Form, rule: &Rule) -> Option<Value> {
    match rule.severity {
        Severity::Error => {}
        Severity::Warning | Severity::Hint => return None,
    }
    let fails = schema::of(form, &fails(form, rule)?);
    Some(json!({ "$comment": format!("rule {}", rule.id), "not": fails }))
}

/// When a rule fails: everything that it reads is there, `when` is true and `assert` is not.
fn fails(form: &Form, rule: &Rule) -> Option<Condition> {
    let mut all = Vec::new();
    for reference in &rule.reads {
        if reference.previous {
            return None;
        }
        all.push(translate::present(form, reference.member));
    }
    if let Some(when) = &rule.when {
        all.push(translate::condition(form, when, true)?);
    }
    all.push(translate::condition(form, &rule.assert, false)?);
    Some(Condition::All(all))
}

/// True where the member and everything around it must be there.
fn is_required(form: &Form, id: MemberId) -> bool {
    !form.member(id).optional && form.ancestors(id).iter().all(|group| !group.optional)
}
