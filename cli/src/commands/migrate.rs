//! `tianbao migrate FILE --to SPEC`

use std::path::{Path, PathBuf};

use serde_json::json;
use tianbao_report::{Document, Migrated, migrate};
use tianbao_schema::Form;
use tianbao_schema::diagnostic::{Language, Message};

use super::Status;
use crate::args::Migrate;
use crate::engines::Engine;
use crate::files::{self, Failure};
use crate::print::human::{self, Judged, Local, Options};
use crate::print::value::visible;
use crate::print::{colour_wanted, json, migrated as print};
use crate::specs::Edition;
use crate::{engines, losses, specs};

/// Carries a report over to another edition, keeps what has no place there in a file beside, and judges the result.
pub(super) fn run(args: &Migrate, language: Language) -> Result<Status, Failure> {
    let new = specs::form(&args.to)?;
    let file = files::name(&args.file);
    let document = engines::read(&file, files::read(&args.file)?)?;
    if let Some(syntax) = document.not_json() {
        return Err(Failure::of_file(&file, &syntax));
    }
    let old = old_edition(args, &file, &document, &new)?;
    let text = document.load(&old.form).map_err(|error| unread(&file, &error.message()))?.json;
    let migrated = migrate(&losses::whole(&file, &text, &old.form)?, &old.form, &new);

    let out = args.output.as_deref().unwrap_or(Path::new("-"));
    let beside = beside(args);
    let migrated_text = json::pretty(&migrated.report);
    write((out, &migrated_text), &beside, &migrated, (&old.form, &new))?;
    let told = print::human(&migrated, (&old, &new), &beside);

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

/// `--from`, else the edition that the report is of; never one that it says it is not of.
fn old_edition(args: &Migrate, file: &str, document: &Document, new: &Form) -> Result<Edition, Failure> {
    let old = match &args.from {
        Some(from) => Edition { name: from.display().to_string(), form: specs::form(from)? },
        None => recognised(args, file, document, new)?,
    };
    let Some(stated) = document.stated_other(&old.form) else { return Ok(old) };
    let (zh, en) = (visible(&stated.zh), visible(&stated.en));
    let (id, edition) = (&old.form.id, old.form.edition);
    Err(Failure::of_file(
        file,
        &match &args.from {
            Some(_) => Message::new(
                format!("报表是 {zh}，--from 却是 {id} {edition} 版；请改正其一"),
                format!("the report is of {en}, but --from is {id} {edition}; mend one of the two"),
            ),
            None => Message::new(
                format!("报表是 {zh}，找不到它的规格，请用 --from 指定"),
                format!("the report is of {en}, whose spec is not at hand; name it with --from"),
            ),
        },
    ))
}

/// The one edition at hand that the report is of.
fn recognised(args: &Migrate, file: &str, document: &Document, new: &Form) -> Result<Edition, Failure> {
    let mut known = specs::editions(&new.id, Some(&args.to));
    if !known.iter().any(|known| known.form.edition == new.edition) {
        known.push(Edition { name: args.to.display().to_string(), form: new.clone() });
    }
    let mut forms: Vec<&Form> = Vec::new();
    for form in known.iter().map(|known| &known.form) {
        if forms.iter().all(|other| other.edition != form.edition) {
            forms.push(form);
        }
    }
    let found = document.form_among(&forms).map_err(|unknown| unread(file, &unknown.message()))?;
    let edition = forms[found].edition;
    if let Some(year) = document.year_of_other(forms[found]) {
        return Err(Failure::of_file(
            file,
            &Message::new(
                format!("报表是 {year} 年度的，找不到那一版的规格，请用 --from 指定"),
                format!(
                    "the report is of the year {year}; the spec of that edition is not at hand; name it with --from"
                ),
            ),
        ));
    }
    known.retain(|known| known.form.edition == edition);
    if known.len() > 1 {
        let names: Vec<&str> = known.iter().map(|known| known.name.as_str()).collect();
        return Err(Failure::of_file(
            file,
            &Message::new(
                format!("{} 都是 {edition} 版的规格，内容不同，请用 --from 指定", names.join("、")),
                format!("{} are all specs of edition {edition}; name one with --from", names.join(", ")),
            ),
        ));
    }
    Ok(known.swap_remove(0))
}

/// Why a report could not be read; what other verbs call `--spec` is `--from` here.
fn unread(file: &str, Message { zh, en }: &Message) -> Failure {
    let here = |text: &str| text.replace("--spec", "--from");
    Failure::of_file(file, &Message::new(here(zh), here(en)))
}

/// Writes the report, and what was removed beside it; both or nothing.
fn write(
    (out, text): (&Path, &str),
    beside: &Path,
    migrated: &Migrated,
    (old, new): (&Form, &Form),
) -> Result<(), Failure> {
    if out.is_dir() {
        let shown = out.display();
        return Err(Failure::new(
            format!("{shown} 是目录，-o 要一个文件"),
            format!("{shown} is a directory; -o wants a file"),
        ));
    }
    if migrated.removed.is_empty() {
        return files::write(out, text.as_bytes());
    }
    let removed = json::pretty(&removed(migrated, old, new));
    let known = std::fs::read(beside).ok();
    if beside.exists() && known.as_deref() != Some(removed.as_bytes()) {
        let shown = beside.display();
        return Err(Failure::new(
            format!("{shown} 已有，是以前移出的值，不覆盖；请先给它改名或移走，或用 -o 换个名字"),
            format!(
                "{shown} is there already, with values removed before; move it away, or write elsewhere with -o"
            ),
        ));
    }
    files::write(beside, removed.as_bytes())?;
    let written = files::write(out, text.as_bytes());
    if written.is_err() && known.is_none() {
        let _ = std::fs::remove_file(beside);
    }
    written
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
