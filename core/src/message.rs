//! The structural findings: what both engines say where a report is not built as its form asks.
//!
//! A message says what was found and what was expected; the advice says what to do. Codes are those of design section 5.

mod found;
mod place;

use std::borrow::Cow;

use crate::decimal;
use crate::finding::{Finding, Fix, PatchOperation, Severity};
use crate::nearest::nearest;
use crate::pointer;
use crate::print::join;
use crate::text::{TextProblem, TextRules};

pub use self::found::{Expected, Found, quoted};
pub use self::place::Place;

/// Most unknown members that one object reports by name; most bad items of a list, most explanations of nothing.
pub const MOST_UNKNOWN: usize = 20;

/// `type`: a value of another kind.
#[must_use]
pub fn wrong_type(at: &Place, expected: Expected, found: &Found<'_>) -> Finding {
    let mut finding = at.found("type", join(&["应为", expected.phrase(), "，现为", &found.show()]));
    finding.advice = expected.advice(found);
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
        let message = join(&["这里另有 ", &further.to_string(), " 个表中没有的成员，不再一一列出"]);
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
    let mut finding = object.found("unknown", join(&["表中没有", &quoted(name), "这一项"]));
    finding.path = Cow::Owned(pointer::join(&object.path, name));
    let similar = nearest(name, known.clone().map(|(name, _)| name))
        .or_else(|| known.clone().find(|(_, label)| *label == name).map(|(name, _)| name));
    finding.advice = Some(match similar {
        Some(similar) => {
            let label = known.clone().find(|(name, _)| *name == similar).map_or("", |(_, label)| label);
            join(&["是不是 ", similar, "（", label, "）？"])
        }
        None if object.path.starts_with("/local") => "请删去；要加填，先写进补充的规格".into(),
        None => "请删去；本地加填的内容放在 local 里".into(),
    });
    finding
}

/// `limit`: a number below the smallest or above the largest allowed, both in units of the last place.
#[must_use]
pub fn out_of_range(at: &Place, min: i64, max: i64, places: u8, found: &Found<'_>) -> Finding {
    let (least, most) = (decimal::print(min, places), at.with_unit(&decimal::print(max, places)));
    let shown = &*found.show();
    let message = if min == max {
        join(&["只能是 ", &most, "，现为 ", shown])
    } else if max >= decimal::MAX_EXACT {
        // The form itself sets no upper limit: only the one that was left is worth a word.
        let number = if let Found::Number(number) = found { number.as_f64() } else { None };
        let too_small = number.is_some_and(|number| number < decimal::unscale(min, places));
        let (limit, passed) = if too_small { ("应不小于 ", &least) } else { ("应不大于 ", &most) };
        join(&[limit, passed, "，现为 ", shown])
    } else {
        join(&["应在 ", &least, " 至 ", &most, " 之间，现为 ", shown])
    };
    at.found("limit", message)
}

/// `limit`: a decimal with more places than declared.
#[must_use]
pub fn too_many_places(at: &Place, places: u8, found: &Found<'_>) -> Finding {
    at.found("limit", join(&["最多 ", &places.to_string(), " 位小数，现为 ", &found.show()]))
}

/// `limit`: a year that the edition does not serve.
#[must_use]
pub fn wrong_year(at: &Place, from: u16, to: Option<u16>, found: &Found<'_>) -> Finding {
    let found = &*found.show();
    let first = &*from.to_string();
    let message = match to {
        Some(to) if to == from => join(&["本版报表只用于 ", first, " 年度，现为 ", found]),
        Some(to) => join(&["本版报表用于 ", first, " 至 ", &to.to_string(), " 年度，现为 ", found]),
        None => join(&["本版报表用于 ", first, " 年度起，现为 ", found]),
    };
    at.found("limit", message)
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
            advised(at.found("pattern", join(&["只能写一行，现为", &shown])), "去掉换行")
        }
        TextProblem::Control(found) => advised(
            at.found("pattern", format!("不能有控制字符 U+{:04X}，现为{shown}", u32::from(found))),
            "删去这个看不见的字符",
        ),
        TextProblem::Edge => {
            advised(at.found("pattern", join(&["首尾不能有空白，现为", &shown])), "删去首尾的空白")
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
        return advised(at.found("blank", join(&["必填，不能填", shown])), "请填写实际内容");
    }
    let mut finding = at.found("blank", join(&["没有就不填，不写", shown]));
    finding.advice = Some("删去这一项".into());
    finding.fixes.push(Fix {
        safe: true,
        description: join(&["删去", shown]),
        patch: vec![PatchOperation::Remove { path: at.path.clone() }],
    });
    finding
}

/// `pattern`: a text that its named pattern does not match; `expected` is the pattern's message.
#[must_use]
pub fn no_match(at: &Place, expected: &str, text: &str) -> Finding {
    at.found("pattern", join(&[expected, "，现为", &quoted(text)]))
}

/// `pattern`: a text that is not a web address.
#[must_use]
pub fn bad_url(at: &Place, text: &str) -> Finding {
    at.found("pattern", join(&["应为网址，形如“http://www.beijing.gov.cn”，现为", &quoted(text)]))
}

/// `pattern`: a text that is not a day.
#[must_use]
pub fn bad_date(at: &Place, text: &str) -> Finding {
    at.found("pattern", join(&["应为真实的日期，形如“2020-01-15”，现为", &quoted(text)]))
}

/// `choice`: a text that is none of the choices, given with their labels; or, in `form` and `edition`, not this form's.
pub fn no_choice<'k>(
    at: &Place,
    choices: impl Iterator<Item = (&'k str, &'k str)> + Clone,
    found: &Found<'_>,
) -> Finding {
    let mut message = String::with_capacity(128);
    for (id, label) in choices.clone() {
        message.push_str(if message.is_empty() { "只能是 " } else { "、" });
        message.push_str(id);
        if !label.is_empty() {
            message.extend(["（", label, "）"]);
        }
    }
    message.extend(["，现为", &found.show()]);
    let mut finding = at.found("choice", message);
    if let Found::Text(text) = found {
        let meant = choices.clone().find(|(_, label)| label == text).map(|(id, _)| id);
        let meant = meant.or_else(|| nearest(text, choices.map(|(id, _)| id)));
        finding.advice = meant.map(|id| join(&["是不是 ", id, "？"]));
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
    advised(at.found("unique", join(&["选项 ", choice, " 只能写一次"])), "删去重复的")
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
    let mut finding = at.found("explanation", join(&["本表没有规则", &quoted(rule)]));
    finding.advice = nearest(rule, rules).map(|id| join(&["是不是 ", id, "？"]));
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
