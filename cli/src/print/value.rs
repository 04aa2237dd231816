//! Values and labels as the form prints them, safe for a terminal.

use serde_json::Value;
use tianbao_core::print::written_out;
use tianbao_schema::form::{Form, Kind, Member};

/// Longer values are cut: the reader has the report at hand.
const LONGEST: usize = 80;

/// The member's value at a JSON Pointer as the form shows it: a box's label, 是 or 否, a figure; none for null and groups.
pub(crate) fn shown(form: &Form, pointer: &str, value: &Value) -> Option<String> {
    let field =
        form.members.iter().find(|member| member.pointer == pointer).and_then(|member| member.field());
    let text = match value {
        Value::Null | Value::Object(_) => return None,
        Value::Bool(true) => "是".to_owned(),
        Value::Bool(false) => "否".to_owned(),
        Value::Number(number) => number.to_string(),
        Value::String(text) => choice_label(field.map(|field| &field.kind), text).to_owned(),
        Value::Array(items) => {
            let kind = field.map(|field| &field.kind);
            let label = |item: &Value| match item {
                Value::String(text) => choice_label(kind, text).to_owned(),
                Value::Null | Value::Bool(_) | Value::Number(_) | Value::Array(_) | Value::Object(_) => {
                    item.to_string()
                }
            };
            let labels: Vec<String> = items.iter().take(20).map(label).collect();
            if labels.is_empty() { "一个也没有勾".to_owned() } else { labels.join("、") }
        }
    };
    Some(shortened(&visible(&text)))
}

/// The same with its unit.
pub(super) fn with_unit(form: &Form, pointer: &str, value: &Value, unit: Option<&str>) -> Option<String> {
    let text = shown(form, pointer, value)?;
    Some(match unit {
        Some(unit) if value.is_number() => format!("{text} {unit}"),
        Some(_) | None => text,
    })
}

/// A member's label; with that of what it stands in where another member has the same: 办件量的总数.
pub(super) fn distinct_label(form: &Form, member: &Member) -> String {
    let same = form.members.iter().filter(|other| other.label == member.label).count();
    let around = match member.parent {
        Some(group) => Some(&form.member(group).label),
        None => form.section_of(member.id).label.as_ref(),
    };
    match around {
        Some(around) if same > 1 && *around != member.label => format!("{around}的{}", member.label),
        Some(_) | None => member.label.clone(),
    }
}

/// A text without anything that a terminal would obey: control characters are written out.
pub(crate) fn visible(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    for character in text.chars() {
        if character.is_control() || is_invisible(character) {
            clean.push_str(&written_out(character));
        } else {
            clean.push(character);
        }
    }
    clean
}

/// Characters that turn the direction of what follows, or take no place.
fn is_invisible(character: char) -> bool {
    matches!(character, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

fn choice_label<'a>(kind: Option<&'a Kind>, text: &'a str) -> &'a str {
    let choices = kind.map(Kind::choices).unwrap_or_default();
    choices.iter().find(|choice| choice.id == text).map_or(text, |choice| &choice.label)
}

fn shortened(text: &str) -> String {
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.to_owned(),
    }
}
