//! A local addition: a form that is composed of a base and of what one place adds to it.

use tianbao_core::reserved;

use super::{Form, Member, MemberId, Revision, Rule};

/// What a composed form is made of. Its members begin with those of the base, its rules too.
#[derive(Clone, Debug, PartialEq)]
pub struct Addition {
    /// Id: `shili`. Its members stand under `local.shili` in a report.
    pub id: String,
    /// Title: 示例省补充项.
    pub title: String,
    /// Its own revision, from 1; that of the form is the base's.
    pub revision: u32,
    /// What each of its revisions after the first mended, the newest last.
    pub revisions: Vec<Revision>,
    /// The form that it adds to.
    pub base: Box<Form>,
    /// The base's spec, relative to the addition's folder; none where the base is shipped.
    pub base_file: Option<String>,
}

impl Addition {
    /// How readers are told of it: 示例省补充项（shili，修订 1）.
    #[must_use]
    pub fn heading(&self) -> String {
        format!("{}（{}，修订 {}）", self.title, self.id, self.revision)
    }
}

impl Form {
    /// True for a group or field that the addition brings.
    #[must_use]
    pub fn is_added(&self, member: MemberId) -> bool {
        self.addition.as_ref().is_some_and(|addition| member.index() >= addition.base.members.len())
    }

    /// True for a rule that the addition brings or makes stricter.
    #[must_use]
    pub fn is_apart(&self, rule: &Rule) -> bool {
        self.base_rule(rule).map_or(self.addition.is_some(), |base| base.severity != rule.severity)
    }

    /// The base's own version of a rule that the addition makes stricter.
    #[must_use]
    pub fn stricter_than(&self, rule: &Rule) -> Option<&Rule> {
        self.base_rule(rule).filter(|base| base.severity != rule.severity)
    }

    fn base_rule(&self, rule: &Rule) -> Option<&Rule> {
        self.addition.as_ref()?.base.rule(&rule.id)
    }

    /// True for a group or field of the base that the addition makes stricter.
    #[must_use]
    pub fn is_stricter(&self, member: &Member) -> bool {
        let base = self.addition.as_ref().and_then(|addition| addition.base.members.get(member.id.index()));
        base.is_some_and(|base| {
            let kinds = member.field().map(|field| &field.kind) != base.field().map(|field| &field.kind);
            kinds || member.optional != base.optional
        })
    }

    /// True for the group `local`, in which further additions may stand that are not this form's.
    #[must_use]
    pub fn is_open(&self, member: &Member) -> bool {
        // No other form can have a member of this name: it is reserved.
        member.path == LOCAL
    }
}

/// The member that holds additions, by their ids.
pub const LOCAL: &str = reserved::NAMES[reserved::LOCAL];
