//! What is known of a code, a rule, a field, a section: for `tianbao explain`.

use serde_json::Value;
use tianbao_core::{Severity, decimal};
use tianbao_schema::codes::Code;
use tianbao_schema::diagnostic::Language;
use tianbao_schema::expr::formula;
use tianbao_schema::form::{
    Basis, Case, Content, Field, FixAction, Form, Kind, Lines, Member, MemberId, Part, Rule, Scope, Section,
};

use super::value::{distinct_label, visible, with_unit};
use super::{cells, pad, pick};

/// The explanation of a diagnostic code.
pub(crate) fn code(code: Code, language: Language) -> String {
    let text = code.explanation();
    // Chinese first, then, below this heading, English.
    let text = match (text.split_once("\n## English\n"), language) {
        (Some((chinese, _)), Language::Chinese) => chinese,
        (Some((_, english)), Language::English) => english,
        (None, _) => text,
    };
    format!("{}\n", text.trim())
}

/// A rule: what it says, how, where it comes from, and a report that just fails.
pub(crate) fn rule(form: &Form, rule: &Rule, language: Language) -> String {
    let at = form.member(rule.at);
    let mut text = format!("{}  [{}]\n", rule.title, rule.id);
    let mut lines = Lined::default();
    let stricter = form.stricter_than(rule).map_or_else(String::new, |base| {
        let base = pick(language, base.severity.label(), base.severity.key());
        pick(language, format!("（补充收紧，原表是{base}）"), format!(" (tightened from {base})"))
    });
    let severe = severity(rule.severity, language);
    lines.add(pick(language, "轻重", "severity"), format!("{severe}{stricter}"));
    lines.add(pick(language, "位置", "at"), place(at));
    lines.add(pick(language, "规则", "rule"), &rule.sentence);
    if let Some(when) = &rule.when {
        lines.add(pick(language, "条件", "when"), formula::text(form, when));
    }
    lines.add(pick(language, "公式", "formula"), formula::text(form, &rule.assert));
    lines.add(pick(language, "依据", "basis"), basis(rule, at));
    if let Some(changed) = &rule.changed {
        let from = severity(changed.from, language);
        let text = pick(language, format!("原来是{from}"), format!("was {from}"));
        lines.add(pick(language, "轻重改过", "changed"), format!("{}；{text}", changed.correction.told()));
    }
    if let Some(withdrawn) = form.withdrawal(&rule.id) {
        lines.add(pick(language, "停用", "withdrawn"), withdrawn.correction.told());
    }
    if let Some(advice) = &rule.advice {
        lines.add(pick(language, "怎么办", "advice"), advice);
    }
    if let Some(fix) = &rule.fix {
        let what = match &fix.action {
            FixAction::Set(value) => format!("{} = {}", at.label, formula::text(form, value)),
            FixAction::Remove => pick(language, format!("删去{}", at.label), format!("remove {}", at.label)),
        };
        let safe = if fix.safe {
            pick(language, "（不丢内容）", " (nothing is lost)")
        } else {
            pick(language, "（供选择，先核对）", " (an offer)")
        };
        lines.add(pick(language, "改法", "fix"), format!("{what}{safe}"));
    }
    if let Some(cases) = &rule.cases {
        lines.add(pick(language, "刚好通过", "holds"), case(form, rule, &cases.holds));
        lines.add(pick(language, "刚好不通过", "fails"), case(form, rule, &cases.fails));
    }
    text += &lines.print();
    text
}

/// The values of a case that its rule reads.
fn case(form: &Form, rule: &Rule, case: &Case) -> String {
    let shown = form.shown(case);
    let values = rule.mentions.iter().map(|reference| {
        let member = form.member(reference.member);
        let report = if reference.previous { shown.previous.as_ref() } else { Some(&shown.report) };
        let value = report.and_then(|report| report.pointer(&member.pointer)).unwrap_or(&Value::Null);
        let unit = member.field().and_then(|field| field.unit.as_deref());
        let text = match (value, with_unit(form, &member.pointer, value, unit)) {
            (_, Some(shown)) => shown,
            (Value::Null, None) => "没有填".to_owned(),
            (_, None) => "已填".to_owned(),
        };
        let year = if reference.previous { "上年" } else { "" };
        format!("{year}{} {text}", member.label)
    });
    values.collect::<Vec<_>>().join("，")
}

fn basis(rule: &Rule, at: &Member) -> String {
    let label = rule.basis.label();
    let Some(clause) = &at.clause else { return label.to_owned() };
    match rule.basis {
        Basis::Stated => format!("填写说明 {clause} 写明"),
        Basis::Example => format!("照填写说明 {clause} 的示例"),
        Basis::Implied => format!("{label}（见填写说明 {clause}）"),
        Basis::Notice => label.to_owned(),
    }
}

fn severity(severity: Severity, language: Language) -> String {
    let remark = match severity {
        Severity::Warning => pick(language, "（可在情况说明里写明原因）", " (may be explained)"),
        Severity::Error | Severity::Hint => "",
    };
    format!("{}{remark}", pick(language, severity.label(), severity.key()))
}

/// 五.5（1） 办事服务 › 办件量 › 总数
fn place(member: &Member) -> String {
    match &member.clause {
        Some(clause) => format!("{clause} {}", member.full_label),
        None => member.full_label.clone(),
    }
}

/// Everything about a field or a group.
pub(crate) fn member(form: &Form, member: &Member, language: Language) -> String {
    let mut text = format!("{}  [{}]\n", place(member), member.path);
    let mut lines = Lined::default();
    let presence = if member.optional {
        pick(language, "选填", "optional")
    } else {
        pick(language, "必填", "required")
    };
    match &member.content {
        Content::Group(_) => {
            lines.add(
                pick(language, "类型", "kind"),
                pick(language, format!("一组，{presence}"), format!("group, {presence}")),
            );
        }
        Content::Field(field) => {
            lines.add(pick(language, "类型", "kind"), format!("{}，{presence}", kind(form, field)));
            if let Some(unit) = &field.unit {
                lines.add(pick(language, "单位", "unit"), unit);
            }
            if let Some(period) = field.period {
                lines.add(pick(language, "时间", "period"), period.label());
            }
        }
    }
    lines.add("JSON", &member.pointer);
    if let Some(field) = member.field() {
        let example =
            form.sample.pointer(&member.pointer).filter(|value| !value.is_null()).unwrap_or(&field.example);
        let example = with_unit(form, &member.pointer, example, field.unit.as_deref());
        lines.add(pick(language, "示例", "example"), example.unwrap_or_default());
    }
    text += &lines.print();
    text += &instruction(&member.instruction, language);
    text += &choices(member, language);
    text += &fields(form, member.children(), language);
    text + &rules(form, &within(form, member), language)
}

/// A section: its instruction and its members.
pub(crate) fn section(form: &Form, section: &Section, language: Language) -> String {
    let number = section.number.as_deref().map(|number| format!("{number}、")).unwrap_or_default();
    let mut text = format!("{number}{}\n", section.label.as_deref().unwrap_or_default());
    text += &instruction(&section.instruction, language);
    text += &fields(form, &section.members, language);
    let inside: Vec<MemberId> =
        section.members.iter().flat_map(|id| within(form, form.member(*id))).collect();
    text + &rules(form, &inside, language)
}

/// Several members of one label: which there are.
pub(crate) fn several(form: &Form, what: &str, members: &[&Member], language: Language) -> String {
    let count = members.len();
    let mut text = pick(
        language,
        format!("“{what}”有 {count} 处；看哪一处，就写后面的编号：tianbao explain {}\n", members[0].path),
        format!("`{what}` names {count} members; for one of them: tianbao explain {}\n", members[0].path),
    );
    text += &table(form, members);
    text
}

/// The fields of a group or section, each with its instruction.
fn fields(form: &Form, members: &[MemberId], language: Language) -> String {
    if members.is_empty() {
        return String::new();
    }
    let mut text = format!("{}\n", pick(language, "包含", "Members"));
    for member in members.iter().map(|id| form.member(*id)) {
        let clause = member.clause.as_deref().map(|clause| format!("{clause} ")).unwrap_or_default();
        text += &format!("  {clause}{}  [{}]\n", member.label, member.path);
        let instruction: String = member.instruction.iter().map(|part| part.text.as_str()).collect();
        if !instruction.is_empty() {
            text += &format!("      {}\n", visible(&instruction));
        }
    }
    text
}

/// Members of one label, told apart by what they stand in.
fn table(form: &Form, members: &[&Member]) -> String {
    let row = |member: &&Member| {
        let clause = member.clause.as_deref().map(|clause| format!("{clause} ")).unwrap_or_default();
        (format!("{clause}{}", distinct_label(form, member)), member.path.clone())
    };
    let rows: Vec<(String, String)> = members.iter().map(row).collect();
    let width = rows.iter().map(|(label, _)| cells(label)).max().unwrap_or(0);
    rows.iter().map(|(label, path)| format!("  {}  [{path}]\n", pad(label, width))).collect()
}

/// The 填写说明 in its parts, to the byte.
fn instruction(parts: &[Part], language: Language) -> String {
    if parts.is_empty() {
        return String::new();
    }
    let mut lines = Lined::default();
    for part in parts {
        lines.add(part.kind.label(), &part.text);
    }
    format!("{}\n{}", pick(language, "填写说明", "Instruction"), lines.print())
}

fn choices(member: &Member, language: Language) -> String {
    let choices = member.choices();
    if choices.is_empty() {
        return String::new();
    }
    let width = choices.iter().map(|choice| cells(&choice.label)).max().unwrap_or(0) + 2;
    let mut lines = Lined::default();
    for choice in choices {
        let means: String = choice.instruction.iter().map(|part| part.text.as_str()).collect();
        lines.add(&choice.id, format!("{}{means}", pad(&choice.label, width)).trim_end());
    }
    format!("{}\n{}", pick(language, "选项", "Choices"), lines.print())
}

/// The rules that touch a member or one inside it, each with a case that just fails.
fn rules(form: &Form, members: &[MemberId], language: Language) -> String {
    let touches = |rule: &&Rule| {
        let touched = |id: &MemberId| form.rules_touching(*id).any(|touching| touching.id == rule.id);
        members.iter().any(touched)
    };
    let touching: Vec<&Rule> = form.rules.iter().filter(touches).collect();
    if touching.is_empty() {
        return String::new();
    }
    let mut text = format!("{}\n", pick(language, "规则", "Rules"));
    for rule in touching {
        let severity = pick(language, rule.severity.label(), rule.severity.key());
        text += &format!("  {}{}  [{}]\n", pad(severity, 8), rule.sentence, rule.id);
        if let Some(cases) = &rule.cases {
            let fails = pick(language, "不通过的例子：", "fails: ");
            text += &format!("  {}{fails}{}\n", " ".repeat(8), case(form, rule, &cases.fails));
        }
    }
    text
}

/// A group with everything inside it.
fn within(form: &Form, member: &Member) -> Vec<MemberId> {
    let inside = member.children().iter().flat_map(|id| within(form, form.member(*id)));
    std::iter::once(member.id).chain(inside).collect()
}

/// A field's kind with its limits: 整数，0 至 100.
fn kind(form: &Form, field: &Field) -> String {
    let label = field.kind.label();
    match &field.kind {
        Kind::Count { min, max } => format!("{label}，{min} 至 {max}"),
        Kind::Number { places, min, max } => {
            let (min, max) = (decimal::print(*min, *places), decimal::print(*max, *places));
            format!("{label}，最多 {places} 位小数，{min} 至 {max}")
        }
        Kind::Text { pattern, min_length, max_length, lines } => {
            let mut text = label.to_owned();
            if *min_length > 1 {
                text += &format!("，至少 {min_length} 字");
            }
            if let Some(most) = max_length {
                text += &format!("，最多 {most} 字");
            }
            match lines {
                Lines::One => {}
                Lines::Many => text += "，可以多行",
            }
            if let Some(pattern) = pattern.map(|id| form.pattern(id)) {
                let scope = match pattern.scope {
                    Scope::Whole => "格式",
                    Scope::Has => "其中要有",
                };
                text += &format!("，{}（{scope} {}）", pattern.message, pattern.expression);
            }
            text
        }
        Kind::Year { from, to: Some(to) } => format!("{label}，{from} 至 {to}"),
        Kind::Year { from, to: None } => format!("{label}，{from} 起"),
        Kind::Url | Kind::Date | Kind::Flag | Kind::Choice(_) | Kind::Choices(_) => label.to_owned(),
    }
}

/// Lines of a name and a text, the texts below one another.
#[derive(Default)]
struct Lined(Vec<(String, String)>);

impl Lined {
    fn add(&mut self, name: impl Into<String>, text: impl AsRef<str>) {
        self.0.push((name.into(), visible(text.as_ref())));
    }

    fn print(&self) -> String {
        let width = self.0.iter().map(|(name, _)| cells(name)).max().unwrap_or(0) + 2;
        self.0.iter().map(|(name, text)| format!("  {}{text}\n", pad(name, width))).collect()
    }
}
