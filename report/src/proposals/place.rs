//! Where in the spec's text a part of the form stands, and the edits of its keys.

use tianbao_schema::editions::written::{Entry, lines, without_key};
use tianbao_schema::edits::{Edit, yaml_text};
use tianbao_schema::node::{Node, NodeValue, Scalar};
use tianbao_schema::place::Span;
use tianbao_schema::spec::ChoiceSpec;

use super::Spec;
use crate::reading::Of;

impl Spec<'_> {
    /// The section, group or field as written.
    pub(super) fn entry(&self, of: Of) -> Option<Entry<'_>> {
        match of {
            Of::Section(index) => self.written.section(index).map(Entry::Section),
            Of::Member(id) | Of::Choice(id, _) => self.written.entry(&self.form.member(id).path),
            Of::Title | Of::Head(_) | Of::Foot(_) => None,
        }
    }

    pub(super) fn choice(&self, of: Of) -> Option<&ChoiceSpec> {
        match of {
            Of::Choice(_, index) => self.entry(of)?.choices().get(index),
            Of::Title | Of::Head(_) | Of::Section(_) | Of::Member(_) | Of::Foot(_) => None,
        }
    }

    /// Its words as written: a label, the title, a line of the layout.
    pub(super) fn label(&self, of: Of) -> Option<&Scalar> {
        let layout = self.written.spec.layout.as_ref();
        match of {
            Of::Title => self.written.spec.title.as_ref(),
            Of::Head(index) => layout?.head.as_ref()?.get(index),
            Of::Foot(index) => layout?.foot.as_ref()?.get(index),
            Of::Choice(..) => self.choice(of)?.label.as_ref(),
            Of::Section(_) | Of::Member(_) => self.entry(of)?.label(),
        }
    }

    /// The byte where it begins.
    pub(super) fn place(&self, of: Of) -> Option<usize> {
        match of {
            Of::Choice(..) => self.choice(of).map(|choice| choice.span.start),
            Of::Section(_) | Of::Member(_) => self.entry(of).map(|entry| entry.span().start),
            Of::Title | Of::Head(_) | Of::Foot(_) => self.label(of).map(|label| label.span.start),
        }
    }

    /// Another label; that of a field which only repeats the title of its section goes with it.
    pub(super) fn relabel(&self, of: Of, words: &str) -> Option<Vec<Edit>> {
        if matches!(of, Of::Head(_) | Of::Foot(_)) {
            return None;
        }
        let label = self.label(of)?;
        let mut edits = vec![Edit::new(label.span, yaml_text(words))];
        if let Of::Section(index) = of {
            let section = self.form.sections.get(index)?;
            let same =
                section.members.iter().map(|id| self.form.member(*id)).filter(|member| {
                    member.number.is_none() && section.label.as_ref() == Some(&member.label)
                });
            let labels = same.filter_map(|member| self.label(Of::Member(member.id)));
            edits.extend(labels.map(|label| Edit::new(label.span, yaml_text(words))));
        }
        Some(edits)
    }

    /// Another unit, a first one, or none.
    pub(super) fn reunit(&self, of: Of, unit: Option<&str>) -> Option<Vec<Edit>> {
        match (self.entry(of)?.unit(), unit) {
            (Some(old), Some(new)) => Some(vec![Edit::new(old.span, yaml_text(new))]),
            (None, Some(new)) => self.put_in(of, &format!("unit: {}", yaml_text(new))),
            (Some(_), None) => self.take_out(of, "unit"),
            (None, None) => None,
        }
    }

    /// Puts a key in, or takes it out.
    pub(super) fn set_flag(&self, of: Of, key: &str, value: &str, set: bool) -> Option<Vec<Edit>> {
        if set { self.put_in(of, &format!("{key}: {value}")) } else { self.take_out(of, key) }
    }

    fn take_out(&self, of: Of, key: &str) -> Option<Vec<Edit>> {
        let map = find(&self.written.root, self.entry(of)?.span())?;
        let NodeValue::Map { entries, .. } = &map.value else { return None };
        let at = entries.iter().position(|entry| entry.key.text == key)?;
        Some(vec![Edit::new(without_key(self.text, map, at)?, "")])
    }

    /// Puts `key: value` after the label.
    fn put_in(&self, of: Of, entry: &str) -> Option<Vec<Edit>> {
        let map = find(&self.written.root, self.entry(of)?.span())?;
        let NodeValue::Map { entries, flow } = &map.value else { return None };
        let label = entries.iter().find(|entry| entry.key.text == "label")?;
        if *flow {
            let end = label.value.span.end;
            return Some(vec![Edit::new(Span::new(end, end), format!(", {entry}"))]);
        }
        let line = lines(self.text, label.value.span);
        let column = label.key.span.start.checked_sub(lines(self.text, label.key.span).start)?;
        let (indent, end) = (" ".repeat(column), self.line_end());
        Some(vec![Edit::new(Span::new(line.end, line.end), format!("{indent}{entry}{end}"))])
    }

    /// How lines end in this file.
    pub(super) fn line_end(&self) -> &'static str {
        if self.text.contains("\r\n") { "\r\n" } else { "\n" }
    }
}

/// The mapping with a span.
fn find(node: &Node, span: Span) -> Option<&Node> {
    if node.span == span && matches!(node.value, NodeValue::Map { .. }) {
        return Some(node);
    }
    let holds = |inner: &&Node| inner.span.start <= span.start && span.end <= inner.span.end;
    match &node.value {
        NodeValue::Scalar(_) => None,
        NodeValue::List { items, .. } => items.iter().filter(holds).find_map(|item| find(item, span)),
        NodeValue::Map { entries, .. } => {
            entries.iter().map(|entry| &entry.value).filter(holds).find_map(|value| find(value, span))
        }
    }
}
