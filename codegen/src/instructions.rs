//! The official 填写说明, clause by clause, as Markdown and as a page to print.

use serde::Serialize;
use tianbao_schema::Form;
use tianbao_schema::form::{Clause, Part, PartKind, Subject};

use crate::templates;

/// `instructions.md`
#[must_use]
pub fn markdown(form: &Form) -> String {
    templates::render("instructions/instructions.md", page(form))
}

/// `instructions.html`
#[must_use]
pub fn html(form: &Form) -> String {
    templates::render("instructions/instructions.html", page(form))
}

#[derive(Serialize)]
struct Page {
    title: String,
    edition: u32,
    chapters: Vec<Chapter>,
}

/// A section of the 填写说明: 一、基本信息.
#[derive(Serialize)]
pub(crate) struct Chapter {
    anchor: String,
    heading: String,
    paragraphs: Vec<String>,
    slices: Vec<Slice>,
    clauses: Vec<Item>,
}

/// A clause below a section's heading. A heading without text is a group's.
#[derive(Serialize)]
struct Item {
    anchor: Option<String>,
    heading: String,
    paragraphs: Vec<String>,
    slices: Vec<Slice>,
    below: bool,
}

/// A piece of a text with what it says.
#[derive(Serialize)]
pub(crate) struct Slice {
    key: &'static str,
    label: &'static str,
    text: String,
}

fn page(form: &Form) -> Page {
    Page {
        title: match &form.addition {
            None => form.title.clone(),
            Some(addition) => format!("{}（含{}）", form.title, addition.title),
        },
        edition: form.edition,
        chapters: chapters(form),
    }
}

/// The 填写说明 as templates want it.
pub(crate) fn chapters(form: &Form) -> Vec<Chapter> {
    let mut chapters: Vec<Chapter> = Vec::new();
    for clause in form.clauses() {
        match (clause.subject, chapters.last_mut()) {
            (Subject::Section(index), _) => chapters.push(Chapter {
                anchor: section_anchor(form, index),
                heading: clause.heading(),
                paragraphs: paragraphs(&clause),
                slices: slices(&clause),
                clauses: Vec::new(),
            }),
            (Subject::Member(_) | Subject::Choice { .. }, Some(chapter)) => {
                chapter.clauses.push(item(form, &clause));
            }
            // A section's clause comes before those of its members.
            (Subject::Member(_) | Subject::Choice { .. }, None) => {}
        }
    }
    chapters
}

fn item(form: &Form, clause: &Clause<'_>) -> Item {
    let anchor = match clause.subject {
        Subject::Member(id) => Some(form.member(id).path.clone()),
        Subject::Section(_) | Subject::Choice { .. } => None,
    };
    let heading = clause.heading();
    Item { anchor, heading, paragraphs: paragraphs(clause), slices: slices(clause), below: clause.below }
}

/// The text alone; a line break in it begins a paragraph.
fn paragraphs(clause: &Clause<'_>) -> Vec<String> {
    clause.text().lines().filter(|line| !line.is_empty()).map(str::to_owned).collect()
}

/// The text piece by piece.
fn slices(clause: &Clause<'_>) -> Vec<Slice> {
    let slice =
        |part: &Part| Slice { key: part.kind.key(), label: part.kind.label(), text: part.text.clone() };
    clause.parts.iter().map(slice).collect()
}

/// The kinds of pieces, each without a text.
pub(crate) fn kinds() -> Vec<Slice> {
    PartKind::ALL.map(|kind| Slice { key: kind.key(), label: kind.label(), text: String::new() }).into()
}

/// The link target of a section: its path, else a name that no path can be.
pub(crate) fn section_anchor(form: &Form, index: usize) -> String {
    match form.sections.get(index).and_then(|section| section.member) {
        Some(member) => form.member(member).path.clone(),
        None => format!("section-{}", index + 1),
    }
}
