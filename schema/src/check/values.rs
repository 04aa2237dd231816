//! Values in a spec (examples, sample, cases): read by the field's kind, and held against the field's own limits.

use serde_json::{Map, Value, json};
use tianbao_core::decimal::{self, print};
use tianbao_core::text::{self, TextProblem};

use super::Check;
use crate::codes::Code;
use crate::form::{Field, Kind, MemberId};
use crate::node::{Node, NodeValue, Scalar, Style};
use crate::spec::looks_like_other;

/// The text of a bare scalar.
pub(super) fn plain(node: &Node) -> Option<&str> {
    match &node.value {
        NodeValue::Scalar(scalar) if scalar.style == Style::Plain => Some(&scalar.text),
        NodeValue::Scalar(_) | NodeValue::List { .. } | NodeValue::Map { .. } => None,
    }
}

/// True where nothing is meant: `null`, `~`, or no value.
pub(super) fn is_null(node: &Node) -> bool {
    plain(node).is_some_and(|text| matches!(text, "" | "null" | "~"))
}

/// A decimal text as a whole number of units of the last of `places` places.
pub(super) fn scaled(text: &str, places: u8) -> Option<i64> {
    let (negative, digits) = text.strip_prefix('-').map_or((false, text), |digits| (true, digits));
    let (whole, rest) = digits.split_once('.').unwrap_or((digits, ""));
    let all_digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    // 0123 is another number to some readers of YAML.
    if whole.is_empty()
        || (whole.len() > 1 && whole.starts_with('0'))
        || !all_digits(whole)
        || !all_digits(rest)
        || digits.ends_with('.')
    {
        return None;
    }
    let rest = rest.trim_end_matches('0');
    if rest.len() > usize::from(places) {
        return None;
    }
    let number: i64 = format!("{whole}{rest:0<width$}", width = usize::from(places)).parse().ok()?;
    (number <= decimal::MAX_EXACT).then_some(if negative { -number } else { number })
}

impl Check<'_> {
    /// The value of a member as JSON, read by its kind; none (with a diagnostic) where it is no such value.
    pub(super) fn value(&mut self, node: &Node, member: MemberId) -> Option<Value> {
        if self.member(member).is_group() {
            return self.group_value(node, member);
        }
        if self.is_broken(&self.member(member).path) {
            return None;
        }
        let kind = self.member(member).field()?.kind.clone();
        let before = self.diagnostics.len();
        let value = self.scalar_value(node, &kind, member)?;
        if self.diagnostics.len() > before {
            return Some(value);
        }
        if let Some((zh, en)) = self.problem(&value, member) {
            let label = self.member(member).full_label.clone();
            self.error(Code::TB049, node.span, format!("“{label}”的值{zh}"), format!("this value {en}"));
            return None;
        }
        Some(value)
    }

    fn group_value(&mut self, node: &Node, group: MemberId) -> Option<Value> {
        let NodeValue::Map { entries, .. } = &node.value else {
            let zh = format!("“{}”是一组，写若干行“编号: 值”", self.member(group).label);
            self.error(Code::TB043, node.span, zh, "expected a mapping for a group");
            return None;
        };
        let mut object = Map::new();
        for entry in entries {
            let path = super::members::join(&self.member(group).path, &entry.key.text);
            let child = self.path(&entry.key, &path)?;
            if !is_null(&entry.value) {
                object.insert(entry.key.text.clone(), self.value(&entry.value, child)?);
            }
        }
        let children = self.member(group).children().iter().map(|child| self.member(*child));
        let missing = children.into_iter().find(|child| !child.optional && !object.contains_key(&child.name));
        if let Some(missing) = missing.map(|missing| missing.name.clone()) {
            let zh = format!("这一组缺必填项 {missing}");
            self.error(Code::TB049, node.span, zh, format!("`{missing}` is required here"));
            return None;
        }
        Some(Value::Object(object))
    }

    /// The member of a path; none (with a diagnostic) where there is none.
    pub(super) fn path(&mut self, place: &Scalar, path: &str) -> Option<MemberId> {
        let found = self.paths.get(path).copied();
        if found.is_none() && !self.is_broken(path) {
            let near = crate::spec::nearest(path, self.members.iter().map(|member| member.path.as_str()));
            let (zh, en) = near.map_or_else(Default::default, |near| {
                (format!("，是不是 {near}？"), format!("; did you mean {near}?"))
            });
            self.error(
                Code::TB021,
                place.span,
                format!("没有 {path} 这个项目{zh}"),
                format!("no field `{path}`{en}"),
            );
        }
        found
    }

    fn scalar_value(&mut self, node: &Node, kind: &Kind, member: MemberId) -> Option<Value> {
        let value = match kind {
            Kind::Count { .. } | Kind::Year { .. } => plain(node)
                .filter(|text| !text.contains('.'))
                .and_then(|text| scaled(text, 0))
                .map(Value::from),
            Kind::Number { places, .. } => {
                plain(node).and_then(|text| scaled(text, *places)).map(|scaled| number(scaled, *places))
            }
            Kind::Flag => plain(node).and_then(|text| text.parse::<bool>().ok()).map(Value::from),
            Kind::Text { .. } | Kind::Url | Kind::Date => self.text_value(node),
            Kind::Choice(_) => scalar(node).map(|scalar| json!(scalar.text)),
            Kind::Choices(_) => match &node.value {
                NodeValue::List { items, .. } => {
                    items.iter().map(|item| scalar(item).map(|scalar| json!(scalar.text))).collect()
                }
                NodeValue::Scalar(_) | NodeValue::Map { .. } => None,
            },
        };
        if value.is_none() {
            let label = self.member(member).full_label.clone();
            let zero =
                if plain(node).is_some_and(|text| text.starts_with('0')) { "，前面不写 0" } else { "" };
            let want = format!("{}{zero}", wanted(kind));
            self.error(
                Code::TB043,
                node.span,
                format!("“{label}”的值应是{want}"),
                "a value of the wrong kind",
            );
        }
        value
    }

    fn text_value(&mut self, node: &Node) -> Option<Value> {
        let scalar = scalar(node)?;
        if scalar.style == Style::Plain
            && let Some((other, other_en)) = looks_like_other(&scalar.text)
        {
            self.diagnostics.push(
                crate::diagnostic::Diagnostic::error(
                    Code::TB008,
                    scalar.span,
                    format!("“{}”会被读成{other}；这一项填的是文字，请加英文单引号", scalar.text),
                    format!("`{}` would be read as {other_en}; quote it", scalar.text),
                )
                .suggest(scalar.span, format!("'{}'", scalar.text)),
            );
        }
        Some(json!(scalar.text))
    }

    /// What is wrong with a value by the field's own limits (design section 5), if anything.
    pub(super) fn problem(&self, value: &Value, member: MemberId) -> Option<(String, String)> {
        let field: &Field = self.member(member).field()?;
        match &field.kind {
            Kind::Count { min, max } => outside(value.as_i64()?, *min, *max, 0),
            Kind::Number { places, min, max } => {
                outside(decimal::scale(value.as_f64()?, *places)?, *min, *max, *places)
            }
            Kind::Year { from, to } => outside(
                value.as_i64()?,
                i64::from(*from),
                i64::from(to.unwrap_or(tianbao_core::date::LAST_YEAR)),
                0,
            ),
            Kind::Text { pattern, .. } => {
                let text = value.as_str()?;
                if let Some(problem) = text::problem(text, field.kind.text_rules(), self.absent.as_deref()) {
                    return Some(untidy(problem));
                }
                let pattern = (*pattern)?;
                let matches = self.matchers[pattern.0].as_ref().is_none_or(|matcher| matcher.is_match(text));
                (!matches).then(|| {
                    let name = &self.patterns[pattern.0].name;
                    (format!("不合写法 {name}"), format!("does not match pattern {name}"))
                })
            }
            Kind::Url => {
                let valid = value.as_str().is_some_and(text::is_url);
                (!valid).then(|| ("不是网址，例如 http://www.example.cn".into(), "is no web address".into()))
            }
            Kind::Date => {
                let valid = value.as_str().and_then(tianbao_core::Date::parse).is_some();
                (!valid).then(|| ("不是日期，例如 '2020-01-15'".into(), "is no day".into()))
            }
            Kind::Flag => None,
            Kind::Choice(choices) => {
                let known = choices.iter().any(|choice| Some(choice.id.as_str()) == value.as_str());
                (!known).then(|| unknown_choice(choices))
            }
            Kind::Choices(choices) => {
                let list = value.as_array()?;
                let known = list
                    .iter()
                    .all(|item| choices.iter().any(|choice| Some(choice.id.as_str()) == item.as_str()));
                let distinct = list.iter().enumerate().all(|(at, item)| !list[..at].contains(item));
                (!known || !distinct).then(|| unknown_choice(choices))
            }
        }
    }
}

fn untidy(problem: TextProblem) -> (String, String) {
    match problem {
        TextProblem::Empty => ("是空的".into(), "is empty".into()),
        TextProblem::Blank => ("是表示没有的词，不能作值".into(), "is the word for absent".into()),
        TextProblem::LineBreak => ("只能一行（可以分行的写 lines: many）".into(), "has a line break".into()),
        TextProblem::Control(_) => ("不能有控制字符".into(), "has a control character".into()),
        TextProblem::Edge => ("首尾不能有空白".into(), "has white space at its ends".into()),
        TextProblem::TooShort(length) | TextProblem::TooLong(length) => {
            (format!("有 {length} 个字，不合 length"), format!("has {length} characters, against its length"))
        }
    }
}

fn unknown_choice(choices: &[crate::form::Choice]) -> (String, String) {
    let ids: Vec<&str> = choices.iter().map(|choice| choice.id.as_str()).collect();
    (format!("应从选项编号 {} 里选，不能重复", ids.join("、")), format!("is not one of {}", ids.join(", ")))
}

fn outside(number: i64, min: i64, max: i64, places: u8) -> Option<(String, String)> {
    let (found, min_text, max_text) = (print(number, places), print(min, places), print(max, places));
    (!(min..=max).contains(&number)).then(|| {
        (
            format!("{found} 不在 {min_text} 到 {max_text} 之间"),
            format!("{found} is outside {min_text}..={max_text}"),
        )
    })
}

fn scalar(node: &Node) -> Option<&Scalar> {
    match &node.value {
        NodeValue::Scalar(scalar) => Some(scalar),
        NodeValue::List { .. } | NodeValue::Map { .. } => None,
    }
}

fn wanted(kind: &Kind) -> String {
    match kind {
        Kind::Count { .. } => "整数，不加引号和逗号".into(),
        Kind::Number { places, .. } => format!("至多 {places} 位小数的数，不加引号和逗号"),
        Kind::Year { .. } => "年份，例如 2024".into(),
        Kind::Flag => "true（是）或 false（否）".into(),
        Kind::Text { .. } => "一段文字".into(),
        Kind::Url => "一个网址".into(),
        Kind::Date => "一个日期，例如 '2020-01-15'".into(),
        Kind::Choice(_) => "一个选项编号".into(),
        Kind::Choices(_) => "选项编号的列表，例如 [a, b]".into(),
    }
}

/// A scaled number as a JSON number: whole where it is whole.
pub(super) fn number(scaled: i64, places: u8) -> Value {
    let unit = decimal::power(places);
    if scaled % unit == 0 { json!(scaled / unit) } else { json!(decimal::unscale(scaled, places)) }
}
