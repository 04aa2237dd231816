//! Reads JSON text into an [`Intake`]: serde visitors that take whatever comes and never fail, in one pass.
//!
//! Only text that is not JSON ends in an error of the parser.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, Error, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::list::List;
use super::visitor::{Any, Scalar, Sink, Take, drain_list, drain_map};
use super::{Form, Intake, Kind, Slot};
use crate::message::{self, Expected, Found, Place};

/// Reads a report.
///
/// # Errors
/// Those of the parser: the text is not JSON.
pub(super) fn read<'de: 'a, 'a, D: Deserializer<'de>>(
    intake: &mut Intake<'a, '_>,
    deserializer: D,
) -> Result<(), D::Error> {
    deserializer.deserialize_any(Any(Whole(intake)))
}

/// The whole report.
struct Whole<'i, 'a, 's>(&'i mut Intake<'a, 's>);

impl<'de: 'a, 'a> Take<'de> for Whole<'_, 'a, '_> {
    fn scalar(self, found: Scalar<'de>) {
        self.0.find_in_report(|| message::wrong_type(&Place::ROOT, Expected::Report, &found.found()));
    }

    fn list<A: SeqAccess<'de>>(self, list: A) -> Result<(), A::Error> {
        drain_list(list)?;
        self.0.find_in_report(|| message::wrong_type(&Place::ROOT, Expected::Report, &Found::List));
        Ok(())
    }

    fn object<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        members(self.0, None, map)
    }
}

/// The own members of a group, or of the report.
fn members<'de: 'a, 'a, A: MapAccess<'de>>(
    intake: &mut Intake<'a, '_>,
    group: Option<usize>,
    mut map: A,
) -> Result<(), A::Error> {
    let form = intake.form;
    let (mut expected, end) = form.range(group);
    let mut unknown = Vec::new();
    while let Some(key) = map.next_key_seed(KeySeed { form, group, expected, end })? {
        match key {
            Key::Own(member) => {
                expected = form.end(member);
                if matches!(intake.slots[member], Slot::Unseen) {
                    map.next_value_seed(Any(Own { intake: &mut *intake, member }))?;
                } else {
                    map.next_value_seed(Sink)?;
                    intake.find_duplicate(member);
                }
            }
            Key::Reserved(index) => {
                if intake.about.see(index) {
                    map.next_value_seed(Any(ReservedValue { intake: &mut *intake, index }))?;
                } else {
                    map.next_value_seed(Sink)?;
                    intake.find_reserved_duplicate(index);
                }
            }
            Key::Unknown(name) if intake.keeps_local && form.is_open(group) => {
                let value = map.next_value::<Value>()?;
                intake.about.local.entry(name).or_insert(value);
            }
            Key::Unknown(name) => {
                map.next_value_seed(Sink)?;
                unknown.push(name);
            }
        }
    }
    if !unknown.is_empty() {
        intake.find_unknown(group, unknown);
    }
    intake.close(group);
    Ok(())
}

/// The name of a member.
enum Key<'a> {
    Own(usize),
    Reserved(usize),
    Unknown(Cow<'a, str>),
}

/// Looks a name up; reports mostly have their members in the form's order, so the expected one is tried first.
struct KeySeed {
    form: &'static Form,
    group: Option<usize>,
    expected: usize,
    end: usize,
}

impl KeySeed {
    #[inline]
    fn find(&self, name: &str) -> Option<Key<'static>> {
        if self.expected < self.end && self.form.members[self.expected].name.text == name {
            return Some(Key::Own(self.expected));
        }
        if self.group.is_none()
            && let Some(index) = self.form.reserved(name)
        {
            return Some(Key::Reserved(index));
        }
        self.form.find(self.group, name).map(Key::Own)
    }
}

impl<'a> DeserializeSeed<'a> for KeySeed {
    type Value = Key<'a>;

    fn deserialize<D: Deserializer<'a>>(self, deserializer: D) -> Result<Key<'a>, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl<'a> Visitor<'a> for KeySeed {
    type Value = Key<'a>;

    fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("a member name")
    }

    fn visit_borrowed_str<E: Error>(self, name: &'a str) -> Result<Key<'a>, E> {
        Ok(self.find(name).unwrap_or(Key::Unknown(Cow::Borrowed(name))))
    }

    fn visit_str<E: Error>(self, name: &str) -> Result<Key<'a>, E> {
        Ok(self.find(name).unwrap_or_else(|| Key::Unknown(Cow::Owned(name.into()))))
    }
}

/// The value of one of the form's own members.
struct Own<'i, 'a, 's> {
    intake: &'i mut Intake<'a, 's>,
    member: usize,
}

impl<'de: 'a, 'a> Take<'de> for Own<'_, 'a, '_> {
    fn scalar(self, found: Scalar<'de>) {
        match found {
            Scalar::Null => self.intake.slots[self.member] = Slot::Null,
            Scalar::Flag(flag) => self.intake.flag(self.member, flag),
            Scalar::Number(number) => self.intake.numeric(self.member, number),
            Scalar::Text(Cow::Borrowed(text)) => self.intake.text(self.member, text),
            Scalar::Text(Cow::Owned(text)) => {
                let text = self.intake.kept.text(self.member, text);
                self.intake.text(self.member, text);
            }
        }
    }

    fn list<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        let Self { intake, member } = self;
        if !matches!(intake.form.members[member].kind, Kind::Choices(_)) {
            drain_list(items)?;
            intake.wrong_type(member, &Found::List);
            return Ok(());
        }
        let mut list = List::new();
        while items.next_element_seed(Any(Item { intake: &mut *intake, member, list: &mut list }))?.is_some()
        {
        }
        intake.close_list(member, list);
        Ok(())
    }

    fn object<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        let Self { intake, member } = self;
        if matches!(intake.form.members[member].kind, Kind::Group { .. }) {
            intake.begin(member);
            return members(intake, Some(member), map);
        }
        drain_map(map)?;
        intake.wrong_type(member, &Found::Object);
        Ok(())
    }
}

/// An item of a choices field.
struct Item<'i, 'a, 's, 'l> {
    intake: &'i mut Intake<'a, 's>,
    member: usize,
    list: &'l mut List,
}

impl<'de: 'a, 'a> Take<'de> for Item<'_, 'a, '_, '_> {
    fn scalar(self, found: Scalar<'de>) {
        self.intake.item(self.member, self.list, &found.found());
    }

    fn list<A: SeqAccess<'de>>(self, list: A) -> Result<(), A::Error> {
        drain_list(list)?;
        self.intake.item(self.member, self.list, &Found::List);
        Ok(())
    }

    fn object<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        drain_map(map)?;
        self.intake.item(self.member, self.list, &Found::Object);
        Ok(())
    }
}

/// The value of one of the members that every report has.
struct ReservedValue<'i, 'a, 's> {
    intake: &'i mut Intake<'a, 's>,
    index: usize,
}

impl ReservedValue<'_, '_, '_> {
    fn wrong_type(self, found: &Found<'_>) {
        const EXPECTED: [Expected; 6] = [
            Expected::Text,
            Expected::Text,
            Expected::Count,
            Expected::Count,
            Expected::Group,
            Expected::Group,
        ];
        let expected = EXPECTED[self.index];
        self.intake.find_reserved(self.index, |place| message::wrong_type(place, expected, found));
    }
}

impl<'de: 'a, 'a> Take<'de> for ReservedValue<'_, 'a, '_> {
    fn scalar(self, found: Scalar<'de>) {
        match (self.index, found) {
            (_, Scalar::Null) => {}
            (0, Scalar::Text(text)) => self.intake.about.schema = Some(text),
            (1, Scalar::Text(text)) => self.intake.form_id(text),
            (2 | 3, Scalar::Number(number)) => self.intake.reserved_number(self.index, number),
            (_, other) => self.wrong_type(&other.found()),
        }
    }

    fn list<A: SeqAccess<'de>>(self, list: A) -> Result<(), A::Error> {
        drain_list(list)?;
        self.wrong_type(&Found::List);
        Ok(())
    }

    fn object<A: MapAccess<'de>>(self, mut map: A) -> Result<(), A::Error> {
        match self.index {
            4 => explanations(self.intake, map),
            5 if self.intake.keeps_local => {
                while let Some((name, value)) = map.next_entry::<String, Value>()? {
                    self.intake.about.local.entry(name).or_insert(value);
                }
                Ok(())
            }
            5 => drain_map(map),
            _ => {
                drain_map(map)?;
                self.wrong_type(&Found::Object);
                Ok(())
            }
        }
    }
}

fn explanations<'de: 'a, 'a, A: MapAccess<'de>>(
    intake: &mut Intake<'a, '_>,
    mut map: A,
) -> Result<(), A::Error> {
    let mut repeated = std::collections::BTreeSet::new();
    while let Some(Text(rule)) = map.next_key::<Text<'a>>()? {
        if !intake.about.explanations.contains_key(&rule) {
            map.next_value_seed(Any(Explanation { intake: &mut *intake, rule }))?;
            continue;
        }
        map.next_value_seed(Sink)?;
        if repeated.insert(rule.clone()) {
            intake.find_explanation(&rule, message::duplicate);
            intake.about.explanations.insert(rule, None);
        }
    }
    Ok(())
}

/// A text, borrowed where it can be.
struct Text<'a>(Cow<'a, str>);

impl<'de: 'a, 'a> serde::Deserialize<'de> for Text<'a> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct TextVisitor;
        impl<'de> Visitor<'de> for TextVisitor {
            type Value = Text<'de>;

            fn expecting(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
                formatter.write_str("a text")
            }

            fn visit_borrowed_str<E: Error>(self, text: &'de str) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Borrowed(text)))
            }

            fn visit_str<E: Error>(self, text: &str) -> Result<Text<'de>, E> {
                Ok(Text(Cow::Owned(text.into())))
            }
        }
        deserializer.deserialize_str(TextVisitor)
    }
}

/// An entry of `explanations`.
struct Explanation<'i, 'a, 's> {
    intake: &'i mut Intake<'a, 's>,
    rule: Cow<'a, str>,
}

impl Explanation<'_, '_, '_> {
    fn wrong_type(self, found: &Found<'_>) {
        let Self { intake, rule } = self;
        intake.find_explanation(&rule, |place| message::wrong_type(place, Expected::Text, found));
    }
}

impl<'de: 'a, 'a> Take<'de> for Explanation<'_, 'a, '_> {
    fn scalar(self, found: Scalar<'de>) {
        if let Scalar::Text(text) = found {
            self.intake.explanation(self.rule, text);
            return;
        }
        self.intake.about.explanations.insert(self.rule.clone(), None);
        if !matches!(found, Scalar::Null) {
            self.wrong_type(&found.found());
        }
    }

    fn list<A: SeqAccess<'de>>(self, list: A) -> Result<(), A::Error> {
        drain_list(list)?;
        self.intake.about.explanations.insert(self.rule.clone(), None);
        self.wrong_type(&Found::List);
        Ok(())
    }

    fn object<A: MapAccess<'de>>(self, map: A) -> Result<(), A::Error> {
        drain_map(map)?;
        self.intake.about.explanations.insert(self.rule.clone(), None);
        self.wrong_type(&Found::Object);
        Ok(())
    }
}
