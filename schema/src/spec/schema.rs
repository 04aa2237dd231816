//! The JSON Schema of the spec language, so that editors complete and check a spec while it is written.

use schemars::{Schema, SchemaGenerator, generate::SchemaSettings, json_schema};
use serde_json::{Map, Value, json};

use super::{AdditionSpec, FormSpec};

/// The JSON Schema (draft 2020-12) of a spec file, with Chinese descriptions: of a form, or, where it `extends` one, of
/// an addition.
///
/// ```
/// let schema = tianbao_schema::spec::schema();
/// assert_eq!(schema["$defs"]["Form"]["properties"]["title"]["type"], "string");
/// ```
#[must_use]
pub fn schema() -> Value {
    let mut generator = SchemaGenerator::new(SchemaSettings::draft2020_12());
    let (form, addition) = (generator.subschema_for::<FormSpec>(), generator.subschema_for::<AdditionSpec>());
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "urn:tianbao:spec",
        "title": "Spec",
        "description": "一张表的一个版本，或者（写了 extends）一份补充",
        "type": "object",
        "if": { "required": ["extends"] },
        "then": addition,
        "else": form,
        "$defs": generator.take_definitions(true),
    })
}

/// The schema of a mapping with fixed keys: key, description, required, schema of the value.
pub(super) fn object<const N: usize>(about: &str, keys: [(&str, &str, bool, Schema); N]) -> Schema {
    let mut properties = Map::new();
    let mut required = Vec::new();
    for (key, description, is_required, mut schema) in keys {
        schema.insert("description".into(), description.trim().into());
        properties.insert(key.into(), schema.to_value());
        if is_required {
            required.push(Value::from(key));
        }
    }
    let mut schema = json_schema!({
        "description": about.trim(),
        "type": "object",
        "properties": properties,
        "additionalProperties": false,
    });
    if !required.is_empty() {
        schema.insert("required".into(), required.into());
    }
    schema
}

/// The schema of a set of words, each with what it says.
pub(super) fn words(about: &str, words: &[(&str, &str)]) -> Schema {
    let lines: Vec<String> = words.iter().map(|(word, meaning)| format!("{word}：{meaning}")).collect();
    json_schema!({
        "description": format!("{}\n{}", about.trim(), lines.join("\n")),
        "type": "string",
        "enum": words.iter().map(|(word, _)| *word).collect::<Vec<_>>(),
    })
}
