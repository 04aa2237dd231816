//! `was:` that names nothing of the edition before: mistyped, it would be left out of account in silence.

use super::Pairing;
use crate::diagnostic::Message;
use crate::form::Form;
use crate::spec::nearest;

/// A `was:` without what it names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistaken {
    /// The member, choice or rule that has it.
    pub at: String,
    /// What it names.
    pub was: String,
    /// What it most likely means.
    pub near: Option<String>,
}

impl Mistaken {
    /// What to say of it.
    #[must_use]
    pub fn message(&self) -> Message {
        let Self { at, was, near } = self;
        let (zh, en) = match near {
            Some(near) => (format!("，是不是 {near}？"), format!("; did you mean {near}?")),
            None => Default::default(),
        };
        Message::new(
            format!("{at}：was: {was} 在旧版里没有{zh}"),
            format!("{at}: the edition before has no {was}{en}"),
        )
    }
}

/// Every such `was:` of the later of two editions. Between revisions of one edition it speaks of neither.
#[must_use]
pub fn mistaken(one: &Form, other: &Form) -> Vec<Mistaken> {
    if one.edition == other.edition {
        return Vec::new();
    }
    let (old, new) = if one.edition < other.edition { (one, other) } else { (other, one) };
    let pairing = Pairing::of(old, new);
    let mut found = Vec::new();
    for member in &new.members {
        let alike = old.members.iter().filter(|old| old.is_group() == member.is_group());
        let known = alike.map(|old| (old.path.as_str(), pairing.new_of(old.id).is_none()));
        found.extend(told(&member.path, member.was.as_deref(), known, |was| old.find(was).is_some()));
        let Some(before) = pairing.old_of(member.id).map(|id| old.member(id).choices()) else { continue };
        let paired = pairing.choices(before, member.choices());
        for choice in member.choices() {
            let known = before.iter().zip(&paired).map(|(old, new)| (old.id.as_str(), new.is_none()));
            let at = format!("{} 的选项 {}", member.path, choice.id);
            let is_there = |was: &str| before.iter().any(|old| old.id == was);
            found.extend(told(&at, choice.was.as_deref(), known, is_there));
        }
    }
    for rule in &new.rules {
        let known = old.rules.iter().enumerate();
        let known = known.map(|(index, old)| (old.id.as_str(), pairing.new_rule(index).is_none()));
        let is_there = |was: &str| old.rules.iter().any(|old| old.id == was);
        found.extend(told(&format!("规则 {}", rule.id), rule.was.as_deref(), known, is_there));
    }
    found
}

/// A `was:` that is not there, with the nearest of those that are left over; the only one of them; the nearest of all.
fn told<'a>(
    at: &str,
    was: Option<&str>,
    known: impl Iterator<Item = (&'a str, bool)> + Clone,
    is_there: impl Fn(&str) -> bool,
) -> Option<Mistaken> {
    let was = was.filter(|was| !is_there(was))?;
    let mut left = known.clone().filter(|(_, left)| *left).map(|(name, _)| name);
    let near = nearest(was, left.clone());
    let only = left.next().filter(|_| left.next().is_none());
    let near = near.or(only).or_else(|| nearest(was, known.map(|(name, _)| name)));
    Some(Mistaken { at: at.to_owned(), was: was.to_owned(), near: near.map(str::to_owned) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn form(edition: u32, names: [&str; 4]) -> Form {
        let [group, choice, rule, field] = names;
        let spec = format!(
            "form: tiny\nedition: {edition}\nyears: {{ from: {edition}, to: {edition} }}\ntitle: 小表\nsections:\n  \
             - id: s\n    label: 栏\n    fields:\n      - {group}\n        label: 组\n        fields:\n          \
             - {{ id: a, label: 甲, kind: count }}\n      - {{ {field}, label: 丙, kind: count }}\n      \
             - id: k\n        label: 乙\n        kind: choice\n        choices:\n          - {{ {choice}, label: 一 }}\n          \
             - {{ id: two, label: 二 }}\nrules:\n  - {rule}\n    title: 规则\n    assert: s.k == 'two'\n    severity: hint\n    basis: implied\n"
        );
        let checked = crate::check("小表.yaml", spec.as_bytes());
        checked.form.unwrap_or_else(|| panic!("{:?}\n{spec}", checked.diagnostics))
    }

    #[test]
    fn what_the_edition_before_does_not_have_is_told_with_what_is_meant() {
        let old = form(2019, ["id: g", "id: one", "id: s.kind.two", "id: total"]);
        let wrong = [
            "id: h\n        was: s.nothere",
            "id: first, was: qq",
            "id: s.k.two\n    was: s.kind.tow",
            "id: sum, was: s.totl",
        ];
        let zh: Vec<String> = mistaken(&old, &form(2020, wrong)).iter().map(|one| one.message().zh).collect();
        assert_eq!(
            zh,
            [
                "s.h：was: s.nothere 在旧版里没有，是不是 s.g？",
                "s.sum：was: s.totl 在旧版里没有，是不是 s.total？",
                "s.k 的选项 first：was: qq 在旧版里没有，是不是 one？",
                "规则 s.k.two：was: s.kind.tow 在旧版里没有，是不是 s.kind.two？",
            ]
        );
        let right = [
            "id: h\n        was: s.g",
            "id: first, was: one",
            "id: s.k.two\n    was: s.kind.two",
            "id: sum, was: s.total",
        ];
        assert_eq!(mistaken(&form(2020, right), &old), []);
    }
}
