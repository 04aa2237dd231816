//! Values of a report by the kind of their field.

use serde_json::Value;
use tianbao_core::{Date, decimal, print};

use crate::form::{Choice, Content, Form, Kind, Member, Reference};

/// This year's report and last year's; an absent one is null or `{}`.
#[derive(Clone, Copy)]
pub(super) struct Reports<'a> {
    pub(super) form: &'a Form,
    pub(super) report: &'a Value,
    pub(super) previous: &'a Value,
}

/// A value of a field.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Given<'a> {
    /// A number in units of its last place.
    Whole(i64),
    Text(&'a str),
    Day(Date),
    Flag(bool),
    Box(usize),
    /// In the order of the report.
    Boxes(Vec<usize>),
}

impl<'a> Reports<'a> {
    /// What the report has; null is absent.
    pub(super) fn raw(&self, of: Reference) -> Option<&'a Value> {
        let report = if of.previous { self.previous } else { self.report };
        let path = &self.form.member(of.member).path;
        path.split('.').try_fold(report, |value, name| value.get(name)).filter(|value| !value.is_null())
    }

    /// The value of a field, where it is there and of the right kind; of a group nothing.
    pub(super) fn value(&self, of: Reference) -> Option<Given<'a>> {
        let Content::Field(field) = &self.form.member(of.member).content else { return None };
        let raw = self.raw(of)?;
        match &field.kind {
            Kind::Count { .. } | Kind::Year { .. } => {
                raw.as_f64().and_then(|number| decimal::scale(number, 0)).map(Given::Whole)
            }
            Kind::Number { places, .. } => {
                raw.as_f64().and_then(|number| decimal::scale(number, *places)).map(Given::Whole)
            }
            Kind::Text { .. } | Kind::Url => raw.as_str().map(Given::Text),
            Kind::Date => raw.as_str().and_then(Date::parse).map(Given::Day),
            Kind::Flag => raw.as_bool().map(Given::Flag),
            Kind::Choice(choices) => index(choices, raw).map(Given::Box),
            Kind::Choices(choices) => {
                let items = raw.as_array()?.iter().map(|item| index(choices, item));
                items.collect::<Option<Vec<usize>>>().map(Given::Boxes)
            }
        }
    }

    /// True where `has()` holds.
    pub(super) fn has(&self, of: Reference) -> bool {
        self.raw(of).is_some()
    }

    /// A value as JSON in one spelling; null where it is absent.
    pub(super) fn json(&self, of: Reference) -> Value {
        let member = self.form.member(of.member);
        self.value(of).map_or(Value::Null, |value| to_json(member, &value))
    }

    /// A value as the form prints it.
    pub(super) fn printed(&self, of: Reference) -> Option<String> {
        let member = self.form.member(of.member);
        self.value(of).map(|value| printed(member, &value))
    }
}

fn index(choices: &[Choice], value: &Value) -> Option<usize> {
    let id = value.as_str()?;
    choices.iter().position(|choice| choice.id == id)
}

fn places(member: &Member) -> u8 {
    match member.field().map(|field| &field.kind) {
        Some(Kind::Number { places, .. }) => *places,
        Some(_) | None => 0,
    }
}

/// A value as JSON: whole numbers without point.
pub(super) fn to_json(member: &Member, value: &Given<'_>) -> Value {
    let id =
        |index: &usize| member.choices().get(*index).map_or(Value::Null, |choice| choice.id.as_str().into());
    match value {
        Given::Whole(scaled) => {
            let unit = decimal::power(places(member));
            if scaled % unit == 0 {
                (scaled / unit).into()
            } else {
                decimal::unscale(*scaled, places(member)).into()
            }
        }
        Given::Text(text) => (*text).into(),
        Given::Day(day) => day.to_string().into(),
        Given::Flag(flag) => (*flag).into(),
        Given::Box(index) => id(index),
        Given::Boxes(indexes) => indexes.iter().map(id).collect(),
    }
}

/// A value as the form prints it (see `tianbao_core::print`).
pub(super) fn printed(member: &Member, value: &Given<'_>) -> String {
    match value {
        Given::Whole(scaled) => decimal::print(*scaled, places(member)),
        Given::Text(text) => (*text).to_owned(),
        Given::Day(day) => day.to_string(),
        Given::Flag(flag) => print::flag(*flag).to_owned(),
        Given::Box(index) => {
            member.choices().get(*index).map_or_else(String::new, |choice| choice.label.clone())
        }
        Given::Boxes(indexes) => {
            let checked = member.choices().iter().enumerate().filter(|(index, _)| indexes.contains(index));
            print::boxes(checked.map(|(_, choice)| choice.label.as_str()))
        }
    }
}
