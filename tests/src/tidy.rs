//! Random reports in the form in which a reader gives them back: nothing that paper cannot show, members in the form's
//! order, numbers without noughts that say nothing.

use serde_json::{Map, Number, Value};
use tianbao_schema::Form;
use tianbao_schema::form::{Content, Field, Kind, Lines, Member, MemberId};

use crate::random::Random;
use crate::reports;

/// A random valid report whose texts are sometimes words that the form itself prints.
///
/// # Panics
/// Never: the reports are JSON.
#[must_use]
pub fn report(form: &Form, random: &mut Random) -> Value {
    let text = reports::valid(form, random).print();
    let given: Value = serde_json::from_str(&text).expect("random reports are JSON");
    let mut report = Map::new();
    report.insert("$schema".into(), form.schema_id().into());
    report.insert("form".into(), form.id.clone().into());
    report.insert("edition".into(), form.edition.into());
    if random.once_in(3) {
        report.insert("revision".into(), form.revision.into());
    }
    report.extend(members(form, &form.roots, &given, random));
    let mut explained = Map::new();
    for rule in form.all_rules() {
        if random.once_in(12) {
            explained.insert(rule.id.clone(), explanation(form, random).into());
        }
    }
    if !explained.is_empty() {
        report.insert("explanations".into(), explained.into());
    }
    if random.once_in(3) {
        let note = serde_json::json!({ "note": "本地记的，<b>不印</b>" });
        match (report.get_mut("local"), note) {
            (Some(Value::Object(own)), Value::Object(note)) => own.extend(note),
            (_, note) => drop(report.insert("local".into(), note)),
        }
    }
    report.into()
}

/// The report as a document without marks can give it back.
#[must_use]
pub fn shown(report: &Value) -> Value {
    let mut report = report.clone();
    if let Value::Object(members) = &mut report {
        if let Some(Value::Object(local)) = members.get_mut("local") {
            local.shift_remove("note");
        }
        let is_shown = |name: &str, value: &Value| match name {
            "$schema" | "revision" => false,
            "local" => value.as_object().is_some_and(|additions| !additions.is_empty()),
            _ => true,
        };
        members.retain(|name, value| is_shown(name, value));
    }
    report
}

fn members(form: &Form, of: &[MemberId], given: &Value, random: &mut Random) -> Map<String, Value> {
    let mut found = Map::new();
    for member in of.iter().map(|id| form.member(*id)) {
        let Some(value) = given.get(&member.name).filter(|value| !value.is_null()) else { continue };
        match &member.content {
            Content::Field(field) => {
                let may_be_absent =
                    member.optional || form.ancestors(member.id).iter().any(|group| group.optional);
                if let Some(value) = tidy(form, member, field, value, random)
                    && !(may_be_absent && value == Value::Array(Vec::new()))
                {
                    found.insert(member.name.clone(), value);
                }
            }
            Content::Group(children) => {
                let inside = members(form, children, value, random);
                if !member.optional || inside.values().any(holds_something) {
                    found.insert(member.name.clone(), inside.into());
                }
            }
        }
    }
    found
}

/// False for a group in which nothing is filled in.
fn holds_something(value: &Value) -> bool {
    match value {
        Value::Object(members) => members.values().any(holds_something),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Array(_) => true,
    }
}

fn tidy(form: &Form, member: &Member, field: &Field, value: &Value, random: &mut Random) -> Option<Value> {
    match (&field.kind, value) {
        (Kind::Count { .. } | Kind::Number { .. }, Value::Number(number)) => Some(minimal(number).into()),
        (Kind::Choices(choices), Value::Array(given)) => {
            let ticked = choices.iter().map(|choice| Value::from(choice.id.as_str()));
            Some(ticked.filter(|id| given.contains(id)).collect())
        }
        (Kind::Text { pattern, lines, min_length, max_length }, Value::String(given)) => {
            let own = pattern.is_none() && random.once_in(2);
            let text = if own { words(form, *lines == Lines::Many, random) } else { given.clone() };
            let text = clean(&text, form);
            // After a box, a colon is the label's.
            let text = if is_line(form, member) { text.trim_matches(['：', ':']).to_owned() } else { text };
            let length = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
            let fits = *min_length <= length && max_length.is_none_or(|max| length <= max);
            let fallback = || member_example(member);
            Some(if fits { text.into() } else { fallback() })
        }
        _ => Some(value.clone()),
    }
}

/// True for a field that is filled in on the line after a box.
fn is_line(form: &Form, member: &Member) -> bool {
    let mut choices = form.fields().flat_map(|(_, field)| field.kind.choices());
    choices.any(|choice| choice.line == Some(member.id))
}

fn member_example(member: &Member) -> Value {
    member.field().map_or(Value::Null, |field| field.example.clone())
}

/// 5 for 5.0, 0 for -0.
fn minimal(number: &Number) -> Number {
    let printed = number.as_f64().filter(|_| !number.is_i64()).map_or_else(
        || number.to_string(),
        |number| {
            let text = format!("{number}");
            if text == "-0" { "0".to_owned() } else { text }
        },
    );
    serde_json::from_str(&printed).unwrap_or_else(|_| number.clone())
}

/// Without white space and lines to write on at the ends of its lines; a form's word for absent is no text.
fn clean(text: &str, form: &Form) -> String {
    let blank = |c: char| c.is_whitespace() || matches!(c, '_' | '＿');
    let lines: Vec<&str> =
        text.lines().map(|line| line.trim_matches(blank)).filter(|line| !line.is_empty()).collect();
    let text = lines.join("\n");
    let nothing =
        form.absent.as_deref() == Some(&text) || matches!(text.as_str(), "-" | "--" | "—" | "/" | "");
    if nothing { "某项目".to_owned() } else { text }
}

/// A text as people write them; sometimes it is what the form prints elsewhere.
fn words(form: &Form, many_lines: bool, random: &mut Random) -> String {
    const PIECES: [&str; 18] = [
        "洞口县人民政府",
        "办公室",
        "（试行）",
        "《条例》第3条",
        "App Store",
        "1,234",
        "12",
        "3.5万",
        "2019年",
        "、",
        "；",
        "：",
        "<b>&amp;",
        "a|b",
        "*强调*",
        "\\",
        "“引号”",
        "共计",
    ];
    let labels: Vec<&str> = form.members.iter().map(|member| member.label.as_str()).collect();
    match random.below(4) {
        0 => (*random.pick(&labels)).to_owned(),
        1 => "网站内容更新及时、栏目齐全，".repeat(1 + random.below(12)) + "无问题",
        2 if many_lines => format!("第一行{}\n{}\n末行", random.pick(&PIECES), random.pick(&labels)),
        _ => (0..=random.below(4)).map(|_| *random.pick(&PIECES)).collect(),
    }
}

fn explanation(form: &Form, random: &mut Random) -> String {
    let text = words(form, true, random);
    clean(&format!("因{text}"), form)
}
