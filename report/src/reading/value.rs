//! What stands beside a label, read as what its field holds.

use serde_json::{Number, Value};
use tianbao_core::Severity;
use tianbao_schema::Form;
use tianbao_schema::form::{Choice, Field, Kind, Lines, Member, MemberId};

use super::trace::{How, ProblemCode};
use super::{boxes, days, figures, fold, texts};
use crate::reading::tokens::Token;

/// A value that was read, or is absent.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Outcome {
    /// The value; none where nothing is reported.
    pub(super) value: Option<Value>,
    /// How sure.
    pub(super) how: How,
    /// What is in doubt.
    pub(super) doubt: Option<Doubt>,
    /// A field that is filled in on the line after a box.
    pub(super) line: Option<(MemberId, String)>,
}

/// What is in doubt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Doubt {
    pub(super) code: ProblemCode,
    pub(super) severity: Severity,
    pub(super) message: String,
}

impl Outcome {
    pub(super) fn sure(value: Value, exact: bool) -> Self {
        let how = if exact { How::Exact } else { How::Normalised };
        Self { value: Some(value), how, doubt: None, line: None }
    }

    pub(super) fn doubtful(value: Value, code: ProblemCode, message: String) -> Self {
        let doubt = Doubt { code, severity: Severity::Warning, message };
        Self { value: Some(value), how: How::Doubtful, doubt: Some(doubt), line: None }
    }

    /// The text as it is, for the judge to refuse.
    fn unreadable(text: &str, message: String) -> Self {
        let doubt = Doubt { code: ProblemCode::Unreadable, severity: Severity::Error, message };
        Self { value: Some(text.trim().into()), how: How::Doubtful, doubt: Some(doubt), line: None }
    }

    fn absent(exact: bool) -> Self {
        let how = if exact { How::Exact } else { How::Normalised };
        Self { value: None, how, doubt: None, line: None }
    }
}

/// Reads the value of a field; `unit` is the one that the document prints with its label.
pub(super) fn read(form: &Form, id: MemberId, text: &str, unit: Option<&str>) -> Outcome {
    let member = form.member(id);
    let Some(field) = member.field() else { return Outcome::absent(true) };
    let optional = may_be_absent(form, member);
    if let Some(absent) = absent(form, field, optional, text) {
        return absent;
    }
    match &field.kind {
        Kind::Count { .. } | Kind::Number { .. } => figure(field, text, unit),
        Kind::Text { pattern, lines, .. } => {
            let pattern = pattern.map(|pattern| form.pattern(pattern));
            texts::read(text, *lines == Lines::Many, pattern)
        }
        Kind::Url => texts::url(text),
        Kind::Date => days::date(text).unwrap_or_else(|| unreadable(field, text)),
        Kind::Year { .. } => days::year(text).unwrap_or_else(|| unreadable(field, text)),
        Kind::Flag => flag(text),
        Kind::Choice(choices) => {
            choice(choices, text).unwrap_or_else(|message| Outcome::unreadable(text, message))
        }
        Kind::Choices(choices) => {
            all_choices(choices, text, optional).unwrap_or_else(|message| Outcome::unreadable(text, message))
        }
    }
}

/// True for a field that is optional, and for one in a group that is.
pub(super) fn may_be_absent(form: &Form, member: &Member) -> bool {
    member.optional || form.ancestors(member.id).iter().any(|group| group.optional)
}

fn unreadable(field: &Field, text: &str) -> Outcome {
    Outcome::unreadable(text, format!("读不出{}", field.kind.label()))
}

/// How well a text suits a field, for telling labels apart.
pub(super) fn plausible(form: &Form, id: MemberId, text: &str) -> f64 {
    let outcome = read(form, id, text, None);
    let unreadable = outcome.doubt.is_some_and(|doubt| doubt.code == ProblemCode::Unreadable);
    match (outcome.value, form.member(id).field().map(|field| &field.kind)) {
        (None, _) => 0.0,
        // Something stands there all the same.
        _ if unreadable => 0.2,
        (Some(_), Some(Kind::Text { .. })) => 1.0,
        (Some(_), _) => 2.0,
    }
}

/// How well a cell suits a field that has no label: boxes are told by their texts, others by standing alone.
pub(super) fn lone(form: &Form, id: MemberId, tokens: &[Token<'_>], token: usize) -> f64 {
    let it = &tokens[token];
    let member = form.member(id);
    if it.marks.iter().any(|mark| mark.path == member.path) {
        return 8.0;
    }
    let last = tokens.get(token + 1).is_none_or(|next| next.row != it.row);
    let Some(field) = member.field().filter(|_| last && !it.is_empty()) else { return 0.0 };
    let choices = field.kind.choices();
    if choices.is_empty() {
        return if it.table.is_some() { 0.3 + plausible(form, id, it.text) / 2.0 } else { 0.0 };
    }
    let found = choices.iter().filter(|choice| it.folded.key.contains(&fold::key(&choice.label))).count();
    if found * 2 > choices.len() { 6.0 } else { 0.0 }
}

/// What stands for nothing: an empty cell, the form's word for absent, a dash or stroke where a figure belongs.
fn absent(form: &Form, field: &Field, optional: bool, text: &str) -> Option<Outcome> {
    let key = fold::key(text);
    let key = key.trim_matches('_');
    if key.is_empty() {
        return Some(Outcome::absent(true));
    }
    let word = form.absent.as_deref().is_some_and(|word| fold::key(word) == key);
    let dash = matches!(key, "-" | "--" | "—" | "——" | "/");
    let figure = matches!(field.kind, Kind::Count { .. } | Kind::Number { .. });
    if optional && word {
        return Some(Outcome::absent(true));
    }
    if !(dash || (figure && (word || key == "无"))) {
        return None;
    }
    let mut outcome = Outcome::absent(false);
    if !(optional && figure) {
        let message = if figure {
            format!("“{}”按没有填读；如果是 0，请写 0", text.trim())
        } else {
            format!("“{}”按没有填读", text.trim())
        };
        outcome.how = How::Doubtful;
        outcome.doubt = Some(Doubt { code: ProblemCode::Absent, severity: Severity::Warning, message });
    }
    Some(outcome)
}

fn figure(field: &Field, text: &str, printed_unit: Option<&str>) -> Outcome {
    let unit = field.unit.as_deref();
    let Some(figure) = figures::read(text, unit) else {
        return unreadable(field, text);
    };
    let own = unit.map(fold::key).unwrap_or_default();
    let (shift, strange) = match printed_unit {
        None => (0, None),
        Some(printed) if printed == own => (0, None),
        Some(printed) if printed.strip_prefix('万') == Some(&own) => (4, None),
        Some(printed) => (0, Some(printed)),
    };
    let exact = fold::key(text) == figure.text;
    let rounded = figure.rounded || shift > 0;
    let digits = figures::shifted(&figure.text, shift);
    let Ok(number) = serde_json::from_str::<Number>(&digits) else {
        return unreadable(field, text);
    };
    if let Some(printed) = strange {
        let own = unit.map_or_else(|| "没有单位".to_owned(), |unit| format!("单位是“{unit}”"));
        let message = format!("表上印的单位是“{printed}”，这一项应{own}，请核对数字");
        return Outcome::doubtful(Value::Number(number), ProblemCode::Unit, message);
    }
    if rounded {
        let message = format!("“{}”是以万计的约数，按 {digits} 读，请填准确数", text.trim());
        return Outcome::doubtful(Value::Number(number), ProblemCode::Rounded, message);
    }
    Outcome::sure(Value::Number(number), exact)
}

fn flag(text: &str) -> Outcome {
    let read = match boxes::read(&["是", "否"], &[false, false], text) {
        Ok(read) => read,
        Err(message) => return Outcome::unreadable(text, message),
    };
    let value = match read.ticked[..] {
        [] => return Outcome::absent(true),
        [only] => Value::Bool(only == 0),
        [..] => return Outcome::unreadable(text, "是、否都勾了".to_owned()),
    };
    of_boxes(value, read.as_printed, read.doubt)
}

fn of_boxes(value: Value, as_printed: bool, doubt: Option<String>) -> Outcome {
    match doubt {
        Some(message) => Outcome::doubtful(value, ProblemCode::Boxes, message),
        None => Outcome::sure(value, as_printed),
    }
}

fn choice(choices: &[Choice], text: &str) -> Result<Outcome, String> {
    let read = read_boxes(choices, text)?;
    let ticked = match read.ticked[..] {
        [] => None,
        [only] => Some(Value::from(choices[only].id.as_str())),
        [..] => return Err("只能勾一项，勾了几项".to_owned()),
    };
    let line = line(choices, &read);
    let outcome = match ticked {
        Some(value) => of_boxes(value, read.as_printed, read.doubt),
        None => Outcome::absent(true),
    };
    Ok(Outcome { line, ..outcome })
}

fn all_choices(choices: &[Choice], text: &str, optional: bool) -> Result<Outcome, String> {
    let read = read_boxes(choices, text)?;
    let line = line(choices, &read);
    if read.ticked.is_empty() && optional {
        return Ok(Outcome { line, ..Outcome::absent(true) });
    }
    let ids = read.ticked.iter().map(|ticked| Value::from(choices[*ticked].id.as_str())).collect();
    Ok(Outcome { line, ..of_boxes(Value::Array(ids), read.as_printed, read.doubt) })
}

fn read_boxes(choices: &[Choice], text: &str) -> Result<boxes::Boxes, String> {
    let labels: Vec<&str> = choices.iter().map(|choice| choice.label.as_str()).collect();
    let lines: Vec<bool> = choices.iter().map(|choice| choice.line.is_some()).collect();
    boxes::read(&labels, &lines, text)
}

fn line(choices: &[Choice], read: &boxes::Boxes) -> Option<(MemberId, String)> {
    let (choice, text) = read.line.as_ref()?;
    Some((choices[*choice].line?, text.clone()))
}
