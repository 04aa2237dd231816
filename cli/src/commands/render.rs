//! `tianbao render [FILE] --as FORMAT`

use std::io::{self, IsTerminal as _};
use std::path::{Path, PathBuf};

use serde_json::Value;
use tianbao_codegen::render::{Options, PaperFormat, render};
use tianbao_core::{Severity, Verdict};
use tianbao_schema::Form;
use tianbao_schema::diagnostic::Language;

use super::Status;
use crate::args::{Render, Target};
use crate::engines::Engines;
use crate::files::{self, Failure};
use crate::print::{pick, reading};
use crate::specs;

/// Writes a report, or the blank form, in the official layout. A report that is not valid is written all the same.
pub(super) fn run(args: &Render, language: Language) -> Result<Status, Failure> {
    match &args.file {
        Some(file) => {
            let engines = Engines::of(args.spec.as_deref())?;
            let report = engines.load(file)?;
            let form = &report.engine.form;
            if let Some(read) = report.loaded.reading.as_ref().filter(|read| !read.problems.is_empty()) {
                files::complain(&reading::told(read, language));
            }
            let value = report.value()?;
            let output = output(args, file, form)?;
            write(
                args,
                &output,
                &contents(args.target, form, Some(&value), args.with_instructions)?,
                language,
            )?;
            say_invalid(&report.engine.judge(&report.loaded.json, None), file, language);
        }
        None => {
            let form = the_form(args)?;
            let output = output(args, Path::new(""), &form)?;
            write(args, &output, &contents(args.target, &form, None, args.with_instructions)?, language)?;
        }
    }
    Ok(Status::Fine)
}

/// The form of the spec, or the only one there is.
fn the_form(args: &Render) -> Result<Form, Failure> {
    let mut forms = specs::forms(args.spec.as_deref())?;
    match (forms.pop(), forms.is_empty()) {
        (Some((form, _)), true) => Ok(form),
        _ => Err(Failure::new(
            "要哪张空白表？请用 --spec 指定规格",
            "which form is to be blank? name its spec with --spec",
        )),
    }
}

/// A report, or the blank form, in a format.
pub(super) fn contents(
    target: Target,
    form: &Form,
    report: Option<&Value>,
    instructions: bool,
) -> Result<Vec<u8>, Failure> {
    let format = match (target, report) {
        (Target::Docx, _) => PaperFormat::Docx,
        (Target::Html, _) => PaperFormat::Html,
        (Target::Md, _) => PaperFormat::Markdown,
        (Target::Txt, _) => PaperFormat::Text,
        (Target::Json, Some(report)) => return Ok(format!("{report:#}\n").into_bytes()),
        (Target::Json, None) => {
            return Err(Failure::new(
                "空白表没有数据，不能写成 json",
                "a blank form has no data to write as json",
            ));
        }
    };
    Ok(render(form, report, format, &Options { instructions, marks: true }))
}

/// Where to: as asked, but never over the input; else beside the file, where nothing is yet.
fn output(args: &Render, file: &Path, form: &Form) -> Result<PathBuf, Failure> {
    if let Some(asked) = &args.output {
        files::not_over(asked, file)?;
        return Ok(asked.clone());
    }
    if files::is_standard(file) {
        return Ok(file.to_owned());
    }
    let ending = match args.target {
        Target::Docx => "docx",
        Target::Html => "html",
        Target::Md => "md",
        Target::Txt => "txt",
        Target::Json => "json",
    };
    let beside = match args.file {
        Some(_) => file.with_extension(ending),
        None => PathBuf::from(format!("{}.{ending}", form.folder().replace('/', "-"))),
    };
    if beside.exists() {
        let shown = beside.display();
        return Err(Failure::new(
            format!("已有 {shown}，没有覆盖；要写到哪里，用 -o 说"),
            format!("{shown} is there already and was left alone; say with -o where to write"),
        ));
    }
    Ok(beside)
}

fn write(args: &Render, output: &Path, contents: &[u8], language: Language) -> Result<(), Failure> {
    let standard = files::is_standard(output);
    if standard && args.target == Target::Docx && io::stdout().is_terminal() {
        return Err(Failure::new(
            "Word 文件不能印在屏幕上；用 -o 写成文件",
            "a Word file is not for the screen; write it to a file with -o",
        ));
    }
    files::write(output, contents)?;
    if !standard {
        let shown = output.display();
        files::print(&pick(language, format!("写好了 {shown}\n"), format!("wrote {shown}\n")));
    }
    Ok(())
}

/// Says that a report has errors: what was written is no good to hand in.
fn say_invalid(verdict: &Verdict, file: &Path, language: Language) {
    let errors = verdict.of(Severity::Error).count();
    if errors > 0 {
        let file = files::name(file);
        files::complain(&pick(
            language,
            format!("注意：报表有 {errors} 个错误，还不能上报；逐条细看：tianbao validate {file}"),
            format!(
                "note: the report has {errors} errors and cannot be handed in; to see them: tianbao validate {file}"
            ),
        ));
    }
}
