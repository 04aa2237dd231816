//! How a document was read: what is in doubt, for people.

use tianbao_core::Severity;
use tianbao_report::reading::{How, Problem, Reading};
use tianbao_schema::diagnostic::Language;

use super::value::visible;
use super::{pad, pick};

/// Longer texts of a document are cut.
const LONGEST: usize = 40;

/// True where nothing was left unread; with `strict` also where nothing is in doubt.
pub(crate) fn passes(reading: &Reading, strict: bool) -> bool {
    reading.problems.iter().all(|problem| match problem.severity {
        Severity::Error => false,
        Severity::Warning => !strict,
        Severity::Hint => true,
    })
}

/// One line: how many values were read, and how many with doubt.
pub(crate) fn conclusion(reading: &Reading, language: Language) -> String {
    let values = reading.values.len();
    let doubtful = reading.values.iter().filter(|value| value.how == How::Doubtful).count();
    let problems = reading.problems.len();
    match problems {
        0 => pick(
            language,
            format!("从文件读出 {values} 项，没有疑问。"),
            format!("Read {values} values, none in doubt."),
        ),
        _ => pick(
            language,
            format!("从文件读出 {values} 项，其中 {doubtful} 项有疑问；共 {problems} 处请核对："),
            format!("Read {values} values, {doubtful} in doubt; {problems} things to look at:"),
        ),
    }
}

/// The conclusion, then every problem.
pub(crate) fn told(reading: &Reading, language: Language) -> String {
    format!("{}\n{}", conclusion(reading, language), problems(reading, language)).trim_end().to_owned()
}

/// Every problem, a line each, with its place and the text found there.
pub(crate) fn problems(reading: &Reading, language: Language) -> String {
    let lines = reading.problems.iter().map(|problem| line(problem, language));
    lines.collect::<Vec<_>>().concat()
}

fn line(problem: &Problem, language: Language) -> String {
    let severity = match problem.severity {
        Severity::Error => pick(language, "没有读", "not read"),
        Severity::Warning => pick(language, "有疑问", "doubtful"),
        Severity::Hint => pick(language, "提示", "note"),
    };
    let place = problem.place.map(|place| format!("{place}  ")).unwrap_or_default();
    let said = problem.message.contains(&problem.text);
    let text = if said { String::new() } else { format!("“{}”：", shortened(&problem.text)) };
    format!("  {}{place}{text}{}\n", pad(severity, 8), visible(&problem.message))
}

fn shortened(text: &str) -> String {
    let one_line: String = visible(&text.split_whitespace().collect::<Vec<_>>().join(" "));
    let mut short: String = one_line.chars().take(LONGEST).collect();
    if short.len() < one_line.len() {
        short.push('…');
    }
    short
}
