//! Examples, and the sample report that is made of them.

use serde_json::{Value, json};
use tianbao_core::decimal::MAX_EXACT;

use super::{Check, values};
use crate::codes::Code;
use crate::form::{Change, Content, Kind, MemberId, Scope, lay};
use crate::spec::{Pairs, Tree};

impl Check<'_> {
    /// Settles the example of every field, and makes a report of them under the spec's `sample`. Of an addition only
    /// the own fields; `report` is the base's sample.
    pub(super) fn sample(&mut self, mut report: Value, sample: Option<Pairs<Tree>>) -> Value {
        let found_before = self.diagnostics.len();
        let mut written = vec![false; self.members.len()];
        for (index, has_example) in written.iter_mut().enumerate().skip(self.base_members) {
            let id = MemberId(index as u32);
            let tree = self.places[index].example.take();
            *has_example = tree.is_some();
            let example =
                tree.and_then(|tree| self.value(&tree.0, id)).unwrap_or_else(|| self.default_example(id));
            if let Content::Field(field) = &mut self.members[index].content {
                field.example = example;
            }
        }
        for root in self.roots.clone() {
            if root.index() >= self.base_members && self.shown(root, &written) {
                let value = Some(self.whole_example(root, &written));
                lay(&self.members, &self.roots, &mut report, &Change { member: root, value });
            }
        }
        let entries = sample.map(|pairs| pairs.entries).unwrap_or_default();
        let changes = self.changes(&entries);
        for change in &changes {
            lay(&self.members, &self.roots, &mut report, change);
        }
        self.sample_is_read = changes.len() == entries.len() && self.diagnostics.len() == found_before;
        report
    }

    /// An optional member is in the sample only where an example for it is written.
    fn shown(&self, id: MemberId, written: &[bool]) -> bool {
        let member = self.member(id);
        !member.optional
            || written[id.index()]
            || member.children().iter().any(|child| self.written_below(*child, written))
    }

    fn written_below(&self, id: MemberId, written: &[bool]) -> bool {
        written[id.index()]
            || self.member(id).children().iter().any(|child| self.written_below(*child, written))
    }

    /// The example of a field, or of all required (and all exemplified) fields of a group.
    fn whole_example(&self, id: MemberId, written: &[bool]) -> Value {
        let member = self.member(id);
        match &member.content {
            Content::Field(field) => field.example.clone(),
            Content::Group(children) => {
                let shown = children.iter().filter(|child| self.shown(**child, written));
                let members = shown
                    .map(|child| (self.member(*child).name.clone(), self.whole_example(*child, written)));
                Value::Object(members.collect())
            }
        }
    }

    /// A value that fits the field, where the spec gives none.
    fn default_example(&self, id: MemberId) -> Value {
        let member = self.member(id);
        let Some(field) = member.field() else { return Value::Null };
        match &field.kind {
            Kind::Count { min, .. } => json!(min),
            Kind::Number { places, min, max } => values::number((*min).max(0).min(*max), *places),
            Kind::Text { pattern, min_length, max_length, .. } => {
                let whole = pattern.map(|pattern| &self.patterns[pattern.0]);
                match whole {
                    Some(pattern) if pattern.scope == Scope::Whole || !pattern.example.is_empty() => {
                        json!(pattern.example)
                    }
                    Some(_) | None => {
                        let most = max_length.map_or(MAX_EXACT as usize, |max| max as usize);
                        let label = member.label.trim();
                        let text: String = label
                            .chars()
                            .cycle()
                            .take(label.chars().count().max(*min_length as usize))
                            .collect();
                        json!(text.chars().take(most).collect::<String>().trim())
                    }
                }
            }
            Kind::Url => json!("http://www.example.cn"),
            Kind::Date => json!(format!("{}-01-15", self.years.from + 1)),
            Kind::Year { from, .. } => json!(from),
            Kind::Flag => json!(true),
            Kind::Choice(choices) => choices.first().map_or(Value::Null, |choice| json!(choice.id)),
            Kind::Choices(choices) => choices.first().map_or(json!([]), |choice| json!([choice.id])),
        }
    }

    /// Reads `path: value` pairs; what cannot be read has its diagnostic and is left out.
    pub(super) fn changes(&mut self, entries: &[(crate::node::Scalar, Tree)]) -> Vec<Change> {
        entries.iter().filter_map(|(key, tree)| self.change(key, &key.text, tree)).collect()
    }

    /// Reads one `path: value`; `null` removes what may be absent.
    pub(super) fn change(&mut self, key: &crate::node::Scalar, path: &str, tree: &Tree) -> Option<Change> {
        let member = self.path(key, path)?;
        if !values::is_null(&tree.0) {
            let value = self.value(&tree.0, member)?;
            return Some(Change { member, value: Some(value) });
        }
        if !self.member(member).optional {
            let zh = format!("“{}”是必填项，不能去掉（null）", self.member(member).full_label);
            self.error(Code::TB049, tree.0.span.join(key.span), zh, format!("`{path}` is required"));
            return None;
        }
        Some(Change { member, value: None })
    }
}
