//! A folder of reports in one table: how many may be sent in, what was found how often.

use std::collections::BTreeMap;

use tianbao_core::Severity;
use tianbao_schema::diagnostic::Language;

use super::human::Judged;
use super::{cells, coverage, pad, pick, reading};

/// So many files are named one by one.
const NAMED: usize = 20;

/// A kind of finding over all reports.
#[derive(Default)]
struct Row {
    title: String,
    findings: usize,
    files: usize,
}

/// The table.
pub(crate) fn table(judged: &[Judged<'_>], failures: usize, strict: bool, language: Language) -> String {
    let passes = |judged: &&Judged<'_>| {
        judged.parts().all(|part| coverage::passes(part.verdict, strict))
            && judged.reading.is_none_or(|read| reading::passes(read, strict))
    };
    let good = judged.iter().filter(passes).count();
    let doubtful =
        judged.iter().filter(|it| it.reading.is_some_and(|read| !read.problems.is_empty())).count();
    let (files, bad) = (judged.len() + failures, judged.len() - good);
    let mut text = pick(
        language,
        format!(
            "{files} 份报表：可以上报 {good} 份，不能上报 {bad} 份，读不了 {failures} 份；读的时候有疑问 {doubtful} 份。\n"
        ),
        format!(
            "{files} reports: {good} ready, {bad} not ready, {failures} unreadable; {doubtful} read with doubt.\n"
        ),
    );
    text += &rows(judged, language);
    let not_ready: Vec<&str> = judged.iter().filter(|it| !passes(it)).map(|it| it.file).collect();
    if !not_ready.is_empty() {
        text += pick(language, "\n不能上报的：\n", "\nNot ready:\n");
        for file in not_ready.iter().take(NAMED) {
            text += &format!("  {file}\n");
        }
        if not_ready.len() > NAMED {
            let more = not_ready.len() - NAMED;
            text += &pick(language, format!("  ……还有 {more} 份\n"), format!("  … and {more} more\n"));
        }
        text += pick(language, "逐份细看：tianbao validate 文件\n", "One by one: tianbao validate FILE\n");
    }
    text
}

fn rows(judged: &[Judged<'_>], language: Language) -> String {
    let mut rows = BTreeMap::<(Severity, &str), Row>::new();
    for it in judged {
        let mut seen = std::collections::BTreeSet::new();
        let parts = it.parts().flat_map(|part| part.verdict.findings.iter().map(move |found| (part, found)));
        for (part, finding) in parts {
            let row = rows.entry((finding.severity, &finding.code)).or_default();
            let rule = part.form.rule(&finding.code);
            row.title = rule.map_or_else(|| structural(&finding.code, language), |rule| rule.title.clone());
            row.findings += 1;
            row.files += usize::from(seen.insert(&finding.code));
        }
    }
    let widest = rows.values().map(|row| cells(&row.title)).max().unwrap_or(0);
    let mut text = String::new();
    for ((severity, code), row) in rows {
        let word = pick(language, severity.label(), severity.key());
        let (findings, files) = (row.findings, row.files);
        let counts = pick(language, format!("{findings} 处，{files} 份"), format!("{findings} in {files}"));
        text += &format!("  {}{}  {}[{code}]\n", pad(word, 8), pad(&row.title, widest), pad(&counts, 20));
    }
    text
}

/// A structural finding in words.
fn structural(code: &str, language: Language) -> String {
    let (zh, en) = match code {
        "syntax" => ("不是 JSON", "not JSON"),
        "type" => ("填的不是这一类内容", "wrong type"),
        "required" => ("没有填", "missing"),
        "unknown" => ("表上没有的项", "unknown member"),
        "duplicate" => ("填了两遍", "duplicate member"),
        "limit" => ("超出范围", "out of limits"),
        "pattern" => ("写法不对", "wrong form"),
        "blank" => ("写了“无”", "the word for absent"),
        "choice" => ("没有这个选项", "no such choice"),
        "unique" => ("选项重复", "choice given twice"),
        "explanation" => ("情况说明", "explanation"),
        other => (other, other),
    };
    pick(language, zh, en).to_owned()
}
