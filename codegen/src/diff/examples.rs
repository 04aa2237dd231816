//! Proofs by example: a value or report that one edition takes and the other does not.

use serde_json::Value;
use tianbao_core::print;
use tianbao_schema::Form;
use tianbao_schema::editions::{Pairing, carry};
use tianbao_schema::expr::told_apart;
use tianbao_schema::form::{Field, Kind, Member, MemberId, Pattern, Reference, Rule, Shown};
use tianbao_schema::{judge, search};

use super::{Comparison, Example, ExampleValue};

/// Which edition alone takes the example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    OnlyOld,
    OnlyNew,
}

impl Outcome {
    pub(super) const fn of(old_accepts: bool) -> Self {
        if old_accepts { Self::OnlyOld } else { Self::OnlyNew }
    }
}

/// A field or rule in each of the two forms.
type Sides<'a, T> = (&'a T, &'a T);

impl Comparison<'_> {
    /// The first of some values that only one of two fields takes.
    pub(super) fn value_example(
        &self,
        (old, old_field): (&Member, &Field),
        (new, new_field): (&Member, &Field),
        mut values: impl Iterator<Item = Value>,
        wanted: Outcome,
    ) -> Option<Example> {
        let decides = |value: &Value| {
            let fits = (judge::fits(self.old, old_field, value), judge::fits(self.new, new_field, value));
            match wanted {
                Outcome::OnlyOld => fits == (true, false),
                Outcome::OnlyNew => fits == (false, true),
            }
        };
        let value = values.find(decides)?;
        let member = match wanted {
            Outcome::OnlyOld => old,
            Outcome::OnlyNew => new,
        };
        let mut shown = shown_value(member, &value, false);
        shown.path.clone_from(&new.path);
        Some(Example { values: vec![shown], old_accepts: wanted == Outcome::OnlyOld })
    }

    /// A text that only one of two text fields takes, near what the two forms know of it.
    pub(super) fn text_example(
        &self,
        old: (&Member, &Field),
        new: (&Member, &Field),
        wanted: Outcome,
    ) -> Option<Example> {
        let mut seeds = known_texts(self.old, old);
        seeds.extend(known_texts(self.new, new));
        seeds.extend(self.told_apart(old.1, new.1, wanted));
        let texts = search::texts_near(&seeds).into_iter().map(Value::String);
        self.value_example(old, new, texts, wanted)
    }

    /// The shortest text that one of two patterns matches and the other does not.
    fn told_apart(&self, old: &Field, new: &Field, wanted: Outcome) -> Option<String> {
        let old = pattern(self.old, old).map_or_else(String::new, Pattern::anchored);
        let new = pattern(self.new, new).map_or_else(String::new, Pattern::anchored);
        match wanted {
            Outcome::OnlyOld => told_apart(&old, &new),
            Outcome::OnlyNew => told_apart(&new, &old),
        }
    }

    /// A report that only one of two rules takes.
    pub(super) fn rule_example(&self, old: &Rule, new: &Rule, wanted: Outcome) -> Option<Example> {
        let mentions = Mentions {
            old_in_new: paired(old, |id| self.pairing.new_of(id)),
            new_in_old: paired(new, |id| self.pairing.old_of(id)),
        };
        let from_new = search::try_reports(self.new, new, &mentions.old_in_new, |_, now| {
            let before = carried(now, self.new, self.old, self.back);
            self.decided((old, new), (&before, now), &mentions, wanted)
        });
        from_new.or_else(|| {
            search::try_reports(self.old, old, &mentions.new_in_old, |_, before| {
                let now = carried(before, self.old, self.new, self.pairing);
                self.decided((old, new), (before, &now), &mentions, wanted)
            })
        })
    }

    fn decided(
        &self,
        (old, new): Sides<'_, Rule>,
        (before, now): Sides<'_, Shown>,
        mentions: &Mentions,
        wanted: Outcome,
    ) -> Option<Example> {
        let outcomes = (outcome(self.old, old, before)?, outcome(self.new, new, now)?);
        let decides = match wanted {
            Outcome::OnlyOld => outcomes == (search::Outcome::Passed, search::Outcome::Failed),
            Outcome::OnlyNew => outcomes == (search::Outcome::Failed, search::Outcome::Passed),
        };
        let gone = mentions.old_in_new.iter().filter(|of| !new.mentions.contains(of));
        decides.then(|| Example {
            values: read_values(self.new, new.mentions.iter().chain(gone), now),
            old_accepts: wanted == Outcome::OnlyOld,
        })
    }
}

/// What each of two rules mentions, in the other edition.
struct Mentions {
    old_in_new: Vec<Reference>,
    new_in_old: Vec<Reference>,
}

fn paired(rule: &Rule, other: impl Fn(MemberId) -> Option<MemberId>) -> Vec<Reference> {
    let one = |of: &Reference| other(of.member).map(|member| Reference { member, ..*of });
    rule.mentions.iter().filter_map(one).collect()
}

/// A report and last year's in the terms of the other edition.
fn carried(shown: &Shown, from: &Form, to: &Form, pairing: &Pairing) -> Shown {
    let over = |report: &Value| carry(report, from, to, pairing).report;
    Shown { report: over(&shown.report), previous: shown.previous.as_ref().map(over) }
}

/// What a rule says; none where a value that it mentions does not fit this edition.
fn outcome(form: &Form, rule: &Rule, shown: &Shown) -> Option<search::Outcome> {
    let nothing = Value::Null;
    let previous = shown.previous.as_ref().unwrap_or(&nothing);
    let fits = rule.mentions.iter().all(|of| {
        let member = form.member(of.member);
        let report = if of.previous { previous } else { &shown.report };
        match (member.field(), report.pointer(&member.pointer)) {
            (Some(field), Some(value)) if !value.is_null() => judge::fits(form, field, value),
            _ => true,
        }
    });
    fits.then(|| search::outcome(form, rule, &shown.report, previous))
}

/// The values that rules read, as far as they are there; where one is absent, that is said.
fn read_values<'r>(
    form: &Form,
    mentioned: impl Iterator<Item = &'r Reference>,
    shown: &Shown,
) -> Vec<ExampleValue> {
    let nothing = Value::Null;
    let mut values: Vec<ExampleValue> = Vec::new();
    for of in mentioned {
        let member = form.member(of.member);
        let report = if of.previous { shown.previous.as_ref() } else { Some(&shown.report) };
        let value = report.and_then(|report| report.pointer(&member.pointer)).unwrap_or(&nothing);
        values.push(shown_value(member, value, of.previous));
    }
    // A label that two of them have says too little.
    let labels: Vec<(String, bool)> =
        values.iter().map(|value| (value.label.clone(), value.previous)).collect();
    for value in &mut values {
        let same = |(label, previous): &&(String, bool)| *label == value.label && *previous == value.previous;
        if labels.iter().filter(same).count() > 1
            && let Some(member) = form.find(&value.path)
        {
            value.label.clone_from(&member.full_label);
        }
    }
    values
}

fn shown_value(member: &Member, value: &Value, previous: bool) -> ExampleValue {
    ExampleValue {
        path: member.path.clone(),
        label: member.label.clone(),
        printed: printed(member, value),
        value: value.clone(),
        previous,
    }
}

/// A value as the form prints it.
fn printed(member: &Member, value: &Value) -> String {
    let choices = member.choices();
    let label = |id: &str| {
        choices
            .iter()
            .find(|choice| choice.id == id)
            .map_or_else(|| id.to_owned(), |choice| choice.label.clone())
    };
    match value {
        Value::Null => print::ABSENT.to_owned(),
        Value::Bool(flag) => print::flag(*flag).to_owned(),
        Value::Number(number) => number.to_string(),
        Value::String(text) if choices.is_empty() => short(text),
        Value::String(id) => format!("“{}”", label(id)),
        Value::Array(items) => {
            let labels: Vec<String> = items.iter().filter_map(Value::as_str).map(label).collect();
            print::boxes(labels.iter().map(String::as_str))
        }
        Value::Object(_) => "填了".to_owned(),
    }
}

/// A text in quotes; a long one by its length.
fn short(text: &str) -> String {
    let length = text.chars().count();
    if length > 40 { format!("{length} 个字") } else { format!("“{text}”") }
}

/// The texts that a form gives a field: its example, its pattern's, the sample's, those of the rules' cases.
fn known_texts(form: &Form, (member, field): (&Member, &Field)) -> Vec<String> {
    let pattern = pattern(form, field);
    let cases = form.rules.iter().filter_map(|rule| rule.cases.as_ref());
    let changes = cases.flat_map(|cases| cases.holds.report.iter().chain(&cases.fails.report));
    let laid = changes.filter(|change| change.member == member.id).filter_map(|change| change.value.as_ref());
    let values = laid.chain([&field.example]).chain(form.sample.pointer(&member.pointer));
    let texts = values.filter_map(Value::as_str).map(str::to_owned);
    let mut texts: Vec<String> =
        pattern.map(|pattern| pattern.example.clone()).into_iter().chain(texts).collect();
    texts.dedup();
    texts
}

fn pattern<'f>(form: &'f Form, field: &Field) -> Option<&'f Pattern> {
    match &field.kind {
        Kind::Text { pattern, .. } => pattern.and_then(|id| form.patterns.get(id.0)),
        Kind::Count { .. }
        | Kind::Number { .. }
        | Kind::Url
        | Kind::Date
        | Kind::Year { .. }
        | Kind::Flag
        | Kind::Choice(_)
        | Kind::Choices(_) => None,
    }
}
