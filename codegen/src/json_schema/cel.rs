//! Pieces of CEL text around a rule's own: paths, literals, and whether the rule applies.

use tianbao_schema::Form;
use tianbao_schema::expr::Expression;
use tianbao_schema::form::{Reference, Rule};

/// The rule as a truth value; true where it does not apply.
pub(super) fn rule(_form: &Form, _rule: &Rule) -> String {
    "true".to_owned()
}

/// An expression.
pub(super) fn expression(_form: &Form, _expression: &Expression) -> String {
    "0".to_owned()
}

/// Whether the rule applies: all that it reads is there.
pub(super) fn applies(form: &Form, rule: &Rule) -> String {
    let mut guards: Vec<String> = Vec::new();
    for reference in &rule.reads {
        let mut path = root(*reference).to_owned();
        for member in form.ancestors(reference.member).iter().chain([&form.member(reference.member)]) {
            path = format!("{path}.{}", member.name);
            let guard = format!("has({path})");
            if !guards.contains(&guard) {
                guards.push(guard);
            }
        }
    }
    if guards.is_empty() { "true".to_owned() } else { guards.join(" && ") }
}

/// A member of this year's report or of last year's.
pub(super) fn path(form: &Form, of: Reference) -> String {
    format!("{}.{}", root(of), form.member(of.member).path)
}

/// A text literal.
pub(super) fn literal(text: &str) -> String {
    let mut literal = String::from("'");
    for character in text.chars() {
        match character {
            '\'' | '\\' => literal.extend(['\\', character]),
            '\n' => literal.push_str("\\n"),
            other => literal.push(other),
        }
    }
    literal.push('\'');
    literal
}

const fn root(of: Reference) -> &'static str {
    if of.previous { "previous" } else { "self" }
}
