//! Labels of fields, as short as the rule allows.

use std::collections::HashMap;

use crate::expr::{Expression, Names, references};
use crate::form::{Choice, MemberId, Reference};

/// What the members of a rule are called in it.
pub(in crate::expr) struct Labels<'a> {
    pub(super) names: &'a Names<'a>,
    called: HashMap<MemberId, String>,
}

impl<'a> Labels<'a> {
    /// The labels for these expressions together. A label stands alone where no other member has it, or where the group
    /// that all members of the rule share makes it clear; else the labels of the groups around it come first.
    pub(in crate::expr) fn new(names: &'a Names<'a>, expressions: &[&Expression]) -> Self {
        let mut members: Vec<MemberId> =
            references(expressions).mentions.iter().map(|reference| reference.member).collect();
        members.sort_unstable();
        members.dedup();
        let parent = |id: &MemberId| names.member(*id).and_then(|member| member.parent);
        let first = members.first().and_then(parent);
        let together = members.iter().all(|id| parent(id) == first);
        let mut labels = Self { names, called: HashMap::new() };
        for id in &members {
            let called = labels.chain(*id, &members, together);
            labels.called.insert(*id, called);
        }
        labels
    }

    fn chain(&self, id: MemberId, members: &[MemberId], together: bool) -> String {
        let Some(member) = self.names.member(id) else { return String::new() };
        let mut chain = member.label.clone();
        let namesakes = self.names.labelled(&member.label);
        let clear = if together {
            !namesakes.iter().any(|other| *other != id && members.contains(other))
        } else {
            namesakes.len() < 2
        };
        if clear {
            return chain;
        }
        // Namesakes differ by the group around them, or by one further out.
        let mut rivals: Vec<MemberId> = namesakes.iter().copied().filter(|other| *other != id).collect();
        let mut group = member.parent;
        while let Some(around) = group.and_then(|group| self.names.member(group)) {
            if !around.label.is_empty() && around.label != member.label {
                chain = format!("{}{chain}", around.label);
            }
            rivals = rivals.iter().filter_map(|rival| self.names.member(*rival)?.parent).collect();
            rivals.retain(|rival| {
                *rival != around.id
                    && self.names.member(*rival).is_some_and(|rival| rival.label == around.label)
            });
            if rivals.is_empty() {
                break;
            }
            group = around.parent;
        }
        chain
    }

    /// The label, without regard to the year.
    pub(in crate::expr) fn label(&self, of: Reference) -> String {
        self.called.get(&of.member).cloned().unwrap_or_default()
    }

    /// The label; last year's field says so.
    pub(in crate::expr) fn name(&self, of: Reference) -> String {
        format!("{}{}", if of.previous { "上年的" } else { "" }, self.label(of))
    }

    /// A box of a field.
    pub(in crate::expr) fn choice(&self, field: MemberId, index: usize) -> Option<&'a Choice> {
        self.names.member(field)?.field()?.kind.choices().get(index)
    }
}
