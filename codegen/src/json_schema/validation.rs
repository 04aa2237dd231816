//! `x-validations`: every rule as CEL text over `self` and `previous`, in the member names that Kubernetes uses.

use serde_json::{Value, json};
use tianbao_schema::Form;
use tianbao_schema::expr::{Expression, Node, Type, cel, references};
use tianbao_schema::form::{Choice, FixAction, Kind, Piece, Reference, Rule, RuleFix, Withdrawn};

use super::value::{self, Schema};

/// All rules, in the order of the spec.
pub(super) fn all(form: &Form) -> Value {
    form.rules.iter().map(|rule| Value::Object(validation(form, rule))).collect()
}

/// The rules that are withdrawn: whoever finds their ids in stored verdicts and explanations learns why.
pub(super) fn withdrawn(form: &Form) -> Value {
    let one = |withdrawn: &Withdrawn| {
        let (rule, by) = (&withdrawn.rule, &withdrawn.correction);
        json!({ "id": rule.id, "title": rule.title, "revision": by.revision, "date": by.date, "why": by.why })
    };
    form.withdrawn.iter().map(one).collect()
}

fn validation(form: &Form, rule: &Rule) -> Schema {
    let at = form.member(rule.at);
    let mut schema = value::object(json!({
        "id": rule.id,
        "title": rule.title,
        "rule": cel::rule(form, rule),
        "applies": applies(form, &rule.reads),
        "message": fixed_message(rule),
    }));
    schema.extend(message(form, rule).map(|text| ("messageExpression".to_owned(), text.into())));
    schema.extend(value::object(json!({
        "fieldPath": format!(".{}", at.path),
        "reason": reason(&rule.assert),
        "severity": rule.severity,
        "basis": rule.basis.key(),
    })));
    schema.extend(at.clause.as_ref().map(|clause| ("clause".to_owned(), clause.clone().into())));
    schema.extend(rule.advice.as_ref().map(|advice| ("advice".to_owned(), advice.clone().into())));
    let fixes: Vec<Value> = rule.fix.iter().map(|offer| fix(form, &at.pointer, offer)).collect();
    schema.insert("fixes".to_owned(), fixes.into());
    schema
}

/// Whether all that is read is there.
fn applies(form: &Form, reads: &[Reference]) -> String {
    let mut guards: Vec<String> = Vec::new();
    for reference in reads {
        let path = path(form, *reference);
        let ends = path.match_indices('.').map(|(at, _)| at).skip(1).chain([path.len()]);
        for guard in ends.map(|end| format!("has({})", &path[..end])) {
            if !guards.contains(&guard) {
                guards.push(guard);
            }
        }
    }
    if guards.is_empty() { "true".to_owned() } else { guards.join(" && ") }
}

/// A member of this year's report or of last year's.
fn path(form: &Form, of: Reference) -> String {
    let root = if of.previous { "previous" } else { "self" };
    format!("{root}.{}", form.member(of.member).path)
}

/// The message without figures: the author's, where it has none, else the rule as a sentence.
fn fixed_message(rule: &Rule) -> String {
    let texts: Option<String> = rule
        .message
        .iter()
        .map(|piece| match piece {
            Piece::Text(text) => Some(text.as_str()),
            Piece::Value { .. } | Piece::Figure(_) => None,
        })
        .collect();
    texts.unwrap_or_else(|| rule.sentence.clone())
}

/// The message with figures as CEL; none where evaluators would print a value in different ways.
fn message(form: &Form, rule: &Rule) -> Option<String> {
    let mut parts = Vec::new();
    // Text that waits for more text, so that it stands in one literal.
    let mut text = String::new();
    for piece in &rule.message {
        let value = match piece {
            Piece::Text(more) => {
                text.push_str(more);
                continue;
            }
            // A value that may be absent where the rule is judged has no text of its own.
            Piece::Value { of, .. } => rule.reads.contains(of).then(|| printed(form, *of))??,
            Piece::Figure(figure) => whole(form, figure)?,
        };
        if !text.is_empty() {
            parts.push(cel::literal(&std::mem::take(&mut text)));
        }
        parts.push(value);
        if let Piece::Value { of, unit: true } = piece
            && let Some(unit) = form.member(of.member).field().and_then(|field| field.unit.as_ref())
        {
            text = format!(" {unit}");
        }
    }
    if parts.is_empty() {
        return None;
    }
    if !text.is_empty() {
        parts.push(cel::literal(&text));
    }
    Some(parts.join(" + "))
}

/// A value as the form prints it.
fn printed(form: &Form, of: Reference) -> Option<String> {
    let field = form.member(of.member).field()?;
    let path = path(form, of);
    match &field.kind {
        Kind::Count { .. } | Kind::Year { .. } => Some(format!("string(int({path}))")),
        Kind::Text { .. } | Kind::Url | Kind::Date => Some(path),
        Kind::Flag => Some(format!("({path} ? '是' : '否')")),
        Kind::Choice(choices) => Some(label(&path, choices)),
        Kind::Number { .. } | Kind::Choices(_) => None,
    }
}

fn label(path: &str, choices: &[Choice]) -> String {
    let start = choices.iter().rev().fold(path.to_owned(), |rest, choice| {
        format!("{path} == {} ? {} : {rest}", cel::literal(&choice.id), cel::literal(&choice.label))
    });
    format!("({start})")
}

fn whole(form: &Form, figure: &Expression) -> Option<String> {
    match figure.ty {
        Type::Number { places: 0 } => Some(format!("string({})", cel::expression(form, figure))),
        Type::Number { .. } | Type::Bool | Type::Text | Type::Date | Type::Choice(_) | Type::Choices(_) => {
            None
        }
    }
}

/// A fix as an operation of JSON Patch, its value as CEL.
fn fix(form: &Form, pointer: &str, fix: &RuleFix) -> Value {
    match &fix.action {
        FixAction::Remove => json!({ "safe": fix.safe, "op": "remove", "path": pointer }),
        FixAction::Set(to) => {
            let text = cel::expression(form, to);
            let text = match to.ty {
                // Numbers with places are kept as whole numbers of the last place.
                Type::Number { places: 0 } => text,
                Type::Number { places } => {
                    format!("double({text}) / {}.0", tianbao_core::decimal::power(places))
                }
                Type::Bool | Type::Text | Type::Date | Type::Choice(_) | Type::Choices(_) => text,
            };
            // Offered only where all that it reads is there.
            let applies = applies(form, &references(&[to]).reads);
            json!({
                "safe": fix.safe, "op": "add", "path": pointer, "applies": applies, "valueExpression": text,
            })
        }
    }
}

/// Kubernetes' word for what is wrong.
fn reason(assert: &Expression) -> &'static str {
    match presence(assert) {
        Some(true) => "FieldValueRequired",
        Some(false) => "FieldValueForbidden",
        None => "FieldValueInvalid",
    }
}

/// What a rule asks for that speaks of presence alone; none for others.
fn presence(assert: &Expression) -> Option<bool> {
    let parts = match &assert.node {
        Node::Has(_) => return Some(true),
        Node::Not(of) => return presence(of).map(|wanted| !wanted),
        Node::And(parts) | Node::Or(parts) => parts,
        Node::Read(_)
        | Node::Number(_)
        | Node::Bool(_)
        | Node::Text(_)
        | Node::Choice(_)
        | Node::Rescale { .. }
        | Node::Negate(_)
        | Node::Arithmetic(..)
        | Node::Compare(..)
        | Node::In { .. }
        | Node::StartsWith(..)
        | Node::EndsWith(..)
        | Node::Matches(..)
        | Node::Date { .. }
        | Node::Concat(_)
        | Node::ToText(_)
        | Node::First(..) => return None,
    };
    let mut wanted = parts.iter().map(presence);
    let first = wanted.next()??;
    wanted.all(|other| other == Some(first)).then_some(first)
}
