//! `x-validations`: every rule as CEL text over `self` and `previous`, in the member names that Kubernetes uses.

use serde_json::{Value, json};
use tianbao_schema::Form;
use tianbao_schema::expr::{Expression, Node, Type};
use tianbao_schema::form::{Choice, FixAction, Kind, Piece, Reference, Rule, RuleFix};

use super::cel;
use super::value::{self, Schema};

/// All rules, in the order of the spec.
pub(super) fn all(form: &Form) -> Value {
    form.rules.iter().map(|rule| Value::Object(validation(form, rule))).collect()
}

fn validation(form: &Form, rule: &Rule) -> Schema {
    let at = form.member(rule.at);
    let mut schema = value::object(json!({
        "id": rule.id,
        "title": rule.title,
        "rule": cel::rule(form, rule),
        "applies": cel::applies(form, rule),
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
    if rule.message.iter().all(|piece| matches!(piece, Piece::Text(_))) {
        return None;
    }
    let pieces = rule.message.iter().map(|piece| match piece {
        Piece::Text(text) => Some(cel::literal(text)),
        Piece::Value { of, unit } => {
            // A value that may be absent where the rule is judged has no text of its own.
            let printed = rule.reads.contains(of).then(|| printed(form, *of))??;
            let unit = unit.then(|| form.member(of.member).field()?.unit.clone()).flatten();
            Some(match unit {
                Some(unit) => format!("{printed} + {}", cel::literal(&format!(" {unit}"))),
                None => printed,
            })
        }
        Piece::Figure(figure) => whole(form, figure),
    });
    Some(pieces.collect::<Option<Vec<_>>>()?.join(" + "))
}

/// A value as the form prints it.
fn printed(form: &Form, of: Reference) -> Option<String> {
    let field = form.member(of.member).field()?;
    let path = cel::path(form, of);
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
            json!({ "safe": fix.safe, "op": "add", "path": pointer, "valueExpression": text })
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
