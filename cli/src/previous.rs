//! Last year's report, given once for all reports that are judged. One of another edition is migrated first.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};

use serde_json::Value;
use tianbao_report::{Document, check_previous, migrate, year_of};
use tianbao_schema::Form;
use tianbao_schema::diagnostic::Language;

use crate::files::{self, Failure};
use crate::print::pick;
use crate::{engines, specs};

/// Last year's report as it was given, and as each edition reads it.
pub(crate) struct LastYear<'a> {
    path: &'a Path,
    bytes: Vec<u8>,
    /// Where the spec that judges was named: other editions may lie beside it.
    spec: Option<&'a Path>,
    language: Language,
    texts: Mutex<Vec<Text>>,
    /// The years of this report and of those that it is not last year's of.
    wrong: Mutex<BTreeSet<(Option<u64>, u64)>>,
}

/// The report as JSON text, by the form's id and edition.
type Text = (String, u32, Arc<[u8]>);

impl<'a> LastYear<'a> {
    /// Reads the file.
    pub(crate) fn read(path: &'a Path, spec: Option<&'a Path>, language: Language) -> Result<Self, Failure> {
        Ok(Self {
            path,
            bytes: files::read(path)?,
            spec,
            language,
            texts: Mutex::default(),
            wrong: Mutex::default(),
        })
    }

    /// As JSON text of this edition.
    pub(crate) fn text_for(&self, form: &Form) -> Result<Arc<[u8]>, Failure> {
        let mut texts = self.texts.lock().unwrap_or_else(PoisonError::into_inner);
        let known = texts.iter().find(|(id, edition, _)| (id, *edition) == (&form.id, form.edition));
        if let Some((_, _, text)) = known {
            return Ok(Arc::clone(text));
        }
        let text: Arc<[u8]> = self.made_for(form)?.into();
        texts.push((form.id.clone(), form.edition, Arc::clone(&text)));
        Ok(text)
    }

    /// Looks whether a report is of the year after this one; a form without a year, and a wrong year, cannot tell.
    pub(crate) fn look(&self, form: &Form, previous: &[u8], report: &[u8]) {
        let Some(now) = year(form, report).filter(|year| form.years.holds(*year)) else { return };
        let before = year(form, previous);
        if before.is_none_or(|before| before + 1 != now) {
            self.wrong.lock().unwrap_or_else(PoisonError::into_inner).insert((before, now));
        }
    }

    /// Says of which years this report is not the one before.
    pub(crate) fn say_wrong(&self) {
        let file = files::name(self.path);
        for (before, now) in self.wrong.lock().unwrap_or_else(PoisonError::into_inner).iter() {
            let (zh, en) = match before {
                Some(before) => (format!("是 {before} 年度的"), format!("is of {before}")),
                None => ("没有写年度".to_owned(), "names no year".to_owned()),
            };
            let wanted = now.saturating_sub(1);
            files::complain(&pick(
                self.language,
                format!("须核实：上年报表 {file} {zh}；判的是 {now} 年度的报表，上年应是 {wanted} 年度"),
                format!(
                    "to verify: last year's report {file} {en}; for a report of {now} it should be of {wanted}"
                ),
            ));
        }
    }

    fn made_for(&self, form: &Form) -> Result<Vec<u8>, Failure> {
        let file = files::name(self.path);
        let document = engines::read(&file, self.bytes.clone())?;
        let old = self.other_edition(&document, form);
        let of = old.as_ref().unwrap_or(form);
        let mut text = document.load(of).map_err(|error| Failure::of_file(&file, &error.message()))?.json;
        if let Some(old) = &old
            && let Ok(report) = serde_json::from_slice::<Value>(&text)
        {
            self.say_migrated(&file, old, form);
            text = serde_json::to_vec(&migrate(&report, old, form).report).unwrap_or(text);
        }
        check_previous(form, &text).map_err(|wrong| Failure::of_file(&file, &wrong.message()))?;
        Ok(text)
    }

    /// The edition that the report is of, where that is at hand and not the form's own.
    fn other_edition(&self, document: &Document, form: &Form) -> Option<Form> {
        let mut known: Vec<Form> = Vec::new();
        for other in specs::editions(&form.id, self.spec).into_iter().map(|other| other.form) {
            if other.edition != form.edition && known.iter().all(|known| known.edition != other.edition) {
                known.push(other);
            }
        }
        known.push(form.clone());
        let forms: Vec<&Form> = known.iter().collect();
        let index = document.form_among(&forms).ok()?;
        let found = known.swap_remove(index);
        // An edition that is not at hand cannot be migrated from, whatever the year says.
        let named = document.value().and_then(|report| report.get("edition").and_then(Value::as_f64));
        let told = named.is_none_or(|named| named == f64::from(found.edition));
        (told && found.edition != form.edition).then_some(found)
    }

    fn say_migrated(&self, file: &str, old: &Form, new: &Form) {
        files::complain(&pick(
            self.language,
            format!("上年报表 {file} 是 {} 版，先迁移到 {} 版再比", old.edition, new.edition),
            format!(
                "last year's report {file} is of edition {}; migrated to {} first",
                old.edition, new.edition
            ),
        ));
    }
}

/// The year that a report is of.
fn year(form: &Form, report: &[u8]) -> Option<u64> {
    year_of(&serde_json::from_slice(report).ok()?, form)
}
