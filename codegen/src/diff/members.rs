//! Sections, groups and fields: added, removed, renamed, moved, in another order.

use tianbao_schema::Form;
use tianbao_schema::form::{Content, Field, Member, MemberId, Section};

use super::likeness::proposals;
use super::{At, Change, ChangeKind, Comparison, quoted};

/// What a member is to its readers.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Rank {
    Section,
    Group,
    Field,
}

impl Comparison<'_> {
    /// All members in the order of the new form; what is gone follows its old neighbour.
    pub(super) fn members(&mut self) {
        let (old, new) = (self.old, self.new);
        self.sections_without_id();
        self.gone_after(None);
        for member in &new.members {
            match self.pairing.old_of(member.id) {
                Some(before) => {
                    self.member(old.member(before), member);
                    self.gone_after(Some(before));
                }
                None => self.added(member),
            }
        }
        self.proposed();
        self.reordered();
        self.renumbered();
    }

    fn member(&mut self, old: &Member, new: &Member) {
        self.place(old, new);
        let labels = (section_label(self.old, old), section_label(self.new, new));
        if labels.0 != labels.1 {
            self.push(
                Change::new(ChangeKind::LabelChanged, At::both(old, new))
                    .before(quoted(labels.0))
                    .after(quoted(labels.1)),
            );
        }
        if let (Some(old_section), Some(new_section)) = (section(self.old, old), section(self.new, new)) {
            self.section(At::both(old, new), old_section, new_section);
        }
        self.presence(old, new);
        self.instruction(ChangeKind::ScopeChanged, At::both(old, new), &old.instruction, &new.instruction);
        if let (Content::Field(old_field), Content::Field(new_field)) = (&old.content, &new.content) {
            self.field((old, old_field), (new, new_field));
        }
    }

    fn field(&mut self, (old, old_field): (&Member, &Field), (new, new_field): (&Member, &Field)) {
        self.facts((old, old_field), (new, new_field));
        self.choices((old, old_field), (new, new_field));
    }

    /// Renamed or moved, as `was:` tells.
    fn place(&mut self, old: &Member, new: &Member) {
        let moved = old.parent.and_then(|group| self.pairing.new_of(group)) != new.parent
            || old.parent.is_some() != new.parent.is_some();
        let kind = match (moved, old.name == new.name, rank(self.new, new)) {
            (true, _, Rank::Section | Rank::Group) => ChangeKind::GroupMoved,
            (true, _, Rank::Field) => ChangeKind::FieldMoved,
            (false, true, _) => return,
            (false, false, Rank::Section) => ChangeKind::SectionRenamed,
            (false, false, Rank::Group) => ChangeKind::GroupRenamed,
            (false, false, Rank::Field) => ChangeKind::FieldRenamed,
        };
        let mut change = Change::new(kind, At::both(old, new)).before(&old.path).after(&new.path);
        if new.was.is_some() || old.was.is_some() {
            change = change.note("新版写明 was:");
        }
        self.push(change);
    }

    fn presence(&mut self, old: &Member, new: &Member) {
        let (kind, before, after) = match (old.optional, new.optional) {
            (true, false) => (ChangeKind::BecameRequired, "选填", "必填"),
            (false, true) => (ChangeKind::BecameOptional, "必填", "选填"),
            (true, true) | (false, false) => return,
        };
        self.push(Change::new(kind, At::both(old, new)).before(before).after(after));
    }

    /// What is said of a section beside its label and presence.
    fn section(&mut self, at: At, old: &Section, new: &Section) {
        let kind = ChangeKind::ScopeChanged;
        self.instruction(kind, at.clone(), &old.instruction, &new.instruction);
        let said = |section: &Section| {
            let printed = match section.printed {
                tianbao_schema::form::Printed::Everywhere => "表中印标题",
                tianbao_schema::form::Printed::Instructions => "表中不印标题",
            };
            let numbered = if section.numbered { "项目编号" } else { "项目不编号" };
            format!("{printed}、{numbered}")
        };
        if said(old) != said(new) {
            self.push(Change::new(ChangeKind::LayoutTitle, at).before(said(old)).after(said(new)));
        }
    }

    /// Sections without id are told by their place among each other.
    fn sections_without_id(&mut self) {
        let bare = |form: &Form| -> Vec<Section> {
            form.sections.iter().filter(|section| section.member.is_none()).cloned().collect()
        };
        for (old, new) in bare(self.old).iter().zip(&bare(self.new)) {
            let label = |section: &Section| section.label.clone().unwrap_or_default();
            let at = At { clause: new.number.clone(), label: label(new), ..At::default() };
            if old.label != new.label {
                self.push(
                    Change::new(ChangeKind::LabelChanged, at.clone())
                        .before(quoted(&label(old)))
                        .after(quoted(&label(new))),
                );
            }
            self.section(at, old, new);
        }
    }

    /// A member that the old form lacks; what stands in a group that is new itself is told with the group.
    fn added(&mut self, member: &Member) {
        if member.parent.is_some_and(|group| self.pairing.old_of(group).is_none()) {
            return;
        }
        let kind = match (member.optional, rank(self.new, member)) {
            (true, _) => ChangeKind::OptionalAdded,
            (false, Rank::Section) => ChangeKind::SectionAdded,
            (false, Rank::Group) => ChangeKind::GroupAdded,
            (false, Rank::Field) => ChangeKind::FieldAdded,
        };
        let mut facts = vec![if member.optional { "选填" } else { "必填" }.to_owned()];
        match &member.content {
            Content::Field(field) => {
                facts.push(field.kind.label().to_owned());
                facts.extend(field.unit.as_ref().map(|unit| format!("单位：{unit}")));
            }
            Content::Group(_) => {
                facts.extend(fields_below(self.new, member, &|id| self.pairing.old_of(id).is_none()))
            }
        }
        let text = format!("{}   {}", member.path, facts.join("，"));
        self.push(Change::new(kind, At::new(member)).after(text));
    }

    /// The members without counterpart that follow an old member, up to the next that has one.
    fn gone_after(&mut self, before: Option<MemberId>) {
        let first = before.map_or(0, |id| id.index() + 1);
        let gone = |member: &&Member| self.pairing.new_of(member.id).is_none();
        let members: Vec<&Member> = self.old.members.iter().skip(first).take_while(gone).collect();
        for member in members {
            self.removed(member);
        }
    }

    fn removed(&mut self, member: &Member) {
        if member.parent.is_some_and(|group| self.pairing.new_of(group).is_none()) {
            return;
        }
        let kind = match rank(self.old, member) {
            Rank::Section => ChangeKind::SectionRemoved,
            Rank::Group => ChangeKind::GroupRemoved,
            Rank::Field => ChangeKind::FieldRemoved,
        };
        let within = fields_below(self.old, member, &|id| self.pairing.new_of(id).is_none());
        let text = [vec![member.path.clone()], within.into_iter().collect()].concat().join("   ");
        self.push(Change::new(kind, At::old(member)).before(text));
    }

    fn proposed(&mut self) {
        for (old, new) in proposals(self.old, self.new, self.pairing) {
            let (old, new) = (self.old.member(old), self.new.member(new));
            let change = Change::new(ChangeKind::RenameProposed, At::both(old, new))
                .before(format!("{} {}", old.path, quoted(&old.label)))
                .after(format!("{} {}", new.path, quoted(&new.label)))
                .note(format!("若是改名，请在新版的 {} 写 was: {}", new.name, old.path));
            self.push(change);
        }
    }

    /// Members of one group that stand in another order than they did.
    fn reordered(&mut self) {
        let groups = std::iter::once(None).chain(self.new.members.iter().map(|member| Some(member.id)));
        for group in groups {
            let new = self.new.children(group);
            let olds: Vec<MemberId> = new.iter().filter_map(|id| self.pairing.old_of(*id)).collect();
            let at = match group {
                None => At::default(),
                Some(id) => At::new(self.new.member(id)),
            };
            let parent = group.and_then(|id| self.pairing.old_of(id));
            let stayed = |id: &&MemberId| self.old.member(**id).parent == parent;
            let now: Vec<MemberId> = olds.iter().filter(stayed).copied().collect();
            let mut before = now.clone();
            before.sort_unstable();
            if before == now {
                continue;
            }
            let labels = |ids: &[MemberId]| {
                let labels = ids.iter().map(|id| section_label(self.old, self.old.member(*id)));
                labels.collect::<Vec<_>>().join("、")
            };
            let (first, last) = differing(&before, &now);
            let change = Change::new(ChangeKind::Reordered, at)
                .before(labels(before.get(first..last).unwrap_or_default()))
                .after(labels(now.get(first..last).unwrap_or_default()));
            self.push(change);
        }
    }

    /// Clauses of what stands in both, where they are no longer the same.
    fn renumbered(&mut self) {
        let mut all: Vec<(String, String)> = Vec::new();
        for member in &self.new.members {
            let Some(old) = self.pairing.old_of(member.id) else { continue };
            if let (Some(old), Some(new)) = (&self.old.member(old).clause, &member.clause)
                && old != new
            {
                all.push((old.clone(), new.clone()));
            }
        }
        let Some((old, new)) = all.first() else { return };
        let change = Change::new(ChangeKind::Renumbered, At::default()).before(old).after(new);
        let count = all.len();
        self.push(if count > 1 { change.note(format!("等 {count} 条")) } else { change });
    }
}

/// First and last place (exclusive) at which two orders of the same members differ.
fn differing(before: &[MemberId], now: &[MemberId]) -> (usize, usize) {
    let same = before.iter().zip(now).take_while(|(one, other)| one == other).count();
    let tail = before.iter().rev().zip(now.iter().rev()).take_while(|(one, other)| one == other).count();
    (same, before.len().saturating_sub(tail))
}

fn rank(form: &Form, member: &Member) -> Rank {
    match (section(form, member), &member.content) {
        (Some(_), _) => Rank::Section,
        (None, Content::Group(_)) => Rank::Group,
        (None, Content::Field(_)) => Rank::Field,
    }
}

/// The section whose group a member is.
fn section<'f>(form: &'f Form, member: &Member) -> Option<&'f Section> {
    Some(form.section_of(member.id)).filter(|section| section.member == Some(member.id))
}

/// The label of a member; of a section's group that of the section, which may have none.
fn section_label<'f>(form: &'f Form, member: &'f Member) -> &'f str {
    match section(form, member) {
        Some(section) => section.label.as_deref().unwrap_or(&member.label),
        None => &member.label,
    }
}

/// 含 名称、信息发布量: the fields in a group that are new (or gone) with it.
fn fields_below(form: &Form, group: &Member, with_it: &dyn Fn(MemberId) -> bool) -> Option<String> {
    let mut labels = Vec::new();
    let mut below = group.children().to_vec();
    while let Some(id) = (!below.is_empty()).then(|| below.remove(0)) {
        let member = form.member(id);
        match &member.content {
            Content::Group(children) => {
                below.splice(0..0, children.iter().copied());
            }
            Content::Field(_) if with_it(id) => labels.push(member.label.as_str()),
            Content::Field(_) => {}
        }
    }
    (!labels.is_empty()).then(|| format!("含 {}", labels.join("、")))
}
