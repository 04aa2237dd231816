//! A rule of the documentation: its sentence, its formula, and a report that breaks it.

use serde::Serialize;
use serde_json::Value;
use tianbao_core::{Finding, print};
use tianbao_schema::expr::formula::Formulas;
use tianbao_schema::form::{self, Content, FixAction, Member, Shown};
use tianbao_schema::{Form, judge};

use super::facts::words;
use super::news::Mark;
use super::{Link, link};

/// A rule with everything that is said of it.
#[derive(Clone, Serialize)]
pub(crate) struct Rule {
    id: String,
    title: String,
    severity: &'static str,
    severity_label: &'static str,
    sentence: String,
    /// What is new of it.
    pub(super) news: Option<Mark>,
    /// The formula of its condition.
    when: Option<String>,
    formula: String,
    basis: String,
    at: Link,
    fields: Vec<Link>,
    advice: Option<String>,
    fix: Option<String>,
    /// What revisions did to it.
    corrections: Vec<Noted>,
    case: Option<Case>,
}

/// What a revision did to a rule.
#[derive(Clone, Serialize)]
struct Noted {
    what: &'static str,
    text: String,
}

/// A report that just fails: what the rule read, and what it said.
#[derive(Clone, Serialize)]
struct Case {
    values: Vec<Read>,
    message: String,
    fixes: Vec<Offer>,
}

/// A value that the rule read.
#[derive(Clone, Serialize)]
struct Read {
    anchor: String,
    label: String,
    previous: bool,
    /// None where it is absent.
    text: Option<String>,
    unit: Option<String>,
}

/// A change that would mend the report.
#[derive(Clone, Serialize)]
struct Offer {
    text: String,
    safe: bool,
}

impl Rule {
    pub(super) fn id(&self) -> &str {
        &self.id
    }
}

/// All rules of a form that are in force, in its order.
pub(super) fn all(form: &Form) -> Vec<Rule> {
    let formulas = Formulas::new(form);
    form.rules.iter().map(|rule| view(form, &formulas, rule)).collect()
}

/// The rules that are withdrawn, in the order of the form.
pub(super) fn withdrawn(form: &Form) -> Vec<Rule> {
    let formulas = Formulas::new(form);
    let one = |withdrawn: &form::Withdrawn| {
        let mut rule = view(form, &formulas, &withdrawn.rule);
        (rule.severity, rule.severity_label) = ("withdrawn", "已停用");
        rule.corrections.push(Noted { what: "停用", text: withdrawn.correction.told() });
        rule
    };
    form.withdrawn.iter().map(one).collect()
}

fn changed(rule: &form::Rule) -> Option<Noted> {
    let changed = rule.changed.as_ref()?;
    let (from, now) = (changed.from.label(), rule.severity.label());
    Some(Noted { what: "轻重改过", text: format!("{from} → {now}（{}）", changed.correction.told()) })
}

fn view(form: &Form, formulas: &Formulas<'_>, rule: &form::Rule) -> Rule {
    let written = Written::of(formulas, rule);
    Rule {
        id: rule.id.clone(),
        title: rule.title.clone(),
        severity: rule.severity.key(),
        severity_label: rule.severity.label(),
        sentence: rule.sentence.clone(),
        news: None,
        when: written.when,
        formula: written.assert,
        basis: basis(form, rule),
        at: link(form, rule.at, false),
        fields: rule.mentions.iter().map(|mention| link(form, mention.member, mention.previous)).collect(),
        advice: rule.advice.clone(),
        fix: rule.fix.as_ref().map(|fix| fix_text(form, rule, fix, written.set)),
        corrections: changed(rule).into_iter().collect(),
        case: rule.cases.as_ref().map(|cases| failing(form, rule, &cases.fails)),
    }
}

/// Where it comes from, and how severe it was before an addition made it stricter.
fn basis(form: &Form, rule: &form::Rule) -> String {
    let stricter = form.stricter_than(rule).map(|base| base.severity.label());
    let stricter = stricter.map_or_else(String::new, |base| format!("；补充收紧，原表是{base}"));
    format!("{}{stricter}", rule.basis.label())
}

/// The expressions of a rule as formulas that call a field the same.
struct Written {
    when: Option<String>,
    assert: String,
    set: Option<String>,
}

impl Written {
    fn of(formulas: &Formulas<'_>, rule: &form::Rule) -> Self {
        let set = rule.fix.as_ref().and_then(|fix| match &fix.action {
            FixAction::Set(value) => Some(value),
            FixAction::Remove => None,
        });
        let expressions: Vec<_> =
            [rule.when.as_ref(), Some(&rule.assert), set].into_iter().flatten().collect();
        let mut texts = formulas.texts(&expressions).into_iter();
        Self {
            when: rule.when.as_ref().and_then(|_| texts.next()),
            assert: texts.next().unwrap_or_default(),
            set: set.and_then(|_| texts.next()),
        }
    }
}

fn fix_text(form: &Form, rule: &form::Rule, fix: &form::RuleFix, set: Option<String>) -> String {
    let label = &form.member(rule.at).label;
    let action = match set {
        Some(value) => print::set(label, &value),
        None => print::remove(label),
    };
    let safety = if fix.safe { "不丢内容，可以自动改" } else { "供参考，要人核对" };
    format!("{action}（{safety}）")
}

fn failing(form: &Form, rule: &form::Rule, case: &form::Case) -> Case {
    let Shown { report, previous } = form.shown(case);
    let finding = judge::finding(form, rule, &report, &previous.unwrap_or_default());
    Case {
        values: values(form, &finding),
        message: finding.message.into_owned(),
        fixes: finding.fixes.iter().map(offer).collect(),
    }
}

fn offer(fix: &tianbao_core::Fix) -> Offer {
    Offer { text: fix.description.to_string(), safe: fix.safe }
}

fn values(form: &Form, finding: &Finding) -> Vec<Read> {
    let value = |read: &tianbao_core::ValueRead| {
        let member = form.members.iter().find(|member| member.pointer == read.path);
        Read {
            anchor: member.map_or_else(String::new, |member| member.path.clone()),
            label: read.label.to_string(),
            previous: read.previous,
            text: shown(member, &read.value),
            unit: read.unit.as_ref().map(ToString::to_string),
        }
    };
    finding.values.iter().map(value).collect()
}

/// A value in words; of a group, that it is there.
fn shown(member: Option<&Member>, value: &Value) -> Option<String> {
    match &member?.content {
        Content::Field(field) => words(field, value),
        Content::Group(_) => value.is_object().then(|| "有".to_owned()),
    }
}
