//! `tianbao validate FILE…`

use std::path::Path;

use indicatif::ProgressBar;
use serde_json::Value;
use tianbao_core::{Severity, Verdict};
use tianbao_report::check_previous;
use tianbao_schema::Form;
use tianbao_schema::diagnostic::Language;

use super::Status;
use crate::args::{Format, Validate};
use crate::engines::{Engine, engine_of, engines, read};
use crate::files::{self, Failure};
use crate::print::human::{self, Judged, Options};
use crate::print::{colour_wanted, coverage, json, sarif};

/// So many files take long enough for somebody to wonder.
const SHOW_PROGRESS_FROM: usize = 20;

/// A file that was judged.
struct Outcome<'a> {
    file: String,
    form: &'a Form,
    report: Option<Value>,
    verdict: Verdict,
}

/// Judges filled reports, each by its own form or all by one spec.
pub(super) fn run(args: &Validate, language: Language) -> Result<Status, Failure> {
    let engines = engines(args.spec.as_deref())?;
    let previous = args.previous.as_deref().map(|path| Ok((path, files::read(path)?))).transpose()?;
    let mut status = Status::Fine;
    let mut outcomes = Vec::new();
    let progress = match args.files.len() {
        ..SHOW_PROGRESS_FROM => ProgressBar::hidden(),
        files => ProgressBar::new(files as u64),
    };
    for path in progress.wrap_iter(args.files.iter()) {
        match judge(path, &engines, previous.as_ref()) {
            Ok(mut outcome) => {
                if args.draft {
                    forget_missing(&mut outcome.verdict);
                }
                status = status.max(status_of(&outcome.verdict, args.strict));
                outcomes.push(outcome);
            }
            Err(failure) => {
                progress.suspend(|| files::complain(&failure.line(language)));
                status = Status::Impossible;
            }
        }
    }
    progress.finish_and_clear();
    print(&outcomes, args, language);
    Ok(status)
}

fn judge<'a>(
    path: &Path,
    engines: &'a [Engine],
    previous: Option<&(&Path, Vec<u8>)>,
) -> Result<Outcome<'a>, Failure> {
    let file = files::name(path);
    let document = read(&file, files::read(path)?)?;
    let value = document.value();
    let engine = engine_of(&file, value.as_ref(), engines)?;
    let text = document.into_json(&engine.form);
    let previous = match previous {
        Some((path, bytes)) => Some(last_year(path, bytes, &engine.form)?),
        None => None,
    };
    let verdict = engine.judge(&text, previous.as_deref());
    let report = serde_json::from_slice(&text).ok();
    Ok(Outcome { file, form: &engine.form, report, verdict })
}

/// Last year's report as JSON text.
fn last_year(path: &Path, bytes: &[u8], form: &Form) -> Result<Vec<u8>, Failure> {
    let file = files::name(path);
    let text = read(&file, bytes.to_vec())?.into_json(form);
    check_previous(form, &text).map_err(|wrong| Failure::of_file(&file, &wrong.message()))?;
    Ok(text)
}

/// `--draft`: what is not filled in yet is counted, not listed.
fn forget_missing(verdict: &mut Verdict) {
    verdict.findings.retain(|finding| finding.code != "required");
    verdict.valid = verdict.findings.iter().all(|finding| finding.severity != Severity::Error);
}

fn status_of(verdict: &Verdict, strict: bool) -> Status {
    if verdict.findings.iter().any(|finding| finding.code == "syntax") {
        return Status::Impossible;
    }
    if coverage::passes(verdict, strict) { Status::Fine } else { Status::Wrong }
}

fn print(outcomes: &[Outcome<'_>], args: &Validate, language: Language) {
    let several = args.files.len() > 1;
    let judged: Vec<Judged<'_>> = outcomes
        .iter()
        .map(|outcome| Judged {
            file: &outcome.file,
            form: outcome.form,
            report: outcome.report.as_ref(),
            verdict: &outcome.verdict,
            previous_given: args.previous.is_some(),
        })
        .collect();
    let text = match args.format {
        Format::Human => {
            let Validate { rules, strict, draft, .. } = *args;
            let options = Options { language, colour: colour_wanted(), rules, strict, draft, several };
            judged.iter().map(|judged| human::verdict(judged, options)).collect::<Vec<_>>().join("\n")
        }
        // Of a single file that could not be read there is nothing to say here.
        Format::Json if judged.is_empty() && !several => return,
        Format::Json => json::verdicts(judged.iter().map(|judged| (judged.file, judged.verdict)), several),
        Format::Sarif => json::pretty(&sarif::document(&judged)),
    };
    files::print(&text);
}
