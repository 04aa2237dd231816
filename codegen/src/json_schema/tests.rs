//! The schema against the judge and the text rules of `core`, on a form that has every shape of rule it can say.

use jsonschema::Validator;
use serde_json::{Map, Value, json};
use tianbao_core::text::{self, TextRules};
use tianbao_schema::{Form, judge};

use super::{condition, names::Names, schema};

const SPEC: &str = r"
form: shapes
edition: 1
revision: 2
revisions:
  - { revision: 2, date: '2024-02-01', note: 停用一条规则 }
years: { from: 2024 }
title: 各种规则
absent: 无
patterns:
  code: { whole: '[A-Z]{2}', example: AB, message: 应是两个大写字母 }
sections:
  - fields:
      - { id: count, label: 整数, kind: count }
      - { id: share, label: 小数, kind: number, places: 2 }
      - { id: flag, label: 是否, kind: flag }
      - { id: color, label: 颜色, kind: choice, optional: true, choices: [{ id: red, label: 红 }, { id: green, label: 绿 }] }
      - { id: marks, label: 标记, kind: choices, choices: [{ id: one, label: 甲 }, { id: two, label: 乙 }] }
      - { id: word, label: 文字, kind: text, optional: true }
      - { id: notes, label: 备注, kind: text, lines: many, optional: true, length: { max: 5 } }
      - id: extra
        label: 附加
        optional: true
        fields:
          - { id: count, label: 附加数, kind: count, optional: true }
rules:
  - id: gone
    title: 停用的规则
    assert: count > 5
    severity: error
    basis: implied
    withdrawn: { revision: 2, why: 不对 }
";

/// Rules as `when` and `assert`.
const RULES: &[(&str, &str)] = &[
    ("count == 0", "!flag"),
    ("flag", "count >= 2 || color == 'red'"),
    ("", "count < 2 || share > 0.25"),
    ("", "0.25 != share || count <= 1"),
    ("count > 0", "share <= 1 && color != 'green'"),
    ("", "flag == ('one' in marks)"),
    ("", "flag != has(word)"),
    ("", "!(has(extra) && has(extra.count)) || !('two' in marks)"),
    ("has(extra)", "extra.count == 1"),
    ("", "word.startsWith('A.') || word.endsWith('B')"),
    ("", "!word.matches(patterns.code)"),
    ("count != 1", "word == 'AB' || !(flag && has(color))"),
];

fn form() -> Form {
    let mut spec = SPEC.to_owned();
    for (index, (when, assert)) in RULES.iter().enumerate() {
        spec += &format!(
            "  - id: rule_{index}\n    title: 规则\n    severity: error\n    basis: implied\n    at: count\n"
        );
        if !when.is_empty() {
            spec += &format!("    when: '{}'\n", when.replace('\'', "''"));
        }
        spec += &format!("    assert: '{}'\n    message: 不对\n", assert.replace('\'', "''"));
    }
    checked(&spec)
}

fn checked(spec: &str) -> Form {
    let checked = tianbao_schema::check("test.yaml", spec.as_bytes());
    let found: Vec<&str> = checked.diagnostics.iter().map(|found| found.message.zh.as_str()).collect();
    checked.form.unwrap_or_else(|| panic!("{found:#?}"))
}

fn validator(schema: &Value) -> Validator {
    jsonschema::meta::validate(schema).expect("valid against the metaschema");
    jsonschema::options().should_validate_formats(true).build(schema).expect("a schema")
}

/// Every report from these values; `null` stands for an absent member.
fn reports() -> Vec<Value> {
    let domains = [
        ("count", json!([0, 1, 2])),
        ("share", json!([0, 0.25, 1.5])),
        ("flag", json!([false, true])),
        ("color", json!([null, "red", "green"])),
        ("marks", json!([[], ["one"], ["two", "one"]])),
        ("word", json!([null, "AB", "A.x", "AxB\u{3000}y"])),
        ("extra", json!([null, {}, { "count": null }, { "count": 1 }, { "count": 2 }])),
    ];
    let mut reports = vec![Map::new()];
    for (name, values) in domains {
        let values = values.as_array().cloned().unwrap_or_default();
        reports = reports
            .into_iter()
            .flat_map(|report| {
                values.iter().map(move |value| {
                    let mut report = report.clone();
                    report.insert(name.to_owned(), value.clone());
                    report
                })
            })
            .collect();
    }
    reports.into_iter().map(Value::Object).collect()
}

#[test]
fn what_must_be_there_and_absent_at_once_is_never() {
    let never = "  - { id: never, title: 规则, severity: error, basis: implied, message: 不对, assert: has(word) || !has(word) || word == 'AB' }\n";
    let deep = "  - { id: deep, title: 规则, severity: error, basis: implied, message: 不对, assert: has(extra) || !has(extra.count) }\n";
    let form = checked(&format!("{SPEC}{never}{deep}"));
    let said: Vec<Value> = form.rules.iter().filter_map(|rule| condition::of_rule(&form, rule)).collect();
    assert_eq!(
        said,
        [json!({ "$comment": "rule never", "not": false }), json!({ "$comment": "rule deep", "not": false })]
    );
}

#[test]
fn rules_in_all_of_fail_where_the_judge_says_so() {
    let form = form();
    let said: Vec<Validator> = form
        .rules
        .iter()
        .map(|rule| {
            validator(&condition::of_rule(&form, rule).unwrap_or_else(|| panic!("{} is not said", rule.id)))
        })
        .collect();
    let whole = validator(&schema(&form));
    let nothing = json!({});
    let mut both = vec![(0, 0); said.len()];
    for report in reports() {
        let verdict = judge::valid_report(&form, &report, &nothing);
        for ((rule, schema), seen) in form.rules.iter().zip(&said).zip(&mut both) {
            let fails = verdict.rules.failed.iter().any(|id| *id == rule.id);
            assert_eq!(schema.is_valid(&report), !fails, "{} on {report}", rule.id);
            *if fails { &mut seen.1 } else { &mut seen.0 } += 1;
        }
        assert_eq!(whole.is_valid(&report), verdict.valid, "{report}");
    }
    assert!(both.iter().all(|(holds, fails)| *holds > 0 && *fails > 0), "{both:?}");
}

#[test]
fn rules_that_it_cannot_say_are_left_out() {
    let spec = SPEC.to_owned()
        + "  - { id: sum, title: 和, severity: error, basis: implied, assert: count == extra.count, message: 不对 }\n"
        + "  - { id: soft, title: 提示, severity: hint, basis: implied, assert: count == 0, message: 不对 }\n"
        + "  - { id: year, title: 上年, severity: error, basis: implied, assert: previous.count == 0, at: count, message: 不对 }\n";
    let form = checked(&spec);
    assert_eq!(form.rules.len(), 3);
    assert_eq!(schema(&form).get("allOf"), None);
}

#[test]
fn texts_are_refused_where_core_refuses_them() {
    let form = form();
    let validator = validator(&schema(&form)["properties"]["word"]);
    let many = self::validator(&schema(&form)["properties"]["notes"]);
    let one = TextRules::LINE;
    let lines = TextRules { max_length: Some(5), many_lines: true, ..one };
    let odd = "a一 \t\n\r\u{0}\u{1f}\u{7f}\u{80}\u{85}\u{9f}\u{a0}\u{ad}\u{1680}\u{180e}\u{2000}\u{200a}\u{200b}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}\u{feff}\u{10ffff}";
    for middle in odd.chars() {
        for text in [format!("{middle}"), format!("{middle}b"), format!("b{middle}"), format!("b{middle}b")] {
            let word = Value::from(text.as_str());
            let expected = |rules| text::problem(&text, rules, Some("无")).is_none();
            assert_eq!(validator.is_valid(&word), expected(one), "{text:?}");
            assert_eq!(many.is_valid(&word), expected(lines), "{text:?}");
        }
    }
    for text in ["", "无", "无 ", "有无", "一二三四五六"] {
        assert_eq!(many.is_valid(&text.into()), text::problem(text, lines, Some("无")).is_none(), "{text:?}");
    }
}

#[test]
fn names_are_unique() {
    let spec = "form: names\nedition: 1\nyears: { from: 2024 }\ntitle: 名称\nsections:\n  - fields:\n\
        \x20     - { id: report, label: 甲, fields: [{ id: b_c, label: 乙, kind: choice, choices: [{ id: c1, label: 丙 }, { id: c2, label: 丁 }] }] }\n\
        \x20     - { id: report_b, label: 戊, fields: [{ id: c, label: 己, kind: choice, choices: [{ id: c1, label: 庚 }, { id: c2, label: 辛 }] }] }\n";
    let form = checked(spec);
    let names = Names::of(&form);
    let all: Vec<Option<&str>> = form.members.iter().map(|member| names.get(member.id)).collect();
    assert_eq!(all, [Some("Report2"), Some("ReportBC"), Some("ReportB"), Some("ReportBC2")]);
}

#[test]
fn our_keywords_are_all_in_the_manifest() {
    fn collect(value: &Value, found: &mut std::collections::BTreeSet<String>) {
        match value {
            Value::Object(members) => {
                found.extend(members.keys().filter(|key| key.starts_with("x-")).cloned());
                members.values().for_each(|member| collect(member, found));
            }
            Value::Array(items) => items.iter().for_each(|item| collect(item, found)),
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
        }
    }
    let mut found = std::collections::BTreeSet::new();
    let shipped = tianbao_schema::shipped().iter().map(|spec| checked(spec.text));
    for form in shipped.chain([form()]) {
        collect(&schema(&form), &mut found);
    }
    collect(&schema(&checked("extends: gov-website-work/2019\nlocal: here\ntitle: 补充\n")), &mut found);
    let listed = crate::manifest::KEYWORDS.iter().map(|keyword| keyword.keyword.to_owned()).collect();
    assert_eq!(found, listed);
}
