//! The forms that a command knows, each with the engine that judges its reports.

use std::path::Path;

use serde_json::Value;
use tianbao_core::{Judge, Verdict};
use tianbao_report::{Document, Live, recognise};
use tianbao_schema::Form;

use crate::files::Failure;
use crate::specs;

/// A form with the engine that judges its reports.
pub(crate) struct Engine {
    /// The form.
    pub(crate) form: Form,
    judge: Which,
}

/// The native engine of a shipped form, or the one that takes any form.
enum Which {
    Compiled(&'static dyn Judge),
    Live(Box<Live>),
}

/// The engine of `--spec`, else those of the shipped forms.
pub(crate) fn engines(spec: Option<&Path>) -> Result<Vec<Engine>, Failure> {
    let forms = specs::forms(spec)?;
    forms
        .into_iter()
        .map(|(form, _)| {
            let compiled = if spec.is_none() { compiled(&form) } else { None };
            let judge = match compiled {
                Some(judge) => Which::Compiled(judge),
                None => Which::Live(Box::new(live(form.clone())?)),
            };
            Ok(Engine { form, judge })
        })
        .collect()
}

fn live(form: Form) -> Result<Live, Failure> {
    Live::new(form).map_err(|error| Failure::new(error.to_string(), error.to_string()))
}

#[cfg(feature = "shipped")]
fn compiled(form: &Form) -> Option<&'static dyn Judge> {
    let mut judges = tianbao_forms::JUDGES.iter().copied();
    judges.find(|judge| judge.form() == form.id && judge.edition() == form.edition)
}

#[cfg(not(feature = "shipped"))]
fn compiled(_: &Form) -> Option<&'static dyn Judge> {
    None
}

impl Engine {
    /// Judges a report, given as JSON text.
    pub(crate) fn judge(&self, report: &[u8], previous: Option<&[u8]>) -> Verdict {
        match &self.judge {
            Which::Compiled(judge) => judge.judge(report, previous),
            Which::Live(judge) => judge.judge(report, previous),
        }
    }
}

/// The one engine there is, else the one whose form the report is of.
pub(crate) fn engine_of<'a>(
    file: &str,
    report: Option<&Value>,
    engines: &'a [Engine],
) -> Result<&'a Engine, Failure> {
    match (engines, report) {
        // A spec was named, or there is no telling: its judge says what is wrong.
        ([engine], None) => Ok(engine),
        (_, None) => Err(Failure::new(format!("{file}：不是 JSON"), format!("{file}: not JSON"))),
        (_, Some(report)) => {
            let forms: Vec<&Form> = engines.iter().map(|engine| &engine.form).collect();
            recognise(report, &forms)
                .map(|index| &engines[index])
                .map_err(|unrecognised| Failure::of_file(file, &unrecognised.message()))
        }
    }
}

/// Reads a report of any format.
pub(crate) fn read(file: &str, bytes: Vec<u8>) -> Result<Document, Failure> {
    Document::read(file, bytes).map_err(|unreadable| Failure::of_file(file, &unreadable.message()))
}
