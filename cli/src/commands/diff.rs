//! `tianbao diff OLD NEW`

use std::path::Path;

use serde_json::Value;
use tianbao_codegen::diff::{self, Level, Tried};
use tianbao_report::Trial;
use tianbao_schema::Form;
use tianbao_schema::diagnostic::{Language, Message};

use super::Status;
use crate::args::{Diff, DiffFormat, FailOn};
use crate::files::{self, Failure};
use crate::print::value::visible;
use crate::print::{diff as print, pick};
use crate::{engines, reports, specs};

/// Prints what a new edition changes, and for whom it breaks.
pub(super) fn run(args: &Diff, language: Language) -> Result<Status, Failure> {
    if args.kinds {
        files::print(&print::kinds());
        return Ok(Status::Fine);
    }
    let (Some(old), Some(new)) = (&args.old, &args.new) else {
        return Err(Failure::new(
            "要两份规格：tianbao diff OLD NEW",
            "two specs are needed: tianbao diff OLD NEW",
        ));
    };
    let (old, new) = (specs::form(old)?, specs::form(new)?);
    if old.id != new.id {
        files::complain(&pick(
            language,
            format!("注意：{} 和 {} 不是同一张表", old.id, new.id),
            format!("note: {} and {} are not the same form", old.id, new.id),
        ));
    }
    let mut diff = diff::compare(&old, &new);
    for mistaken in &diff.mistaken {
        let said = mistaken.message();
        files::complain(&pick(language, format!("注意：{}", said.zh), format!("note: {}", said.en)));
    }
    if let Some(folder) = &args.reports {
        diff.trial = Some(tried(folder, old, new, language)?);
    }
    files::print(&match args.format {
        DiffFormat::Human => print::human(&diff),
        DiffFormat::Md => diff::markdown(&diff),
        DiffFormat::Json => diff::json(&diff),
    });
    let limit = match args.fail_on {
        Some(FailOn::Breaking) => Level::Breaking,
        Some(FailOn::Additive) => Level::Additive,
        None => return Ok(Status::Fine),
    };
    Ok(if diff.level() >= limit { Status::Wrong } else { Status::Fine })
}

/// Tries the reports of a folder, those of the old edition; why another file is none is said.
fn tried(folder: &Path, old: Form, new: Form, language: Language) -> Result<Tried, Failure> {
    std::fs::metadata(folder).map_err(|error| files::cannot_read(&files::name(folder), &error))?;
    let (paths, empty) = reports::find(&[folder.to_owned()])?;
    if let Some(failure) = empty.into_iter().next() {
        return Err(failure);
    }
    let read = reports::for_each(&paths, |path| report(path, &old));
    let mut trial =
        Trial::new(old, new).map_err(|error| Failure::new(error.to_string(), error.to_string()))?;
    for (path, report) in paths.iter().zip(read) {
        match report {
            Ok(report) => trial.add(&short(path), &report),
            Err(failure) => {
                let reason = failure.reason(language);
                files::complain(&pick(language, format!("跳过 {reason}"), format!("skipped {reason}")));
            }
        }
    }
    Ok(trial.tried())
}

/// A file as a report of this edition; why not, where it says that it is of another, or is no report at all.
fn report(path: &Path, form: &Form) -> Result<Value, Failure> {
    let file = files::name(path);
    let document = engines::read(&file, files::read(path)?)?;
    let wrong = |zh: String, en: String| Failure::of_file(&file, &Message::new(zh, en));
    if let Some(syntax) = document.not_json() {
        return Err(Failure::of_file(&file, &syntax));
    }
    let wanted = format!("{} {}", form.id, form.edition);
    if let Some(stated) = document.stated_other(form) {
        return Err(wrong(
            format!("写明是 {}，不是 {wanted} 版的报表", visible(&stated.zh)),
            format!("says that it is of {}, not of {wanted}", visible(&stated.en)),
        ));
    }
    let loaded = document.load(form).map_err(|error| {
        let Message { zh, en } = error.message();
        // The spec is named already.
        let (zh, en) =
            (zh.replace("，或用 --spec 指定规格", ""), en.replace("; or name its spec with --spec", ""));
        wrong(zh, en)
    })?;
    let report: Value = serde_json::from_slice(&loaded.json).unwrap_or_default();
    if form.roots.iter().any(|id| report.get(&form.member(*id).name).is_some()) {
        return Ok(report);
    }
    Err(wrong(format!("没有一项是 {wanted} 版的"), format!("has no member of {wanted}")))
}

fn short(path: &Path) -> String {
    path.file_name().map_or_else(|| files::name(path), |name| name.to_string_lossy().into_owned())
}
