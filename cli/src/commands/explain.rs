//! `tianbao explain CODE | RULE | FIELD | CLAUSE | LABEL`

use tianbao_schema::Form;
use tianbao_schema::codes::Code;
use tianbao_schema::diagnostic::Language;
use tianbao_schema::form::{Member, Rule, Section};

use super::Status;
use crate::args::Explain;
use crate::files::{self, Failure};
use crate::print::{explain, pick};
use crate::specs;

/// What a word names in a form.
enum Found<'a> {
    Rule(&'a Rule),
    Section(&'a Section),
    Members(Vec<&'a Member>),
}

/// Tells what is known of a diagnostic code, a rule, a field, a clause or a label.
pub(super) fn run(args: &Explain, language: Language) -> Result<Status, Failure> {
    let what = args.what.trim();
    if let Ok(code) = what.parse::<Code>() {
        files::print(&explain::code(code, language));
        return Ok(Status::Fine);
    }
    let forms = specs::forms(args.spec.as_deref())?;
    let mut text = String::new();
    for (form, _) in &forms {
        match find(form, what) {
            Some(Found::Rule(rule)) => text += &explain::rule(form, rule, language),
            Some(Found::Section(section)) => text += &explain::section(form, section, language),
            Some(Found::Members(members)) => {
                text += &match members.as_slice() {
                    [member] => explain::member(form, member, language),
                    several => explain::several(form, what, several, language),
                }
            }
            None => {}
        }
    }
    if text.is_empty() {
        return Err(nothing(what, forms.iter().map(|(form, _)| form), language));
    }
    files::print(&text);
    Ok(Status::Fine)
}

/// Ids before clauses before labels: the more exact name wins.
fn find<'a>(form: &'a Form, what: &str) -> Option<Found<'a>> {
    if let Some(rule) = form.rule(what) {
        return Some(Found::Rule(rule));
    }
    let pointer = what.starts_with('/').then_some(what);
    if let Some(member) =
        form.members.iter().find(|member| member.path == what || Some(&*member.pointer) == pointer)
    {
        return Some(Found::Members(vec![member]));
    }
    let clause = clause(what);
    if let Some(section) = form.sections.iter().find(|section| section.number.as_deref() == Some(&*clause)) {
        return Some(Found::Section(section));
    }
    let with = |wanted: &dyn Fn(&Member) -> bool| {
        let found: Vec<&Member> = form.members.iter().filter(|member| wanted(member)).collect();
        (!found.is_empty()).then_some(Found::Members(found))
    };
    with(&|member| member.clause.as_deref() == Some(&*clause))
        .or_else(|| with(&|member| member.label == what))
        .or_else(|| {
            form.sections.iter().find(|section| section.label.as_deref() == Some(what)).map(Found::Section)
        })
        .or_else(|| form.all_rules().find(|rule| rule.title == what).map(Found::Rule))
        .or_else(|| with(&|member| what.chars().count() > 1 && member.full_label.contains(what)))
}

/// A clause as the form writes it: 五.5（1）, whatever brackets, dots and spaces were typed.
fn clause(typed: &str) -> String {
    let mut clause = String::with_capacity(typed.len());
    for character in typed.chars().filter(|character| !character.is_whitespace()) {
        clause.push(match character {
            '(' => '（',
            ')' => '）',
            '．' | '。' | '、' => '.',
            '０'..='９' => char::from_u32(character as u32 - '０' as u32 + '0' as u32).unwrap_or(character),
            other => other,
        });
    }
    clause.trim_end_matches('.').to_owned()
}

/// Nothing has this name: says what comes nearest.
fn nothing<'a>(what: &str, forms: impl Iterator<Item = &'a Form>, language: Language) -> Failure {
    let codes = Code::ALL.iter().map(|code| code.name().to_owned());
    let mut names: Vec<String> = codes.collect();
    for form in forms {
        names.extend(form.all_rules().flat_map(|rule| [rule.id.clone(), rule.title.clone()]));
        names.extend(
            form.members
                .iter()
                .flat_map(|member| [member.path.clone(), member.name.clone(), member.label.clone()]),
        );
    }
    names.sort();
    names.dedup();
    let mut near: Vec<(f64, String)> = names
        .into_iter()
        .map(|name| (strsim::jaro_winkler(what, &name), name))
        .filter(|(score, _)| *score > 0.75)
        .collect();
    near.sort_by(|left, right| right.0.total_cmp(&left.0));
    let near: Vec<String> = near.into_iter().take(3).map(|(_, name)| name).collect();
    let hint = match near.is_empty() {
        true => pick(
            language,
            "；可以写错误代码（TB021）、规则、字段、填写说明条目（五.5）或字段名称（办件量）".to_owned(),
            "; give a code (TB021), a rule, a field, a clause (五.5) or a label".to_owned(),
        ),
        false => pick(
            language,
            format!("；是不是 {}？", near.join("、")),
            format!("; did you mean {}?", near.join(", ")),
        ),
    };
    Failure::new(format!("没有找到“{what}”{hint}"), format!("nothing is called `{what}`{hint}"))
}
