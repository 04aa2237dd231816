//! A verdict for people: what must be mended, what to look at, how, and what was checked.

use clap::builder::styling::{AnsiColor, Style};
use tianbao_core::{Finding, Fix, PatchOperation, Severity};
use tianbao_schema::diagnostic::Language;
use tianbao_schema::form::{Addition, Basis, Form, Piece, RESERVED_MEMBERS, Rule};

pub(crate) use super::judged::{Judged, Local};
use super::value::{shown, visible, with_unit};
use super::{cells, coverage, pad, pick, reading};

/// Where the codes stand, in terminal cells.
const CODE_COLUMN: usize = 76;
/// A longer last line has its code on a line of its own.
const LONGEST_WITH_CODE: usize = 90;
/// Cells of the widest key (可改为：) in front of a value.
const KEY: usize = 8;

/// How it is told.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Options {
    /// Language of the words around the findings; findings speak the form's language.
    pub(crate) language: Language,
    /// With colours.
    pub(crate) colour: bool,
    /// Every rule with its outcome.
    pub(crate) rules: bool,
    /// Unexplained warnings count as errors.
    pub(crate) strict: bool,
    /// What is not filled in is no error yet.
    pub(crate) draft: bool,
    /// Several files: each begins with its name.
    pub(crate) several: bool,
}

/// The whole text.
pub(crate) fn verdict(judged: &Judged<'_>, options: Options) -> String {
    let mut text = String::new();
    if options.several {
        text += &format!("{}\n", paint(&visible(judged.file), Style::new().bold(), options));
    }
    text += &told(judged, options);
    if let Some(local) = judged.by_addition() {
        text += &format!("\n{}", told(&local, options));
    }
    text + &coverage::other_additions(judged, options.language)
}

/// One verdict.
fn told(judged: &Judged<'_>, options: Options) -> String {
    let mut text = format!("{}\n{}\n\n", title(judged), conclusion(judged, options));
    let doubts = judged.reading.filter(|read| judged.form.addition.is_none() && !read.problems.is_empty());
    if let Some(read) = doubts {
        text += &format!("{}\n\n", reading::told(read, options.language));
    }
    for severity in [Severity::Error, Severity::Warning, Severity::Hint] {
        let group = group(judged, severity, options);
        if !group.is_empty() {
            text += &format!("{group}\n");
        }
    }
    if options.rules {
        text += &format!("{}\n", rules(judged, options));
    }
    text + &coverage::summary(judged, options.language)
}

/// The form, its edition, and who reports: the lines above the table that hold a text.
fn title(judged: &Judged<'_>) -> String {
    let form = judged.form;
    if let Some(Addition { title, revision, .. }) = &form.addition {
        return match revision {
            1 => title.clone(),
            revision => format!("{title}（修订 {revision}）"),
        };
    }
    let mut title = format!("{} {}", form.title, form.edition_name());
    let Some(report) = judged.report else { return title };
    for line in form.layout.head.iter().filter(|line| !line.title) {
        let text = line.pieces.iter().map(|piece| match piece {
            Piece::Text(text) => Some(text.clone()),
            Piece::Value { of, .. } => {
                let member = form.member(of.member);
                let value = report.pointer(&member.pointer).filter(|value| value.is_string())?;
                shown(form, &member.pointer, value)
            }
            Piece::Figure(_) => None,
        });
        if let Some(text) = text.collect::<Option<String>>().filter(|text| !text.is_empty()) {
            title += &format!(" · {text}");
        }
    }
    title
}

/// May it be sent in, and how many findings of each severity there are.
fn conclusion(judged: &Judged<'_>, options: Options) -> String {
    let verdict = judged.verdict;
    let language = options.language;
    let count = |severity| verdict.of(severity).count();
    let (errors, warnings, hints) = (count(Severity::Error), count(Severity::Warning), count(Severity::Hint));
    let unexplained = coverage::unexplained(verdict);
    let mut counts = Vec::new();
    if errors > 0 {
        counts.push(pick(language, format!("{errors} 处必须改"), format!("errors: {errors}")));
    }
    if warnings > 0 {
        let explained = match warnings - unexplained {
            0 => String::new(),
            all if all == warnings => pick(language, "（都已说明）", " (explained)").to_owned(),
            some => pick(language, format!("（{some} 处已说明）"), format!(" (explained: {some})")),
        };
        counts.push(pick(
            language,
            format!("{warnings} 处须核实{explained}"),
            format!("warnings: {warnings}{explained}"),
        ));
    }
    if hints > 0 {
        counts.push(pick(language, format!("{hints} 处提示"), format!("hints: {hints}")));
    }
    let counts = counts.join(pick(language, "，", ", "));
    let end = pick(language, "。", ".");
    if !coverage::passes(verdict, options.strict) {
        let strict = match (verdict.valid, language) {
            (false, _) => "",
            (true, Language::Chinese) => "；须核实的还没有改正，也没有写明原因（--strict）",
            (true, Language::English) => "; warnings are neither mended nor explained (--strict)",
        };
        let head = pick(language, "不能上报：", "Not ready: ");
        return paint(&format!("{head}{counts}{strict}{end}"), style(Severity::Error), options);
    }
    let unfilled = judged
        .report
        .filter(|_| options.draft)
        .map_or(0, |report| coverage::Filled::count(judged.form, report).required);
    let (head, style) = match unfilled {
        0 => (pick(language, "可以上报：", "Ready: ").to_owned(), AnsiColor::Green.on_default().bold()),
        unfilled => (
            pick(
                language,
                format!("还没填完：{unfilled} 项没有填；"),
                format!("A draft: {unfilled} fields are missing; "),
            ),
            self::style(Severity::Warning),
        ),
    };
    let rest = if counts.is_empty() {
        pick(language, "没有发现问题", "nothing was found").to_owned()
    } else {
        pick(language, format!("没有必须改的错误；{counts}"), format!("no errors; {counts}"))
    };
    paint(&format!("{head}{rest}{end}"), style, options)
}

/// All findings of one severity, in the verdict's order; several of one member stand under one heading.
fn group(judged: &Judged<'_>, severity: Severity, options: Options) -> String {
    let mut text = String::new();
    let mut last = None;
    for finding in judged.verdict.of(severity) {
        if text.is_empty() {
            text += &format!("{}\n", paint(heading(severity, options.language), style(severity), options));
        }
        let place = place(judged.form, finding);
        if last.as_ref() != Some(&place) {
            let source = judged.reading.and_then(|read| read.place(judged.form, finding));
            let source = source.map(|source| format!("    {source}")).unwrap_or_default();
            text += &format!("  {}{source}\n", paint(&place, Style::new().bold(), options));
        }
        text += &block(judged, finding, options);
        last = Some(place);
    }
    text
}

fn heading(severity: Severity, language: Language) -> &'static str {
    match severity {
        Severity::Error => pick(language, "必须改", "Errors"),
        Severity::Warning => pick(
            language,
            "须核实（改正，或在情况说明 explanations 里写明原因）",
            "Warnings (mend them, or give the reason in `explanations`)",
        ),
        Severity::Hint => pick(language, "提示（供参考，不改也可以上报）", "Hints"),
    }
}

/// 五.5（1） 办件量 › 总数: the clause says the section.
fn place(form: &Form, finding: &Finding) -> String {
    if finding.label.is_empty() {
        return if finding.path.is_empty() { "整份报表".to_owned() } else { visible(&finding.path) };
    }
    let below_section = form.sections.iter().find_map(|section| {
        let label = section.label.as_deref()?;
        finding.label.strip_prefix(label)?.strip_prefix(" › ")
    });
    match &finding.clause {
        Some(clause) => format!("{clause} {}", visible(below_section.unwrap_or(&finding.label))),
        None if is_reserved(&finding.path) => format!("{}（{}）", finding.label, visible(&finding.path[1..])),
        None => visible(&finding.label),
    }
}

/// True below the members that every report has: there the label alone does not say where.
fn is_reserved(pointer: &str) -> bool {
    let first = pointer.split('/').nth(1).unwrap_or_default();
    RESERVED_MEMBERS.contains(&first)
}

/// The lines of one finding, its code at the end of the last.
fn block(judged: &Judged<'_>, finding: &Finding, options: Options) -> String {
    let language = options.language;
    let rule = judged.form.rule(&finding.code);
    let message = visible(&finding.message);
    let mut lines = Vec::new();
    let (expected, found) = without_found(&message);
    let found = match found {
        Some(found) => Some(found.to_owned()),
        None => {
            values(judged, finding).filter(|values| !said(values, &message)).map(|values| values.join("，"))
        }
    };
    lines.extend(found.map(|found| (pick(language, "现填：", "found:"), found)));
    let (key, rest) = expectation(finding, expected, language);
    lines.push((key, format!("{rest}{}", basis(rule, finding))));
    let mut advice = finding.advice.as_deref().map(visible);
    for fix in &finding.fixes {
        let (key, text) = offer(judged.form, fix, language);
        let remark = if fix.safe {
            Some(pick(language, "不丢内容，tianbao fix 自动改", "nothing is lost").to_owned())
        } else {
            advice.take_if(|advice| cells(advice) + cells(&text) < CODE_COLUMN)
        };
        lines.push((
            key,
            format!("{text}{}", remark.map(|remark| format!("    {remark}")).unwrap_or_default()),
        ));
    }
    lines.extend(advice.map(|advice| (pick(language, "怎么办：", "to do:"), advice)));
    let reason = finding.explanation.as_deref().map(visible);
    lines.extend(reason.map(|reason| (pick(language, "已说明：", "reason:"), reason)));
    with_code(
        lines.into_iter().map(|(key, text)| format!("    {}{text}", pad(key, KEY))).collect(),
        &finding.code,
    )
}

fn with_code(mut lines: Vec<String>, code: &str) -> String {
    // On a long last line the code would be lost at the edge of the screen.
    if lines.last().is_some_and(|last| cells(last) > LONGEST_WITH_CODE) {
        lines.push(String::new());
    }
    if let Some(last) = lines.last_mut() {
        // At least four spaces before the code, so that it never reads as part of the line.
        let column = CODE_COLUMN.max(cells(last) + 4);
        *last = format!("{}[{code}]", pad(last, column));
    }
    lines.join("\n") + "\n"
}

/// What the report says: the values that the rule read, else the member's own.
fn values(judged: &Judged<'_>, finding: &Finding) -> Option<Vec<String>> {
    let form = judged.form;
    if finding.values.is_empty() {
        // What an unknown member holds helps nobody.
        if finding.code == "unknown" {
            return None;
        }
        let value = judged.report?.pointer(&finding.path)?;
        return Some(vec![shown(form, &finding.path, value)?]);
    }
    let one = finding.values.len() == 1;
    let texts = finding.values.iter().filter_map(|read| {
        let text = with_unit(form, &read.path, &read.value, read.unit.as_deref())?;
        let label = read.label.rsplit(" › ").next().unwrap_or_default();
        let year = if read.previous { "上年" } else { "" };
        Some(if one && !read.previous { text } else { format!("{year}{label} {text}") })
    });
    Some(texts.collect()).filter(|texts: &Vec<String>| !texts.is_empty())
}

/// True where a message already quotes all of these values.
fn said(values: &[String], message: &str) -> bool {
    values.iter().all(|value| {
        let figure =
            value.split_whitespace().find(|word| word.starts_with(|first: char| first.is_ascii_digit()));
        message.contains(value.as_str()) || figure.is_some_and(|figure| message.contains(figure))
    })
}

/// The house style of messages ends in the value: …，现填“www.example.cn”. It gets a line of its own.
fn without_found(message: &str) -> (&str, Option<&str>) {
    let split = ["，现填", "，现为"].into_iter().find_map(|word| message.rsplit_once(word));
    let Some((expected, found)) = split else { return (message, None) };
    let quoted = found.strip_prefix('“').and_then(|rest| rest.strip_suffix('”'));
    match quoted {
        Some(text) if !text.contains('”') => (expected, Some(text)),
        Some(_) | None if found.contains('，') => (message, None),
        Some(_) | None => (expected, Some(found.trim_start())),
    }
}

/// A message under the heading of its member need not name it again; 应形如, 应为, 应是, 应 become the key.
fn expectation<'a>(finding: &Finding, message: &'a str, language: Language) -> (&'static str, &'a str) {
    let own_label = finding.label.rsplit(" › ").next().unwrap_or_default();
    let rest = message.strip_prefix(own_label).unwrap_or(message);
    let keys = [
        ("应形如", "应形如："),
        ("应当", "应当："),
        ("应为", "应为："),
        ("应是", "应是："),
        ("应", "应当："),
    ];
    let split = keys.into_iter().find_map(|(start, key)| Some((key, rest.strip_prefix(start)?)));
    match (split, language) {
        (Some((key, rest)), Language::Chinese) => (key, rest.trim_start()),
        (Some(_), Language::English) => ("wanted:", rest),
        (None, Language::Chinese) => ("问题：", message),
        (None, Language::English) => ("issue:", message),
    }
}

/// Where a rule comes from, so that nobody need take it on trust.
fn basis(rule: Option<&Rule>, finding: &Finding) -> String {
    let Some((rule, clause)) = rule.zip(finding.clause.as_deref()) else { return String::new() };
    match rule.basis {
        Basis::Stated => format!("（填写说明 {clause}）"),
        Basis::Example => format!("（填写说明 {clause} 的示例）"),
        Basis::Implied | Basis::Notice => String::new(),
    }
}

/// 改法 for what is surely right, 可改为 for an offer.
fn offer(form: &Form, fix: &Fix, language: Language) -> (&'static str, String) {
    let text = match fix.patch.as_slice() {
        [PatchOperation::Add { path, value }] => shown(form, path, value),
        [PatchOperation::Remove { .. }] => Some(pick(language, "删去这一项", "remove it").to_owned()),
        _ => None,
    };
    let key = match (fix.safe, language) {
        (true, Language::Chinese) => "改法：",
        (false, Language::Chinese) => "可改为：",
        (true, Language::English) => "fix:",
        (false, Language::English) => "offer:",
    };
    (key, text.unwrap_or_else(|| visible(&fix.description)))
}

/// Every rule with its outcome, in the order of the form.
fn rules(judged: &Judged<'_>, options: Options) -> String {
    let language = options.language;
    let outcomes = &judged.verdict.rules;
    let own = |rule: &&Rule| judged.form.addition.is_none() || judged.form.is_apart(rule);
    let titles = judged.form.all_rules().filter(own).map(|rule| cells(&rule.title)).max().unwrap_or(0);
    let mut text = paint(pick(language, "规则", "Rules"), Style::new().bold(), options) + "\n";
    for rule in judged.form.rules.iter().filter(own) {
        let skipped = outcomes.not_applicable.iter().find(|skipped| skipped.rule == rule.id);
        let (word, style) = match skipped {
            Some(_) => (pick(language, "没有查", "skipped"), Style::new().dimmed()),
            None if outcomes.failed.iter().any(|id| *id == rule.id) => {
                (pick(language, "未通过", "failed"), style(rule.severity))
            }
            None => (pick(language, "通过", "passed"), AnsiColor::Green.on_default()),
        };
        let why = skipped.map(|skipped| format!("  {}", coverage::why(judged, skipped, language)));
        let (word, title) = (paint(&pad(word, 8), style, options), pad(&rule.title, titles));
        text += &format!("  {word}{title}  [{}]{}\n", rule.id, why.unwrap_or_default());
    }
    for withdrawn in judged.form.withdrawn.iter().filter(|withdrawn| own(&&withdrawn.rule)) {
        let (rule, by) = (&withdrawn.rule, withdrawn.correction.by());
        let word = paint(&pad(pick(language, "停用", "gone"), 8), Style::new().dimmed(), options);
        text += &format!("  {word}{}  [{}]  {by}\n", pad(&rule.title, titles), rule.id);
    }
    text
}

fn style(severity: Severity) -> Style {
    match severity {
        Severity::Error => AnsiColor::Red.on_default().bold(),
        Severity::Warning => AnsiColor::Yellow.on_default().bold(),
        Severity::Hint => AnsiColor::Cyan.on_default().bold(),
    }
}

fn paint(text: &str, style: Style, options: Options) -> String {
    if options.colour { format!("{style}{text}{style:#}") } else { text.to_owned() }
}
