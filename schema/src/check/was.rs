//! `was`: what members, choices and rules were called in the edition before.

use std::collections::HashMap;

use super::Check;
use super::ids::is_words;
use super::members::join;
use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::node::Scalar;
use crate::place::Span;

/// Something with a name, its name in the edition before, and what the spec says of that.
pub(super) struct Named {
    pub(super) now: String,
    /// Its name before, where the spec says nothing else.
    pub(super) before: String,
    pub(super) place: Span,
    pub(super) was: Option<Scalar>,
}

impl Check<'_> {
    /// Settles the former paths of all members: one that says nothing was where its group was.
    pub(super) fn former_paths(&mut self) {
        let mut named: Vec<Named> = Vec::with_capacity(self.members.len());
        for (member, place) in self.members.iter().zip(&mut self.places) {
            // A group stands before what it holds.
            let group = member.parent.and_then(|group| named.get(group.index()));
            let around = group.map_or("", |group| group.was.as_ref().map_or(&group.before, |was| &was.text));
            let before = join(around, &member.name);
            named.push(Named { now: member.path.clone(), before, place: place.id, was: place.was.take() });
        }
        for (index, was) in self.former(&named).into_iter().enumerate().skip(self.base_members) {
            self.members[index].was = was;
        }
    }

    /// What each was called, where that can be: another name than now, and nobody else's.
    pub(super) fn former(&mut self, named: &[Named]) -> Vec<Option<String>> {
        let silent = named.iter().filter(|named| named.was.is_none());
        let mut taken: HashMap<&str, &Named> = silent.map(|named| (named.before.as_str(), named)).collect();
        let mut found = Vec::with_capacity(named.len());
        for each in named {
            let was = each.was.as_ref().filter(|was| self.can_have_been(each, was));
            let first = was.and_then(|was| taken.insert(&was.text, each));
            if let (Some(was), Some(first)) = (was, first) {
                self.not_free(was, first);
            }
            found.push(was.filter(|_| first.is_none()).map(|was| was.text.clone()));
        }
        found
    }

    fn can_have_been(&mut self, named: &Named, was: &Scalar) -> bool {
        if !was.text.split('.').all(|name| is_words(name, '_')) {
            let zh = format!("was 写上一版里的编号或路径，例如 services.users；现在是“{}”", was.text);
            self.error(Code::TB044, was.span, zh, format!("`{}` is no id or path", was.text));
            return false;
        }
        if was.text == named.now {
            let zh = format!("was 与现在的“{}”一样；没有改名、没有挪动的不用写", was.text);
            self.error(Code::TB053, was.span, zh, "this is what it is called now; leave `was` out");
            return false;
        }
        true
    }

    fn not_free(&mut self, was: &Scalar, first: &Named) {
        let (zh, note) = match &first.was {
            Some(_) => (format!("“{}”已经是另一处的 was；一项不能变成两项", was.text), "另一处在这里"),
            None if first.now == was.text => {
                (format!("“{}”本版还在用，不会是别的改了名", was.text), "在这里")
            }
            None => (format!("“{}”已经跟着它的组改成“{}”了", was.text, first.now), "在这里"),
        };
        let place = first.was.as_ref().map_or(first.place, |was| was.span);
        let diagnostic = Diagnostic::error(Code::TB053, was.span, zh, "another one has this former name");
        self.diagnostics.push(diagnostic.note(Some(place), note, "the other is here"));
    }
}
