//! What two comparisons say of one thing, said once.

use std::collections::HashSet;

use tianbao_schema::Form;
use tianbao_schema::form::{Member, MemberId};

use super::words::shared;
use super::{Difference, Fresh, FreshKind, Of, What, fold};

/// Labels that share less are two things.
const ALIKE: f64 = 0.5;

/// A field that is gone, and a new one below the same heading with a label much like it: its label is another.
pub(super) fn renamed(form: &Form, differences: &mut Vec<Difference>) {
    for at in 0..differences.len() {
        let Some(Difference { of: Some(Of::Member(id)), what: What::Gone, .. }) = differences.get(at) else {
            continue;
        };
        let member = form.member(*id);
        let is_it = |difference: &Difference| {
            let What::New(fresh) = &difference.what else { return false };
            fresh.kind == FreshKind::Field && is_renamed(form, member, fresh)
        };
        let mut candidates = (0..differences.len()).filter(|other| is_it(&differences[*other]));
        let (Some(new), None) = (candidates.next(), candidates.next()) else { continue };
        if let What::New(fresh) = &differences[new].what {
            let what = What::Label(fresh.label.clone());
            differences[at] = Difference::new(Of::Member(member.id), what, differences[new].place);
            differences.remove(new);
        }
    }
}

fn is_renamed(form: &Form, member: &Member, fresh: &Fresh) -> bool {
    let (old, new) = (fold::key(&member.label), fold::key(&fresh.label));
    let length = |text: &str| text.chars().count();
    let (short, long) = if length(&old) < length(&new) { (&old, &new) } else { (&new, &old) };
    let longer = length(short) >= 2 && length(short) * 2 >= length(long) && long.contains(short.as_str());
    let heading = fresh.inside.last().map(|label| fold::key(label));
    !member.is_group() && heading == around(form, member) && (longer || shared(&old, &new) >= ALIKE)
}

/// The key of the heading that a member stands below.
fn around(form: &Form, member: &Member) -> Option<String> {
    match member.parent {
        Some(group) if form.member(group).section == member.section => {
            Some(fold::key(&form.member(group).label))
        }
        Some(_) | None => form.sections.get(member.section)?.label.as_deref().map(fold::key),
    }
}

/// What moved is not gone; labels that changed places are no new labels; what stood on a line after a box is not new.
pub(super) fn settle(form: &Form, differences: &mut Vec<Difference>) {
    let of = |wanted: fn(&What) -> bool| -> HashSet<Option<Of>> {
        differences.iter().filter(|other| wanted(&other.what)).map(|other| other.of).collect()
    };
    let moved = of(|what| matches!(what, What::Moved(_)));
    let reordered = of(|what| *what == What::Reordered);
    let parent = |of: Option<Of>| {
        let Some(Of::Member(id)) = of else { return None };
        Some((form.member(id).parent, form.member(id).section))
    };
    let among: HashSet<_> = reordered.iter().filter_map(|of| parent(*of)).collect();
    let is_sibling = |of: Option<Of>, label: &str| {
        let family = parent(of).filter(|family| among.contains(family));
        let siblings = form.members.iter().filter(|other| Some((other.parent, other.section)) == family);
        siblings.map(|other| fold::key(&other.label)).any(|other| other == fold::key(label))
    };
    differences.retain(|difference| match &difference.what {
        What::Gone => !moved.contains(&difference.of),
        What::Label(label) => !is_sibling(difference.of, label),
        _ => true,
    });
    let lines: Vec<MemberId> =
        form.members.iter().flat_map(Member::choices).filter_map(|choice| choice.line).collect();
    for difference in differences {
        if let What::New(fresh) = &difference.what
            && fresh.kind == FreshKind::Field
            && let Some(id) =
                lines.iter().find(|id| fold::key(&form.member(**id).label) == fold::key(&fresh.label))
        {
            *difference = Difference::new(Of::Member(*id), What::OwnRow, difference.place);
        }
    }
}
