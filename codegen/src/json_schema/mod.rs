//! `report.schema.json`: JSON Schema 2020-12 of a report, for validators and type generators in any language.
//!
//! It accepts exactly the reports without a structural error and without a failed rule that stands in its `allOf`; but
//! for duplicate members, decimal places and the day of a month, which consumers of a parsed value may not see.

mod condition;
mod member;
pub(crate) mod names;
mod text;
mod validation;
mod value;

#[cfg(test)]
mod tests;

use serde_json::{Map, Value, json};
use tianbao_core::reserved;
use tianbao_core::text::TextRules;
use tianbao_schema::Form;
use tianbao_schema::form::Lines;

use self::names::{FORM_ID, Names, REPORT};
use crate::output;

pub use self::text::{DATE, URL};
pub(crate) use self::value::number;

/// The dialect.
pub const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The file's contents.
#[must_use]
pub fn generate(form: &Form) -> String {
    output::json(&schema(form))
}

/// The schema of a report as a value.
#[must_use]
pub fn schema(form: &Form) -> Value {
    let names = Names::of(form);
    let addition = form.addition.as_ref();
    let local = addition.map_or_else(String::new, |addition| format!("\n含补充：{}", addition.heading()));
    let mut schema = value::object(json!({
        "$schema": DIALECT,
        "$id": form.schema_id(),
        "$comment": output::note(form),
        "title": REPORT,
        "description": format!("{}\n{} 版，修订 {}{local}", form.title, form.edition, form.revision),
        "x-label": form.title,
        "x-form": form.id,
        "x-edition": form.edition,
        "x-revision": form.revision,
    }));
    schema.extend(addition.map(|addition| ("x-local".to_owned(), addition.id.clone().into())));
    schema.extend(member::object(form, &form.roots, &names, reserved(form)));
    let rules: Vec<Value> = form.rules.iter().filter_map(|rule| condition::of_rule(form, rule)).collect();
    if !rules.is_empty() {
        schema.insert("allOf".to_owned(), rules.into());
    }
    if !form.rules.is_empty() {
        schema.insert("x-validations".to_owned(), validation::all(form));
    }
    if !form.withdrawn.is_empty() {
        schema.insert("x-withdrawn".to_owned(), validation::withdrawn(form));
    }
    schema.insert("$defs".to_owned(), Value::Object(definitions(form, &names)));
    Value::Object(schema)
}

/// The six members that every report may have (design section 5), labelled as in findings.
fn reserved(form: &Form) -> Map<String, Value> {
    let schemas = [
        ("这份数据依据的 JSON Schema，任意文字", json!({ "type": ["string", "null"] })),
        (
            "只能是这张报表",
            json!({ "anyOf": [{ "$ref": format!("#/$defs/{FORM_ID}") }, { "type": "null" }] }),
        ),
        (
            "只能是这一版",
            json!({ "type": ["integer", "null"], "minimum": form.edition, "maximum": form.edition }),
        ),
        (
            "填报时所依的修订，从 1 起",
            json!({ "type": ["integer", "null"], "minimum": 1, "maximum": form.revision }),
        ),
        (
            "规则编号 → 为什么与规则不符",
            json!({ "type": ["object", "null"], "additionalProperties": {
                "type": ["string", "null"], "minLength": 1, "maxLength": TextRules::EXPLANATION.max_length,
                "not": text::refused(Lines::Many, None),
            } }),
        ),
        ("编号 → 其成员，不归本表校验", json!({ "type": ["object", "null"] })),
    ];
    let labels = reserved::PLACES.map(|place| place.label);
    let named = labels.into_iter().zip(reserved::NAMES).zip(schemas);
    named
        .map(|((label, name), (about, constraints))| {
            let mut schema = value::object(json!({
                "description": format!("{label}\n{about}"), "x-label": label,
            }));
            schema.extend(value::object(constraints));
            (name.to_owned(), Value::Object(schema))
        })
        .collect()
}

fn definitions(form: &Form, names: &Names) -> Map<String, Value> {
    let mut definitions = Map::new();
    definitions.insert(
        FORM_ID.to_owned(),
        json!({ "title": FORM_ID, "description": "报表的编号", "type": "string", "enum": [form.id] }),
    );
    definitions.extend(form.members.iter().filter_map(|member| member::definition(form, member, names)));
    definitions
}
