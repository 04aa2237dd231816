//! What a new edition changes, in the form's own terms, and for whom it breaks: `compare(old, new)`.
//!
//! Four questions, each in a place of its own: what changed (`members`, `facts`, `choices`, `words`, `rules`, `layout`),
//! what kinds of change there are ([`ChangeKind`]), whom they concern ([`impact`]), how it is told ([`json`],
//! [`markdown`], the command line).

mod choices;
mod corrigendum;
mod examples;
mod facts;
pub mod impact;
mod json;
mod kind;
mod layout;
mod likeness;
mod markdown;
mod members;
mod rules;
mod trial;
mod words;

use serde_json::Value;
use tianbao_schema::Form;
use tianbao_schema::editions::{Mistaken, Pairing, mistaken};
use tianbao_schema::form::{Addition, Member, MemberId, Rule};

pub use json::{json, schema};
pub use kind::{ChangeKind, Level, Topic};
pub use markdown::markdown;
pub use trial::{NewlyFound, Tried};

/// An edition in one of its revisions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edition {
    /// Edition: `2019`.
    pub edition: u32,
    /// Revision, from 1; that of the local addition, where there is one.
    pub revision: u32,
    /// What a local addition is called: 示例省补充项（shili，修订 1）.
    pub addition: Option<String>,
}

/// What the two forms are to each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// Two editions.
    Editions,
    /// Two revisions of one edition, or of one local addition to it.
    Revisions,
    /// An edition, and the same with a local addition.
    Addition,
}

impl Edition {
    fn of(form: &Form) -> Self {
        let addition = form.addition.as_ref();
        Self {
            edition: form.edition,
            revision: addition.map_or(form.revision, |addition| addition.revision),
            addition: addition.map(Addition::heading),
        }
    }
}

impl Relation {
    fn of(old: &Form, new: &Form) -> Self {
        let addition = |form: &Form| form.addition.as_ref().map(|addition| addition.id.clone());
        let same = old.id == new.id && old.edition == new.edition;
        match (addition(old), addition(new)) {
            (old, new) if same && old == new => Self::Revisions,
            (None, Some(_)) if same => Self::Addition,
            _ => Self::Editions,
        }
    }
}

/// What changed from one edition to another.
#[derive(Clone, Debug, PartialEq)]
pub struct Diff {
    /// Id of the new form.
    pub form: String,
    /// Its title.
    pub title: String,
    /// The old edition.
    pub old: Edition,
    /// The new edition.
    pub new: Edition,
    /// What they are to each other.
    pub relation: Relation,
    /// The changes, in the order of the form.
    pub changes: Vec<Change>,
    /// `was:` that names nothing of the edition before.
    pub mistaken: Vec<Mistaken>,
    /// Renames and moves that migration follows.
    pub automatic: usize,
    /// Paths of required fields that a migrated report lacks.
    pub to_fill: Vec<String>,
    /// Paths of fields that are no more.
    pub removed: Vec<String>,
    /// What came of trying last year's reports, where that was asked for.
    pub trial: Option<Tried>,
}

/// One change.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Its kind.
    pub kind: ChangeKind,
    /// How much it changes: that of the kind, or less.
    pub level: Level,
    /// Where: a place of the form or a rule.
    pub at: At,
    /// How it was; quoted where it is a text.
    pub before: Option<String>,
    /// How it is.
    pub after: Option<String>,
    /// What else is to be said of it.
    pub note: Option<String>,
    /// A value or report on which the two editions differ.
    pub example: Option<Example>,
}

/// Where a change is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct At {
    /// Clause of the 填写说明, as far as there is one; that of the new form where the place is still there.
    pub clause: Option<String>,
    /// Label of the place, or title of the rule; empty for the form itself.
    pub label: String,
    /// Path in the old form.
    pub old_path: Option<String>,
    /// Path in the new form.
    pub new_path: Option<String>,
    /// Id of the rule, that of the new form where it is still there.
    pub rule: Option<String>,
}

/// A report near the sample on which two editions differ.
#[derive(Clone, Debug, PartialEq)]
pub struct Example {
    /// The values that make the difference, as in a report of the new edition.
    pub values: Vec<ExampleValue>,
    /// Whether the old edition takes it.
    pub old_accepts: bool,
}

/// A value of an example.
#[derive(Clone, Debug, PartialEq)]
pub struct ExampleValue {
    /// Path.
    pub path: String,
    /// Label, distinct among the values.
    pub label: String,
    /// The value; null where it is absent.
    pub value: Value,
    /// The value as printed.
    pub printed: String,
    /// True for last year's report.
    pub previous: bool,
}

impl Diff {
    /// The level of the whole: that of its largest change.
    #[must_use]
    pub fn level(&self) -> Level {
        self.changes.iter().map(|change| change.level).max().unwrap_or(Level::Compatible)
    }

    /// True where two revisions of one edition are compared.
    #[must_use]
    pub fn is_corrigendum(&self) -> bool {
        self.relation == Relation::Revisions
    }

    /// `2019 → 2020`, `2019（修订 1）→ 2019（修订 2）`, or `2019 → 2019 加示例省补充项（shili，修订 1）`.
    #[must_use]
    pub fn editions(&self) -> String {
        let name = |of: &Edition| match (self.relation, &of.addition) {
            (Relation::Revisions, _) => format!("{}（修订 {}）", of.edition, of.revision),
            (Relation::Editions | Relation::Addition, None) => of.edition.to_string(),
            (Relation::Editions | Relation::Addition, Some(addition)) => {
                format!("{} 加{addition}", of.edition)
            }
        };
        format!("{} → {}", name(&self.old), name(&self.new))
    }

    /// The whole in a line: 不兼容（旧数据须迁移，可自动迁移 1 项，须补填 1 项）
    #[must_use]
    pub fn summary(&self) -> String {
        if self.changes.is_empty() {
            return "没有变化".to_owned();
        }
        let mut parts = Vec::new();
        if self.is_corrigendum() && self.old.revision == self.new.revision {
            parts.push("修订号没有变".to_owned());
        }
        if self.automatic > 0 || !self.to_fill.is_empty() || !self.removed.is_empty() {
            parts.push("旧数据须迁移".to_owned());
        }
        let counts =
            [(self.automatic, "可自动迁移"), (self.to_fill.len(), "须补填"), (self.removed.len(), "不再有")];
        parts.extend(
            counts.iter().filter(|(count, _)| *count > 0).map(|(count, what)| format!("{what} {count} 项")),
        );
        match parts.as_slice() {
            [] => self.level().label().to_owned(),
            parts => format!("{}（{}）", self.level().label(), parts.join("，")),
        }
    }

    /// The kinds that occur, in the order of the documentation.
    #[must_use]
    pub fn kinds(&self) -> Vec<ChangeKind> {
        let occurs = |kind: &&ChangeKind| self.changes.iter().any(|change| change.kind == **kind);
        ChangeKind::ALL.iter().filter(occurs).copied().collect()
    }
}

impl Change {
    /// What it says beside its place: `甲 → 乙`.
    #[must_use]
    pub fn text(&self) -> String {
        match (&self.before, &self.after) {
            (Some(before), Some(after)) => format!("{before} → {after}"),
            (Some(only), None) | (None, Some(only)) => only.clone(),
            (None, None) => String::new(),
        }
    }

    /// All that it says beside its place: `甲 → 乙（同名不同口径）；例：…`.
    #[must_use]
    pub fn told(&self) -> String {
        let note = self.note.as_ref().map_or_else(String::new, |note| format!("（{note}）"));
        let example =
            self.example.as_ref().map_or_else(String::new, |example| format!("；{}", example.text()));
        format!("{}{note}{example}", self.text())
    }

    fn new(kind: ChangeKind, at: At) -> Self {
        Self { kind, level: kind.level(), at, before: None, after: None, note: None, example: None }
    }

    fn before(mut self, text: impl Into<String>) -> Self {
        self.before = Some(text.into());
        self
    }

    fn after(mut self, text: impl Into<String>) -> Self {
        self.after = Some(text.into());
        self
    }

    fn note(mut self, text: impl Into<String>) -> Self {
        self.note = Some(text.into());
        self
    }
}

impl At {
    /// `五.2 注册用户数`
    #[must_use]
    pub fn name(&self) -> String {
        match &self.clause {
            Some(clause) => format!("{clause} {}", self.label),
            None => self.label.clone(),
        }
    }

    fn old(member: &Member) -> Self {
        Self { old_path: Some(member.path.clone()), ..Self::place(member) }
    }

    fn new(member: &Member) -> Self {
        Self { new_path: Some(member.path.clone()), ..Self::place(member) }
    }

    fn both(old: &Member, new: &Member) -> Self {
        Self { old_path: Some(old.path.clone()), ..Self::new(new) }
    }

    fn rule(rule: &Rule) -> Self {
        Self { label: rule.title.clone(), rule: Some(rule.id.clone()), ..Self::default() }
    }

    fn place(member: &Member) -> Self {
        Self { clause: member.clause.clone(), label: member.label.clone(), ..Self::default() }
    }
}

impl Example {
    /// 例：收到留言数量 0、办结留言数量 1，原来可以，现在不可以
    #[must_use]
    pub fn text(&self) -> String {
        let values: Vec<String> = self
            .values
            .iter()
            .map(|value| {
                let year = if value.previous { "上年" } else { "" };
                format!("{year}{} {}", value.label, value.printed)
            })
            .collect();
        let outcome = if self.old_accepts {
            "原来可以，现在不可以"
        } else {
            "原来不可以，现在可以"
        };
        match values.as_slice() {
            [] => format!("例：样表，{outcome}"),
            values => format!("例：{}，{outcome}", values.join("、")),
        }
    }
}

/// Two forms side by side, while their changes are collected.
struct Comparison<'a> {
    old: &'a Form,
    new: &'a Form,
    pairing: &'a Pairing,
    /// The same from the new form to the old one.
    back: &'a Pairing,
    changes: Vec<Change>,
}

/// What changed from `old` to `new`.
#[must_use]
pub fn compare(old: &Form, new: &Form) -> Diff {
    let pairing = Pairing::of(old, new);
    let back = Pairing::of(new, old);
    let mut comparison = Comparison { old, new, pairing: &pairing, back: &back, changes: Vec::new() };
    comparison.whole();
    comparison.members();
    comparison.rules();
    comparison.layout();
    let relation = Relation::of(old, new);
    if relation == Relation::Revisions {
        comparison.changes.iter_mut().for_each(corrigendum::hold);
    }
    let automatic = |change: &&Change| is_followed(change.kind);
    Diff {
        form: new.id.clone(),
        title: match (&new.addition, relation) {
            (Some(addition), Relation::Revisions) => addition.title.clone(),
            (None, _) | (Some(_), Relation::Editions | Relation::Addition) => new.title.clone(),
        },
        old: Edition::of(old),
        new: Edition::of(new),
        relation,
        automatic: comparison.changes.iter().filter(automatic).count(),
        to_fill: to_fill(new, &pairing),
        removed: removed(old, &pairing),
        changes: comparison.changes,
        mistaken: mistaken(old, new),
        trial: None,
    }
}

impl Comparison<'_> {
    fn push(&mut self, change: Change) {
        self.changes.push(change);
    }

    /// True for a revision of the new form that the old one does not have.
    fn is_news(&self, revision: u32) -> bool {
        self.old.edition != self.new.edition || Edition::of(self.old).revision < revision
    }

    /// What is said of the form itself.
    fn whole(&mut self) {
        let (old, new) = (self.old, self.new);
        if old.title != new.title {
            self.push(
                Change::new(ChangeKind::Title, At::default())
                    .before(quoted(&old.title))
                    .after(quoted(&new.title)),
            );
        }
        if old.years != new.years {
            let years = |form: &Form| match form.years.to {
                Some(to) if to == form.years.from => to.to_string(),
                Some(to) => format!("{}—{to}", form.years.from),
                None => format!("{} 起", form.years.from),
            };
            self.push(Change::new(ChangeKind::Years, At::default()).before(years(old)).after(years(new)));
        }
        let optional =
            [(ChangeKind::AbsentWord, &old.absent, &new.absent), (ChangeKind::Home, &old.home, &new.home)];
        for (kind, old, new) in optional {
            if old != new {
                let text = |of: &Option<String>| of.as_deref().map_or_else(|| "没有".to_owned(), quoted);
                self.push(Change::new(kind, At::default()).before(text(old)).after(text(new)));
            }
        }
        let revisions = new.addition.as_ref().map_or(&new.revisions, |addition| &addition.revisions);
        for revision in revisions {
            if self.is_news(revision.number) {
                self.push(Change::new(ChangeKind::RevisionNoted, At::default()).after(revision.told()));
            }
        }
    }
}

/// True for what migration follows by itself.
const fn is_followed(kind: ChangeKind) -> bool {
    matches!(
        kind,
        ChangeKind::SectionRenamed
            | ChangeKind::GroupRenamed
            | ChangeKind::GroupMoved
            | ChangeKind::FieldRenamed
            | ChangeKind::FieldMoved
            | ChangeKind::ChoiceRenamed
            | ChangeKind::RuleRenamed
    )
}

/// Required fields that no old report has, and those that it need not have had.
fn to_fill(new: &Form, pairing: &Pairing) -> Vec<String> {
    let is_new = |id: MemberId| pairing.old_of(id).is_none();
    let required = |member: &Member| {
        // An optional group that is new itself need not be filled in.
        let around = new.ancestors(member.id);
        !member.optional && !around.iter().any(|group| group.optional && is_new(group.id))
    };
    let fields = new.fields().map(|(member, _)| member);
    fields.filter(|member| is_new(member.id) && required(member)).map(|member| member.path.clone()).collect()
}

fn removed(old: &Form, pairing: &Pairing) -> Vec<String> {
    let fields = old.fields().map(|(member, _)| member);
    fields.filter(|member| pairing.new_of(member.id).is_none()).map(|member| member.path.clone()).collect()
}

fn quoted(text: &str) -> String {
    format!("“{text}”")
}
