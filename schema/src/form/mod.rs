//! The checked model: the one thing that every backend sees.
//!
//! A [`Form`] is only ever made by [`crate::check()`]; whoever holds one may rely on it: ids are resolved, rules are
//! typed, clauses are numbered, the layout is a grid. No backend parses, resolves or re-checks anything.

mod addition;
mod clause;
mod correction;
mod field;
mod grid;
mod member;
mod rule;
mod sample;

pub use addition::{Addition, LOCAL};
pub use clause::{Clause, Subject};
pub use correction::{Changed, Correction, Revision, Withdrawn};
pub use field::{Choice, Field, Kind, Lines, Pattern, PatternId, Period, Scope};
pub use grid::{Cell, CellContent, Grid, Layout, Line};
pub use member::{Content, Member, MemberId, Part, PartKind, Printed, Section};
pub use rule::{Basis, Case, Cases, Change, FixAction, Piece, Reference, Rule, RuleFix, Template};
pub(crate) use sample::required_example;
pub use sample::{Shown, lay};

use serde_json::Value;
use tianbao_core::date::LAST_YEAR;
pub use tianbao_core::reserved::NAMES as RESERVED_MEMBERS;

/// The years that an edition serves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Years {
    /// The first.
    pub from: u16,
    /// The last; none while the edition is in force.
    pub to: Option<u16>,
}

impl Years {
    /// True for a year that the edition serves.
    #[must_use]
    pub fn holds(self, year: u64) -> bool {
        (u64::from(self.from)..=u64::from(self.to.unwrap_or(LAST_YEAR))).contains(&year)
    }
}

/// One form in one edition, checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// Id, kebab-case: `gov-website-work`.
    pub id: String,
    /// Edition: `2019`.
    pub edition: u32,
    /// Revision inside the edition, from 1.
    pub revision: u32,
    /// What each revision after the first mended, the newest last.
    pub revisions: Vec<Revision>,
    /// The years that it serves.
    pub years: Years,
    /// Title as printed: 政府网站工作年度报表.
    pub title: String,
    /// Where the form is at home on the web; its schemas' `$id` begin with it.
    pub home: Option<String>,
    /// The word printed where an optional field is absent: 无.
    pub absent: Option<String>,
    /// Named patterns, in the order of the spec.
    pub patterns: Vec<Pattern>,
    /// Every group and field in the order of the form, a group before what it holds; index is [`MemberId`].
    pub members: Vec<Member>,
    /// The members of the report object itself, in order.
    pub roots: Vec<MemberId>,
    /// The sections, in order.
    pub sections: Vec<Section>,
    /// The rules in force, in the order of the spec.
    pub rules: Vec<Rule>,
    /// The rules that a revision withdrew, in the order of the spec.
    pub withdrawn: Vec<Withdrawn>,
    /// How the form is printed.
    pub layout: Layout,
    /// A valid report without the reserved members: the spec's `sample`, else made from the fields' examples.
    pub sample: Value,
    /// What a local addition brings, where the form is composed with one.
    pub addition: Option<Addition>,
}

impl Form {
    /// A group or field.
    #[must_use]
    pub fn member(&self, id: MemberId) -> &Member {
        &self.members[id.index()]
    }

    /// A named pattern.
    #[must_use]
    pub fn pattern(&self, id: PatternId) -> &Pattern {
        &self.patterns[id.0]
    }

    /// The section in which a member stands.
    #[must_use]
    pub fn section_of(&self, id: MemberId) -> &Section {
        &self.sections[self.member(id).section]
    }

    /// All fields with their members, in the order of the form.
    pub fn fields(&self) -> impl Iterator<Item = (&Member, &Field)> {
        self.members.iter().filter_map(|member| member.field().map(|field| (member, field)))
    }

    /// The member with a path such as `services.cases.total`.
    #[must_use]
    pub fn find(&self, path: &str) -> Option<&Member> {
        self.members.iter().find(|member| member.path == path)
    }

    /// The members inside a group (`Some`), or of the report object (`None`), in order.
    #[must_use]
    pub fn children(&self, group: Option<MemberId>) -> &[MemberId] {
        group.map_or(&self.roots, |id| self.member(id).children())
    }

    /// The groups around a member, the outermost first, without the member.
    #[must_use]
    pub fn ancestors(&self, id: MemberId) -> Vec<&Member> {
        let mut found = Vec::new();
        let mut next = self.member(id).parent;
        while let Some(parent) = next {
            found.push(self.member(parent));
            next = self.member(parent).parent;
        }
        found.reverse();
        found
    }

    /// `2019 版`, or `2019 版（修订 2）` after the first issue.
    #[must_use]
    pub fn edition_name(&self) -> String {
        match self.revision {
            1 => format!("{} 版", self.edition),
            revision => format!("{} 版（修订 {revision}）", self.edition),
        }
    }

    /// All rules, those in force first, then those withdrawn.
    pub fn all_rules(&self) -> impl Iterator<Item = &Rule> {
        self.rules.iter().chain(self.withdrawn.iter().map(|withdrawn| &withdrawn.rule))
    }

    /// The rule with this id, in force or withdrawn.
    #[must_use]
    pub fn rule(&self, id: &str) -> Option<&Rule> {
        self.all_rules().find(|rule| rule.id == id)
    }

    /// The withdrawn rule with this id.
    #[must_use]
    pub fn withdrawal(&self, id: &str) -> Option<&Withdrawn> {
        self.withdrawn.iter().find(|withdrawn| withdrawn.rule.id == id)
    }

    /// Where a member stood in the edition before: by its own `was`, else by that of a group around it.
    #[must_use]
    pub fn former_path(&self, id: MemberId) -> String {
        let member = self.member(id);
        match (&member.was, member.parent) {
            (Some(was), _) => was.clone(),
            (None, Some(group)) => format!("{}.{}", self.former_path(group), member.name),
            (None, None) => member.name.clone(),
        }
    }

    /// The rules in force that read or mention a field (or, for a group, the group itself), in this year's report or last year's.
    pub fn rules_touching(&self, id: MemberId) -> impl Iterator<Item = &Rule> {
        self.rules
            .iter()
            .filter(move |rule| rule.at == id || rule.mentions.iter().any(|reference| reference.member == id))
    }

    /// True where the form has rules that compare with last year's report.
    #[must_use]
    pub fn reads_previous(&self) -> bool {
        self.rules.iter().any(|rule| rule.mentions.iter().any(|reference| reference.previous))
    }

    /// The `$id` of the report's schema: from `home`, else a URN (design section 5).
    #[must_use]
    pub fn schema_id(&self) -> String {
        match (&self.home, &self.addition) {
            (Some(home), _) => format!("{}/{}/report.schema.json", home.trim_end_matches('/'), self.folder()),
            (None, None) => format!("urn:tianbao:{}:{}", self.id, self.edition),
            (None, Some(addition)) => format!("urn:tianbao:{}:{}:{}", self.id, self.edition, addition.id),
        }
    }

    /// Where its outputs stand: `gov-website-work/2019`, with an addition `gov-website-work/2019/local/shili`.
    #[must_use]
    pub fn folder(&self) -> String {
        let edition = format!("{}/{}", self.id, self.edition);
        match &self.addition {
            None => edition,
            Some(addition) => format!("{edition}/{LOCAL}/{}", addition.id),
        }
    }
}
