//! What a report has and what a form expects, in words.

use std::borrow::Cow;

use serde_json::{Number, Value};

use crate::finding::Text;
use crate::print;
use crate::text::is_control;

/// Most characters of a value that a message quotes.
const QUOTED: usize = 40;

/// What a report has at some place.
#[derive(Clone, Debug, PartialEq)]
pub enum Found<'a> {
    /// `null`, as an item of a list.
    Null,
    /// `true`, `false`
    Bool(bool),
    /// A number.
    Number(Number),
    /// A text.
    Text(&'a str),
    /// `[…]`
    List,
    /// `{…}`
    Object,
}

impl<'a> From<&'a Value> for Found<'a> {
    fn from(value: &'a Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(flag) => Self::Bool(*flag),
            Value::Number(number) => Self::Number(number.clone()),
            Value::String(text) => Self::Text(text),
            Value::Array(_) => Self::List,
            Value::Object(_) => Self::Object,
        }
    }
}

impl Found<'_> {
    /// As messages show it.
    #[must_use]
    pub fn show(&self) -> Text {
        Cow::Borrowed(match self {
            Self::Null => "空值 null",
            Self::Bool(true) => "true",
            Self::Bool(false) => "false",
            Self::Number(number) => return Cow::Owned(number.to_string()),
            Self::Text(text) => return print::join(&["文字", &quoted(text)]),
            Self::List => "列表 […]",
            Self::Object => "一组成员 {…}",
        })
    }
}

/// What a form has at some place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Expected {
    /// A whole number.
    Count,
    /// A decimal.
    Number,
    /// A text.
    Text,
    /// A web address.
    Url,
    /// A day.
    Date,
    /// A year.
    Year,
    /// Yes or no.
    Flag,
    /// One box.
    Choice,
    /// Boxes.
    Choices,
    /// A group.
    Group,
    /// The report itself.
    Report,
}

impl Expected {
    pub(super) const fn phrase(self) -> &'static str {
        match self {
            Self::Count => "整数",
            Self::Number => "数字",
            Self::Text => "文字",
            Self::Url => "网址（文字）",
            Self::Date => "日期（文字，形如 2020-01-15）",
            Self::Year => "年份（整数）",
            Self::Flag => "是或否（true、false）",
            Self::Choice => "一个选项的编号（文字）",
            Self::Choices => "由选项编号组成的列表",
            Self::Group => "一组成员 {…}",
            Self::Report => "一份报表 {…}",
        }
    }

    const fn is_numeric(self) -> bool {
        matches!(self, Self::Count | Self::Number | Self::Year)
    }

    /// What to do where a text or a number stands in the other's place.
    pub(super) fn advice(self, found: &Found<'_>) -> Option<Text> {
        match (self, found) {
            (_, Found::Text(text)) if self.is_numeric() => {
                let bare = text.trim();
                let number = bare.parse::<f64>().is_ok_and(f64::is_finite) && !bare.starts_with(['+', '.']);
                Some(if number {
                    print::join(&["去掉引号，写作 ", bare])
                } else {
                    "只填数字，不加引号和单位".into()
                })
            }
            (Self::Flag, Found::Text("是")) => Some("“是”写作 true，不加引号".into()),
            (Self::Flag, Found::Text("否")) => Some("“否”写作 false，不加引号".into()),
            (Self::Flag, Found::Text(text @ ("true" | "false"))) => {
                Some(print::join(&["去掉引号，写作 ", text]))
            }
            (Self::Text | Self::Choice, Found::Number(number)) => {
                Some(print::join(&["加上英文引号，写作 \"", &number.to_string(), "\""]))
            }
            (Self::Choices, Found::Text(_)) => Some("放进方括号 [ ]，只选一项也要".into()),
            _ => None,
        }
    }
}

/// A value in 中文 quotation marks, shortened, its control characters made visible.
#[must_use]
pub fn quoted(text: &str) -> String {
    let end = text.char_indices().nth(QUOTED).map_or(text.len(), |(end, _)| end);
    let (kept, rest) = text.split_at(end);
    let close = if rest.is_empty() { "”" } else { "…”" };
    if !kept.chars().any(is_control) {
        return ["“", kept, close].concat();
    }
    let mut shown = String::from("“");
    for character in kept.chars() {
        if is_control(character) {
            shown.push_str(&print::written_out(character));
        } else {
            shown.push(character);
        }
    }
    shown + close
}
