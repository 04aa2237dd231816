//! `tianbao next SPEC --edition ID`

use std::path::{Path, PathBuf};

use tianbao_schema::Form;
use tianbao_schema::diagnostic::Language;
use tianbao_schema::editions::Next;

use super::Status;
use crate::args;
use crate::files::{self, Failure};
use crate::print::{next as print, pick};
use crate::specs;

/// Writes the spec of the next edition, and says what to look at. Nothing is ever overwritten.
pub(super) fn run(args: &args::Next, language: Language) -> Result<Status, Failure> {
    let spec = specs::spec(&args.spec)?;
    let checked = spec.check();
    let form = checked.form.ok_or_else(|| Failure::bad_spec(&spec.name))?;
    let next = Next::of(&checked.source, &form, args.edition)
        .map_err(|message| Failure::of_file(&spec.name, &message))?;
    let output = output(args, &form);
    if !files::is_standard(&output) && output.exists() {
        let shown = output.display();
        return Err(Failure::new(
            format!("已有 {shown}，没有动它；要写到哪里，用 -o 说"),
            format!("{shown} exists and was left alone; say with -o where to write"),
        ));
    }
    files::write(&output, next.text().as_bytes())?;
    let told = print::human(&next, &form, (&args.spec, &output));
    // Where the spec itself goes to standard output, what is said of it does not.
    if files::is_standard(&output) {
        files::complain(told.trim_end())
    } else {
        files::print(&told)
    }
    if next.passes() {
        return Ok(Status::Fine);
    }
    let shown = files::name(&output);
    files::complain(&pick(
        language,
        format!("{shown} 还有错误，逐条细看：tianbao check {shown}"),
        format!("{shown} has errors; to see them one by one: tianbao check {shown}"),
    ));
    Ok(Status::Wrong)
}

/// As asked; else beside the old spec, its name with the new edition in it.
fn output(args: &args::Next, form: &Form) -> PathBuf {
    if let Some(asked) = &args.output {
        return asked.clone();
    }
    let (old, new) = (form.edition.to_string(), args.edition.to_string());
    if specs::shipped_as(&args.spec).is_some() || files::is_standard(&args.spec) {
        return PathBuf::from(format!("{}-{new}.yaml", form.id));
    }
    let stem = args.spec.file_stem().unwrap_or_default().to_string_lossy();
    let name = if stem.contains(&old) { stem.replace(&old, &new) } else { format!("{stem}-{new}") };
    args.spec.parent().unwrap_or(Path::new("")).join(format!("{name}.yaml"))
}
