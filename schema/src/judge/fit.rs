//! Whether a value fits its field: what a report's structure asks of it, without the words of a finding.

use serde_json::Value;
use tianbao_core::date::LAST_YEAR;
use tianbao_core::decimal::{self, MAX_EXACT};
use tianbao_core::{Date, text};

use crate::expr::is_match;
use crate::form::{Choice, Field, Form, Kind};

/// Whether a value may stand in a field.
#[must_use]
pub fn fits(form: &Form, field: &Field, value: &Value) -> bool {
    let number = |places| value.as_f64().and_then(|number| decimal::scale(number, places));
    let within = |places, min: i64, max: i64| {
        number(places).is_some_and(|number| (min..=max.min(MAX_EXACT)).contains(&number))
    };
    let line = |text: &&str| text::problem(text, field.kind.text_rules(), form.absent.as_deref()).is_none();
    match &field.kind {
        Kind::Count { min, max } => within(0, *min, *max),
        Kind::Number { places, min, max } => within(*places, *min, *max),
        Kind::Year { from, to } => within(0, i64::from(*from), i64::from(to.unwrap_or(LAST_YEAR))),
        Kind::Text { pattern, .. } => value.as_str().filter(line).is_some_and(|text| {
            let pattern = pattern.and_then(|pattern| form.patterns.get(pattern.0));
            pattern.is_none_or(|pattern| is_match(&pattern.anchored(), text).unwrap_or(false))
        }),
        Kind::Url => value.as_str().filter(line).is_some_and(text::is_url),
        Kind::Date => value.as_str().and_then(Date::parse).is_some(),
        Kind::Flag => value.is_boolean(),
        Kind::Choice(choices) => is_choice(choices, value),
        Kind::Choices(choices) => value.as_array().is_some_and(|items| {
            let once =
                items.iter().enumerate().all(|(at, item)| !items.iter().take(at).any(|other| other == item));
            once && items.iter().all(|item| is_choice(choices, item))
        }),
    }
}

fn is_choice(choices: &[Choice], value: &Value) -> bool {
    value.as_str().is_some_and(|id| choices.iter().any(|choice| choice.id == id))
}
