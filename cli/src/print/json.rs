//! Verdicts as JSON (design section 8).

use serde::Serialize;
use serde_json::Value;
use tianbao_core::Verdict;

/// A verdict with the file that it speaks of.
#[derive(Serialize)]
pub(crate) struct FileVerdict<'a> {
    file: &'a str,
    #[serde(flatten)]
    verdict: &'a Verdict,
}

/// The verdicts of several files: one object for one file, else an array.
pub(crate) fn verdicts<'a>(judged: impl Iterator<Item = (&'a str, &'a Verdict)>, several: bool) -> String {
    let mut all: Vec<FileVerdict<'_>> = judged.map(|(file, verdict)| FileVerdict { file, verdict }).collect();
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
