//! What is new since the edition before: all of it in one chapter, and a mark on every field and rule that it concerns.

use serde::Serialize;
use tianbao_schema::Form;

use super::{Link, link};
use crate::diff::{At, Change, ChangeKind, Diff, Topic};

/// What is new in an edition.
#[derive(Serialize)]
pub(crate) struct News {
    /// The edition before.
    since: u32,
    summary: String,
    topics: Vec<Changed>,
}

/// The changes of one topic.
#[derive(Serialize)]
struct Changed {
    title: &'static str,
    changes: Vec<Line>,
}

/// One change.
#[derive(Serialize)]
struct Line {
    name: &'static str,
    /// Where it is shown on this page; none for what is no more, and for the form itself.
    link: Option<Link>,
    place: String,
    text: String,
}

/// What is new of one field or rule.
#[derive(Clone, Serialize)]
pub(crate) struct Mark {
    /// True where the edition before has no such field or rule.
    added: bool,
    /// What changed: 单位改了：条 → 篇.
    changes: Vec<String>,
}

/// The chapter.
pub(super) fn of(form: &Form, since: &Diff) -> News {
    let changed = |topic: Topic| Changed {
        title: topic.label(),
        changes: since
            .changes
            .iter()
            .filter(|change| change.kind.topic() == topic)
            .map(|change| line(form, change))
            .collect(),
    };
    let topics = Topic::ALL.map(changed).into_iter().filter(|topic| !topic.changes.is_empty());
    News { since: since.old.edition, summary: since.summary(), topics: topics.collect() }
}

fn line(form: &Form, change: &Change) -> Line {
    let At { new_path, rule, .. } = &change.at;
    let member = new_path.as_ref().and_then(|path| form.find(path));
    let rule = rule.as_ref().and_then(|id| form.rule(id));
    let place = change.at.name();
    Line {
        name: change.kind.name(),
        link: match (member, rule) {
            (Some(member), _) => Some(Link { label: place.clone(), ..link(form, member.id, false) }),
            (None, Some(rule)) => Some(Link::to(&rule.id, &place)),
            (None, None) => None,
        },
        place,
        text: change.told(),
    }
}

/// The mark of a group or field; what stands in a new group is new with it.
pub(super) fn of_member(form: &Form, since: &Diff, path: &str) -> Option<Mark> {
    let own = mark(since, |at| at.new_path.as_deref() == Some(path));
    own.or_else(|| {
        let around = form.ancestors(form.find(path)?.id);
        let is_new = |change: &Change| {
            is_added(change.kind)
                && around.iter().any(|group| change.at.new_path.as_ref() == Some(&group.path))
        };
        since.changes.iter().any(is_new).then(|| Mark { added: true, changes: Vec::new() })
    })
}

/// The mark of a rule.
pub(super) fn of_rule(since: &Diff, id: &str) -> Option<Mark> {
    mark(since, |at| at.rule.as_deref() == Some(id))
}

/// Order and print are no news of a field.
fn mark(since: &Diff, is_here: impl Fn(&At) -> bool) -> Option<Mark> {
    let here = |change: &&Change| is_here(&change.at) && change.kind.topic() != Topic::Layout;
    let (added, changed): (Vec<&Change>, Vec<&Change>) =
        since.changes.iter().filter(here).partition(|change| is_added(change.kind));
    let changes = changed.iter().map(|change| format!("{}：{}", change.kind.name(), change.told())).collect();
    (!added.is_empty() || !changed.is_empty()).then_some(Mark { added: !added.is_empty(), changes })
}

const fn is_added(kind: ChangeKind) -> bool {
    matches!(
        kind,
        ChangeKind::SectionAdded
            | ChangeKind::GroupAdded
            | ChangeKind::FieldAdded
            | ChangeKind::OptionalAdded
            | ChangeKind::RuleAdded
    )
}
