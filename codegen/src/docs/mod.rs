//! The field documentation: what each field means, how it is filled in, named and checked. As Markdown and as a page.

mod conventions;
mod entry;
mod facts;
mod news;
mod rule;

use serde::Serialize;
use tianbao_schema::Form;
use tianbao_schema::form::{Addition, MemberId, Part, PartKind, Piece, Section};

use crate::diff::Diff;
use crate::instructions::section_anchor;
use crate::templates;

use conventions::{Convention, Reserved};
use entry::Entry;
use news::News;
use rule::Rule;

pub(crate) use facts::words;

/// `fields.md`; with what is new since the edition before, if that is known.
#[must_use]
pub fn markdown(form: &Form, since: Option<&Diff>) -> String {
    templates::render("docs/fields.md", page(form, since))
}

/// `fields.html`; with what is new since the edition before, if that is known.
#[must_use]
pub fn html(form: &Form, since: Option<&Diff>) -> String {
    templates::render("docs/fields.html", page(form, since))
}

/// All that the templates of the documentation show.
#[derive(Serialize)]
pub(crate) struct Page {
    id: String,
    title: String,
    edition: u32,
    edition_name: String,
    revision: u32,
    /// The addition that the form is composed with.
    addition: Option<String>,
    years: String,
    counts: Counts,
    before: Vec<Link>,
    news: Option<News>,
    sections: Vec<Chapter>,
    rules: Vec<Rule>,
    withdrawn: Vec<Rule>,
    revisions: Vec<Revision>,
    reads_previous: bool,
    conventions: Vec<Convention>,
    reserved: Vec<Reserved>,
}

/// What a revision mended.
#[derive(Serialize)]
struct Revision {
    number: u32,
    date: String,
    note: String,
}

#[derive(Serialize)]
struct Counts {
    fields: usize,
    optional: usize,
    rules: usize,
    errors: usize,
    warnings: usize,
    hints: usize,
}

/// A section with its groups and fields.
#[derive(Serialize)]
struct Chapter {
    anchor: String,
    heading: String,
    unit: Option<String>,
    /// The group that holds its fields; none where they stand at the root.
    group: Option<Entry>,
    parts: Vec<PartGroup>,
    entries: Vec<Entry>,
}

/// The slices of one kind in an instruction.
#[derive(Serialize)]
pub(crate) struct PartGroup {
    key: &'static str,
    label: &'static str,
    texts: Vec<String>,
}

/// A link to a group or field of the page.
#[derive(Clone, Serialize)]
pub(crate) struct Link {
    anchor: String,
    clause: Option<String>,
    label: String,
    previous: bool,
}

fn page(form: &Form, since: Option<&Diff>) -> Page {
    let mut page = page_after(form, &[]);
    if let Some(since) = since {
        page.news = Some(news::of(form, since));
        let entries =
            page.sections.iter_mut().flat_map(|chapter| chapter.group.iter_mut().chain(&mut chapter.entries));
        entries.for_each(|entry| entry.news = news::of_member(form, since, &entry.anchor));
        page.rules.iter_mut().for_each(|rule| rule.news = news::of_rule(since, rule.id()));
    }
    page
}

impl Link {
    fn to(anchor: &str, label: &str) -> Self {
        Self { anchor: anchor.to_owned(), clause: None, label: label.to_owned(), previous: false }
    }
}

/// The documentation's view of a form, below other chapters of a page: their link targets and titles.
pub(crate) fn page_after(form: &Form, before: &[(&str, &str)]) -> Page {
    let rules = rule::all(form);
    Page {
        id: form.id.clone(),
        title: form.title.clone(),
        edition: form.edition,
        edition_name: form.edition_name(),
        revision: form.revision,
        addition: form.addition.as_ref().map(Addition::heading),
        years: facts::years(form.years.from, form.years.to),
        counts: counts(form),
        before: before.iter().map(|(anchor, label)| Link::to(anchor, label)).collect(),
        news: None,
        sections: (0..)
            .zip(&form.sections)
            .map(|(index, section)| chapter(form, index, section, &rules))
            .collect(),
        withdrawn: rule::withdrawn(form),
        revisions: form.revisions.iter().map(revision).chain(added_revisions(form)).collect(),
        reads_previous: form.reads_previous(),
        conventions: conventions::all(form),
        reserved: conventions::reserved(form),
        rules,
    }
}

fn revision(from: &tianbao_schema::form::Revision) -> Revision {
    Revision { number: from.number, date: from.date.to_string(), note: from.note.clone() }
}

/// Those of the addition, which counts its own.
fn added_revisions(form: &Form) -> impl Iterator<Item = Revision> {
    let own = form.addition.iter().flat_map(|addition| &addition.revisions).map(revision);
    own.map(|own| Revision { note: format!("（补充）{}", own.note), ..own })
}

fn counts(form: &Form) -> Counts {
    use tianbao_core::Severity;
    let optional = |id: MemberId| {
        form.member(id).optional || form.ancestors(id).iter().any(|ancestor| ancestor.optional)
    };
    let rules = |severity| form.rules.iter().filter(|rule| rule.severity == severity).count();
    Counts {
        fields: form.fields().count(),
        optional: form.fields().filter(|(member, _)| optional(member.id)).count(),
        rules: form.rules.len(),
        errors: rules(Severity::Error),
        warnings: rules(Severity::Warning),
        hints: rules(Severity::Hint),
    }
}

fn chapter(form: &Form, index: usize, section: &Section, rules: &[Rule]) -> Chapter {
    let mut entries = Vec::new();
    for id in &section.members {
        entry::collect(form, *id, 3, rules, &mut entries);
    }
    Chapter {
        anchor: section_anchor(form, index),
        heading: heading(form, section),
        unit: section.unit.clone(),
        group: section.member.map(|id| entry::entry(form, form.member(id), 2, rules)),
        parts: part_groups(&section.instruction),
        entries,
    }
}

/// 五、办事服务; a section without title is called by where its fields are printed.
fn heading(form: &Form, section: &Section) -> String {
    match (&section.number, &section.label) {
        (Some(number), Some(label)) => format!("{number}、{label}"),
        (None, Some(label)) => label.clone(),
        (_, None) if printed_in(form, section, &form.layout.head) => "表头".into(),
        (_, None) if printed_in(form, section, &form.layout.foot) => "表尾".into(),
        (_, None) => "表内".into(),
    }
}

fn printed_in(form: &Form, section: &Section, lines: &[tianbao_schema::form::Line]) -> bool {
    let pieces = lines.iter().flat_map(|line| &line.pieces);
    pieces.into_iter().any(|piece| match piece {
        Piece::Value { of, .. } => std::ptr::eq(form.section_of(of.member), section),
        Piece::Text(_) | Piece::Figure(_) => false,
    })
}

/// The slices of an instruction by kind, each kind once.
pub(crate) fn part_groups(parts: &[Part]) -> Vec<PartGroup> {
    let groups = PartKind::ALL.into_iter().map(|kind| PartGroup {
        key: kind.key(),
        label: kind.label(),
        texts: parts.iter().filter(|part| part.kind == kind).map(|part| part.text.clone()).collect(),
    });
    groups.filter(|group| !group.texts.is_empty()).collect()
}

/// A link to a member, by all its labels.
pub(crate) fn link(form: &Form, id: MemberId, previous: bool) -> Link {
    let member = form.member(id);
    Link {
        anchor: member.path.clone(),
        clause: member.clause.clone(),
        label: member.full_label.clone(),
        previous,
    }
}
