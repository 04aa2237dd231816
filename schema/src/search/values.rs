//! Values worth trying in a field, given the others.

use serde_json::{Value, json};
use tianbao_core::{Date, decimal};

use crate::expr::{Expression, Node, boundaries};
use crate::form::{Content, Field, Form, Kind, Member, Reference, Rule, Shown};
use crate::judge;

/// Texts tried for one field at most.
const MOST_TEXTS: usize = 400;

/// Values of a field or group that may decide a rule; none removes it. All of them fit the field.
pub(super) fn near(form: &Form, rule: &Rule, of: Reference, shown: &Shown) -> Vec<Option<Value>> {
    let member = form.member(of.member);
    let mut values: Vec<Option<Value>> = match &member.content {
        Content::Group(_) => Vec::new(),
        Content::Field(field) => {
            let tried = of_field(form, rule, of, (member, field), shown).into_iter();
            tried.filter(|value| judge::fits(form, field, value)).map(Some).collect()
        }
    };
    if member.optional {
        values.push(None);
    }
    values
}

fn of_field(
    form: &Form,
    rule: &Rule,
    of: Reference,
    (member, field): (&Member, &Field),
    shown: &Shown,
) -> Vec<Value> {
    let whole = |places: u8, min: i64, max: i64| {
        let mut numbers = boundary(form, rule, of, shown);
        numbers.extend([0, 1, min, max]);
        numbers.sort_by_key(|number| number.unsigned_abs());
        numbers.dedup();
        numbers.into_iter().map(|scaled| number(scaled, places)).collect()
    };
    match &field.kind {
        Kind::Count { min, max } => whole(0, *min, *max),
        Kind::Number { places, min, max } => whole(*places, *min, *max),
        Kind::Year { from, to } => whole(0, i64::from(*from), i64::from(to.unwrap_or(*from))),
        Kind::Date => boundary(form, rule, of, shown).into_iter().flat_map(days_near).collect(),
        Kind::Flag => vec![json!(true), json!(false)],
        Kind::Choice(choices) => choices.iter().map(|choice| json!(choice.id)).collect(),
        Kind::Choices(choices) => {
            let report = if of.previous { shown.previous.as_ref() } else { Some(&shown.report) };
            let checked = report.and_then(|report| report.pointer(&member.pointer)).and_then(Value::as_array);
            let checked = checked.cloned().unwrap_or_default();
            let toggled = choices.iter().map(|choice| {
                let id = json!(choice.id);
                let mut boxes = checked.clone();
                match boxes.iter().position(|other| *other == id) {
                    Some(at) => drop(boxes.remove(at)),
                    None => boxes.push(id),
                }
                Value::Array(boxes)
            });
            toggled.chain([json!([])]).collect()
        }
        Kind::Text { .. } | Kind::Url => texts(form, rule, (member, field), shown),
    }
}

/// Where a comparison of the rule turns, and next to it, in units of the field's last place; days as ordinals.
fn boundary(form: &Form, rule: &Rule, of: Reference, shown: &Shown) -> Vec<i64> {
    let nothing = Value::Null;
    let previous = shown.previous.as_ref().unwrap_or(&nothing);
    let value = |of: Reference| judge::whole(form, &shown.report, previous, of);
    let conditions = rule.when.iter().chain([&rule.assert]);
    conditions.flat_map(|condition| boundaries(condition, of, &value)).collect()
}

fn number(scaled: i64, places: u8) -> Value {
    let unit = decimal::power(places);
    if scaled % unit == 0 { json!(scaled / unit) } else { json!(decimal::unscale(scaled, places)) }
}

/// The real days next to an ordinal (year × 10000 + month × 100 + day), which need not be one.
fn days_near(ordinal: i64) -> Vec<Value> {
    let day = |ordinal: i64| {
        let text = format!("{:04}-{:02}-{:02}", ordinal / 10_000, ordinal / 100 % 100, ordinal % 100);
        Date::parse(&text).map(|_| json!(text))
    };
    // Past the end of a month or year lies a gap.
    let first = |step: i64| (0..9000).map(|away| ordinal + step * away).find_map(&day);
    [first(1), first(-1)].into_iter().flatten().collect()
}

/// Texts of the rule itself, of its fields, and what is near them.
fn texts(form: &Form, rule: &Rule, (member, field): (&Member, &Field), shown: &Shown) -> Vec<Value> {
    let mut seeds: Vec<String> = Vec::new();
    let mut add = |text: &str| {
        if !seeds.iter().any(|seed| seed == text) {
            seeds.push(text.to_owned());
        }
    };
    for report in [Some(&shown.report), shown.previous.as_ref()].into_iter().flatten() {
        let mentioned = rule.mentions.iter().map(|of| &form.member(of.member).pointer);
        for pointer in std::iter::once(&member.pointer).chain(mentioned) {
            add(report.pointer(pointer).and_then(Value::as_str).unwrap_or_default());
        }
    }
    add(field.example.as_str().unwrap_or_default());
    for condition in rule.when.iter().chain([&rule.assert]) {
        condition.visit(&mut |of: &Expression| match &of.node {
            Node::Text(text) | Node::StartsWith(_, text) | Node::EndsWith(_, text) => add(text),
            Node::Matches(_, pattern) => add(&form.pattern(*pattern).example),
            _ => {}
        });
    }
    texts_near(&seeds).into_iter().map(Value::String).collect()
}

/// The texts themselves, joined by twos, and each with one character less, more or other.
#[must_use]
pub fn texts_near(seeds: &[String]) -> Vec<String> {
    const OTHERS: [char; 8] = ['0', '9', 'a', 'A', '一', '号', '-', ' '];
    let mut found: Vec<String> = seeds.to_vec();
    for one in seeds {
        found.extend(seeds.iter().filter(|other| *other != one).map(|other| format!("{one}{other}")));
    }
    for seed in seeds {
        let characters: Vec<char> = seed.chars().take(40).collect();
        for at in 0..=characters.len() {
            let (before, after) = characters.split_at(at);
            let rest = after.get(1..).unwrap_or_default();
            let joined = |middle: Option<char>, after: &[char]| {
                before.iter().copied().chain(middle).chain(after.iter().copied()).collect::<String>()
            };
            found.push(joined(None, rest));
            // The next of its class, as 2 for 1 and B for A.
            let next = after.first().and_then(|here| char::from_u32(u32::from(*here) + 1));
            for other in next.into_iter().chain(OTHERS) {
                found.push(joined(Some(other), rest));
                found.push(joined(Some(other), after));
            }
        }
    }
    let mut seen = std::collections::HashSet::new();
    found.retain(|text| !text.is_empty() && seen.insert(text.clone()));
    found.truncate(MOST_TEXTS);
    found
}
