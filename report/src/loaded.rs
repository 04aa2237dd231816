//! From a file to a report: recognised, read by its form, ready for a judge.

use serde_json::{Value, json};
use tianbao_core::{Finding, pointer};
use tianbao_schema::Form;
use tianbao_schema::form::Kind;

use crate::page::{Page, Place};
use crate::read::Document;
use crate::reading::{self, NotRead, Reading};
use crate::recognise::{Unrecognised, recognise};

/// A report as JSON text, with how it was read where it came from a document.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The report.
    pub json: Vec<u8>,
    /// How it was read from a document; none for JSON and YAML.
    pub reading: Option<Reading>,
}

impl Document {
    /// The form that the document is of, as an index into `forms`: by what a report says of itself, else by its labels
    /// and its year.
    ///
    /// # Errors
    /// Where it cannot be told.
    pub fn form_among(&self, forms: &[&Form]) -> Result<usize, Unrecognised> {
        match self {
            Self::Page(page) => form_of_page(page, forms),
            Self::Json(_) | Self::Yaml(_) => recognise(&self.value().unwrap_or(Value::Null), forms),
        }
    }

    /// The report as JSON text for a judge of this form.
    ///
    /// # Errors
    /// Where a document cannot be read as this form with any certainty.
    pub fn load(self, form: &Form) -> Result<Loaded, NotRead> {
        match self {
            Self::Page(page) => {
                let reading = reading::read(&page, form)?;
                let json = serde_json::to_vec(&reading.report).unwrap_or_default();
                Ok(Loaded { json, reading: Some(reading) })
            }
            Self::Json(_) | Self::Yaml(_) => Ok(Loaded { json: self.into_json(form), reading: None }),
        }
    }
}

/// The form whose labels a page has; of several editions the one that holds its year.
fn form_of_page(page: &Page, forms: &[&Form]) -> Result<usize, Unrecognised> {
    if let Some(carried) = &page.carried
        && let Ok(index) = recognise(carried, forms)
    {
        return Ok(index);
    }
    let shares: Vec<usize> = forms.iter().map(|form| reading::labels_found(page, form)).collect();
    let best = shares.iter().copied().max().unwrap_or(0);
    let known = || {
        let mut ids: Vec<String> = forms.iter().map(|form| form.id.clone()).collect();
        ids.dedup();
        ids
    };
    let likely: Vec<usize> = (0..forms.len()).filter(|index| best > 0 && shares[*index] == best).collect();
    let Some(first) = likely.first() else { return Err(Unrecognised::NoForm { known: known() }) };
    let form = forms[*first];
    if likely.iter().any(|index| forms[*index].id != form.id) {
        let mut ids: Vec<String> = likely.iter().map(|index| forms[*index].id.clone()).collect();
        ids.dedup();
        return Err(Unrecognised::SeveralForms { forms: ids });
    }
    if let [only] = likely[..] {
        return Ok(only);
    }
    let mut report = json!({ "form": form.id });
    if let (Some((name, year)), Value::Object(members)) = (year(page, form), &mut report) {
        members.insert(name, year);
    }
    let editions: Vec<&Form> = likely.iter().map(|index| forms[*index]).collect();
    recognise(&report, &editions).map(|index| likely[index])
}

/// The year that a page gives, with the member that holds it.
fn year(page: &Page, form: &Form) -> Option<(String, Value)> {
    let mut fields = form.fields().filter(|(member, _)| member.parent.is_none());
    let (member, _) = fields.find(|(_, field)| matches!(field.kind, Kind::Year { .. }))?;
    let reading = reading::read(page, form).ok()?;
    Some((member.name.clone(), reading.report.get(&member.name)?.clone()))
}

impl Reading {
    /// Where in the document a finding is to be looked for: at its member, or where the members of its group begin.
    #[must_use]
    pub fn place(&self, form: &Form, finding: &Finding) -> Option<Place> {
        let found_at = |path: &str| {
            form.find(path).is_some_and(|member| {
                member.pointer == *finding.path
                    || finding.path.starts_with(&pointer::join(&member.pointer, ""))
            })
        };
        let own = self.values.iter().find(|value| found_at(&value.path)).map(|value| value.place);
        own.or_else(|| {
            let problems =
                self.problems.iter().filter(|problem| problem.path.as_deref().is_some_and(found_at));
            problems.filter_map(|problem| problem.place).next()
        })
    }
}
