//! What is said of a value that the schema refuses: the form's own terms, in the words of `core`.

use std::collections::HashSet;

use serde_json::Value;
use tianbao_core::message::{self, Expected, Found, Place};
use tianbao_core::text::{self, TextRules};
use tianbao_core::{Finding, decimal, reserved as about};
use tianbao_schema::Form;
use tianbao_schema::form::{Choice, Kind};

/// Of a field whose value has the right type and yet is refused.
pub(super) fn refused(form: &Form, at: &Place, kind: &Kind, value: &Value) -> Finding {
    let found = Found::from(value);
    match kind {
        Kind::Count { min, max } => message::out_of_range(at, *min, *max, 0, &found),
        Kind::Number { places, min, max } => number(at, (*places, *min, *max), value),
        Kind::Year { from, to } => message::wrong_year(at, *from, *to, &found),
        Kind::Text { pattern, .. } => {
            let expected = pattern.map_or("", |id| &form.pattern(id).message);
            any_text(form, at, kind.text_rules(), value, |text| message::no_match(at, expected, text))
        }
        Kind::Url => any_text(form, at, kind.text_rules(), value, |text| message::bad_url(at, text)),
        Kind::Date => any_text(form, at, kind.text_rules(), value, |text| message::bad_date(at, text)),
        Kind::Choice(choices) => message::no_choice(at, labelled(choices), &found),
        Kind::Flag => message::wrong_type(at, Expected::Flag, &found),
        Kind::Choices(_) => message::wrong_type(at, Expected::Choices, &found),
    }
}

fn number(at: &Place, (places, min, max): (u8, i64, i64), value: &Value) -> Finding {
    let number = value.as_f64().unwrap_or_default();
    let representable = number.abs() <= decimal::unscale(decimal::MAX_EXACT, places);
    if representable && decimal::scale(number, places).is_none() {
        message::too_many_places(at, places, &value.into())
    } else {
        message::out_of_range(at, min, max, places, &value.into())
    }
}

/// What every text must be comes before what this one must be.
fn any_text(
    form: &Form,
    at: &Place,
    rules: TextRules,
    value: &Value,
    own: impl FnOnce(&str) -> Finding,
) -> Finding {
    let text = value.as_str().unwrap_or_default();
    match text::problem(text, rules, form.absent.as_deref()) {
        Some(problem) => message::bad_text(at, rules, problem, text),
        None => own(text),
    }
}

/// What is wrong with an item of a list of choices.
#[derive(Clone, Copy)]
pub(super) enum BadItem {
    /// It is no text.
    Type,
    /// It is no box.
    Choice,
    /// It is a box that stood before.
    Repeated,
}

/// The bad items of a list of choices, by index.
pub(super) fn bad_items(choices: &[Choice], items: &[Value]) -> Vec<(usize, BadItem)> {
    let mut seen = HashSet::new();
    let bad = |item: &Value| match item.as_str() {
        None => Some(BadItem::Type),
        Some(text) => match choices.iter().position(|choice| choice.id == text) {
            None => Some(BadItem::Choice),
            Some(index) => (!seen.insert(index)).then_some(BadItem::Repeated),
        },
    };
    let bad = items.iter().map(bad).enumerate();
    bad.filter_map(|(index, bad)| Some((index, bad?))).collect()
}

/// Of a bad item.
pub(super) fn item(at: &Place, choices: &[Choice], bad: BadItem, item: &Value) -> Finding {
    match bad {
        BadItem::Type => message::wrong_type(at, Expected::Choice, &item.into()),
        BadItem::Choice => message::no_choice(at, labelled(choices), &item.into()),
        BadItem::Repeated => message::repeated_choice(at, item.as_str().unwrap_or_default()),
    }
}

/// Of a member that every form has.
pub(super) fn reserved(form: &Form, index: usize, value: &Value) -> Finding {
    let at = &about::PLACES[index];
    let found = Found::from(value);
    let whole = value.as_f64().is_some_and(|number| number.fract() == 0.0);
    let edition = form.edition.to_string();
    match (about::NAMES[index], value) {
        ("form", Value::String(_)) => message::no_choice(at, std::iter::once((form.id.as_str(), "")), &found),
        ("edition", _) if whole => message::no_choice(at, std::iter::once((edition.as_str(), "")), &found),
        ("revision", _) if whole => message::out_of_range(at, 1, form.revision.into(), 0, &found),
        ("$schema" | "form", _) => message::wrong_type(at, Expected::Text, &found),
        ("edition" | "revision", _) => message::wrong_type(at, Expected::Count, &found),
        (_, _) => message::wrong_type(at, Expected::Group, &found),
    }
}

/// Of an entry of `explanations`.
pub(super) fn explanation(at: &Place, value: &Value) -> Finding {
    let rules = TextRules::EXPLANATION;
    match value.as_str().and_then(|text| Some((text, text::problem(text, rules, None)?))) {
        Some((text, problem)) => message::bad_text(at, rules, problem, text),
        None => message::wrong_type(at, Expected::Text, &value.into()),
    }
}

fn labelled(choices: &[Choice]) -> impl Iterator<Item = (&str, &str)> + Clone {
    choices.iter().map(|choice| (choice.id.as_str(), choice.label.as_str()))
}
