//! The members that every report has beside the form's own.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::ser::SerializeMap;
use serde_json::{Map, Value};

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
    /// `local`: additions of one place; left alone.
    pub local: Map<String, Value>,
}

impl About {
    /// Writes what is there into a report's map.
    ///
    /// # Errors
    /// Those of the serializer.
    pub fn serialize_entries<M: SerializeMap>(&self, map: &mut M) -> Result<(), M::Error> {
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
        if !self.local.is_empty() {
            map.serialize_entry("local", &self.local)?;
        }
        Ok(())
    }
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
