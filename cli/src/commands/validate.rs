//! `tianbao validate FILE…`

use std::path::Path;

use serde_json::Value;
use tianbao_core::finding::Text;
use tianbao_core::{Finding, Severity, Verdict};
use tianbao_report::LocalVerdict;
use tianbao_report::reading::Reading;
use tianbao_schema::diagnostic::Language;

use super::Status;
use crate::args::{Format, Validate};
use crate::engines::{Engine, Engines};
use crate::files::{self, Failure};
use crate::previous::LastYear;
use crate::print::human::{self, Judged, Local, Options};
use crate::print::{colour_wanted, coverage, json, reading, sarif, summary};
use crate::reports;

/// A file that was judged.
pub(crate) struct Outcome<'a> {
    file: String,
    engine: &'a Engine,
    report: Option<Value>,
    reading: Option<Reading>,
    verdict: Verdict,
    local: Option<LocalVerdict>,
}

/// Judges filled reports, each by its own form or all by one spec.
pub(super) fn run(args: &Validate, language: Language) -> Result<Status, Failure> {
    let engines = Engines::of(args.spec.as_deref())?;
    let spec = args.spec.as_deref();
    let previous = args.previous.as_deref().map(|path| LastYear::read(path, spec, language)).transpose()?;
    let (paths, empty) = reports::find(&args.files)?;
    empty.iter().for_each(|failure| files::complain(&failure.line(language)));
    if paths.is_empty() {
        return Ok(Status::Impossible);
    }
    let judged = reports::for_each(&paths, |path| judge(path, &engines, previous.as_ref()));
    previous.iter().for_each(LastYear::say_wrong);
    let mut status = if empty.is_empty() { Status::Fine } else { Status::Impossible };
    let (mut outcomes, mut failures) = (Vec::new(), Vec::new());
    for judged in judged {
        match judged {
            Ok(mut outcome) => {
                if args.draft {
                    forget_missing(&mut outcome.verdict);
                    outcome.local.iter_mut().for_each(|local| forget_missing(&mut local.verdict));
                }
                status = status.max(status_of(&outcome, args.strict));
                outcomes.push(outcome);
            }
            Err(failure) => {
                status = Status::Impossible;
                failures.push(failure.line(language));
            }
        }
    }
    let folder = args.files.iter().any(|path| path.is_dir());
    for failure in &failures {
        files::complain(failure);
    }
    print(&outcomes, failures.len(), folder, args, language);
    Ok(status)
}

fn judge<'a>(
    path: &Path,
    engines: &'a Engines,
    previous: Option<&LastYear<'_>>,
) -> Result<Outcome<'a>, Failure> {
    let report = engines.load(path)?;
    let engine = report.engine;
    let last = previous.map(|previous| previous.text_for(&engine.form)).transpose()?;
    if let (Some(previous), Some(last)) = (previous, &last) {
        previous.look(&engine.form, last, &report.loaded.json);
    }
    let (verdict, local) = engine.verdicts(&report.loaded.json, last.as_deref());
    let value = serde_json::from_slice(&report.loaded.json).ok();
    Ok(Outcome { file: report.file, engine, report: value, reading: report.loaded.reading, verdict, local })
}

/// `--draft`: what is not filled in yet is counted, not listed; to the rules it is absent, not faulty.
fn forget_missing(verdict: &mut Verdict) {
    let is_missing = |finding: &Finding| finding.code == "required";
    let missing = verdict.findings.extract_if(.., |finding| is_missing(finding));
    let missing: Vec<String> =
        missing.map(|finding| finding.path.trim_start_matches('/').replace('/', ".")).collect();
    for rule in &mut verdict.rules.not_applicable {
        let is_in = |path: &Text, missing: &String| {
            path.strip_prefix(missing.as_str()).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
        };
        let absent = rule.unusable.extract_if(.., |path| missing.iter().any(|missing| is_in(path, missing)));
        rule.absent.extend(absent);
    }
    verdict.valid = verdict.findings.iter().all(|finding| finding.severity != Severity::Error);
}

fn status_of(outcome: &Outcome<'_>, strict: bool) -> Status {
    if outcome.verdict.findings.iter().any(|finding| finding.code == "syntax") {
        return Status::Impossible;
    }
    let read = outcome.reading.as_ref().is_none_or(|read| reading::passes(read, strict));
    let local = outcome.local.as_ref().is_none_or(|local| coverage::passes(&local.verdict, strict));
    if read && local && coverage::passes(&outcome.verdict, strict) { Status::Fine } else { Status::Wrong }
}

fn print(outcomes: &[Outcome<'_>], failures: usize, folder: bool, args: &Validate, language: Language) {
    let several = outcomes.len() + failures > 1 || args.files.len() > 1 || folder;
    let judged: Vec<Judged<'_>> = outcomes
        .iter()
        .map(|outcome| Judged {
            file: &outcome.file,
            form: outcome.engine.base_form(),
            report: outcome.report.as_ref(),
            reading: outcome.reading.as_ref(),
            verdict: &outcome.verdict,
            local: outcome.local.as_ref().map(|verdict| Local { form: &outcome.engine.form, verdict }),
            previous_given: args.previous.is_some(),
        })
        .collect();
    let text = match args.format {
        Format::Human if folder => summary::table(&judged, failures, args.strict, language),
        Format::Human => {
            let Validate { rules, strict, draft, .. } = *args;
            let options = Options { language, colour: colour_wanted(), rules, strict, draft, several };
            judged.iter().map(|judged| human::verdict(judged, options)).collect::<Vec<_>>().join("\n")
        }
        // Of a single file that could not be read there is nothing to say here.
        Format::Json if judged.is_empty() && !several => return,
        Format::Json => json::verdicts(&judged, several),
        Format::Sarif => json::pretty(&sarif::document(&judged)),
    };
    files::print(&text);
}
