//! `verdict.schema.json`: JSON Schema of verdicts, of [`tianbao_core::Verdict`] and of what `tianbao validate` prints.

use serde_json::{Value, json};
use tianbao_schema::Form;

use crate::output;

/// The file's contents.
#[must_use]
pub fn generate(_forms: &[&Form]) -> String {
    output::json(&schema())
}

/// One verdict, or a list of them.
#[must_use]
pub fn schema() -> Value {
    json!({
        "$schema": crate::json_schema::DIALECT,
        "title": "Verdicts",
        "description": "一份报表的校验结论；几份文件时是列表，一份文件一个",
        "anyOf": [{ "$ref": "#/$defs/Verdict" }, { "type": "array", "items": { "$ref": "#/$defs/Verdict" } }],
        "$defs": {
            "Verdict": verdict(),
            "LocalVerdict": local_verdict(),
            "Finding": finding(),
            "ValueRead": value_read(),
            "Fix": fix(),
            "Rules": rules(),
            "NotApplicable": not_applicable(),
            "Read": read(),
            "Problem": problem(),
            "Place": place(),
        },
    })
}

fn verdict() -> Value {
    object(
        "Verdict",
        "一份报表的结论",
        &json!({
            "file": { "description": "文件名，照命令行所写；库给出的结论没有", "type": "string" },
            "form": { "description": "报表编号", "type": "string" },
            "edition": { "description": "版本", "type": "integer", "minimum": 1 },
            "revision": { "description": "修订", "type": "integer", "minimum": 1 },
            "valid": { "description": "没有必须改的错误", "type": "boolean" },
            "findings": {
                "description": "所有问题，依报表的次序", "type": "array", "items": { "$ref": "#/$defs/Finding" },
            },
            "rules": { "$ref": "#/$defs/Rules" },
            "local": { "$ref": "#/$defs/LocalVerdict" },
            "read": { "$ref": "#/$defs/Read" },
        }),
        &["file", "local", "read"],
    )
}

/// What an addition says beside the verdict of the form.
fn local_verdict() -> Value {
    object(
        "LocalVerdict",
        "补充（--spec 是一份补充时）另外的结论：它自己的项目和规则，以及它收紧的；原表的结论在外面一层",
        &json!({
            "local": { "description": "补充的编号", "type": "string" },
            "title": { "description": "补充的名称", "type": "string" },
            "form": { "description": "报表编号", "type": "string" },
            "edition": { "description": "版本", "type": "integer", "minimum": 1 },
            "revision": { "description": "补充的修订", "type": "integer", "minimum": 1 },
            "valid": { "description": "补充没有必须改的错误", "type": "boolean" },
            "findings": {
                "description": "补充的问题，依报表的次序", "type": "array", "items": { "$ref": "#/$defs/Finding" },
            },
            "rules": { "$ref": "#/$defs/Rules" },
        }),
        &[],
    )
}

/// How a document was read; only the command line has it.
fn read() -> Value {
    object(
        "Read",
        "从 Word、网页、文字读表的情况；JSON、YAML 的报表没有",
        &json!({
            "problems": {
                "description": "有疑问的地方", "type": "array", "items": { "$ref": "#/$defs/Problem" },
            },
            "places": {
                "description": "每个问题在文件里的位置，与 findings 一一对应；找不到的是 null",
                "type": "array", "items": { "anyOf": [{ "$ref": "#/$defs/Place" }, { "type": "null" }] },
            },
        }),
        &[],
    )
}

fn problem() -> Value {
    let text = |about: &str| json!({ "description": about, "type": "string" });
    object(
        "Problem",
        "读表时的一处疑问",
        &json!({
            "code": text("哪一种疑问"),
            "severity": {
                "description": "error 没有读，warning 有疑问或没有用到，hint 提示", "type": "string",
                "enum": ["error", "warning", "hint"],
            },
            "path": text("哪个字段；不知道的没有"),
            "text": text("文件里的原文"),
            "place": { "$ref": "#/$defs/Place" },
            "message": text("查到什么，按什么读的，该怎么办"),
        }),
        &["path", "place"],
    )
}

fn place() -> Value {
    let from_one = |about: &str| json!({ "description": about, "type": "integer", "minimum": 1 });
    object(
        "Place",
        "文件里的位置，都从 1 数起：表格里的格子、文字里的行列，或者表外的段落",
        &json!({
            "table": from_one("第几张表"),
            "row": from_one("第几行"),
            "line": from_one("文字的第几行"),
            "column": from_one("第几列"),
            "paragraph": from_one("第几段"),
        }),
        &["table", "row", "line", "column", "paragraph"],
    )
}

fn finding() -> Value {
    let text = |about: &str| json!({ "description": about, "type": "string" });
    let text_or_null = |about: &str| json!({ "description": about, "type": ["string", "null"] });
    object(
        "Finding",
        "一个问题",
        &json!({
            "code": text(
                "规则编号；结构问题是 syntax type required unknown duplicate limit pattern blank choice unique explanation"
            ),
            "severity": {
                "description": "error 必须改，warning 须核实，hint 提示", "type": "string",
                "enum": ["error", "warning", "hint"],
            },
            "path": text("JSON Pointer；缺的或多的成员，指成员本身"),
            "label": text("从部分起的各级名称"),
            "clause": text_or_null("在填写说明里的位置；表头、表尾没有"),
            "message": text("查到什么，应当怎样"),
            "values": {
                "description": "规则读到的值", "type": "array", "items": { "$ref": "#/$defs/ValueRead" },
            },
            "advice": text_or_null("该怎么办"),
            "fixes": { "description": "改法", "type": "array", "items": { "$ref": "#/$defs/Fix" } },
            "explanation": text_or_null("报表的情况说明里写的原因"),
        }),
        &[],
    )
}

fn value_read() -> Value {
    object(
        "ValueRead",
        "规则读到的一个值",
        &json!({
            "path": { "description": "JSON Pointer", "type": "string" },
            "label": { "description": "从部分起的各级名称", "type": "string" },
            "value": { "description": "报表里的值；没有时是 null" },
            "unit": { "description": "单位", "type": ["string", "null"] },
            "previous": { "description": "是上年报表的值", "type": "boolean" },
        }),
        &["previous"],
    )
}

fn fix() -> Value {
    let operation = json!({
        "title": "PatchOperation", "description": "JSON Patch（RFC 6902）的一步", "type": "object",
        "properties": {
            "op": { "type": "string", "enum": ["add", "remove"] },
            "path": { "description": "JSON Pointer", "type": "string" },
            "value": { "description": "新的值；remove 没有" },
        },
        "required": ["op", "path"],
        "additionalProperties": false,
    });
    object(
        "Fix",
        "一种改法",
        &json!({
            "safe": { "description": "不会丢内容，可以自动改", "type": "boolean" },
            "description": { "description": "改成什么", "type": "string" },
            "patch": { "description": "怎么改", "type": "array", "minItems": 1, "items": operation },
        }),
        &[],
    )
}

fn rules() -> Value {
    let ids = |about: &str| json!({ "description": about, "type": "array", "items": { "type": "string" } });
    object(
        "Rules",
        "每条规则的结果，依规格里的次序",
        &json!({
            "passed": ids("通过的"),
            "failed": ids("未通过的，各有一个问题"),
            "not_applicable": {
                "description": "没有查的", "type": "array", "items": { "$ref": "#/$defs/NotApplicable" },
            },
        }),
        &[],
    )
}

fn not_applicable() -> Value {
    let fields =
        |about: &str| json!({ "description": about, "type": "array", "items": { "type": "string" } });
    object(
        "NotApplicable",
        "没有查的规则，和是哪些项使它没有查",
        &json!({
            "rule": { "description": "规则编号", "type": "string" },
            "absent": fields("没有填的项；上年报表的以 previous. 开头"),
            "unusable": fields("自己有问题的项"),
        }),
        &[],
    )
}

/// An object type whose members are all there but for those named.
fn object(title: &str, about: &str, properties: &Value, optional: &[&str]) -> Value {
    let names = properties.as_object().into_iter().flat_map(serde_json::Map::keys);
    let required: Vec<&String> = names.filter(|name| !optional.contains(&name.as_str())).collect();
    json!({
        "title": title, "description": about, "type": "object",
        "properties": properties, "required": required, "additionalProperties": false,
    })
}
