//! Reports with something wrong that are still JSON: made from valid ones by changes as people and programs make them.

use tianbao_core::decimal;
use tianbao_schema::form::{Field, Form, Kind, Member};

use crate::json::Json;
use crate::random::Random;
use crate::reports;

/// A report with one to four things changed.
#[must_use]
pub fn mutated(form: &Form, random: &mut Random) -> Json {
    let mut report = reports::valid(form, random);
    for _ in 0..=random.below(4) {
        change(form, &mut report, random);
    }
    report
}

fn change(form: &Form, report: &mut Json, random: &mut Random) {
    let member = random.pick(&form.members);
    match random.below(12) {
        0 => remove(report, member),
        1 => put(report, member, Json::raw("null")),
        2 => put(report, member, wrong(random)),
        3..=6 => {
            if let Some(field) = member.field() {
                put(report, member, edge(form, field, random));
            }
        }
        7 => put(report, member, reports::content(form, member, random, &reports::rule_texts(form))),
        8 => unknown(form, report, random),
        9 => repeat(form, report, member, random),
        10 => reserved(form, report, random),
        _ => explain(form, report, random),
    }
}

fn put(report: &mut Json, member: &Member, value: Json) {
    let (parents, name) = split(member);
    if let Some(parent) = report.at(parents) {
        parent.set(name, value);
    }
}

fn remove(report: &mut Json, member: &Member) {
    let (parents, name) = split(member);
    if let Some(members) = report.at(parents).and_then(Json::members) {
        members.retain(|(other, _)| other != name);
    }
}

fn split(member: &Member) -> (Vec<&str>, &str) {
    let mut names: Vec<&str> = member.path.split('.').collect();
    let name = names.pop().unwrap_or_default();
    (names, name)
}

/// A value of a type that may be any but the right one.
fn wrong(random: &mut Random) -> Json {
    Json::raw(*random.pick(&[
        "true",
        "0",
        "1.5",
        "-1",
        "\"5\"",
        "\"\"",
        "\"无\"",
        "[]",
        "{}",
        "[1]",
        "[null]",
        "{\"total\":1}",
        "\"true\"",
        "[\"other\"]",
        "{\"a\":{\"b\":[]}}",
        "[[[]]]",
    ]))
}

/// A value at the edge of what its kind allows, or just over it.
fn edge(form: &Form, field: &Field, random: &mut Random) -> Json {
    match &field.kind {
        Kind::Count { min, max } => whole(*min, *max, random),
        Kind::Year { from, to } => {
            whole(i64::from(*from), i64::from(to.unwrap_or(from.saturating_add(3))), random)
        }
        Kind::Number { places, min, max } => scaled(*places, *min, *max, random),
        Kind::Text { max_length, .. } => text(form, *max_length, random),
        Kind::Url => Json::text(random.word(&[
            "http://",
            "a",
            "a.b",
            "ftp://a.b",
            "http://a.b ",
            "http://a..b",
            "http://a.b:123456",
            "http://a.b:",
            "a_b.c",
            "http://用户@a.b",
            "HTTP://a.b",
            "a.b/x y",
            "a.b\n",
            "",
            "无",
            ".a.b",
            "http://http://a.b",
            "a.b?",
            "a.b/\u{3000}",
        ])),
        Kind::Date => Json::text(random.word(&[
            "2019-02-29",
            "2020-02-29",
            "2019-13-01",
            "2019-00-10",
            "2019-01-00",
            "2019-04-31",
            "2020-1-15",
            "20200115",
            "2020-01-15T00:00:00Z",
            "2020-01-15 ",
            "0000-01-01",
            "9999-12-31",
            "２０２０-01-15",
            "",
            "1900-02-29",
            "2000-02-29",
        ])),
        Kind::Flag => Json::raw(*random.pick(&["\"true\"", "0", "1", "\"是\"", "null", "[]"])),
        Kind::Choice(choices) => Json::raw(match random.below(4) {
            0 => Json::text(&random.pick(choices).label).print(),
            1 => Json::text(&format!("{}_", random.pick(choices).id)).print(),
            2 => Json::text("").print(),
            _ => format!("[{}]", Json::text(&random.pick(choices).id).print()),
        }),
        Kind::Choices(choices) => {
            let mut items = Vec::new();
            for _ in 0..random.below(5) {
                items.push(match random.below(6) {
                    0 => Json::raw(*random.pick(&["1", "null", "[]", "{}", "\"\"", "false"])),
                    1 => Json::text("unheard_of"),
                    _ => Json::text(&random.pick(choices).id),
                });
            }
            Json::List(items)
        }
    }
}

fn whole(min: i64, max: i64, random: &mut Random) -> Json {
    let near = [min, max, min.saturating_sub(1), max.saturating_add(1), 0, -1, max / 2];
    Json::raw(match random.below(3) {
        0 => (*random.pick(&[
            "5.0",
            "5.5",
            "1e2",
            "-0",
            "-0.0",
            "9007199254740991",
            "9007199254740992",
            "9007199254740993.0",
            "1e300",
            "-1e300",
            "18446744073709551615",
            "18446744073709551616",
            "1e-300",
            "0.1e1",
            "9007199254740991.4",
        ]))
        .to_owned(),
        1 => format!("{}.0", random.pick(&near)),
        _ => random.pick(&near).to_string(),
    })
}

fn scaled(places: u8, min: i64, max: i64, random: &mut Random) -> Json {
    let near = [min, max, min.saturating_sub(1), max.saturating_add(1), 7, 1999, 1, 10];
    Json::raw(match random.below(3) {
        0 => (*random.pick(&[
            "0.07",
            "19.99",
            "0.001",
            "0.1",
            "5",
            "-0.0",
            "1e2",
            "1e-2",
            "1e300",
            "90071992547409.91",
            "90071992547409.92",
            "0.30000000000000004",
            "9007199254740993",
            "1.005",
            "-1",
        ]))
        .to_owned(),
        1 => decimal::print(*random.pick(&near), places.saturating_add(1)),
        _ => decimal::print(*random.pick(&near), places),
    })
}

fn text(form: &Form, max: Option<u32>, random: &mut Random) -> Json {
    let max = max.unwrap_or(200) as usize;
    Json::text(&match random.below(14) {
        0 => String::new(),
        1 => " ".to_owned(),
        2 => " 前".to_owned(),
        3 => "后\u{3000}".to_owned(),
        4 => "一\n二".to_owned(),
        5 => "一\u{7}二".to_owned(),
        6 => "一\u{85}二".to_owned(),
        7 => "字".repeat(max),
        8 => "𠮷".repeat(max + 1),
        9 => format!("{} ", "a".repeat(max + 1)),
        10 => form.absent.clone().unwrap_or_else(|| "无".to_owned()),
        11 => random
            .pick(&[
                "\u{feff}a",
                "\u{200b}",
                "a\u{a0}",
                "\u{2028}a",
                "a\u{2029}b",
                "\u{7f}",
                "\u{9f}a",
                "\r\n",
                "a\tb",
                "\ta",
                "a\n",
            ])
            .to_string(),
        12 => format!("{}x", form.patterns.first().map_or("", |pattern| &pattern.example)),
        _ => "不合格式的文字".to_owned(),
    })
}

/// One unknown member or many, some with a name near a real one.
fn unknown(form: &Form, report: &mut Json, random: &mut Random) {
    let member = random.pick(&form.members);
    let (parents, name) = split(member);
    let Some(members) = report.at(parents).and_then(Json::members) else { return };
    let count = if random.once_in(6) { 18 + random.below(8) } else { 1 };
    for index in 0..count {
        let name = match random.below(7) {
            0 => format!("{name}s"),
            1 => name.chars().skip(1).collect(),
            2 => member.label.clone(),
            3 => (*random.pick(&[
                "",
                "a/b",
                "~",
                "\u{1f600}",
                "Form",
                "$ref",
                "__proto__",
                "\u{ff0f}",
                "总数",
                "a b",
                "\0",
            ]))
            .to_owned(),
            4 => name.to_uppercase(),
            5 => random.pick(&form.members).name.clone(),
            _ => format!("unheard_{}", random.below(40) + index),
        };
        let at = random.below(members.len() + 1);
        let value = if random.once_in(2) { Json::raw("1") } else { wrong(random) };
        members.insert(at, (name, value));
    }
}

/// The same member twice, with the same value or another.
fn repeat(form: &Form, report: &mut Json, member: &Member, random: &mut Random) {
    let (parents, name) = split(member);
    let other = match random.below(3) {
        0 => Json::raw("null"),
        1 => wrong(random),
        _ => reports::content(form, member, random, &[]),
    };
    let Some(members) = report.at(parents).and_then(Json::members) else { return };
    let at = random.below(members.len() + 1);
    members.insert(at, (name.to_owned(), other));
    if random.once_in(4) {
        members.push((name.to_owned(), Json::raw("null")));
    }
}

fn reserved(form: &Form, report: &mut Json, random: &mut Random) {
    let name = *random.pick(&["$schema", "form", "edition", "revision", "local", "explanations"]);
    let value = match random.below(4) {
        0 => wrong(random),
        1 => Json::raw("null"),
        _ => match name {
            "form" => Json::text(random.word(&[form.id.as_str(), "other-form", "", "无"])),
            "edition" => whole(i64::from(form.edition), i64::from(form.edition), random),
            "revision" => whole(1, i64::from(form.revision), random),
            "local" => Json::raw(*random.pick(&[
                "{}",
                "{\"a\":{\"b\":1}}",
                "{\"a\":1}",
                "{\"a\":null}",
                "{\"\":{}}",
                "{\"a\":[]}",
            ])),
            "$schema" => Json::text(random.word(&["", "./report.schema.json", " x ", "a\nb"])),
            _ => Json::raw("{}"),
        },
    };
    report.set(name, value);
    if random.once_in(8)
        && let Some(members) = report.members()
    {
        members.push((name.to_owned(), wrong(random)));
    }
}

fn explain(form: &Form, report: &mut Json, random: &mut Random) {
    let mut explanations = Vec::new();
    let rules: Vec<_> = form.all_rules().collect();
    for _ in 0..=random.below(3) {
        let rule = match rules.len() {
            0 => "no.such.rule".to_owned(),
            _ if random.once_in(6) => (*random.pick(&["no.such.rule", "", "a/b~"])).to_owned(),
            _ => random.pick(&rules).id.clone(),
        };
        let text = match random.below(8) {
            0 => text(form, Some(500), random),
            1 => wrong(random),
            2 => Json::raw("null"),
            3 => Json::text("第一行\n第二行"),
            _ => Json::text("情况属实"),
        };
        explanations.push((rule, text));
    }
    report.set("explanations", Json::Object(explanations));
}
