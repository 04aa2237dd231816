//! A part of the 填写说明: one key that says what it is, one verbatim text.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value};

use super::read::{FromNode, Reader, nearest};
use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::form::PartKind;
use crate::node::{Node, NodeValue, Scalar};

/// A part of an instruction as written: `- excludes: 不包括外链信息。`
#[derive(Clone, Debug)]
pub struct PartSpec {
    /// What it says.
    pub kind: PartKind,
    /// Its text.
    pub text: Scalar,
}

impl FromNode for PartSpec {
    fn from_node(node: Node, reader: &mut Reader<'_>) -> Option<Self> {
        let span = node.span;
        let NodeValue::Map { entries, flow } = node.value else {
            let want = "“类别: 原文”，例如 fill: 请填写……";
            reader.wrong_shape(span, &node.value, "填写说明的一段", "a part", want, "`fill: text`");
            return None;
        };
        if flow {
            reader.diagnostics.push(Diagnostic::warning(
                Code::TB052,
                span,
                "原文不要写在花括号里（遇到英文逗号会断开）；写成 - fill: 原文",
                "prose should not stand in braces; write `- fill: text`",
            ));
        }
        let Ok([entry]) = <[_; 1]>::try_from(entries) else {
            reader.error(
                Code::TB043,
                span,
                "填写说明的一段只写一个类别；另一段另起一行，前面加 -",
                "a part has exactly one key; put `-` before each part",
            );
            return None;
        };
        let known = PartKind::ALL.into_iter().find(|kind| kind.key() == entry.key.text);
        let kind = known.or_else(|| unknown_kind(&entry.key, reader))?;
        let text = Scalar::from_node(entry.value, reader)?;
        if text.text.is_empty() {
            reader.error(
                Code::TB043,
                entry.key.span,
                "这一段没有原文，请补上或删去",
                "this part has no text",
            );
            return None;
        }
        Some(Self { kind, text })
    }
}

/// Reports an unknown kind of part; gives the one that was probably meant.
fn unknown_kind(key: &Scalar, reader: &mut Reader<'_>) -> Option<PartKind> {
    let known = PartKind::ALL.map(PartKind::key);
    let mut diagnostic = Diagnostic::error(
        Code::TB045,
        key.span,
        format!("填写说明没有“{}”这一类，只有 {}", key.text, known.join("、")),
        format!("`{}` is no kind of part; kinds are {}", key.text, known.join(", ")),
    );
    let near = nearest(&key.text, known.into_iter());
    if let Some(near) = near {
        diagnostic = diagnostic.suggest(key.span, near);
    }
    reader.diagnostics.push(diagnostic);
    PartKind::ALL.into_iter().find(|kind| Some(kind.key()) == near)
}

impl JsonSchema for PartSpec {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Part".into()
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        let properties: Map<String, Value> = PartKind::ALL
            .into_iter()
            .map(|kind| {
                let schema = serde_json::json!({ "type": "string", "description": kind.label() });
                (kind.key().to_owned(), schema)
            })
            .collect();
        json_schema!({
            "description": "填写说明的一段，照原文",
            "type": "object",
            "properties": properties,
            "additionalProperties": false,
            "minProperties": 1,
            "maxProperties": 1,
        })
    }
}
