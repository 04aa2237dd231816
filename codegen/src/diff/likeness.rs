//! Renames that nobody has told of: proposed by likeness of label and place, never taken for granted.

use std::collections::HashSet;

use tianbao_schema::Form;
use tianbao_schema::editions::Pairing;
use tianbao_schema::form::{Content, Member, MemberId};

/// Less alike than this is not proposed, of 100.
const ENOUGH: usize = 70;

/// Members that are gone, each with the new one that is most like it.
pub(super) fn proposals(old: &Form, new: &Form, pairing: &Pairing) -> Vec<(MemberId, MemberId)> {
    let gone: Vec<&Member> =
        old.members.iter().filter(|member| pairing.new_of(member.id).is_none()).collect();
    let added: Vec<&Member> =
        new.members.iter().filter(|member| pairing.old_of(member.id).is_none()).collect();
    let mut scored: Vec<(usize, MemberId, MemberId)> = Vec::new();
    for old_member in &gone {
        for new_member in &added {
            let score = score((old, old_member), (new, new_member), pairing);
            if score >= ENOUGH {
                scored.push((score, old_member.id, new_member.id));
            }
        }
    }
    scored.sort_by_key(|(score, old, new)| (std::cmp::Reverse(*score), *old, *new));
    let (mut olds, mut news) = (HashSet::new(), HashSet::new());
    scored.retain(|(_, old, new)| {
        let free = !olds.contains(old) && !news.contains(new);
        if free {
            olds.insert(*old);
            news.insert(*new);
        }
        free
    });
    let mut found: Vec<(MemberId, MemberId)> = scored.into_iter().map(|(_, old, new)| (old, new)).collect();
    found.sort_by_key(|(_, new)| *new);
    found
}

/// Out of 100 or more: labels count 70, the same group 20, the same neighbour 20.
fn score((old_form, old): (&Form, &Member), (new_form, new): (&Form, &Member), pairing: &Pairing) -> usize {
    let same_kind = match (&old.content, &new.content) {
        (Content::Group(_), Content::Group(_)) => true,
        (Content::Field(old), Content::Field(new)) => old.kind.key() == new.kind.key(),
        (Content::Group(_), Content::Field(_)) | (Content::Field(_), Content::Group(_)) => false,
    };
    let labels = alike(&old.label, &new.label);
    if !same_kind || labels < 40 {
        return 0;
    }
    let same_group = old.parent.and_then(|group| pairing.new_of(group)) == new.parent
        && old.parent.is_some() == new.parent.is_some();
    let before = |form: &Form, member: &Member| {
        let siblings = form.children(member.parent);
        let at = siblings.iter().position(|id| *id == member.id)?;
        siblings.get(at.checked_sub(1)?).copied()
    };
    let neighbours = (before(old_form, old), before(new_form, new));
    let same_neighbour = same_group
        && match neighbours {
            (Some(old), Some(new)) => pairing.new_of(old) == Some(new),
            (None, None) => true,
            (Some(_), None) | (None, Some(_)) => false,
        };
    labels * 7 / 10 + if same_group { 20 } else { 0 } + if same_neighbour { 20 } else { 0 }
}

/// How much of two labels is the same, out of 100: pairs of neighbouring characters (Dice's coefficient).
fn alike(one: &str, other: &str) -> usize {
    if one == other {
        return 100;
    }
    let pairs = |text: &str| -> Vec<(char, char)> { text.chars().zip(text.chars().skip(1)).collect() };
    let (one, mut other) = (pairs(one), pairs(other));
    let all = one.len() + other.len();
    if all == 0 {
        return 0;
    }
    let shared = one.iter().filter(|pair| match other.iter().position(|found| found == *pair) {
        Some(at) => {
            other.swap_remove(at);
            true
        }
        None => false,
    });
    let shared = shared.count();
    200 * shared / all
}

#[cfg(test)]
mod tests {
    use super::alike;

    #[test]
    fn labels_are_alike_by_their_pairs() {
        assert_eq!(alike("注册用户数", "注册用户数"), 100);
        assert_eq!(alike("注册用户数", "用户数"), 66);
        assert_eq!(alike("总数", "名称"), 0);
        assert_eq!(alike("甲", "乙"), 0);
    }
}
