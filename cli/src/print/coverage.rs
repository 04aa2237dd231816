//! What was checked: “nothing found” never means “nothing was checked”.

use serde_json::Value;
use tianbao_core::{NotApplicable, Verdict};
use tianbao_schema::diagnostic::Language;
use tianbao_schema::form::{Form, LOCAL, Member};

use super::human::Judged;
use super::pick;
use super::value::{distinct_label, visible};

/// How much of a form is filled in.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Filled {
    /// Fields of the form.
    pub(super) fields: usize,
    /// Those with a value.
    pub(super) filled: usize,
    /// Optional ones without.
    pub(super) optional: usize,
    /// What these are, as a reader would name them: 微博 3 项.
    pub(super) optional_names: Vec<String>,
    /// Required ones without.
    pub(super) required: usize,
}

impl Filled {
    /// Counts the fields of a report; of a form with an addition only those that this brings.
    pub(super) fn count(form: &Form, report: &Value) -> Self {
        let mut found = Self::default();
        let mut groups: Vec<(&Member, usize)> = Vec::new();
        let mut names = Vec::new();
        let counts = |member: &Member| form.addition.is_none() || form.is_added(member.id);
        for (member, _) in form.fields().filter(|(member, _)| counts(member)) {
            found.fields += 1;
            if is_present(report, member) {
                found.filled += 1;
                continue;
            }
            let mut around = form.ancestors(member.id);
            around.push(member);
            let Some(missing) = around.into_iter().find(|part| !is_present(report, part)) else { continue };
            if !missing.optional {
                found.required += 1;
                continue;
            }
            found.optional += 1;
            match groups.last_mut() {
                Some((group, count)) if group.id == missing.id => *count += 1,
                Some(_) | None => {
                    groups.push((missing, 1));
                    names.push(missing);
                }
            }
        }
        let counted = |(member, count): (&Member, usize)| {
            let name = distinct_label(form, member);
            if member.is_group() { format!("{name} {count} 项") } else { name }
        };
        found.optional_names = groups.into_iter().map(counted).collect();
        found
    }
}

fn is_present(report: &Value, member: &Member) -> bool {
    report.pointer(&member.pointer).is_some_and(|value| !value.is_null())
}

/// The last lines of a report for people: fields counted, rules counted, and why some were not judged.
pub(super) fn summary(judged: &Judged<'_>, language: Language) -> String {
    let Some(report) = judged.report else {
        return pick(
            language,
            "查了什么：什么也没有查到，报表读不出来。\n".to_owned(),
            "Checked: nothing, the report cannot be read.\n".to_owned(),
        );
    };
    let filled = Filled::count(judged.form, report);
    let head = match judged.form.addition {
        None => pick(language, "查了什么", "Checked"),
        Some(_) => pick(language, "另外查了", "Checked beside that"),
    };
    format!("{head}{}\n{}\n", fields(&filled, language), rules(judged, language))
}

/// Additions that the report has and nobody judged; nothing where there are none.
pub(super) fn other_additions(judged: &Judged<'_>, language: Language) -> String {
    let own = judged.local.map(|local| local.verdict.local.as_str());
    let local = judged.report.and_then(|report| report.get(LOCAL)).and_then(Value::as_object);
    let ids: Vec<String> = local
        .into_iter()
        .flat_map(|local| local.keys())
        .filter(|id| Some(id.as_str()) != own)
        .map(|id| visible(id))
        .take(5)
        .collect();
    if ids.is_empty() {
        return String::new();
    }
    pick(
        language,
        format!("没有查的补充：{}；要查，用它的规格（--spec）。\n", ids.join("、")),
        format!("Additions not judged: {}; name their specs with --spec.\n", ids.join(", ")),
    )
}

fn fields(filled: &Filled, language: Language) -> String {
    let names = filled.optional_names.join("、");
    let mut parts = vec![pick(
        language,
        format!("：{} 项，已填 {} 项", filled.fields, filled.filled),
        format!(": {} fields, {} filled in", filled.fields, filled.filled),
    )];
    if filled.required > 0 {
        let count = filled.required;
        parts.push(pick(language, format!("必填未填 {count} 项"), format!("{count} required ones missing")));
    }
    if filled.optional > 0 {
        let count = filled.optional;
        parts.push(pick(
            language,
            format!("选填未填 {count} 项（{names}）"),
            format!("{count} optional ones left out ({names})"),
        ));
    }
    pick(language, parts.join("，") + "；", parts.join(", ") + ";")
}

fn rules(judged: &Judged<'_>, language: Language) -> String {
    let outcomes = &judged.verdict.rules;
    let (passed, failed, skipped) =
        (outcomes.passed.len(), outcomes.failed.len(), outcomes.not_applicable.len());
    let all = passed + failed + skipped;
    let mut text = pick(
        language,
        format!("{all} 条规则，通过 {passed}，未通过 {failed}"),
        format!("{all} rules, passed {passed}, failed {failed}"),
    );
    if skipped > 0 {
        let why = reasons(judged, language);
        text +=
            &pick(language, format!("，没有查 {skipped}：{why}"), format!(", not judged {skipped}: {why}"));
    }
    text + pick(language, "。", ".")
}

/// Why a rule was not judged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reason {
    Unusable,
    Absent,
    NoPrevious,
    AbsentBefore,
}

fn reason(skipped: &NotApplicable, previous_given: bool) -> Reason {
    if !skipped.unusable.is_empty() {
        return Reason::Unusable;
    }
    if skipped.absent.iter().any(|path| !path.starts_with("previous.")) {
        return Reason::Absent;
    }
    if previous_given { Reason::AbsentBefore } else { Reason::NoPrevious }
}

/// Why one rule was not judged, for the table of rules.
pub(super) fn why(judged: &Judged<'_>, skipped: &NotApplicable, language: Language) -> String {
    in_words(judged, reason(skipped, judged.previous_given), &[skipped], language)
}

/// The reasons with the number of rules that each kept from being judged; without it where there is one only.
fn reasons(judged: &Judged<'_>, language: Language) -> String {
    let mut groups: Vec<(Reason, Vec<&NotApplicable>)> = Vec::new();
    for skipped in &judged.verdict.rules.not_applicable {
        let why = reason(skipped, judged.previous_given);
        match groups.iter_mut().find(|(known, _)| *known == why) {
            Some((_, rules)) => rules.push(skipped),
            None => groups.push((why, vec![skipped])),
        }
    }
    let one = groups.len() == 1;
    let say = |(reason, rules): (Reason, Vec<&NotApplicable>)| {
        let text = in_words(judged, reason, &rules, language);
        let count = rules.len();
        if one { text } else { pick(language, format!("{count} 条{text}"), format!("{count} {text}")) }
    };
    let texts: Vec<String> = groups.into_iter().map(say).collect();
    texts.join(pick(language, "，", ", "))
}

fn in_words(judged: &Judged<'_>, reason: Reason, rules: &[&NotApplicable], language: Language) -> String {
    let names = |paths: &dyn Fn(&NotApplicable) -> Vec<String>| named(judged.form, rules, paths);
    let absent = |rule: &NotApplicable| rule.absent.iter().map(ToString::to_string).collect();
    let unusable = |rule: &NotApplicable| rule.unusable.iter().map(ToString::to_string).collect();
    match reason {
        Reason::Unusable => pick(
            language,
            format!("所读的项有问题（{}）", names(&unusable)),
            format!("what they read is faulty ({})", names(&unusable)),
        ),
        Reason::Absent => pick(
            language,
            format!("所读的项没有填（{}）", names(&absent)),
            format!("what they read is absent ({})", names(&absent)),
        ),
        Reason::NoPrevious => pick(
            language,
            "需要上年报表（加 --previous 上年.json）".to_owned(),
            "last year's report is needed (--previous FILE)".to_owned(),
        ),
        Reason::AbsentBefore => pick(
            language,
            format!("上年报表里没有填（{}）", names(&absent)),
            format!("absent from last year's report ({})", names(&absent)),
        ),
    }
}

/// The labels of the fields that kept rules from being judged, each once, the first five.
fn named(form: &Form, rules: &[&NotApplicable], paths: &dyn Fn(&NotApplicable) -> Vec<String>) -> String {
    let mut labels: Vec<String> = Vec::new();
    for path in rules.iter().flat_map(|rule| paths(rule)) {
        let (path, year) = match path.strip_prefix("previous.") {
            Some(path) => (path, "上年"),
            None => (path.as_str(), ""),
        };
        let label = form.find(path).map_or(path.to_owned(), |member| distinct_label(form, member));
        let label = format!("{year}{label}");
        if !labels.contains(&label) {
            labels.push(label);
        }
    }
    let count = labels.len();
    labels.truncate(5);
    let listed = labels.join("、");
    if count > 5 { format!("{listed}等 {count} 项") } else { listed }
}

/// True where nothing that the verdict says counts as an error; with `strict`, unexplained warnings do.
pub(crate) fn passes(verdict: &Verdict, strict: bool) -> bool {
    verdict.valid && !(strict && unexplained(verdict) > 0)
}

/// Warnings without a reason in the report's `explanations`.
pub(super) fn unexplained(verdict: &Verdict) -> usize {
    verdict.of(tianbao_core::Severity::Warning).filter(|finding| finding.explanation.is_none()).count()
}
