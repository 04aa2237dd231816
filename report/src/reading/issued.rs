//! A newly issued form, blank or filled, held against the form as it was: what reads differently, what is new, what is
//! gone. Only what paper shows: kinds of texts and figures, limits and rules it does not.
//!
//! `rows` speaks of the table, `options` of the boxes in it, `around` of the lines above and below, `clauses` of the
//! 填写说明, `settled` says once what several of them tell.

mod around;
mod clauses;
mod options;
mod rows;
mod settled;
mod words;

use tianbao_schema::Form;
use tianbao_schema::form::MemberId;

use super::align::{self, AS_GOOD};
use super::labels::Labels;
use super::not_read::NotRead;
use super::{explanations, fold, tokens};
use crate::page::{Block, Page, Place};
pub(crate) use words::{bare, shared};

/// A part of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Of {
    /// Its title.
    Title,
    /// A line above the table.
    Head(usize),
    /// A section, by its index.
    Section(usize),
    /// A group or field.
    Member(MemberId),
    /// A box of a choice.
    Choice(MemberId, usize),
    /// A line below the table.
    Foot(usize),
}

impl Of {
    /// True where another part of the form is this one, or stands in it.
    pub(crate) fn holds(self, inner: Self, form: &Form) -> bool {
        if self == inner {
            return true;
        }
        let member = match inner {
            Self::Member(id) | Self::Choice(id, _) => id,
            Self::Title | Self::Head(_) | Self::Section(_) | Self::Foot(_) => return false,
        };
        match self {
            Self::Section(index) => form.member(member).section == index,
            Self::Member(id) => id == member || form.ancestors(member).iter().any(|group| group.id == id),
            Self::Title | Self::Head(_) | Self::Foot(_) | Self::Choice(..) => false,
        }
    }
}

/// What is different about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// Its label, or the words of a line, read so now.
    Label(String),
    /// Its unit is this now, or none.
    Unit(Option<String>),
    /// Its clause in the 填写说明 reads so now.
    Clause(String),
    /// The text of its clause stands below the heading now, or no longer.
    Below(bool),
    /// Its clause has a number now, or none.
    Numbered(bool),
    /// Its label, which the 填写说明 has too, is printed in the table now, or no longer.
    Printed(bool),
    /// It is not there.
    Gone,
    /// It stands below these headings now.
    Moved(Vec<String>),
    /// It stands at another place below its own heading.
    Reordered,
    /// It has these boxes now, or none; it was of another kind.
    Boxes(Vec<String>),
    /// Its boxes stand in this order now.
    Order(Vec<String>),
    /// A line to write on follows the box now.
    Line,
    /// It has a row of its own now; it was written on the line after a box.
    OwnRow,
    /// These fields share a row now.
    Together(Vec<MemberId>),
    /// These fields do not share a row any more.
    Apart(Vec<MemberId>),
    /// Something that the form does not know stands after it.
    New(Fresh),
}

/// Something new.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fresh {
    /// What it seems to be.
    pub kind: FreshKind,
    /// Its label, or the whole text of a line or paragraph.
    pub label: String,
    /// Its unit.
    pub unit: Option<String>,
    /// The boxes beside it.
    pub boxes: Vec<String>,
    /// Its clause in the 填写说明.
    pub clause: Option<String>,
    /// The headings around it, the outermost first.
    pub inside: Vec<String>,
}

impl Fresh {
    fn new(kind: FreshKind, label: String) -> Self {
        Self { kind, label, unit: None, boxes: Vec::new(), clause: None, inside: Vec::new() }
    }
}

/// What something new seems to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FreshKind {
    /// A section or group.
    Heading,
    /// A field.
    Field,
    /// A box.
    Choice,
    /// A line above or below the table.
    Line,
    /// A paragraph of the 填写说明.
    Clause,
}

/// A difference between the form and the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Of what part of the form; none for something new that stands before all of it.
    pub of: Option<Of>,
    /// What is different.
    pub what: What,
    /// Where in the document; none for what is gone from it.
    pub place: Option<Place>,
}

impl Difference {
    fn new(of: Of, what: What, place: Option<Place>) -> Self {
        Self { of: Some(of), what, place }
    }
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issued {
    /// The differences, in the order of the form.
    pub differences: Vec<Difference>,
    /// True where the document brings the 填写说明 too.
    pub instructions: bool,
}

/// Holds a document against the form.
///
/// # Errors
/// Where it is hardly this form.
pub fn issued(page: &Page, form: &Form) -> Result<Issued, NotRead> {
    let (sheet, instructions) = parted(page);
    let labels = Labels::of(form);
    let all = tokens::of(&sheet, form, &labels);
    let tokens = &all[..explanations::begin(&all)];
    let placed = align::align(form, &labels, tokens);
    let of = labels.items.iter().filter(|item| !item.key.is_empty()).count();
    let found = placed.iter().filter(|placed| placed.likeness >= AS_GOOD).count();
    if found < of.min(3) || found * 4 < of {
        return Err(NotRead::NotThisForm { title: form.title.clone(), found, of });
    }
    let (mut differences, lines) = around::compare(form, tokens, &placed);
    differences.extend(rows::compare(form, &labels, tokens, &placed, &lines));
    settled::renamed(form, &mut differences);
    if !instructions.is_empty() {
        clauses::compare(form, &instructions, &mut differences);
    }
    settled::settle(form, &mut differences);
    differences.sort_by_key(|difference| difference.of);
    Ok(Issued { differences, instructions: !instructions.is_empty() })
}

/// No 填写说明 has more paragraphs.
const MOST_PARAGRAPHS: usize = 2_000;

/// A paragraph of a document.
type Paragraph<'p> = (&'p str, Place);

/// The page without its 填写说明, and the paragraphs of that.
fn parted(page: &Page) -> (Page, Vec<Paragraph<'_>>) {
    let mut sheet =
        Page { origin: page.origin, blocks: Vec::new(), carried: None, cleaned: Default::default() };
    let mut instructions = Vec::new();
    let mut inside = false;
    for block in &page.blocks {
        match block {
            Block::Line(line) if inside => {
                if instructions.len() < MOST_PARAGRAPHS {
                    instructions.push((line.text.as_str(), line.place));
                }
            }
            Block::Line(line) => {
                let key = fold::key(&line.text);
                inside = key.ends_with("填写说明") && key.chars().count() < 60;
                if !inside {
                    sheet.blocks.push(block.clone());
                }
            }
            Block::Table(_) => {
                inside = false;
                sheet.blocks.push(block.clone());
            }
        }
    }
    (sheet, instructions)
}
