//! What of one edition is what of the other: by `was:` of the later one, else by the same name in the same place.

use std::collections::{HashMap, HashSet};

use crate::expr::{Expression, Translation, normal_form};
use crate::form::{Choice, Form, Member, MemberId, PatternId, Rule};

/// The members, choices and rules of two editions, paired. No two of one side have the same counterpart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pairing {
    /// By old id.
    new: Vec<Option<MemberId>>,
    /// By new id.
    old: Vec<Option<MemberId>>,
    /// Old index and new index of each rule that stands in both, in the order of the old form.
    rules: Vec<(usize, usize)>,
    /// True where the old form is the later edition, so that its `was:` is read.
    backwards: bool,
}

impl Pairing {
    /// Pairs two editions. `was:` tells of the edition before, so the later of the two is asked, whichever way one goes.
    #[must_use]
    pub fn of(old: &Form, new: &Form) -> Self {
        let number = |form: &Form| (form.edition, form.revision);
        if number(old) > number(new) { Self::forwards(new, old).reversed() } else { Self::forwards(old, new) }
    }

    fn forwards(old: &Form, new: &Form) -> Self {
        let (olds, news) = members(old, new);
        Self { new: news, old: olds, rules: rules(old, new), backwards: false }
    }

    fn reversed(self) -> Self {
        let mut rules: Vec<_> = self.rules.into_iter().map(|(old, new)| (new, old)).collect();
        rules.sort_unstable();
        Self { new: self.old, old: self.new, rules, backwards: !self.backwards }
    }

    /// What an old member is in the new form.
    #[must_use]
    pub fn new_of(&self, old: MemberId) -> Option<MemberId> {
        self.new.get(old.index()).copied().flatten()
    }

    /// What a new member was in the old form.
    #[must_use]
    pub fn old_of(&self, new: MemberId) -> Option<MemberId> {
        self.old.get(new.index()).copied().flatten()
    }

    /// Old and new index of every rule that stands in both, in the order of the old form.
    #[must_use]
    pub fn rules(&self) -> &[(usize, usize)] {
        &self.rules
    }

    /// The new index of an old rule.
    #[must_use]
    pub fn new_rule(&self, old: usize) -> Option<usize> {
        self.rules.iter().find(|(index, _)| *index == old).map(|(_, new)| *new)
    }

    /// The new index of each old choice of a field.
    #[must_use]
    pub fn choices(&self, old: &[Choice], new: &[Choice]) -> Vec<Option<usize>> {
        if !self.backwards {
            return choices(old, new);
        }
        let back = choices(new, old);
        (0..old.len()).map(|index| back.iter().position(|old| *old == Some(index))).collect()
    }
}

/// Whether a condition of the old form says the same as one of the new form, in whatever order it is written.
#[must_use]
pub fn same_condition(
    pairing: &Pairing,
    (old_form, old): (&Form, Option<&Expression>),
    (new_form, new): (&Form, Option<&Expression>),
) -> bool {
    let (old, new) = match (old, new) {
        (None, None) => return true,
        (Some(old), Some(new)) => (old, new),
        (Some(_), None) | (None, Some(_)) => return false,
    };
    let choice = |field: MemberId, index: usize| {
        let new = pairing.new_of(field)?;
        let boxes = |form: &Form, id| form.member(id).field().map(|field| field.kind.choices().to_vec());
        let paired = pairing.choices(&boxes(old_form, field)?, &boxes(new_form, new)?);
        paired.get(index).copied().flatten()
    };
    let pattern = |id: PatternId| {
        let old = old_form.patterns.get(id.0)?;
        let same = |new: &crate::form::Pattern| new.name == old.name && new.anchored() == old.anchored();
        new_form.patterns.iter().position(same).map(PatternId)
    };
    let translation = Translation { member: &|id| pairing.new_of(id), choice: &choice, pattern: &pattern };
    old.translated(&translation).is_some_and(|old| normal_form(&old) == normal_form(new))
}

/// The old member of each new one and the other way round.
fn members(old: &Form, new: &Form) -> (Vec<Option<MemberId>>, Vec<Option<MemberId>>) {
    let by_path: HashMap<&str, &Member> =
        old.members.iter().map(|member| (member.path.as_str(), member)).collect();
    let told = |member: &Member| by_path.get(member.was.as_deref()?).copied();
    let taken: HashSet<MemberId> = new.members.iter().filter_map(told).map(|member| member.id).collect();
    let (mut olds, mut news) = (vec![None; new.members.len()], vec![None; old.members.len()]);
    for member in &new.members {
        let group = member.parent.map(|group| olds[group.index()]);
        let found = told(member).or_else(|| {
            let path = match group {
                None => member.name.clone(),
                Some(group) => format!("{}.{}", old.member(group?).path, member.name),
            };
            by_path.get(path.as_str()).copied().filter(|found| !taken.contains(&found.id))
        });
        // A group that became a field is another thing with the same name.
        let found =
            found.filter(|found| found.is_group() == member.is_group() && news[found.id.index()].is_none());
        if let Some(found) = found {
            olds[member.id.index()] = Some(found.id);
            news[found.id.index()] = Some(member.id);
        }
    }
    (olds, news)
}

fn rules(old: &Form, new: &Form) -> Vec<(usize, usize)> {
    let olds: Vec<&str> = old.rules.iter().map(|rule| rule.id.as_str()).collect();
    let was: Vec<Option<&str>> = new.rules.iter().map(|rule: &Rule| rule.was.as_deref()).collect();
    let news: Vec<&str> = new.rules.iter().map(|rule| rule.id.as_str()).collect();
    let paired = paired(&olds, &news, &was);
    paired.into_iter().enumerate().filter_map(|(old, new)| Some((old, new?))).collect()
}

fn choices(old: &[Choice], new: &[Choice]) -> Vec<Option<usize>> {
    let olds: Vec<&str> = old.iter().map(|choice| choice.id.as_str()).collect();
    let news: Vec<&str> = new.iter().map(|choice| choice.id.as_str()).collect();
    let was: Vec<Option<&str>> = new.iter().map(|choice| choice.was.as_deref()).collect();
    paired(&olds, &news, &was)
}

/// The new index of each old id: by `was`, else by the same id.
fn paired(old: &[&str], new: &[&str], was: &[Option<&str>]) -> Vec<Option<usize>> {
    let index: HashMap<&str, usize> = old.iter().enumerate().map(|(index, id)| (*id, index)).collect();
    let mut paired = vec![None; old.len()];
    for (new, was) in was.iter().enumerate() {
        if let Some(old) = was.and_then(|was| index.get(was)) {
            paired[*old] = paired[*old].or(Some(new));
        }
    }
    for (at, id) in new.iter().enumerate() {
        let told = was[at].is_some_and(|was| index.contains_key(was));
        if let Some(old) = index.get(id).filter(|_| !told) {
            paired[*old] = paired[*old].or(Some(at));
        }
    }
    paired
}
