//! The structural findings: what both engines say where a report is not built as its form asks.
//!
//! A message says what was found and what was expected; the advice says what to do. Codes are those of design section 5.

use std::borrow::Cow;
use std::fmt;

use serde_json::{Number, Value};

use crate::decimal;
use crate::finding::{Finding, Fix, PatchOperation, Severity, Text};
use crate::nearest::nearest;
use crate::pointer;
use crate::print;
use crate::text::{TextProblem, TextRules};

/// Most unknown members that one object reports by name; most bad items of a list, most explanations of nothing.
pub const MOST_UNKNOWN: usize = 20;

/// Most characters of a value that a message quotes.
const QUOTED: usize = 40;

/// What findings say of the member at which they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// JSON Pointer.
    pub path: Text,
    /// Labels from the section down: 信息发布 › 总数.
    pub label: Text,
    /// Place in the 填写说明; none for head and foot.
    pub clause: Option<Text>,
    /// The unit that counts for it.
    pub unit: Option<Text>,
    /// True where it may be absent.
    pub optional: bool,
}

impl Place {
    /// The report itself.
    pub const ROOT: Self = Self::reserved("", "");

    /// A place of a compiled form.
    #[must_use]
    pub const fn of(
        path: &'static str,
        label: &'static str,
        clause: Option<&'static str>,
        unit: Option<&'static str>,
        optional: bool,
    ) -> Self {
        Self {
            path: Cow::Borrowed(path),
            label: Cow::Borrowed(label),
            clause: match clause {
                Some(clause) => Some(Cow::Borrowed(clause)),
                None => None,
            },
            unit: match unit {
                Some(unit) => Some(Cow::Borrowed(unit)),
                None => None,
            },
            optional,
        }
    }

    /// A member that every form has; always optional.
    #[must_use]
    pub const fn reserved(path: &'static str, label: &'static str) -> Self {
        Self::of(path, label, None, None, true)
    }

    /// The same place, one step further down: an item of a list, an entry of `explanations`.
    #[must_use]
    pub fn below(&self, token: &str) -> Self {
        Self { path: Cow::Owned(pointer::join(&self.path, token)), optional: false, ..self.clone() }
    }

    /// A structural finding here, an error.
    #[must_use]
    pub fn found(&self, code: &'static str, message: impl Into<Text>) -> Finding {
        Finding {
            code: Cow::Borrowed(code),
            severity: Severity::Error,
            path: self.path.clone(),
            label: self.label.clone(),
            clause: self.clause.clone(),
            message: message.into(),
            values: Vec::new(),
            advice: None,
            fixes: Vec::new(),
            explanation: None,
        }
    }

    fn with_unit(&self, number: impl fmt::Display) -> String {
        print::with_unit(&number.to_string(), self.unit.as_deref())
    }
}

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

impl fmt::Display for Found<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => formatter.write_str("空值 null"),
            Self::Bool(flag) => write!(formatter, "{flag}"),
            Self::Number(number) => write!(formatter, "{number}"),
            Self::Text(text) => write!(formatter, "文字{}", quoted(text)),
            Self::List => formatter.write_str("列表 […]"),
            Self::Object => formatter.write_str("一组成员 {…}"),
        }
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
    const fn phrase(self) -> &'static str {
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
    fn advice(self, found: &Found<'_>) -> Option<String> {
        match (self, found) {
            (_, Found::Text(text)) if self.is_numeric() => {
                let bare = text.trim();
                let number = bare.parse::<f64>().is_ok_and(f64::is_finite) && !bare.starts_with(['+', '.']);
                Some(if number {
                    format!("去掉引号，写作 {bare}")
                } else {
                    "只填数字，不加引号和单位".into()
                })
            }
            (Self::Flag, Found::Text("是")) => Some("“是”写作 true，不加引号".into()),
            (Self::Flag, Found::Text("否")) => Some("“否”写作 false，不加引号".into()),
            (Self::Flag, Found::Text(text @ ("true" | "false"))) => Some(format!("去掉引号，写作 {text}")),
            (Self::Text | Self::Choice, Found::Number(number)) => {
                Some(format!("加上英文引号，写作 \"{number}\""))
            }
            (Self::Choices, Found::Text(_)) => Some("放进方括号 [ ]，只选一项也要".into()),
            _ => None,
        }
    }
}

/// A value in 中文 quotation marks, shortened, its control characters made visible.
#[must_use]
pub fn quoted(text: &str) -> String {
    let mut shown = String::from("“");
    for (at, character) in text.chars().enumerate() {
        if at == QUOTED {
            shown.push('…');
            break;
        }
        if crate::text::is_control(character) {
            shown.extend(character.escape_unicode());
        } else {
            shown.push(character);
        }
    }
    shown.push('”');
    shown
}

/// `type`: a value of another kind.
#[must_use]
pub fn wrong_type(at: &Place, expected: Expected, found: &Found<'_>) -> Finding {
    let mut finding = at.found("type", format!("应为{}，现为{found}", expected.phrase()));
    finding.advice = expected.advice(found).map(Text::from);
    finding
}

/// `required`: a field or group that may not be absent.
#[must_use]
pub fn required(at: &Place, expected: Expected) -> Finding {
    at.found("required", if expected == Expected::Group { "这一组必填，没有填" } else { "必填，没有填" })
}

/// `duplicate`: a member given more than once; the first one counts.
#[must_use]
pub fn duplicate(at: &Place) -> Finding {
    let mut finding = at.found("duplicate", "写了不止一次，只看了第一次写的");
    finding.advice = Some("留下对的一个，删去其余".into());
    finding
}

/// `unknown`: the members of one object that the form does not have, given by name, sorted and each once.
/// `known` are its members with their labels.
pub fn unknown<'k>(
    object: &Place,
    names: &[impl AsRef<str>],
    known: impl Iterator<Item = (&'k str, &'k str)> + Clone,
) -> Vec<Finding> {
    let mut findings: Vec<Finding> = names
        .iter()
        .take(MOST_UNKNOWN)
        .map(|name| unknown_member(object, name.as_ref(), known.clone()))
        .collect();
    if let Some(further @ 1..) = names.len().checked_sub(MOST_UNKNOWN) {
        let message = format!("这里另有 {further} 个表中没有的成员，不再一一列出");
        let mut finding = object.found("unknown", message);
        finding.advice = Some("请核对是不是这张表的数据".into());
        findings.push(finding);
    }
    findings
}

fn unknown_member<'k>(
    object: &Place,
    name: &str,
    known: impl Iterator<Item = (&'k str, &'k str)> + Clone,
) -> Finding {
    let mut finding = object.found("unknown", format!("表中没有{}这一项", quoted(name)));
    finding.path = Cow::Owned(pointer::join(&object.path, name));
    let similar = nearest(name, known.clone().map(|(name, _)| name))
        .or_else(|| known.clone().find(|(_, label)| *label == name).map(|(name, _)| name));
    finding.advice = Some(Cow::Owned(match similar {
        Some(similar) => {
            let label = known.clone().find(|(name, _)| *name == similar).map_or("", |(_, label)| label);
            format!("是不是 {similar}（{label}）？")
        }
        None => "请删去；本地加填的内容放在 local 里".into(),
    }));
    finding
}

/// `limit`: a number below the smallest or above the largest allowed, both in units of the last place.
#[must_use]
pub fn out_of_range(at: &Place, min: i64, max: i64, places: u8, found: &Found<'_>) -> Finding {
    let (least, most) = (decimal::print(min, places), decimal::print(max, places));
    let expected = if min == max {
        format!("只能是 {}", at.with_unit(least))
    } else if max >= decimal::MAX_EXACT {
        // The form itself sets no upper limit: only the one that was left is worth a word.
        let number = if let Found::Number(number) = found { number.as_f64() } else { None };
        let too_small = number.is_some_and(|number| number < decimal::unscale(min, places));
        if too_small { format!("应不小于 {least}") } else { format!("应不大于 {most}") }
    } else {
        format!("应在 {least} 至 {} 之间", at.with_unit(most))
    };
    at.found("limit", format!("{expected}，现为 {found}"))
}

/// `limit`: a decimal with more places than declared.
#[must_use]
pub fn too_many_places(at: &Place, places: u8, found: &Found<'_>) -> Finding {
    at.found("limit", format!("最多 {places} 位小数，现为 {found}"))
}

/// `limit`: a year that the edition does not serve.
#[must_use]
pub fn wrong_year(at: &Place, from: u16, to: Option<u16>, found: &Found<'_>) -> Finding {
    let expected = match to {
        Some(to) if to == from => format!("本版报表只用于 {from} 年度"),
        Some(to) => format!("本版报表用于 {from} 至 {to} 年度"),
        None => format!("本版报表用于 {from} 年度起"),
    };
    at.found("limit", format!("{expected}，现为 {found}"))
}

/// `pattern`, `limit` or `blank`: a text that is not as texts must be.
#[must_use]
pub fn bad_text(at: &Place, rules: TextRules, problem: TextProblem, text: &str) -> Finding {
    let shown = quoted(text);
    match problem {
        TextProblem::Empty => advised(
            at.found("pattern", "不能是空文字"),
            if at.optional { "没有就删去这一项" } else { "请填写" },
        ),
        TextProblem::Blank => blank(at, &shown),
        TextProblem::LineBreak => {
            advised(at.found("pattern", format!("只能写一行，现为{shown}")), "去掉换行")
        }
        TextProblem::Control(found) => advised(
            at.found("pattern", format!("不能有控制字符 U+{:04X}，现为{shown}", u32::from(found))),
            "删去这个看不见的字符",
        ),
        TextProblem::Edge => {
            advised(at.found("pattern", format!("首尾不能有空白，现为{shown}")), "删去首尾的空白")
        }
        TextProblem::TooShort(length) => {
            at.found("limit", format!("至少 {} 个字，现有 {length} 个字：{shown}", rules.min_length))
        }
        TextProblem::TooLong(length) => {
            let most = rules.max_length.unwrap_or_default();
            at.found("limit", format!("最多 {most} 个字，现有 {length} 个字：{shown}"))
        }
    }
}

fn advised(mut finding: Finding, advice: &'static str) -> Finding {
    finding.advice = Some(Cow::Borrowed(advice));
    finding
}

/// `blank`: a text that is the form's word for absent; nothing is lost by removing it where it may be absent.
fn blank(at: &Place, shown: &str) -> Finding {
    if !at.optional {
        return advised(at.found("blank", format!("必填，不能填{shown}")), "请填写实际内容");
    }
    let mut finding = at.found("blank", format!("没有就不填，不写{shown}"));
    finding.advice = Some("删去这一项".into());
    finding.fixes.push(Fix {
        safe: true,
        description: format!("删去{shown}").into(),
        patch: vec![PatchOperation::Remove { path: at.path.clone() }],
    });
    finding
}

/// `pattern`: a text that its named pattern does not match; `expected` is the pattern's message.
#[must_use]
pub fn no_match(at: &Place, expected: &str, text: &str) -> Finding {
    at.found("pattern", format!("{expected}，现为{}", quoted(text)))
}

/// `pattern`: a text that is not a web address.
#[must_use]
pub fn bad_url(at: &Place, text: &str) -> Finding {
    at.found("pattern", format!("应为网址，形如“http://www.beijing.gov.cn”，现为{}", quoted(text)))
}

/// `pattern`: a text that is not a day.
#[must_use]
pub fn bad_date(at: &Place, text: &str) -> Finding {
    at.found("pattern", format!("应为真实的日期，形如“2020-01-15”，现为{}", quoted(text)))
}

/// `choice`: a text that is none of the choices, given with their labels; or, in `form` and `edition`, not this form's.
pub fn no_choice<'k>(
    at: &Place,
    choices: impl Iterator<Item = (&'k str, &'k str)> + Clone,
    found: &Found<'_>,
) -> Finding {
    let listed: Vec<String> = choices
        .clone()
        .map(|(id, label)| if label.is_empty() { id.into() } else { format!("{id}（{label}）") })
        .collect();
    let mut finding = at.found("choice", format!("只能是 {}，现为{found}", listed.join("、")));
    if let Found::Text(text) = found {
        let meant = choices.clone().find(|(_, label)| label == text).map(|(id, _)| id);
        let meant = meant.or_else(|| nearest(text, choices.map(|(id, _)| id)));
        finding.advice = meant.map(|id| format!("是不是 {id}？").into());
    }
    finding
}

/// `choice`: so many more items of a list that are no choices.
#[must_use]
pub fn further_items(at: &Place, further: usize) -> Finding {
    at.found("choice", format!("列表里另有 {further} 项不对，不再一一列出"))
}

/// `unique`: a box ticked more than once.
#[must_use]
pub fn repeated_choice(at: &Place, choice: &str) -> Finding {
    advised(at.found("unique", format!("选项 {choice} 只能写一次")), "删去重复的")
}

/// `explanation`, a hint: the explained rule has passed.
#[must_use]
pub fn needless_explanation(at: &Place) -> Finding {
    let mut finding = advised(at.found("explanation", "这条规则已经通过，不需要说明"), "可以删去这条说明");
    finding.severity = Severity::Hint;
    finding
}

/// `explanation`, a warning: there is no such rule. `rules` are the ids of the form's rules.
#[must_use]
pub fn explanation_of_nothing<'k>(at: &Place, rule: &str, rules: impl Iterator<Item = &'k str>) -> Finding {
    let mut finding = at.found("explanation", format!("本表没有规则{}", quoted(rule)));
    finding.advice = nearest(rule, rules).map(|id| format!("是不是 {id}？").into());
    finding.severity = Severity::Warning;
    finding
}

/// `explanation`, a warning: so many more that explain no rule.
#[must_use]
pub fn further_explanations(at: &Place, further: usize) -> Finding {
    let mut finding =
        at.found("explanation", format!("另有 {further} 条说明，本表没有它们的规则，不再一一列出"));
    finding.severity = Severity::Warning;
    finding
}

/// `explanation`, a warning: errors are mended, not explained.
#[must_use]
pub fn unexplainable(at: &Place) -> Finding {
    let mut finding =
        advised(at.found("explanation", "这条规则的错误必须改正，说明不起作用"), "请改正数据，删去这条说明");
    finding.severity = Severity::Warning;
    finding
}
