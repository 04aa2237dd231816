//! `tianbao fix FILE`

use std::path::Path;

use serde_json::Value;
use tianbao_core::{Finding, Severity};
use tianbao_report::fix::{Change, Mended, Offer, mend};
use tianbao_schema::Form;
use tianbao_schema::diagnostic::Language;

use super::Status;
use super::render::contents;
use crate::args::{Fix, Target};
use crate::engines::Engines;
use crate::files::{self, Failure};
use crate::print::value::{shown, visible};
use crate::print::{coverage, pick, reading};

/// Errors without a fix that are named; the rest is counted.
const MOST: usize = 20;

/// Mends a report: what is surely right, with `--unsafe` also offers where there is but one. The report goes to standard
/// output or a file, what was changed to standard error.
pub(super) fn run(args: &Fix, language: Language) -> Result<Status, Failure> {
    let engines = Engines::of(args.spec.as_deref())?;
    let report = engines.load(&args.file)?;
    let form = &report.engine.form;
    let target = target(args)?;
    if let Some(read) = report.loaded.reading.as_ref().filter(|read| !read.problems.is_empty()) {
        files::complain(&reading::told(read, language));
    }
    let unfit = report.engine.judge(&report.loaded.json, None);
    if let Some(finding) = unfit.findings.iter().find(|finding| finding.code == "syntax") {
        let (file, message) = (&report.file, visible(&finding.message));
        return Err(Failure::new(
            format!("{file}：{message}；请先改好这一处，再用 fix"),
            format!("{file}: {message}; mend this by hand before `fix`"),
        ));
    }
    let value = report.whole()?;
    let mended = mend(form, &value, args.unsafe_too, &|report_now| report.engine.judge_value(report_now));
    files::complain(told(form, &mended, args.unsafe_too, language).trim_end());
    let written = contents(target, form, Some(&mended.report), false)?;
    match (&args.output, args.in_place) {
        (Some(path), _) => files::write(path, &written)?,
        (None, true) => files::write(&args.file, &written)?,
        (None, false) => files::write(Path::new("-"), &written)?,
    }
    Ok(if coverage::passes(&mended.verdict, false) { Status::Fine } else { Status::Wrong })
}

/// The format of what is written. The input is only written over when asked, and only where nothing of it is lost.
fn target(args: &Fix) -> Result<Target, Failure> {
    if args.in_place {
        if ending(&args.file) == "json" {
            return Ok(Target::Json);
        }
        let shown = args.file.display();
        return Err(Failure::new(
            format!("{shown}：--in-place 只用于 JSON 报表；别的文件重写会丢掉版面和注释，请用 -o 另存"),
            format!("{shown}: --in-place is for JSON reports; write other files elsewhere with -o"),
        ));
    }
    let Some(output) = &args.output else { return Ok(Target::Json) };
    if files::is_same(output, &args.file) {
        let shown = output.display();
        return Err(Failure::new(
            format!("{shown} 就是要读的报表；要写在它上面，用 --in-place"),
            format!("{shown} is the report itself; to write over it use --in-place"),
        ));
    }
    match ending(output).as_str() {
        "json" | "" => Ok(Target::Json),
        "docx" => Ok(Target::Docx),
        "html" | "htm" => Ok(Target::Html),
        "md" => Ok(Target::Md),
        "txt" => Ok(Target::Txt),
        other => Err(Failure::new(
            format!("不会写 .{other} 文件；可用：json、docx、html、md、txt"),
            format!("cannot write .{other} files; json, docx, html, md or txt"),
        )),
    }
}

fn ending(path: &Path) -> String {
    path.extension().map(|ending| ending.to_string_lossy().to_ascii_lowercase()).unwrap_or_default()
}

/// What was changed, and what a person has to decide.
fn told(form: &Form, mended: &Mended, unsafe_too: bool, language: Language) -> String {
    let mut text = match mended.changes.len() {
        0 => pick(language, "没有改动。\n".to_owned(), "Nothing was changed.\n".to_owned()),
        count => pick(language, format!("改了 {count} 处：\n"), format!("Changed {count}:\n")),
    };
    for change in &mended.changes {
        text += &changed(form, change, language);
    }
    if !mended.offers.is_empty() {
        text += pick(language, "没有改，请人定：\n", "Left for a person to decide:\n");
    }
    let mut last: Option<&Finding> = None;
    for offer in &mended.offers {
        if last != Some(&offer.finding) {
            text += &format!("  {}：{}\n", place(&offer.finding), visible(&offer.finding.message));
        }
        text += &offered(form, offer, language);
        last = Some(&offer.finding);
    }
    let harmless = mended.offers.iter().any(|offer| offer.breaks.is_empty());
    if harmless && !unsafe_too {
        text += pick(
            language,
            "只有一种改法的，加 --unsafe 也改。\n",
            "With --unsafe, offers without rivals are applied too.\n",
        );
    }
    text + &by_hand(mended, language)
}

/// Errors for which there is no fix.
fn by_hand(mended: &Mended, language: Language) -> String {
    let errors: Vec<&Finding> =
        mended.verdict.of(Severity::Error).filter(|finding| finding.fixes.is_empty()).collect();
    if errors.is_empty() {
        return String::new();
    }
    let mut text = pick(language, "还要自己改：\n", "Still to be mended by hand:\n").to_owned();
    for error in errors.iter().take(MOST) {
        text += &format!("  {}：{}    [{}]\n", place(error), visible(&error.message), error.code);
    }
    if errors.len() > MOST {
        let more = errors.len() - MOST;
        text += &pick(language, format!("  ……还有 {more} 处\n"), format!("  … {more} more\n"));
    }
    text
}

fn place(finding: &Finding) -> String {
    if finding.label.is_empty() {
        return visible(&finding.path);
    }
    let clause = finding.clause.as_deref().map(|clause| format!("{clause} ")).unwrap_or_default();
    format!("{clause}{}", visible(&finding.label))
}

fn changed(form: &Form, change: &Change, language: Language) -> String {
    let show = |value: &Option<Value>| {
        let path = change.fix.patch.first().map(|operation| match operation {
            tianbao_core::PatchOperation::Add { path, .. }
            | tianbao_core::PatchOperation::Remove { path } => path,
        });
        let shown = value.as_ref().zip(path).and_then(|(value, path)| shown(form, path, value));
        shown.unwrap_or_else(|| pick(language, "（没有填）", "(nothing)").to_owned())
    };
    let (before, after) = (show(&change.before), show(&change.after));
    format!("  {}：{before} → {after}    [{}]\n", place(&change.finding), change.finding.code)
}

fn offered(form: &Form, offer: &Offer, language: Language) -> String {
    let name = |broken: &Finding| match form.rule(&broken.code) {
        Some(rule) => rule.title.clone(),
        None => format!("{}：{}", place(broken), visible(&broken.message)),
    };
    let names: Vec<String> = offer.breaks.iter().map(name).collect();
    let breaks = match names.len() {
        0 => String::new(),
        _ => pick(
            language,
            format!("    不行：改了以后“{}”不对", names.join("”“")),
            format!("    no: then {} fails", names.join(", ")),
        ),
    };
    format!("    {}{}{breaks}\n", pick(language, "可以：", "offer: "), visible(&offer.fix.description))
}
