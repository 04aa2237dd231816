//! `tianbao read FILE`

use serde_json::{Value, json};
use tianbao_report::reading::Reading;
use tianbao_schema::diagnostic::Language;

use super::Status;
use crate::args::Read;
use crate::engines::Engines;
use crate::files::{self, Failure};
use crate::print::{json, reading};

/// Reads a report out of a document: data to standard output or a file, doubts to standard error.
pub(super) fn run(args: &Read, language: Language) -> Result<Status, Failure> {
    let engines = Engines::of(args.spec.as_deref())?;
    args.output.iter().chain(&args.trace).try_for_each(|path| files::not_over(path, &args.file))?;
    let report = engines.load(&args.file)?;
    let value = report.whole()?;
    let mut status = Status::Fine;
    if let Some(read) = &report.loaded.reading {
        files::complain(&reading::told(read, language));
        if !reading::passes(read, args.strict) {
            status = Status::Wrong;
        }
    }
    if let Some(path) = &args.trace {
        files::write(path, json::pretty(&trace(report.loaded.reading.as_ref())).as_bytes())?;
    }
    let text = json::pretty(&value);
    match &args.output {
        Some(path) => files::write(path, text.as_bytes())?,
        None => files::print(&text),
    }
    Ok(status)
}

/// How each value was read (design section 8).
fn trace(reading: Option<&Reading>) -> Value {
    match reading {
        Some(reading) => json!({ "values": reading.values, "problems": reading.problems }),
        None => json!({ "values": [], "problems": [] }),
    }
}
