//! `tianbao migrate FILE --to SPEC`

use std::path::{Path, PathBuf};

use serde_json::json;
use tianbao_report::{Document, Migrated, migrate};
use tianbao_schema::Form;
use tianbao_schema::diagnostic::Language;

use super::Status;
use crate::args::Migrate;
use crate::engines::Engine;
use crate::files::{self, Failure};
use crate::print::human::{self, Judged, Local, Options};
use crate::print::{colour_wanted, json, migrated as print};
use crate::{engines, specs};

/// Carries a report over to another edition, keeps what has no place there in a file beside, and judges the result.
pub(super) fn run(args: &Migrate, language: Language) -> Result<Status, Failure> {
    let new = specs::form(&args.to)?;
    let file = files::name(&args.file);
    let document = engines::read(&file, files::read(&args.file)?)?;
    let old = old_form(args, &file, &document, &new)?;
    let text = document.load(&old).map_err(|error| Failure::of_file(&file, &error.message()))?.json;
    let report = serde_json::from_slice(&text)
        .map_err(|_| Failure::new(format!("{file}：不是 JSON"), format!("{file}: not JSON")))?;
    let migrated = migrate(&report, &old, &new);

    let out = args.output.as_deref().unwrap_or(Path::new("-"));
    let beside = beside(args);
    if !migrated.removed.is_empty() {
        files::write(&beside, json::pretty(&removed(&migrated, &old, &new)).as_bytes())?;
    }
    let migrated_text = json::pretty(&migrated.report);
    files::write(out, migrated_text.as_bytes())?;
    let beside = (!migrated.removed.is_empty()).then_some(beside.as_path());
    let told = print::human(&migrated, (&old, &new), beside);

    let engine = Engine::new(new, false)?;
    let (verdict, local) = engine.verdicts(migrated_text.as_bytes(), None);
    let shown = files::name(out);
    let judged = Judged {
        file: &shown,
        form: engine.base_form(),
        report: Some(&migrated.report),
        reading: None,
        verdict: &verdict,
        local: local.as_ref().map(|verdict| Local { form: &engine.form, verdict }),
        previous_given: false,
    };
    let options = Options {
        language,
        colour: colour_wanted(),
        rules: false,
        strict: false,
        draft: false,
        several: false,
    };
    let text = format!("{told}\n{}", human::verdict(&judged, options));
    // Where the report itself goes to standard output, what is said of it does not.
    if files::is_standard(out) {
        files::complain(text.trim_end())
    } else {
        files::print(&text)
    }
    let valid = verdict.valid && local.is_none_or(|local| local.verdict.valid);
    Ok(if valid { Status::Fine } else { Status::Wrong })
}

/// `--from`, else the edition that the report is of.
fn old_form(args: &Migrate, file: &str, document: &Document, new: &Form) -> Result<Form, Failure> {
    if let Some(from) = &args.from {
        return specs::form(from);
    }
    let mut known = specs::editions(&new.id, Some(&args.to));
    if !known.iter().any(|form| form.edition == new.edition) {
        known.push(new.clone());
    }
    let forms: Vec<&Form> = known.iter().collect();
    let index = document.form_among(&forms).map_err(|unknown| Failure::of_file(file, &unknown.message()))?;
    Ok(known.swap_remove(index))
}

/// Where removed values are kept: beside the output, else under the input's name in the current folder.
fn beside(args: &Migrate) -> PathBuf {
    let name = |path: &Path| {
        path.file_stem().map_or_else(|| "report".into(), |stem| stem.to_string_lossy().into_owned())
    };
    match args.output.as_deref().filter(|out| !files::is_standard(out)) {
        Some(out) => out.with_file_name(format!("{}.removed.json", name(out))),
        None if files::is_standard(&args.file) => PathBuf::from("report.removed.json"),
        None => PathBuf::from(format!("{}.removed.json", name(&args.file))),
    }
}

fn removed(migrated: &Migrated, old: &Form, new: &Form) -> serde_json::Value {
    let values = migrated
        .removed
        .iter()
        .map(|removed| json!({ "path": removed.path, "label": removed.label, "value": removed.value }));
    json!({ "form": old.id, "from": old.edition, "to": new.edition, "removed": values.collect::<Vec<_>>() })
}
