//! Typed expression → condition, negations pushed down to the members.

use serde_json::{Value, json};
use tianbao_schema::Form;
use tianbao_schema::expr::{Comparison, Expression, Node, Type};
use tianbao_schema::form::{Choice, Content, Kind, MemberId, Reference};

use super::super::{text, value};
use super::{Condition, is_required};

/// The condition under which a truth value is `wanted`; none where JSON Schema cannot say it.
pub(super) fn condition(form: &Form, expression: &Expression, wanted: bool) -> Option<Condition> {
    match &expression.node {
        Node::Bool(value) => Some(if *value == wanted { Condition::Always } else { Condition::Never }),
        Node::Read(of) => meets(*of, json!({ "const": wanted })),
        Node::Not(inner) => condition(form, inner, !wanted),
        Node::And(all) => several(form, all, wanted, wanted),
        Node::Or(any) => several(form, any, wanted, !wanted),
        Node::Has(of) if of.previous => None,
        Node::Has(of) => Some(if wanted { present(form, of.member) } else { Condition::Absent(of.member) }),
        Node::In { choice, field } => {
            let holds = json!({ "contains": { "const": choices(form, *field).get(*choice)?.id } });
            meets(
                *field,
                if wanted { typed("array", holds) } else { typed("array", json!({ "not": holds })) },
            )
        }
        Node::Compare(comparison, left, right) => compare(form, *comparison, left, right, wanted),
        Node::StartsWith(of, part) => matches(of, &format!("^{}", text::escape(part)), wanted),
        // The last line feed before which `$` matches in some engines is no part of a valid text.
        Node::EndsWith(of, part) => matches(of, &format!("{}$", text::escape(part)), wanted),
        Node::Matches(of, pattern) => matches(of, &form.pattern(*pattern).anchored(), wanted),
        // No truth values.
        Node::Number(_)
        | Node::Text(_)
        | Node::Choice(_)
        | Node::Rescale { .. }
        | Node::Negate(_)
        | Node::Arithmetic(..)
        | Node::Date { .. }
        | Node::Concat(_)
        | Node::ToText(_)
        | Node::First(..) => None,
    }
}

/// The condition that a member is there.
pub(super) fn present(form: &Form, id: MemberId) -> Condition {
    if is_required(form, id) {
        return Condition::Always;
    }
    let kind = match &form.member(id).content {
        Content::Group(_) => "object",
        Content::Field(field) => json_type(&field.kind),
    };
    Condition::Meets(id, value::object(json!({ "type": kind })))
}

fn several(form: &Form, parts: &[Expression], wanted: bool, all: bool) -> Option<Condition> {
    let parts = parts.iter().map(|part| condition(form, part, wanted)).collect::<Option<Vec<_>>>()?;
    Some(if all { Condition::All(parts) } else { Condition::Any(parts) })
}

fn compare(
    form: &Form,
    comparison: Comparison,
    left: &Expression,
    right: &Expression,
    wanted: bool,
) -> Option<Condition> {
    let comparison = if wanted { comparison } else { opposite(comparison) };
    match left.ty {
        Type::Bool => {
            let both = |side: bool| {
                let other = if comparison == Comparison::Equal { side } else { !side };
                Some(Condition::All(vec![condition(form, left, side)?, condition(form, right, other)?]))
            };
            Some(Condition::Any(vec![both(true)?, both(false)?]))
        }
        Type::Number { places } => match (constant(left), constant(right)) {
            (None, Some(figure)) => number(form, comparison, left, figure, places),
            (Some(figure), None) => number(form, mirrored(comparison), right, figure, places),
            (Some(_), Some(_)) | (None, None) => None,
        },
        Type::Text | Type::Choice(_) => match (literal(form, left), literal(form, right)) {
            (None, Some(literal)) => equal(comparison, left, literal),
            (Some(literal), None) => equal(comparison, right, literal),
            (Some(_), Some(_)) | (None, None) => None,
        },
        Type::Date | Type::Choices(_) => None,
    }
}

/// A number field against a figure that counts units of the last of `places` places.
fn number(
    form: &Form,
    comparison: Comparison,
    field: &Expression,
    figure: i64,
    places: u8,
) -> Option<Condition> {
    let of = read(field)?;
    let figure = value::number(figure, places);
    let limit = |key: &str| {
        let kind = form.member(of.member).field().map_or("number", |field| json_type(&field.kind));
        typed(kind, json!({ key: figure }))
    };
    let schema = match comparison {
        Comparison::Equal => json!({ "const": figure }),
        Comparison::NotEqual => json!({ "not": { "const": figure } }),
        Comparison::Less => limit("exclusiveMaximum"),
        Comparison::LessOrEqual => limit("maximum"),
        Comparison::Greater => limit("exclusiveMinimum"),
        Comparison::GreaterOrEqual => limit("minimum"),
    };
    meets(of, schema)
}

fn equal(comparison: Comparison, field: &Expression, literal: &str) -> Option<Condition> {
    let schema = match comparison {
        Comparison::Equal => json!({ "const": literal }),
        Comparison::NotEqual => json!({ "not": { "const": literal } }),
        Comparison::Less | Comparison::LessOrEqual | Comparison::Greater | Comparison::GreaterOrEqual => {
            return None;
        }
    };
    meets(read(field)?, schema)
}

fn matches(of: &Expression, pattern: &str, wanted: bool) -> Option<Condition> {
    let schema = typed("string", json!({ "pattern": pattern }));
    let negated = || json!({ "not": schema });
    meets(read(of)?, if wanted { schema.clone() } else { negated() })
}

/// The member whose value it is, perhaps at another scale.
fn read(expression: &Expression) -> Option<Reference> {
    if let Node::Read(of) = &expression.node {
        return Some(*of);
    }
    let Node::Rescale { of, .. } = &expression.node else { return None };
    read(of)
}

/// The value of a number expression without fields.
fn constant(expression: &Expression) -> Option<i64> {
    if let Node::Number(figure) = &expression.node {
        return Some(*figure);
    }
    if let Node::Negate(of) = &expression.node {
        return constant(of)?.checked_neg();
    }
    let Node::Rescale { of, by } = &expression.node else { return None };
    constant(of)?.checked_mul(tianbao_core::decimal::power(*by))
}

/// The text of a literal, as a report has it.
fn literal<'a>(form: &'a Form, expression: &'a Expression) -> Option<&'a str> {
    if let Node::Text(text) = &expression.node {
        return Some(text);
    }
    let (Node::Choice(index), Type::Choice(member)) = (&expression.node, expression.ty) else { return None };
    let boxes = form.member(member).field()?.kind.choices();
    boxes.get(*index).map(|choice| choice.id.as_str())
}

fn choices(form: &Form, of: Reference) -> &[Choice] {
    form.member(of.member).choices()
}

fn meets(of: Reference, schema: Value) -> Option<Condition> {
    (!of.previous).then(|| Condition::Meets(of.member, value::object(schema)))
}

fn typed(kind: &str, schema: Value) -> Value {
    let mut typed = value::object(json!({ "type": kind }));
    typed.extend(value::object(schema));
    Value::Object(typed)
}

const fn json_type(kind: &Kind) -> &'static str {
    match kind {
        Kind::Count { .. } | Kind::Year { .. } => "integer",
        Kind::Number { .. } => "number",
        Kind::Text { .. } | Kind::Url | Kind::Date | Kind::Choice(_) => "string",
        Kind::Flag => "boolean",
        Kind::Choices(_) => "array",
    }
}

const fn opposite(comparison: Comparison) -> Comparison {
    match comparison {
        Comparison::Equal => Comparison::NotEqual,
        Comparison::NotEqual => Comparison::Equal,
        Comparison::Less => Comparison::GreaterOrEqual,
        Comparison::LessOrEqual => Comparison::Greater,
        Comparison::Greater => Comparison::LessOrEqual,
        Comparison::GreaterOrEqual => Comparison::Less,
    }
}

const fn mirrored(comparison: Comparison) -> Comparison {
    match comparison {
        Comparison::Equal | Comparison::NotEqual => comparison,
        Comparison::Less => Comparison::Greater,
        Comparison::LessOrEqual => Comparison::GreaterOrEqual,
        Comparison::Greater => Comparison::Less,
        Comparison::GreaterOrEqual => Comparison::LessOrEqual,
    }
}
