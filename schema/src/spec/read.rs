//! Reading nodes into the structs of this module, with a diagnostic for everything that does not fit.

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::node::{Entry, Node, NodeValue, Scalar, Style};
use crate::place::Span;

/// Something that can be read from a node.
pub trait FromNode: Sized {
    /// Reads it; none (with a diagnostic) where the node is something else.
    fn from_node(node: Node, reader: &mut Reader<'_>) -> Option<Self>;
}

/// Collects the diagnostics while a spec is read.
#[derive(Debug)]
pub struct Reader<'a> {
    /// What was found so far.
    pub diagnostics: &'a mut Vec<Diagnostic>,
}

/// A value with its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

/// A mapping with free keys, in the order of the file.
#[derive(Clone, Debug)]
pub struct Pairs<T> {
    /// Keys with their values; no key twice.
    pub entries: Vec<(Scalar, T)>,
    /// Where it stands.
    pub span: Span,
}

/// Any value; its meaning depends on the field that it is for.
#[derive(Clone, Debug)]
pub struct Tree(pub Node);

impl Reader<'_> {
    /// Reports a slip.
    pub fn error(&mut self, code: Code, span: Span, zh: impl Into<String>, en: impl Into<String>) {
        self.diagnostics.push(Diagnostic::error(code, span, zh, en));
    }

    /// The entries of a mapping, after unknown, repeated and missing keys were reported.
    pub fn mapping(&mut self, node: Node, what: (&str, &str), keys: &[(&str, bool)]) -> Option<Vec<Entry>> {
        let span = node.span;
        let NodeValue::Map { entries, .. } = node.value else {
            self.wrong_shape(span, &node.value, what.0, what.1, "若干行“键: 值”", "a mapping");
            return None;
        };
        let mut entries = self.distinct(entries);
        let given = |entries: &[Entry], key: &str| entries.iter().any(|entry| entry.key.text == key);
        for at in 0..entries.len() {
            if keys.iter().any(|(key, _)| *key == entries[at].key.text) {
                continue;
            }
            // A misspelt key is read as the one that was meant: nothing else follows from it.
            let meant = self.unknown_key(&entries[at], what, keys);
            if let Some(meant) = meant.filter(|meant| !given(&entries, meant)) {
                entries[at].key.text = meant.to_owned();
            }
        }
        let present = |key: &str| given(&entries, key);
        let missing: Vec<&str> =
            keys.iter().filter(|(key, required)| *required && !present(key)).map(|(key, _)| *key).collect();
        if !missing.is_empty() {
            let place = entries.first().map_or(span, |entry| entry.key.span);
            self.error(
                Code::TB041,
                place,
                format!("这个{}缺 {}，请补上", what.0, missing.join("、")),
                format!("this {} lacks {}", what.1, missing.join(", ")),
            );
        }
        Some(entries)
    }

    /// Reports an unknown key; gives the known one that was probably meant.
    fn unknown_key<'k>(
        &mut self,
        entry: &Entry,
        what: (&str, &str),
        keys: &[(&'k str, bool)],
    ) -> Option<&'k str> {
        let known = keys.iter().map(|(key, _)| *key);
        let all = known.clone().collect::<Vec<_>>().join(" ");
        let (key, span) = (&entry.key.text, entry.key.span);
        let near = nearest(key, known);
        let (zh, en) = match near {
            Some(near) => (format!("，是不是 {near}？"), format!("; did you mean {near}?")),
            None => (format!("；可以写的有：{all}"), format!("; known keys: {all}")),
        };
        let mut diagnostic = Diagnostic::error(
            Code::TB040,
            span,
            format!("{}里没有“{key}”这个键{zh}", what.0),
            format!("unknown key `{key}` in a {}{en}", what.1),
        );
        if let Some(near) = near {
            diagnostic = diagnostic.suggest(span, near);
        }
        self.diagnostics.push(diagnostic);
        near
    }

    /// The entries without those whose key was given before; each is reported.
    pub fn distinct(&mut self, entries: Vec<Entry>) -> Vec<Entry> {
        let mut seen = std::collections::HashMap::new();
        let mut kept = Vec::with_capacity(entries.len());
        for entry in entries {
            if let Some(first) = seen.get(&entry.key.text) {
                self.diagnostics.push(
                    Diagnostic::error(
                        Code::TB042,
                        entry.key.span,
                        format!("“{}”写了两次，删去一个", entry.key.text),
                        format!("`{}` is given twice", entry.key.text),
                    )
                    .note(Some(*first), "第一次在这里", "first given here"),
                );
                continue;
            }
            seen.insert(entry.key.text.clone(), entry.key.span);
            kept.push(entry);
        }
        kept
    }

    /// Takes one key out of a mapping and reads its value.
    pub fn entry<T: FromNode>(&mut self, entries: &mut Vec<Entry>, key: &str) -> Option<T> {
        let at = entries.iter().position(|entry| entry.key.text == key)?;
        let entry = entries.swap_remove(at);
        if let NodeValue::Scalar(scalar) = &entry.value.value
            && scalar.text.is_empty()
            && scalar.style == Style::Plain
        {
            self.error(
                Code::TB043,
                entry.key.span,
                format!("“{key}”后面没有写值，请补上，或删去这一行"),
                format!("`{key}` has no value"),
            );
            return None;
        }
        if is_blank(key, &entry.value) {
            self.error(
                Code::TB043,
                entry.value.span,
                format!("“{key}”里什么也没有写，请补上"),
                format!("`{key}` is empty"),
            );
        }
        T::from_node(entry.value, self)
    }

    /// A scalar, whatever it says.
    pub fn scalar(&mut self, node: Node) -> Option<Scalar> {
        match node.value {
            NodeValue::Scalar(scalar) => Some(scalar),
            NodeValue::List { .. } | NodeValue::Map { .. } => {
                self.wrong_shape(
                    node.span,
                    &node.value,
                    "这里",
                    "this",
                    "一段文字或一个数",
                    "a single value",
                );
                None
            }
        }
    }

    /// A scalar that is one of some words. A misspelt one is reported, and read as the one that was meant.
    pub fn word(&mut self, node: Node, words: &[&str]) -> Option<Scalar> {
        let mut scalar = self.scalar(node)?;
        if words.contains(&scalar.text.as_str()) {
            return Some(scalar);
        }
        let near = nearest(&scalar.text, words.iter().copied());
        let mut diagnostic = Diagnostic::error(
            Code::TB045,
            scalar.span,
            format!("“{}”不能写在这里，只能是 {}", scalar.text, words.join("、")),
            format!("`{}` is not one of {}", scalar.text, words.join(", ")),
        );
        if let Some(near) = near {
            diagnostic = diagnostic.suggest(scalar.span, near);
        }
        self.diagnostics.push(diagnostic);
        near?.clone_into(&mut scalar.text);
        Some(scalar)
    }

    /// Reports a node of the wrong shape.
    pub fn wrong_shape(
        &mut self,
        span: Span,
        value: &NodeValue,
        zh: &str,
        en: &str,
        want: &str,
        want_en: &str,
    ) {
        let (found, found_en) = match value {
            NodeValue::Scalar(_) => ("一个值", "a single value"),
            NodeValue::List { .. } => ("一个列表（以 - 开头）", "a list"),
            NodeValue::Map { .. } => ("若干行“键: 值”", "a mapping"),
        };
        self.error(
            Code::TB043,
            first_line(span, value),
            format!("{zh}应是{want}，这里写的是{found}"),
            format!("{en} should be {want_en}, found {found_en}"),
        );
    }
}

/// True for a text of nothing but blanks, where one is printed, and for a form without sections.
fn is_blank(key: &str, value: &Node) -> bool {
    match &value.value {
        NodeValue::Scalar(scalar) => {
            matches!(key, "label" | "title" | "message" | "advice" | "unit") && scalar.text.trim().is_empty()
        }
        NodeValue::List { items, .. } => key == "sections" && items.is_empty(),
        NodeValue::Map { .. } => false,
    }
}

/// Underlining a whole block helps nobody: its first key or item is enough.
fn first_line(span: Span, value: &NodeValue) -> Span {
    match value {
        NodeValue::Scalar(_) => span,
        NodeValue::List { items, .. } => {
            items.first().map_or(span, |item| first_line(item.span, &item.value))
        }
        NodeValue::Map { entries, .. } => entries.first().map_or(span, |entry| entry.key.span),
    }
}

/// The candidate most like `name`, capitals or not, if any is like it at all.
pub(crate) fn nearest<'a>(name: &str, candidates: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let name = name.to_ascii_lowercase();
    candidates
        .map(|candidate| (strsim::damerau_levenshtein(&name, &candidate.to_ascii_lowercase()), candidate))
        .filter(|(distance, candidate)| *distance * 3 <= candidate.chars().count().max(3))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// What YAML readers (1.1 or 1.2) would make of a bare text, where that is not a text.
#[must_use]
pub fn looks_like_other(text: &str) -> Option<(&'static str, &'static str)> {
    const TRUTH: [&str; 11] = ["true", "false", "yes", "no", "on", "off", "y", "n", "null", "~", ""];
    if TRUTH.contains(&text.to_ascii_lowercase().as_str()) {
        return Some(("真假值或空值", "a truth value or nothing"));
    }
    let digits = text.trim_start_matches(['-', '+']);
    if !digits.starts_with(|first: char| first.is_ascii_digit() || first == '.') {
        return None;
    }
    let only = |also: &str| digits.chars().all(|c| c.is_ascii_digit() || also.contains(c));
    let has_digit = digits.contains(|c: char| c.is_ascii_digit());
    let dashes = digits.matches('-').count();
    if dashes == 2 && digits.len() <= 10 && only("-") {
        return Some(("日期", "a date"));
    }
    let hexadecimal = ["0x", "0o", "0b"].iter().any(|prefix| digits.starts_with(prefix));
    let number = has_digit && (only("._:") || digits.replace('_', "").parse::<f64>().is_ok() || hexadecimal);
    number.then_some(("数", "a number"))
}

impl FromNode for Scalar {
    fn from_node(node: Node, reader: &mut Reader<'_>) -> Option<Self> {
        let scalar = reader.scalar(node)?;
        if scalar.style == Style::Plain
            && let Some((other, other_en)) = looks_like_other(&scalar.text)
        {
            reader.diagnostics.push(
                Diagnostic::error(
                    Code::TB008,
                    scalar.span,
                    format!("“{}”会被读成{other}；它是文字，请加英文单引号", scalar.text),
                    format!("`{}` would be read as {other_en}; quote it", scalar.text),
                )
                .suggest(scalar.span, format!("'{}'", scalar.text)),
            );
        }
        Some(scalar)
    }
}

impl FromNode for Spanned<i64> {
    fn from_node(node: Node, reader: &mut Reader<'_>) -> Option<Self> {
        let scalar = reader.scalar(node)?;
        let value = scalar.text.parse::<i64>().ok().filter(|_| scalar.style == Style::Plain);
        if value.is_none() {
            reader.error(
                Code::TB043,
                scalar.span,
                format!("这里应是一个整数，不加引号、单位和逗号，现在是“{}”", scalar.text),
                format!("expected a whole number, found `{}`", scalar.text),
            );
        }
        Some(Self { value: value?, span: scalar.span })
    }
}

impl<T: FromNode> FromNode for Vec<T> {
    fn from_node(node: Node, reader: &mut Reader<'_>) -> Option<Self> {
        match node.value {
            NodeValue::List { items, .. } => {
                Some(items.into_iter().filter_map(|item| T::from_node(item, reader)).collect())
            }
            NodeValue::Scalar(_) | NodeValue::Map { .. } => {
                let want = "一个列表，每项以 - 开头";
                reader.wrong_shape(node.span, &node.value, "这里", "this", want, "a list");
                None
            }
        }
    }
}

impl<T: FromNode> FromNode for Pairs<T> {
    fn from_node(node: Node, reader: &mut Reader<'_>) -> Option<Self> {
        let span = node.span;
        match node.value {
            NodeValue::Map { entries, .. } => {
                let entries = reader.distinct(entries).into_iter();
                let entries = entries
                    .filter_map(|entry| T::from_node(entry.value, reader).map(|value| (entry.key, value)))
                    .collect();
                Some(Self { entries, span })
            }
            NodeValue::Scalar(_) | NodeValue::List { .. } => {
                reader.wrong_shape(span, &node.value, "这里", "this", "若干行“名称: 值”", "a mapping");
                None
            }
        }
    }
}

impl FromNode for Tree {
    fn from_node(node: Node, _: &mut Reader<'_>) -> Option<Self> {
        Some(Self(node))
    }
}

macro_rules! schema_of {
    ($type:ty, $name:literal, $schema:tt) => {
        impl JsonSchema for $type {
            fn inline_schema() -> bool {
                true
            }
            fn schema_name() -> std::borrow::Cow<'static, str> {
                $name.into()
            }
            fn json_schema(_: &mut SchemaGenerator) -> Schema {
                json_schema!($schema)
            }
        }
    };
}

schema_of!(Scalar, "Text", { "type": "string" });
schema_of!(Spanned<i64>, "Integer", { "type": "integer" });
schema_of!(Spanned<bool>, "Flag", { "type": "boolean" });
schema_of!(Tree, "Value", true);

impl<T: JsonSchema> JsonSchema for Pairs<T> {
    fn inline_schema() -> bool {
        true
    }
    fn schema_name() -> std::borrow::Cow<'static, str> {
        format!("Pairs_of_{}", T::schema_name()).into()
    }
    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        json_schema!({ "type": "object", "additionalProperties": generator.subschema_for::<T>() })
    }
}
