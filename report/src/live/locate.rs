//! Where a JSON Pointer of a report leads in its form.

use std::collections::HashMap;

use tianbao_core::message::{Expected, Place};
use tianbao_core::reserved;
use tianbao_schema::Form;
use tianbao_schema::form::{Content, Kind, Member, MemberId};

/// A place of the form, or one inside what every form has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Location<'a> {
    /// The report itself.
    Report,
    /// A member that every form has, by its index.
    Reserved(usize),
    /// An entry of `explanations`: the rule's id.
    Explanation(&'a str),
    /// A group or field.
    Member(MemberId),
    /// An item of a choices field's list.
    Item(MemberId, usize),
    /// Nothing that the form knows, or something deeper inside a value.
    Elsewhere,
}

/// The form's members by their pointers.
pub(super) struct Locator(HashMap<String, MemberId>);

impl Locator {
    pub(super) fn new(form: &Form) -> Self {
        Self(form.members.iter().map(|member| (member.pointer.clone(), member.id)).collect())
    }

    pub(super) fn locate<'a>(&self, pointer: &'a str) -> Location<'a> {
        if pointer.is_empty() {
            return Location::Report;
        }
        if let Some(id) = self.0.get(pointer) {
            return Location::Member(*id);
        }
        if let Some(index) = reserved::PLACES.iter().position(|place| place.path == pointer) {
            return Location::Reserved(index);
        }
        let Some((parent, last)) = pointer.rsplit_once('/') else { return Location::Elsewhere };
        match (parent, self.0.get(parent), last.parse()) {
            ("/explanations", _, _) => Location::Explanation(last),
            (_, Some(id), Ok(index)) => Location::Item(*id, index),
            (_, Some(_), Err(_)) | (_, None, _) => Location::Elsewhere,
        }
    }
}

/// What findings say of a member.
pub(super) fn place(member: &Member) -> Place {
    Place {
        path: member.pointer.clone().into(),
        label: member.full_label.clone().into(),
        clause: member.clause.clone().map(Into::into),
        unit: member.field().and_then(|field| field.unit.clone()).map(Into::into),
        optional: member.optional,
    }
}

/// What the form has at a member.
pub(super) fn expected(member: &Member) -> Expected {
    match &member.content {
        Content::Group(_) => Expected::Group,
        Content::Field(field) => match &field.kind {
            Kind::Count { .. } => Expected::Count,
            Kind::Number { .. } => Expected::Number,
            Kind::Text { .. } => Expected::Text,
            Kind::Url => Expected::Url,
            Kind::Date => Expected::Date,
            Kind::Year { .. } => Expected::Year,
            Kind::Flag => Expected::Flag,
            Kind::Choice(_) => Expected::Choice,
            Kind::Choices(_) => Expected::Choices,
        },
    }
}

/// A reference token of a JSON Pointer as the name that it stands for.
pub(super) fn unescape(token: &str) -> String {
    token.replace("~1", "/").replace("~0", "~")
}
