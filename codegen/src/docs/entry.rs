//! A group or field of the documentation.

use serde::Serialize;
use tianbao_schema::Form;
use tianbao_schema::form::{Choice, Content, Field, Member, MemberId};

use super::facts::{self, Fact};
use super::news::Mark;
use super::rule::Rule;
use super::{Link, PartGroup, link, part_groups};

/// A group or field with everything that is said of it.
#[derive(Serialize)]
pub(crate) struct Entry {
    pub(super) anchor: String,
    /// Of its heading.
    level: usize,
    group: bool,
    label: String,
    /// Labels of what it stands in, as in 办事服务 › 办件量.
    within: Option<String>,
    clause: Option<String>,
    required: bool,
    /// What is new of it.
    pub(super) news: Option<Mark>,
    /// 必填 · 整数 · 单位：件 · 全年累计
    tags: Vec<String>,
    parts: Vec<PartGroup>,
    choices: Vec<Box>,
    facts: Vec<Fact>,
    rules: Vec<Rule>,
}

/// One box of a choice.
#[derive(Serialize)]
struct Box {
    id: String,
    label: String,
    line: Option<Link>,
    parts: Vec<PartGroup>,
}

/// A member and, where it is a group, all that it holds, one after the other.
pub(super) fn collect(form: &Form, id: MemberId, level: usize, rules: &[Rule], entries: &mut Vec<Entry>) {
    let member = form.member(id);
    entries.push(entry(form, member, level, rules));
    for child in member.children() {
        // HTML knows six levels of headings.
        collect(form, *child, (level + 1).min(6), rules, entries);
    }
}

/// A member by itself.
pub(super) fn entry(form: &Form, member: &Member, level: usize, rules: &[Rule]) -> Entry {
    let touching: Vec<_> = form.rules_touching(member.id).map(|rule| rule.id.as_str()).collect();
    let (kind, choices, mut facts) = match &member.content {
        Content::Group(_) => ("组", Vec::new(), Vec::new()),
        Content::Field(field) => (field.kind.label(), boxes(form, field), facts::of(form, member, field)),
    };
    facts.extend(facts::addresses(form, member));
    let suffix = format!(" › {}", member.label);
    Entry {
        anchor: member.path.clone(),
        level,
        group: member.is_group(),
        label: member.label.clone(),
        within: member.full_label.strip_suffix(&suffix).map(str::to_owned),
        clause: member.clause.clone(),
        required: !member.optional,
        news: None,
        tags: tags(form, member, kind),
        parts: part_groups(&member.instruction),
        choices,
        facts,
        rules: rules.iter().filter(|rule| touching.contains(&rule.id())).cloned().collect(),
    }
}

fn unit(member: &Member) -> Option<String> {
    match &member.content {
        Content::Group(_) => member.written_unit.clone(),
        Content::Field(field) => field.unit.clone(),
    }
}

fn tags(form: &Form, member: &Member, kind: &str) -> Vec<String> {
    let mut tags = vec![presence(form, member), kind.to_owned()];
    if form.is_added(member.id) {
        tags.push("补充".to_owned());
    } else if form.is_stricter(member) {
        tags.push("补充收紧".to_owned());
    }
    tags.extend(unit(member).map(|unit| format!("单位：{unit}")));
    tags.extend(member.field().and_then(|field| field.period).map(|period| period.label().to_owned()));
    tags
}

/// Whether it must be there, and under what condition.
fn presence(form: &Form, member: &Member) -> String {
    let within = form.ancestors(member.id).into_iter().rfind(|ancestor| ancestor.optional);
    match (member.optional, within) {
        (true, _) if member.is_group() => "选填，整组可以没有；有就要填全".into(),
        (true, _) => "选填".into(),
        (false, Some(group)) => format!("有“{}”就必填", group.label),
        (false, None) => "必填".into(),
    }
}

fn boxes(form: &Form, field: &Field) -> Vec<Box> {
    let item = |choice: &Choice| Box {
        id: choice.id.clone(),
        label: choice.label.clone(),
        line: choice.line.map(|id| link(form, id, false)),
        parts: part_groups(&choice.instruction),
    };
    field.kind.choices().iter().map(item).collect()
}
