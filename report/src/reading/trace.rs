//! What a reading tells: the report, how each value was read, and all that is in doubt (design section 8, `--trace`).

use serde::Serialize;
use serde_json::Value;
use tianbao_core::Severity;

use crate::page::Place;

/// A report read from a document.
#[derive(Clone, Debug, PartialEq)]
pub struct Reading {
    /// The report. What stands in the document but cannot be read is in it as the text that it is, for the judge to refuse.
    pub report: Value,
    /// How each value was read, in the order of the form.
    pub values: Vec<ReadValue>,
    /// What is in doubt, in the order of the document; what is missing from it last, in the order of the form.
    pub problems: Vec<Problem>,
}

/// How sure a reading is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum How {
    /// Label and value stand as the form prints them, white space aside; a text ends in no line to write on.
    Exact,
    /// Written otherwise, with the same meaning: full-width digits, a unit after the number, a day with 年 and 月.
    Normalised,
    /// There is a problem that says why.
    Doubtful,
}

/// A value with its place.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReadValue {
    /// Path of the field: `services.cases.total`; `explanations.<rule>` for an explanation.
    pub path: String,
    /// How sure.
    pub how: How,
    /// What stands in the document.
    pub text: String,
    /// Where.
    pub place: Place,
}

/// What kind of doubt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ProblemCode {
    /// A value that is there but cannot be read as what its field holds.
    Unreadable,
    /// A label that is not as the form prints it.
    Label,
    /// A label that the form prints several times, and nothing tells which it is.
    Ambiguous,
    /// Several places give a field different values.
    Conflict,
    /// What a document of ours marks is not what its labels say.
    Mark,
    /// A value that does not stand in the cell beside its label.
    Shifted,
    /// A unit that is not the form's.
    Unit,
    /// A figure that was rounded before it was printed.
    Rounded,
    /// A line break inside a value, where nothing tells whether a space was there.
    LineBreak,
    /// A word or dash that stands where nothing is to be reported.
    Absent,
    /// Ticks that are not as the form prints them.
    Boxes,
    /// The label of a field is not in the document.
    Missing,
    /// The label of a field that must be filled in is there, and nothing beside it.
    Empty,
    /// Text in the form that no field takes.
    LeftOver,
}

/// Something that a person should look at.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Problem {
    /// What kind.
    pub code: ProblemCode,
    /// `error`: a value was not read; `warning`: read with doubt, or left over; `hint`: nothing is lost.
    pub severity: Severity,
    /// The field, where it is known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub path: Option<String>,
    /// The text found; empty for what is missing.
    pub text: String,
    /// Where; none for what is missing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// What was found, what was expected, what to do.
    pub message: String,
}

impl Problem {
    /// A warning; `path` is that of the field, where it is known.
    pub(super) fn new(
        code: ProblemCode,
        path: Option<&str>,
        text: &str,
        place: Option<Place>,
        message: String,
    ) -> Self {
        let (path, text) = (path.map(str::to_owned), text.trim().to_owned());
        Self { code, severity: Severity::Warning, path, text, place, message }
    }

    /// The same as an error: a value was not read.
    pub(super) fn error(self) -> Self {
        Self { severity: Severity::Error, ..self }
    }
}
