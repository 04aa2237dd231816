//! Random reports made from a [`Form`], whichever it is: complete and structurally valid.

use serde_json::Value;
use tianbao_core::decimal;
use tianbao_schema::expr::{Expression, Node};
use tianbao_schema::form::{Content, Field, Form, Kind, Lines, Member, MemberId};

use crate::json::Json;
use crate::random::Random;

/// A structurally valid report: sometimes the form's sample or a case of a rule with a few fields changed,
/// sometimes all its fields at random.
#[must_use]
pub fn valid(form: &Form, random: &mut Random) -> Json {
    let texts = rule_texts(form);
    let mut report = match random.below(3) {
        0 => return Json::Object(members(form, &form.roots, random, &texts)),
        1 => Json::from(&form.sample),
        _ => shown(form, random),
    };
    for _ in 0..random.below(6) {
        let member = random.pick(&form.members);
        let names: Vec<&str> = member.path.split('.').collect();
        if let Some(place) = report.at(names) {
            *place = content(form, member, random, &texts);
        }
    }
    report
}

/// A report that shows a rule; the sample where no rule has a case.
fn shown(form: &Form, random: &mut Random) -> Json {
    let cases: Vec<_> = form.rules.iter().filter_map(|rule| rule.cases.as_ref()).collect();
    if cases.is_empty() {
        return Json::from(&form.sample);
    }
    let cases = random.pick(&cases);
    let case = if random.once_in(2) { &cases.holds } else { &cases.fails };
    Json::from(&form.shown(case).report)
}

fn members(form: &Form, of: &[MemberId], random: &mut Random, texts: &[String]) -> Vec<(String, Json)> {
    let mut members = Vec::new();
    for member in of.iter().map(|id| form.member(*id)) {
        if member.optional && random.once_in(3) {
            if random.once_in(3) {
                members.push((member.name.clone(), Json::raw("null")));
            }
            continue;
        }
        members.push((member.name.clone(), content(form, member, random, texts)));
    }
    // The order of members says nothing.
    if random.once_in(4) {
        for last in (1..members.len()).rev() {
            members.swap(last, random.below(last + 1));
        }
    }
    members
}

/// A valid value of a group or field.
pub(crate) fn content(form: &Form, member: &Member, random: &mut Random, texts: &[String]) -> Json {
    match &member.content {
        Content::Field(field) => match &field.kind {
            Kind::Text { pattern: Some(_), .. } => {
                Json::from(*random.pick(&known_values(form, member.id, field)))
            }
            _ => value(field, random, texts),
        },
        Content::Group(children) => Json::Object(members(form, children, random, texts)),
    }
}

/// Values that the spec itself gives a field: its example, and those of the cases of rules.
fn known_values<'f>(form: &'f Form, id: MemberId, field: &'f Field) -> Vec<&'f Value> {
    let cases = form.rules.iter().filter_map(|rule| rule.cases.as_ref());
    let changes = cases.flat_map(|cases| cases.holds.report.iter().chain(&cases.fails.report));
    let given = changes.filter(|change| change.member == id).filter_map(|change| change.value.as_ref());
    std::iter::once(&field.example).chain(given).collect()
}

fn value(field: &Field, random: &mut Random, texts: &[String]) -> Json {
    match &field.kind {
        Kind::Count { min, max } => Json::raw(spelled(number(*min, *max, random), random)),
        Kind::Number { places, min, max } => Json::raw(decimal::print(number(*min, *max, random), *places)),
        Kind::Text { pattern: Some(_), .. } => Json::from(&field.example),
        Kind::Text { pattern: None, min_length, max_length, lines } => {
            text(*min_length as usize, max_length.unwrap_or(400) as usize, *lines, random, texts)
        }
        Kind::Url => Json::text(random.word(&URLS)),
        Kind::Date => {
            let (year, month, day) =
                (random.between(2015, 2026), random.between(1, 12), random.between(1, 28));
            let month = if random.once_in(2) { 1 } else { month };
            Json::text(&format!("{year:04}-{month:02}-{day:02}"))
        }
        Kind::Year { from, to } => {
            let last = to.unwrap_or(from.saturating_add(5));
            Json::raw(random.between(i64::from(*from), i64::from(last)).to_string())
        }
        Kind::Flag => Json::raw(if random.once_in(2) { "true" } else { "false" }),
        Kind::Choice(choices) => Json::text(&random.pick(choices).id),
        Kind::Choices(choices) => {
            let mut ids: Vec<&str> =
                choices.iter().filter(|_| random.once_in(2)).map(|choice| choice.id.as_str()).collect();
            if random.once_in(2) {
                ids.reverse();
            }
            Json::List(ids.into_iter().map(Json::text).collect())
        }
    }
}

const URLS: [&str; 7] = [
    "http://www.example.gov.cn",
    "https://www.example.gov.cn:8080/a?b=c#d",
    "www.example.gov.cn",
    "县.政府",
    "http://a.b/路径",
    "a-b.gov.cn/",
    "https://WWW.EXAMPLE.COM",
];

/// Mostly small, so that sums and comparisons are often just right; sometimes at a limit.
fn number(min: i64, max: i64, random: &mut Random) -> i64 {
    match random.below(8) {
        0 => min,
        1 => max,
        2 => random.between(min, max),
        3 => random.between(min, max.min(min.saturating_add(1000))),
        _ => random.between(min, max.min(min.saturating_add(4))),
    }
}

/// A whole number in one of the ways in which JSON may write it.
fn spelled(number: i64, random: &mut Random) -> String {
    match random.below(24) {
        0 => format!("{number}.0"),
        1 => format!("{number}e0"),
        2 if number == 0 => "-0".to_owned(),
        3 if number % 10 == 0 => format!("{}E+1", number / 10),
        _ => number.to_string(),
    }
}

fn text(min: usize, max: usize, lines: Lines, random: &mut Random, texts: &[String]) -> Json {
    const WORDS: [&str; 8] = ["县政府", "a", "办公室", "𠮷", "no", "1.10", "一\u{3000}二", "~/\\\"'"];
    let mut text = match random.below(3) {
        0 if !texts.is_empty() => random.pick(texts).clone(),
        _ => (0..=random.below(3)).map(|_| *random.pick(&WORDS)).collect(),
    };
    while text.chars().count() < min {
        text.push('字');
    }
    if lines == Lines::Many && random.once_in(2) && text.chars().count() + 2 <= max {
        text.push_str("\n行");
    }
    let mut text: String = text.chars().take(max).collect();
    if text.trim() != text {
        text = "字".repeat(min.max(1));
    }
    Json::text(&text)
}

/// The texts that rules speak of: reports that hold them make rules come out either way.
pub(crate) fn rule_texts(form: &Form) -> Vec<String> {
    let mut texts = Vec::new();
    for rule in &form.rules {
        rule.when.iter().chain([&rule.assert]).for_each(|expression| collect(expression, &mut texts));
    }
    texts.retain(|text| !text.is_empty());
    texts
}

fn collect(expression: &Expression, texts: &mut Vec<String>) {
    match &expression.node {
        Node::Text(text) => texts.push(text.clone()),
        Node::StartsWith(of, text) => {
            texts.push(format!("{text}后"));
            collect(of, texts);
        }
        Node::EndsWith(of, text) => {
            texts.push(format!("前{text}"));
            collect(of, texts);
        }
        Node::And(items) | Node::Or(items) | Node::Concat(items) => {
            items.iter().for_each(|item| collect(item, texts));
        }
        Node::Arithmetic(_, left, right) | Node::Compare(_, left, right) => {
            collect(left, texts);
            collect(right, texts);
        }
        Node::Not(of)
        | Node::Negate(of)
        | Node::Rescale { of, .. }
        | Node::Matches(of, _)
        | Node::Date { year: of, .. }
        | Node::ToText(of)
        | Node::First(of, _) => collect(of, texts),
        Node::Read(_)
        | Node::Number(_)
        | Node::Bool(_)
        | Node::Choice(_)
        | Node::Has(_)
        | Node::In { .. } => {}
    }
}
