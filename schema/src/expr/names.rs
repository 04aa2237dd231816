//! What an expression may name: the form's members by path, and its patterns.

use std::collections::HashMap;
use std::sync::atomic::{AtomicUsize, Ordering};

use strsim::damerau_levenshtein;

use crate::form::{Member, MemberId, Pattern, PatternId};

/// How many names may be compared with misspelt ones in one spec, so that a large spec full of slips stays fast.
const COMPARISONS: usize = 50_000;

/// The names of a form, by hash.
pub struct Names<'a> {
    members: &'a [Member],
    patterns: &'a [Pattern],
    by_path: HashMap<&'a str, MemberId>,
    by_name: HashMap<&'a str, Vec<MemberId>>,
    by_label: HashMap<&'a str, Vec<MemberId>>,
    by_pattern: HashMap<&'a str, PatternId>,
    /// Comparisons of [`COMPARISONS`] that are used up.
    compared: AtomicUsize,
}

impl<'a> Names<'a> {
    /// The names of these members and patterns.
    #[must_use]
    pub fn new(members: &'a [Member], patterns: &'a [Pattern]) -> Self {
        let mut names = Self {
            members,
            patterns,
            by_path: HashMap::with_capacity(members.len()),
            by_name: HashMap::with_capacity(members.len()),
            by_label: HashMap::with_capacity(members.len()),
            by_pattern: HashMap::with_capacity(patterns.len()),
            compared: AtomicUsize::new(0),
        };
        for (index, member) in members.iter().enumerate() {
            let id = MemberId(u32::try_from(index).unwrap_or(u32::MAX));
            names.by_path.entry(&member.path).or_insert(id);
            names.by_name.entry(&member.name).or_default().push(id);
            names.by_label.entry(&member.label).or_default().push(id);
        }
        for (index, pattern) in patterns.iter().enumerate() {
            names.by_pattern.entry(&pattern.name).or_insert(PatternId(index));
        }
        names
    }

    /// Every member, in the order of the form.
    #[must_use]
    pub fn members(&self) -> &'a [Member] {
        self.members
    }

    /// A group or field.
    #[must_use]
    pub fn member(&self, id: MemberId) -> Option<&'a Member> {
        self.members.get(id.index())
    }

    /// The member with a path such as `services.cases.total`.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<MemberId> {
        self.by_path.get(path).copied()
    }

    /// The members with a label, in the order of the form.
    #[must_use]
    pub fn labelled(&self, label: &str) -> &[MemberId] {
        self.by_label.get(label).map_or(&[], Vec::as_slice)
    }

    /// A named pattern.
    #[must_use]
    pub fn pattern(&self, id: PatternId) -> Option<&'a Pattern> {
        self.patterns.get(id.0)
    }

    /// The pattern with a name.
    #[must_use]
    pub fn find_pattern(&self, name: &str) -> Option<PatternId> {
        self.by_pattern.get(name).copied()
    }

    /// The pattern whose name is nearest.
    #[must_use]
    pub fn nearest_pattern(&self, name: &str) -> Option<&'a str> {
        nearest(name, self.patterns.iter().map(|pattern| pattern.name.as_str()))
    }

    /// The member that a wrong path most likely means: a sibling, else a namesake elsewhere, else the nearest path.
    #[must_use]
    pub fn nearest(&self, path: &str) -> Option<&'a Member> {
        let (parent, name) = self.split_known(path);
        let siblings: Vec<&Member> = self.children(parent);
        if !self.may_compare(siblings.len()) {
            return None;
        }
        if let Some(found) = nearest(name, siblings.iter().map(|member| member.name.as_str())) {
            return siblings.into_iter().find(|member| member.name == found);
        }
        let last = path.rsplit('.').next().unwrap_or(path);
        if let Some(namesakes) = self.by_name.get(last).filter(|found| self.may_compare(found.len())) {
            let closest = namesakes
                .iter()
                .filter_map(|id| self.member(*id))
                .min_by_key(|member| damerau_levenshtein(&member.path, path));
            if closest.is_some() {
                return closest;
            }
        }
        if !self.may_compare(self.members.len()) {
            return None;
        }
        let found = nearest(path, self.members.iter().map(|member| member.path.as_str()))?;
        self.find(found).and_then(|id| self.member(id))
    }

    fn may_compare(&self, names: usize) -> bool {
        self.compared.fetch_add(names, Ordering::Relaxed).saturating_add(names) <= COMPARISONS
    }

    /// A path's longest prefix that exists (none at the root), and the first name after it.
    fn split_known<'p>(&self, path: &'p str) -> (Option<MemberId>, &'p str) {
        let mut parent = None;
        let mut start = 0;
        for (at, _) in path.match_indices('.') {
            match path.get(..at).and_then(|prefix| self.find(prefix)) {
                Some(id) => (parent, start) = (Some(id), at + 1),
                None => break,
            }
        }
        let rest = path.get(start..).unwrap_or(path);
        (parent, rest.split('.').next().unwrap_or(rest))
    }

    fn children(&self, parent: Option<MemberId>) -> Vec<&'a Member> {
        match parent {
            Some(id) => {
                let children = self.member(id).map_or(&[][..], Member::children);
                children.iter().filter_map(|id| self.member(*id)).collect()
            }
            None => self.members.iter().filter(|member| member.parent.is_none()).collect(),
        }
    }
}

/// The candidate that `name` is most likely a slip of: at most a third of its letters differ.
pub(crate) fn nearest<'c>(name: &str, candidates: impl Iterator<Item = &'c str>) -> Option<&'c str> {
    let length = name.chars().count();
    let allowed = (length / 3).max(1);
    candidates
        .filter(|candidate| candidate.chars().count().abs_diff(length) <= allowed)
        .map(|candidate| (damerau_levenshtein(name, candidate), candidate))
        .filter(|(distance, _)| *distance <= allowed)
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}
