//! The engines that judge reports, and the way from a file to a report that one of them can judge.

use std::path::Path;

use serde_json::Value;
use tianbao_core::{Judge, Verdict};
use tianbao_report::{Document, Live, Loaded, LocalVerdict, apart};
use tianbao_schema::Form;
use tianbao_schema::diagnostic::Message;
use tianbao_schema::form::Addition;

use crate::files::{self, Failure};
use crate::{losses, specs};

/// A form with the engine that judges its reports.
pub(crate) struct Engine {
    /// The form.
    pub(crate) form: Form,
    judge: Which,
    /// Of a form with an addition: the engine of what it adds to.
    base: Option<Box<Engine>>,
}

/// The native engine of a shipped form, or the one that takes any form.
enum Which {
    Compiled(&'static dyn Judge),
    Live(Box<Live>),
}

/// The engine of a spec, else those of the shipped forms.
pub(crate) struct Engines {
    known: Vec<Engine>,
    /// True where a spec was named: it judges whatever it is given.
    named: bool,
}

/// The live engine of a form.
pub(crate) fn live(form: Form) -> Result<Live, Failure> {
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
    /// The engine of a form; the native one where the form is `shipped`.
    pub(crate) fn new(form: Form, shipped: bool) -> Result<Self, Failure> {
        let compiled = if shipped { compiled(&form) } else { None };
        let judge = match compiled {
            Some(judge) => Which::Compiled(judge),
            None => Which::Live(Box::new(live(form.clone())?)),
        };
        let of = |addition: &Addition| Self::new((*addition.base).clone(), addition.base_file.is_none());
        let base = form.addition.as_ref().map(of).transpose()?.map(Box::new);
        Ok(Self { form, judge, base })
    }

    /// The form whose verdict comes first: of a form with an addition what that adds to.
    pub(crate) fn base_form(&self) -> &Form {
        self.base.as_ref().map_or(&self.form, |base| &base.form)
    }

    /// Judges a report, JSON text: the verdict of the form, and apart from it that of an addition.
    pub(crate) fn verdicts(&self, report: &[u8], previous: Option<&[u8]>) -> (Verdict, Option<LocalVerdict>) {
        let whole = self.judge(report, previous);
        match &self.base {
            None => (whole, None),
            Some(base) => {
                let verdict = base.judge(report, previous);
                let local = apart(&self.form, whole, &verdict);
                (verdict, local)
            }
        }
    }

    /// Judges a report, JSON text, by the whole form, an addition included.
    pub(crate) fn judge(&self, report: &[u8], previous: Option<&[u8]>) -> Verdict {
        match &self.judge {
            Which::Compiled(judge) => judge.judge(report, previous),
            Which::Live(judge) => judge.judge(report, previous),
        }
    }

    /// Judges a report that is at hand as a value.
    pub(crate) fn judge_value(&self, report: &Value) -> Verdict {
        self.judge(&serde_json::to_vec(report).unwrap_or_default(), None)
    }
}

/// A report with the engine that judges it.
pub(crate) struct Report<'e> {
    /// Name of the file, for messages.
    pub(crate) file: String,
    /// Its form and judge.
    pub(crate) engine: &'e Engine,
    /// The report, and how it was read.
    pub(crate) loaded: Loaded,
}

impl Report<'_> {
    /// The report as a value, to be written as data: refused where its text says what the value does not.
    pub(crate) fn whole(&self) -> Result<Value, Failure> {
        losses::whole(&self.file, &self.loaded.json, &self.engine.form)
    }

    /// The report as a value.
    pub(crate) fn value(&self) -> Result<Value, Failure> {
        let file = &self.file;
        serde_json::from_slice(&self.loaded.json).map_err(|error| {
            Failure::new(format!("{file}：不是 JSON（{error}）"), format!("{file}: not JSON ({error})"))
        })
    }
}

impl Engines {
    /// Of the spec named, else of the shipped forms.
    pub(crate) fn of(spec: Option<&Path>) -> Result<Self, Failure> {
        let engine = |(form, _)| Engine::new(form, spec.is_none());
        let known = specs::forms(spec)?.into_iter().map(engine).collect::<Result<_, _>>()?;
        Ok(Self { known, named: spec.is_some() })
    }

    /// Reads a file as a report of one of the forms.
    pub(crate) fn load(&self, path: &Path) -> Result<Report<'_>, Failure> {
        let file = files::name(path);
        let document = read(&file, files::read(path)?)?;
        let engine = self.engine_of(&file, &document)?;
        let loaded =
            document.load(&engine.form).map_err(|error| Failure::of_file(&file, &error.message()))?;
        Ok(Report { file, engine, loaded })
    }

    /// The one engine there is, else the one whose form the report is of.
    fn engine_of(&self, file: &str, document: &Document) -> Result<&Engine, Failure> {
        let is_data = matches!(document, Document::Json(_) | Document::Yaml(_));
        match self.known.as_slice() {
            // Its judge says what is wrong.
            [engine] if self.named || !is_data || document.value().is_none() => Ok(engine),
            _ if is_data && document.value().is_none() => {
                Err(Failure::of_file(file, &Message::new("不是 JSON", "not JSON")))
            }
            known => {
                let forms: Vec<&Form> = known.iter().map(|engine| &engine.form).collect();
                document
                    .form_among(&forms)
                    .map(|index| &known[index])
                    .map_err(|unrecognised| Failure::of_file(file, &unrecognised.message()))
            }
        }
    }
}

/// Reads a file's bytes; `file` is its name.
pub(crate) fn read(file: &str, bytes: Vec<u8>) -> Result<Document, Failure> {
    Document::read(file, bytes).map_err(|unreadable| Failure::of_file(file, &unreadable.message()))
}
