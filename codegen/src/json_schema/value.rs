//! The schema of a field's value, by its kind.

use serde_json::{Map, Number, Value, json};
use tianbao_core::decimal;
use tianbao_schema::Form;
use tianbao_schema::form::{Choice, Field, Kind, Lines, Member};

use super::names::Names;
use super::text;

/// The members of a schema, in the order in which they are written.
pub(super) type Schema = Map<String, Value>;

/// What a field's value must be, without labels and null.
pub(super) fn constraints(form: &Form, member: &Member, field: &Field, names: &Names) -> Schema {
    let value = match &field.kind {
        Kind::Count { min, max } => json!({ "type": "integer", "minimum": min, "maximum": max }),
        Kind::Number { places, min, max } => json!({
            "type": "number",
            "minimum": number(*min, *places),
            "maximum": number(*max, *places),
            "x-places": places,
        }),
        Kind::Text { pattern, min_length, max_length, lines } => {
            let mut schema = object(json!({ "type": "string", "minLength": min_length }));
            schema.extend(max_length.map(|max| ("maxLength".to_owned(), max.into())));
            if let Some(id) = pattern {
                let pattern = form.pattern(*id);
                schema.insert("pattern".to_owned(), pattern.anchored().into());
                schema.insert("x-pattern-message".to_owned(), pattern.message.clone().into());
            }
            schema.insert("not".to_owned(), text::refused(*lines, form.absent.as_deref()));
            Value::Object(schema)
        }
        Kind::Url => json!({
            "type": "string", "minLength": 1, "pattern": text::URL,
            "not": text::refused(Lines::One, form.absent.as_deref()),
        }),
        // The lengths keep out a last line feed, before which `$` also matches in some engines.
        Kind::Date => json!({
            "type": "string", "format": "date", "minLength": 10, "maxLength": 10, "pattern": text::DATE,
        }),
        Kind::Year { from, to } => {
            json!({ "type": "integer", "minimum": from, "maximum": to.unwrap_or(tianbao_core::date::LAST_YEAR) })
        }
        Kind::Flag => json!({ "type": "boolean" }),
        Kind::Choice(_) => json!({ "$ref": reference(names, member) }),
        Kind::Choices(_) => {
            json!({ "type": "array", "items": { "$ref": reference(names, member) }, "uniqueItems": true })
        }
    };
    object(value)
}

/// The boxes of a choice, a type of its own.
pub(super) fn boxes(name: &str, choices: &[Choice]) -> Schema {
    let ids: Vec<&str> = choices.iter().map(|choice| choice.id.as_str()).collect();
    let labels: Schema =
        choices.iter().map(|choice| (choice.id.clone(), choice.label.clone().into())).collect();
    object(json!({ "title": name, "type": "string", "enum": ids, "x-enum-labels": labels }))
}

/// The same constraints, where the member may also be null.
pub(super) fn or_null(mut schema: Schema) -> Schema {
    match schema.get("type").and_then(Value::as_str) {
        Some(kind) => {
            let both = json!([kind, "null"]);
            schema.insert("type".to_owned(), both);
            schema
        }
        None => object(json!({ "anyOf": [schema, { "type": "null" }] })),
    }
}

/// A number of the form, in units of its last place, as JSON.
pub(crate) fn number(scaled: i64, places: u8) -> Value {
    let unit = decimal::power(places);
    if scaled % unit == 0 {
        return (scaled / unit).into();
    }
    Number::from_f64(decimal::unscale(scaled, places)).map_or(Value::Null, Value::Number)
}

pub(super) fn reference(names: &Names, member: &Member) -> String {
    format!("#/$defs/{}", names.get(member.id).unwrap_or_default())
}

/// The members of a JSON object.
pub(super) fn object(value: Value) -> Schema {
    match value {
        Value::Object(members) => members,
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => Schema::new(),
    }
}
