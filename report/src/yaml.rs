//! YAML reports, read *by the field's kind*: what stands in a text field stays the text that was written, be it
//! `no`, `1.10`, `2020-01-15` or `0739…`, which YAML would take for something else.

use serde_json::Value;
use tianbao_schema::Form;
use tianbao_schema::form::{Kind, MemberId};
use tianbao_schema::node::{Entry, Node, NodeValue, Scalar, Style};

/// As deep as a JSON report may be; the JSON reader says so of what is deeper.
const MAX_DEPTH: usize = 128;

/// What a node is read as.
#[derive(Clone, Copy)]
enum As<'a> {
    /// The report object, or a group.
    Members(Option<MemberId>),
    /// The value of a field.
    Field(&'a Kind),
    /// A text, whatever it looks like.
    Text,
    /// Members that are all texts: `explanations`.
    Texts,
    /// Nothing is known: as YAML reads it.
    Any,
}

/// The JSON text of a YAML report. Members that repeat are written as often, so that the judges see them.
pub(crate) fn to_json(root: &Node, form: Option<&Form>) -> String {
    let mut out = String::new();
    let root_as = if form.is_some() { As::Members(None) } else { As::Any };
    Writer { form, out: &mut out }.node(root, root_as, 0);
    out
}

struct Writer<'a> {
    form: Option<&'a Form>,
    out: &'a mut String,
}

impl<'a> Writer<'a> {
    fn node(&mut self, node: &Node, read_as: As<'a>, depth: usize) {
        if depth > MAX_DEPTH {
            // One level more than the JSON reader takes: it says where.
            self.out.push_str("[]");
            return;
        }
        match &node.value {
            NodeValue::Scalar(scalar) => self.scalar(scalar, read_as),
            NodeValue::List { items, .. } => self.list(items, read_as, depth),
            NodeValue::Map { entries, .. } => self.map(entries, read_as, depth),
        }
    }

    fn list(&mut self, items: &[Node], read_as: As<'a>, depth: usize) {
        let item_as = match read_as {
            As::Field(Kind::Choices(_)) => As::Text,
            As::Field(_) | As::Members(_) | As::Text | As::Texts | As::Any => As::Any,
        };
        self.out.push('[');
        for (index, item) in items.iter().enumerate() {
            self.comma(index);
            self.node(item, item_as, depth + 1);
        }
        self.out.push(']');
    }

    fn map(&mut self, entries: &[Entry], read_as: As<'a>, depth: usize) {
        self.out.push('{');
        for (index, entry) in entries.iter().enumerate() {
            self.comma(index);
            self.out.push_str(&json(&entry.key.text));
            self.out.push(':');
            let value_as = self.member(read_as, &entry.key.text);
            self.node(&entry.value, value_as, depth + 1);
        }
        self.out.push('}');
    }

    fn comma(&mut self, index: usize) {
        if index > 0 {
            self.out.push(',');
        }
    }

    /// How a member of the report, of a group or of something unknown is read.
    fn member(&self, read_as: As<'a>, name: &str) -> As<'a> {
        match (read_as, self.form) {
            (As::Texts, _) => As::Text,
            (As::Members(group), Some(form)) => {
                let found =
                    form.children(group).iter().map(|id| form.member(*id)).find(|member| member.name == name);
                match (found, group, name) {
                    (Some(member), _, _) => {
                        member.field().map_or(As::Members(Some(member.id)), |field| As::Field(&field.kind))
                    }
                    (None, None, "$schema" | "form") => As::Text,
                    (None, None, "explanations") => As::Texts,
                    (None, _, _) => As::Any,
                }
            }
            (As::Members(_) | As::Field(_) | As::Text | As::Any, _) => As::Any,
        }
    }

    fn scalar(&mut self, scalar: &Scalar, read_as: As<'a>) {
        let text = scalar.text.as_str();
        let plain = scalar.style == Style::Plain;
        let written = if plain && matches!(text, "" | "~" | "null" | "Null" | "NULL") {
            "null".to_owned()
        } else if plain {
            match read_as {
                As::Text | As::Field(Kind::Text { .. } | Kind::Url | Kind::Date | Kind::Choice(_)) => {
                    json(text)
                }
                As::Field(Kind::Flag) => flag(text).map_or_else(|| json(text), |flag| flag.to_string()),
                As::Field(Kind::Count { .. } | Kind::Number { .. } | Kind::Year { .. }) => {
                    number(text).unwrap_or_else(|| json(text))
                }
                As::Field(Kind::Choices(_)) | As::Members(_) | As::Texts | As::Any => any(text),
            }
        } else {
            // `|` ends in a line break that nobody means as part of the text.
            let block = scalar.style == Style::Block;
            json(text.strip_suffix('\n').filter(|_| block).unwrap_or(text))
        };
        self.out.push_str(&written);
    }
}

fn json(text: &str) -> String {
    Value::from(text).to_string()
}

/// What people write for a flag: the words of YAML 1.1 and 1.2.
fn flag(text: &str) -> Option<bool> {
    match text.to_ascii_lowercase().as_str() {
        "true" | "yes" | "on" => Some(true),
        "false" | "no" | "off" => Some(false),
        _ => None,
    }
}

/// A number as JSON writes it; other spellings (`0x1F`, `1_000`, `.5`) stay texts, and the judge says so.
fn number(text: &str) -> Option<String> {
    let begins_so = text.starts_with(|first: char| first == '-' || first.is_ascii_digit());
    let digits_only = text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'-' | b'+' | b'.' | b'e' | b'E'));
    (begins_so && digits_only && serde_json::from_str::<f64>(text).is_ok()).then(|| text.to_owned())
}

/// As YAML 1.2 reads it, of numbers only what JSON writes too.
fn any(text: &str) -> String {
    match text {
        "true" | "True" | "TRUE" => "true".to_owned(),
        "false" | "False" | "FALSE" => "false".to_owned(),
        _ => number(text).unwrap_or_else(|| json(text)),
    }
}
