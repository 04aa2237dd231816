//! What values a field takes, in words.

use serde::Serialize;
use serde_json::Value;
use tianbao_core::{decimal, print};
use tianbao_schema::Form;
use tianbao_schema::form::{Choice, Field, Kind, Lines, Member, Scope};

use crate::rust::names;

/// A line of facts: a label, words, code.
#[derive(Serialize)]
pub(crate) struct Fact {
    label: &'static str,
    text: Option<String>,
    code: Option<String>,
}

impl Fact {
    fn text(label: &'static str, text: impl Into<String>) -> Self {
        Self { label, text: Some(text.into()), code: None }
    }

    fn code(label: &'static str, code: impl Into<String>) -> Self {
        Self { label, text: None, code: Some(code.into()) }
    }
}

/// Where a member stands in the data and in Rust.
pub(super) fn addresses(form: &Form, member: &Member) -> [Fact; 2] {
    let way = form.ancestors(member.id).into_iter().chain([member]);
    let optional: Vec<_> = way.filter(|member| member.optional).map(|member| member.name.as_str()).collect();
    let rust = Fact {
        label: "Rust",
        text: (!optional.is_empty()).then(|| format!("{} 是 Option", optional.join("、"))),
        code: Some(format!("report.{}", rust_path(&member.path))),
    };
    [Fact::code("JSON Pointer", &member.pointer), rust]
}

/// A path as Rust's field access.
fn rust_path(path: &str) -> String {
    path.split('.').map(|name| names::field(name).to_string()).collect::<Vec<_>>().join(".")
}

/// Limits, pattern and example of a field.
pub(super) fn of(form: &Form, member: &Member, field: &Field) -> Vec<Fact> {
    let mut facts = Vec::new();
    match &field.kind {
        Kind::Count { min, max } => facts.push(Fact::text("取值", range(&min.to_string(), &max.to_string()))),
        Kind::Number { places, min, max } => {
            let print = |scaled| decimal::print(scaled, *places);
            let range = range(&print(*min), &print(*max));
            facts.push(Fact::text("取值", format!("{range}，最多 {places} 位小数")));
        }
        Kind::Text { pattern, min_length, max_length, lines } => {
            facts.extend(length(*min_length, *max_length, *lines));
            if let Some(id) = pattern {
                let pattern = form.pattern(*id);
                let label = match pattern.scope {
                    Scope::Whole => "整个合于式子",
                    Scope::Has => "含有合于式子",
                };
                facts.push(Fact::text("格式", &pattern.message));
                facts.push(Fact::code(label, &pattern.expression));
            }
        }
        Kind::Url => facts.push(Fact::text("格式", "网址，http:// 或 https:// 可以不写")),
        Kind::Date => facts.push(Fact::text("格式", "年-月-日，写作 YYYY-MM-DD，须是真有的一天")),
        Kind::Year { from, to } => facts.push(Fact::text("取值", years(*from, *to))),
        Kind::Flag => facts.push(Fact::text("取值", "true 是，false 否")),
        Kind::Choice(_) => facts.push(Fact::text("取值", "下列之一")),
        Kind::Choices(_) => facts.push(Fact::text("取值", "下列中选几个，也可以一个不选；不重复，不论先后")),
    }
    let in_sample = form.sample.pointer(&member.pointer).filter(|value| !value.is_null());
    facts.push(Fact::code("示例", in_sample.unwrap_or(&field.example).to_string()));
    facts
}

fn length(min: u32, max: Option<u32>, lines: Lines) -> Option<Fact> {
    let length = match (min, max) {
        (0..=1, None) => None,
        (0..=1, Some(max)) => Some(format!("至多 {max} 字")),
        (min, None) => Some(format!("至少 {min} 字")),
        (min, Some(max)) => Some(format!("{min} 至 {max} 字")),
    };
    let lines = match lines {
        Lines::One => None,
        Lines::Many => Some("可以分行".to_owned()),
    };
    let words: Vec<_> = [length, lines].into_iter().flatten().collect();
    (!words.is_empty()).then(|| Fact::text("长度", words.join("，")))
}

/// 0 至 100
fn range(min: &str, max: &str) -> String {
    format!("{min} 至 {max}")
}

/// 2019 年度, 2019 至 2021 年度, 2019 年度起
pub(super) fn years(from: u16, to: Option<u16>) -> String {
    match to {
        Some(to) if to == from => format!("{from} 年度"),
        Some(to) => format!("{from} 至 {to} 年度"),
        None => format!("{from} 年度起"),
    }
}

/// A value as the form prints it; none where it is absent, and for a group.
pub(crate) fn words(field: &Field, value: &Value) -> Option<String> {
    let label =
        |choice: &Choice| value.as_str().is_some_and(|id| id == choice.id).then(|| choice.label.clone());
    match &field.kind {
        Kind::Count { .. } | Kind::Year { .. } => number(value, 0),
        Kind::Number { places, .. } => number(value, *places),
        Kind::Text { .. } | Kind::Url | Kind::Date => value.as_str().map(str::to_owned),
        Kind::Flag => value.as_bool().map(|flag| print::flag(flag).to_owned()),
        Kind::Choice(choices) => choices.iter().find_map(label),
        Kind::Choices(choices) => {
            let items = value.as_array()?;
            let ticked = choices.iter().filter(|choice| items.iter().any(|item| *item == choice.id));
            Some(print::boxes(ticked.map(|choice| choice.label.as_str())))
        }
    }
}

fn number(value: &Value, places: u8) -> Option<String> {
    let scaled = decimal::scale(value.as_f64()?, places)?;
    Some(decimal::print(scaled, places))
}
