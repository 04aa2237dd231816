//! The 填写说明 as a sequence of clauses, in the order in which it is printed.

use super::{Content, Form, Member, MemberId, Part, Section};

/// What a clause of the 填写说明 speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// A section (index in [`Form::sections`]): its heading, with its own instruction below.
    Section(usize),
    /// A group's heading, or a field with its instruction.
    Member(MemberId),
    /// The paragraph of one box of a choice.
    Choice {
        /// The field.
        field: MemberId,
        /// Index of the box.
        choice: usize,
    },
}

/// A clause: a heading, a heading with its text, or a text alone.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Clause<'a> {
    /// What it speaks of.
    pub subject: Subject,
    /// Depth of its number: 0 for 一、, 1 for 1., 2 for （1）.
    pub level: usize,
    /// Its number: `一`, `1.`, `（1）`; empty where it has none.
    pub number: &'a str,
    /// Its title; empty for a text alone.
    pub label: &'a str,
    /// Its text, in verbatim slices; empty for a heading.
    pub parts: &'a [Part],
    /// True where the text stands on lines of its own below the heading, without ：.
    pub below: bool,
}

impl Clause<'_> {
    /// Number and title: `1.网站名称`; empty for a text alone.
    #[must_use]
    pub fn heading(&self) -> String {
        // Only the number of a section is followed by a mark that is not its own.
        let mark =
            if matches!(self.subject, Subject::Section(_)) && !self.number.is_empty() { "、" } else { "" };
        format!("{}{mark}{}", self.number, self.label)
    }

    /// The text, joined to the byte.
    #[must_use]
    pub fn text(&self) -> String {
        self.parts.iter().map(|part| part.text.as_str()).collect()
    }

    /// The clause as it is printed, one paragraph each.
    #[must_use]
    pub fn paragraphs(&self) -> Vec<String> {
        let (heading, text) = (self.heading(), self.text());
        match (heading.is_empty(), text.is_empty()) {
            (_, true) => vec![heading],
            (true, false) => vec![text],
            (false, false) if self.below => vec![heading, text],
            (false, false) => vec![format!("{heading}：{text}")],
        }
    }
}

impl Form {
    /// The 填写说明, clause by clause; sections without a title are not in it.
    #[must_use]
    pub fn clauses(&self) -> Vec<Clause<'_>> {
        let mut clauses = Vec::new();
        for (index, section) in self.sections.iter().enumerate() {
            let Some(label) = &section.label else { continue };
            clauses.push(Clause {
                subject: Subject::Section(index),
                level: 0,
                number: section.number.as_deref().unwrap_or_default(),
                label,
                parts: &section.instruction,
                below: true,
            });
            self.member_clauses(&section.members, section, 1, &mut clauses);
        }
        clauses
    }

    fn member_clauses<'a>(
        &'a self,
        members: &[MemberId],
        section: &Section,
        level: usize,
        clauses: &mut Vec<Clause<'a>>,
    ) {
        for member in members.iter().map(|id| self.member(*id)) {
            if member.number.is_some() || !member.instruction.is_empty() {
                clauses.push(Clause {
                    subject: Subject::Member(member.id),
                    level,
                    number: member.number.as_deref().unwrap_or_default(),
                    label: printed_label(member, section),
                    parts: &member.instruction,
                    below: member.text_below,
                });
            }
            match &member.content {
                Content::Group(children) => self.member_clauses(children, section, level + 1, clauses),
                Content::Field(field) => {
                    choice_clauses(member.id, field.kind.choices(), level, clauses);
                }
            }
        }
    }
}

/// The paragraphs of the boxes that have one.
fn choice_clauses<'a>(
    field: MemberId,
    choices: &'a [super::Choice],
    level: usize,
    clauses: &mut Vec<Clause<'a>>,
) {
    for (choice, item) in choices.iter().enumerate().filter(|(_, item)| !item.instruction.is_empty()) {
        let subject = Subject::Choice { field, choice };
        clauses.push(Clause {
            subject,
            level,
            number: "",
            label: "",
            parts: &item.instruction,
            below: false,
        });
    }
}

/// A field without number that only repeats its section's title is a paragraph under it.
fn printed_label<'a>(member: &'a Member, section: &Section) -> &'a str {
    match &section.label {
        Some(label) if member.number.is_none() && *label == member.label => "",
        Some(_) | None => &member.label,
    }
}
