//! `tianbao next SPEC --edition ID`

use std::path::{Path, PathBuf};

use tianbao_report::propose;
use tianbao_report::reading::{NotRead, issued};
use tianbao_schema::Form;
use tianbao_schema::diagnostic::Language;
use tianbao_schema::editions::Next;

use super::Status;
use crate::args;
use crate::files::{self, Failure};
use crate::print::next::{self as print, Held};
use crate::print::pick;
use crate::{engines, specs};

/// Writes the spec of the next edition, and says what to look at. Nothing is ever overwritten.
pub(super) fn run(args: &args::Next, language: Language) -> Result<Status, Failure> {
    let spec = specs::spec(&args.spec)?;
    let checked = spec.check();
    let form = checked.form.ok_or_else(|| Failure::bad_spec(&spec.name))?;
    let mut next = Next::of(&checked.source, &form, args.edition)
        .map_err(|message| Failure::of_file(&spec.name, &message))?;
    let held = args.document.as_deref().map(|document| hold(document, &mut next, &form)).transpose()?;
    let output = output(args, &form);
    if !files::is_standard(&output) && output.exists() {
        let shown = output.display();
        return Err(Failure::new(
            format!("已有 {shown}，没有动它；要写到哪里，用 -o 说"),
            format!("{shown} exists and was left alone; say with -o where to write"),
        ));
    }
    files::write(&output, next.text().as_bytes())?;
    let told = print::human(&next, &form, (&args.spec, &output), held.as_ref());
    // Where the spec itself goes to standard output, what is said of it does not.
    if files::is_standard(&output) {
        files::complain(told.trim_end())
    } else {
        files::print(&told)
    }
    if next.passes() {
        return Ok(Status::Fine);
    }
    let shown = if files::is_standard(&output) { "新规格.yaml".to_owned() } else { files::name(&output) };
    files::complain(&pick(
        language,
        format!("{shown} 还有错误，逐条细看：tianbao check {shown}"),
        format!("{shown} has errors; to see them one by one: tianbao check {shown}"),
    ));
    Ok(Status::Wrong)
}

/// Holds the newly issued document against the spec.
fn hold(document: &Path, next: &mut Next, form: &Form) -> Result<Held, Failure> {
    let file = files::name(document);
    let read = engines::read(&file, files::read(document)?)?;
    let Some(page) = read.page() else {
        return Err(Failure::new(
            format!("{file} 是数据，不是表；--document 要新印发的表：docx、html、txt 或 md"),
            format!("{file} is data; --document takes the form as issued: docx, html, txt or md"),
        ));
    };
    let issued = issued(page, form).map_err(|refused| match refused {
        // The spec is named already.
        NotRead::NotThisForm { title, found, of } => Failure::new(
            format!("{file}：不像“{title}”：{of} 个标签只找到 {found} 个；请给这张表新印发的一份"),
            format!("{file}: does not look like “{title}”: {found} of {of} labels found; give this form as newly issued"),
        ),
        refused @ (NotRead::RanTogether { .. } | NotRead::LinesRemoved | NotRead::SeveralForms) => {
            Failure::of_file(&file, &refused.message())
        }
    })?;
    let proposals = propose(next, form, &issued);
    Ok(Held { file, instructions: issued.instructions, proposals })
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
