//! Verdicts as JSON (design section 8).

use serde::Serialize;
use serde_json::Value;
use tianbao_core::Verdict;
use tianbao_report::LocalVerdict;
use tianbao_report::page::Place;
use tianbao_report::reading::{Problem, Reading};

use super::human::Judged;

/// A verdict with the file that it speaks of.
#[derive(Serialize)]
struct FileVerdict<'a> {
    file: &'a str,
    #[serde(flatten)]
    verdict: &'a Verdict,
    /// What an addition says beside that.
    #[serde(skip_serializing_if = "Option::is_none")]
    local: Option<&'a LocalVerdict>,
    /// How the file was read, where it is a document.
    #[serde(skip_serializing_if = "Option::is_none")]
    read: Option<Read<'a>>,
}

impl<'a> FileVerdict<'a> {
    fn of(judged: &Judged<'a>) -> Self {
        let Judged { file, verdict, reading, form, local, .. } = *judged;
        let places =
            |reading: &Reading| verdict.findings.iter().map(|finding| reading.place(form, finding)).collect();
        let read = reading.map(|reading| Read { problems: &reading.problems, places: places(reading) });
        Self { file, verdict, local: local.map(|local| local.verdict), read }
    }
}

/// What is in doubt, and where in the document each finding is to be looked for.
#[derive(Serialize)]
struct Read<'a> {
    problems: &'a [Problem],
    places: Vec<Option<Place>>,
}

/// The verdicts of several files: one object for one file, else an array.
pub(crate) fn verdicts(judged: &[Judged<'_>], several: bool) -> String {
    let mut all: Vec<FileVerdict<'_>> = judged.iter().map(FileVerdict::of).collect();
    match (several, all.pop()) {
        (false, Some(only)) => pretty(&only),
        (_, last) => {
            all.extend(last);
            pretty(&all)
        }
    }
}

/// The items of several lists as one.
pub(crate) fn list(lists: impl Iterator<Item = Value>) -> String {
    let items: Vec<Value> = lists
        .flat_map(|list| match list {
            Value::Array(items) => items,
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Object(_) => {
                vec![list]
            }
        })
        .collect();
    pretty(&items)
}

/// JSON text with a line end.
pub(crate) fn pretty(value: &impl Serialize) -> String {
    // Writing to memory fails only for map keys that are no text; ours are.
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}
