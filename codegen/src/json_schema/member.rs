//! Groups and fields: their schemas, with everything that the form says of them in words.

use serde_json::{Value, json};
use tianbao_schema::Form;
use tianbao_schema::form::{Choice, Content, Field, Kind, Member, MemberId, Part};

use super::names::Names;
use super::value::{self, Schema};

/// What a property of an object says: a `$ref` to a type in `$defs`, or the field itself.
pub(super) fn property(form: &Form, member: &Member, names: &Names) -> Value {
    let schema = match &member.content {
        Content::Group(_) => value::object(json!({ "$ref": value::reference(names, member) })),
        Content::Field(field) => match &field.kind {
            // Its words stand with the type: a `$ref` with siblings makes some generators copy the type.
            Kind::Choice(_) => value::constraints(form, member, field, names),
            Kind::Count { .. }
            | Kind::Number { .. }
            | Kind::Text { .. }
            | Kind::Url
            | Kind::Date
            | Kind::Year { .. }
            | Kind::Flag
            | Kind::Choices(_) => {
                let mut schema = annotations(member, field);
                schema.extend(nullable(member, value::constraints(form, member, field, names)));
                return Value::Object(schema);
            }
        },
    };
    Value::Object(nullable(member, schema))
}

/// The type in `$defs` of a group, or of the boxes of a choice; none for other fields.
pub(super) fn definition(form: &Form, member: &Member, names: &Names) -> Option<(String, Value)> {
    let name = names.get(member.id)?;
    let schema = match &member.content {
        Content::Group(members) => group(form, member, members, name, names),
        Content::Field(field) => {
            let mut schema = value::boxes(name, field.kind.choices());
            match &field.kind {
                Kind::Choice(_) => schema.extend(annotations(member, field)),
                Kind::Count { .. }
                | Kind::Number { .. }
                | Kind::Text { .. }
                | Kind::Url
                | Kind::Date
                | Kind::Year { .. }
                | Kind::Flag
                | Kind::Choices(_) => {}
            }
            schema
        }
    };
    Some((name.to_owned(), Value::Object(schema)))
}

/// `properties`, `required` and `additionalProperties` of an object with these members, after others that may be absent.
pub(super) fn object(form: &Form, members: &[MemberId], names: &Names, others: Schema) -> Schema {
    let members: Vec<&Member> = members.iter().map(|id| form.member(*id)).collect();
    let mut properties = others;
    properties.extend(members.iter().map(|member| (member.name.clone(), property(form, member, names))));
    let required: Vec<&str> =
        members.iter().filter(|member| !member.optional).map(|member| member.name.as_str()).collect();
    value::object(json!({
        "type": "object", "properties": properties, "required": required, "additionalProperties": false,
    }))
}

fn group(form: &Form, member: &Member, members: &[MemberId], name: &str, names: &Names) -> Schema {
    let section = form.section_of(member.id);
    let instruction = if section.member == Some(member.id) { section.instruction.as_slice() } else { &[] };
    let mut schema = value::object(json!({
        "title": name,
        "description": description(&member.label, instruction, &[]),
        "x-label": member.label,
    }));
    schema.extend(member.clause.as_ref().map(|clause| ("x-clause".to_owned(), clause.clone().into())));
    schema.extend(object(form, members, names, Schema::new()));
    if form.is_open(member) {
        schema.insert("additionalProperties".to_owned(), true.into());
    }
    schema
}

fn annotations(member: &Member, field: &Field) -> Schema {
    let mut schema = value::object(json!({
        "description": description(&member.label, &member.instruction, field.kind.choices()),
        "x-label": member.label,
        "x-kind": field.kind.key(),
    }));
    let optional = [
        ("x-clause", member.clause.as_deref()),
        ("x-unit", field.unit.as_deref()),
        ("x-period", field.period.map(tianbao_schema::form::Period::key)),
    ];
    for (key, text) in optional {
        schema.extend(text.map(|text| (key.to_owned(), text.into())));
    }
    schema.insert("examples".to_owned(), json!([field.example]));
    schema
}

fn nullable(member: &Member, schema: Schema) -> Schema {
    if member.optional { value::or_null(schema) } else { schema }
}

/// The label, then the instruction part by part, then the boxes: one line each.
fn description(label: &str, instruction: &[Part], choices: &[Choice]) -> String {
    let mut lines = vec![label.to_owned()];
    lines.extend(instruction.iter().map(|part| part.text.clone()));
    for choice in choices {
        let means: String = choice.instruction.iter().map(|part| part.text.as_str()).collect();
        let gap = if means.is_empty() { "" } else { "。" };
        lines.push(format!("{}：{}{gap}{means}", choice.id, choice.label));
    }
    lines.join("\n")
}
