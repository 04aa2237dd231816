//! The members that every report has beside the form's own.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;
use serde::ser::SerializeMap;
use serde_json::{Map, Value};

use super::Intake;
use super::number::Numeric;
use crate::message::{self, Expected, Found};
use crate::text::{self, TextRules};

/// The members that every report has beside the form's own; all may be absent.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct About {
    /// `$schema`: the schema that the report names.
    pub schema: Option<String>,
    /// `form`: the form's id.
    pub form: Option<String>,
    /// `edition`: the form's edition.
    pub edition: Option<u32>,
    /// `revision`: the revision by which it was filled in.
    pub revision: Option<u32>,
    /// `explanations`: why a warning stands, by the rule's id.
    pub explanations: BTreeMap<String, String>,
    /// `local`: additions that the form does not know, by their ids; left alone.
    pub local: Map<String, Value>,
}

impl About {
    /// Writes what is there into a report's map.
    ///
    /// # Errors
    /// Those of the serializer.
    pub fn serialize_entries<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
        self.serialize_entries_beside(map, None::<&()>)
    }

    /// The same, of a form with an addition: `own` is what the report has of that, the other additions stand beside it.
    ///
    /// # Errors
    /// Those of the serializer.
    pub fn serialize_entries_beside<M: SerializeMap>(
        &self,
        map: &mut M,
        own: Option<&impl Serialize>,
    ) -> Result<(), M::Error> {
        if let Some(schema) = &self.schema {
            map.serialize_entry("$schema", schema)?;
        }
        if let Some(form) = &self.form {
            map.serialize_entry("form", form)?;
        }
        if let Some(edition) = &self.edition {
            map.serialize_entry("edition", edition)?;
        }
        if let Some(revision) = &self.revision {
            map.serialize_entry("revision", revision)?;
        }
        if !self.explanations.is_empty() {
            map.serialize_entry("explanations", &self.explanations)?;
        }
        if own.is_some() || !self.local.is_empty() {
            map.serialize_entry("local", &Additions { own, others: &self.local })?;
        }
        Ok(())
    }
}

/// All of `local`.
#[derive(Serialize)]
struct Additions<'r, L> {
    #[serde(flatten)]
    own: Option<&'r L>,
    #[serde(flatten)]
    others: &'r Map<String, Value>,
}

/// The same, as read; texts borrowed from the report's own text.
#[derive(Debug, Default)]
pub(super) struct AboutDraft<'a> {
    /// How often each was written.
    seen: [u8; 6],
    pub(super) schema: Option<Cow<'a, str>>,
    pub(super) form: Option<Cow<'a, str>>,
    pub(super) edition: Option<u32>,
    pub(super) revision: Option<u32>,
    /// By rule id; none where the text is null or has a finding.
    pub(super) explanations: BTreeMap<Cow<'a, str>, Option<Cow<'a, str>>>,
    /// Kept only where an owned report is asked for.
    pub(super) local: Map<String, Value>,
}

impl AboutDraft<'_> {
    /// True where this member is written for the first time.
    pub(super) fn see(&mut self, index: usize) -> bool {
        self.seen[index] = self.seen[index].saturating_add(1);
        self.seen[index] == 1
    }

    /// How often this member was written, up to 255.
    pub(super) fn seen(&self, index: usize) -> u8 {
        self.seen[index]
    }

    pub(super) fn take(&mut self) -> About {
        About {
            schema: self.schema.take().map(Cow::into_owned),
            form: self.form.take().map(Cow::into_owned),
            edition: self.edition,
            revision: self.revision,
            explanations: std::mem::take(&mut self.explanations)
                .into_iter()
                .filter_map(|(rule, text)| Some((rule.into_owned(), text?.into_owned())))
                .collect(),
            local: std::mem::take(&mut self.local),
        }
    }

    pub(super) fn explained(&self) -> impl Iterator<Item = (&str, &str)> {
        self.explanations.iter().filter_map(|(rule, text)| Some((rule.as_ref(), text.as_deref()?)))
    }
}

impl<'a> Intake<'a, '_> {
    /// The members that every report has, of a typed report.
    pub fn about(&mut self, about: &'a About) {
        self.about.schema = about.schema.as_deref().map(Cow::Borrowed);
        if let Some(form) = &about.form {
            self.form_id(Cow::Borrowed(form));
        }
        if let Some(edition) = about.edition {
            self.reserved_number(2, Numeric::Unsigned(edition.into()));
        }
        if let Some(revision) = about.revision {
            self.reserved_number(3, Numeric::Unsigned(revision.into()));
        }
        for (rule, text) in &about.explanations {
            self.explanation(Cow::Borrowed(rule), Cow::Borrowed(text));
        }
    }

    pub(super) fn form_id(&mut self, id: Cow<'a, str>) {
        let form = self.form.id;
        if id != form {
            let only = std::iter::once((form, ""));
            self.find_reserved(1, |place| message::no_choice(place, only, &Found::Text(&id)));
        }
        self.about.form = Some(id);
    }

    /// `edition` (2) and `revision` (3).
    pub(super) fn reserved_number(&mut self, index: usize, number: Numeric) {
        let (edition, revision) = (self.form.edition, self.form.revision);
        match number.whole() {
            None => self.find_reserved(index, |at| message::wrong_type(at, Expected::Count, &number.found())),
            Some(whole) if index == 2 => {
                if whole != i64::from(edition) {
                    let only = edition.to_string();
                    let only = std::iter::once((only.as_str(), ""));
                    self.find_reserved(2, |at| message::no_choice(at, only, &number.found()));
                }
                self.about.edition = u32::try_from(whole).ok();
            }
            Some(whole) => {
                if !(1..=i64::from(revision)).contains(&whole) {
                    let most = i64::from(revision);
                    self.find_reserved(3, |at| message::out_of_range(at, 1, most, 0, &number.found()));
                }
                self.about.revision = u32::try_from(whole).ok();
            }
        }
    }

    pub(super) fn explanation(&mut self, rule: Cow<'a, str>, text: Cow<'a, str>) {
        let rules = TextRules::EXPLANATION;
        let sound = match text::problem(&text, rules, None) {
            Some(problem) => {
                self.find_explanation(&rule, |place| message::bad_text(place, rules, problem, &text));
                None
            }
            None => Some(text),
        };
        self.about.explanations.insert(rule, sound);
    }
}
