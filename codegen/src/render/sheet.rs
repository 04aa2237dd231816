//! The form as it is printed, blank or filled: the one model from which every format is written.

use serde::Serialize;
use serde_json::Value;
use tianbao_core::print;
use tianbao_schema::Form;
use tianbao_schema::form::{Cell, CellContent, Choice, Field, Kind, Line, Member, MemberId, Piece};

use super::explanations::{Explanation, explanations};
use super::widths;
use crate::docs::words;
use crate::instructions::section_anchor;

/// Between two boxes.
pub(crate) const GAP: &str = "\u{3000}\u{3000}\u{3000}";
/// A line to write on.
pub(crate) const LINE: &str = "____";

/// The form as it is printed.
#[derive(Serialize)]
pub(crate) struct Sheet {
    pub(super) head: Vec<PrintedLine>,
    /// Widths, in thousandths of the table's.
    pub(super) columns: Vec<usize>,
    pub(super) rows: Vec<PrintedRow>,
    pub(super) foot: Vec<PrintedLine>,
    pub(super) explanations: Vec<Explanation>,
}

/// A line above or below the table.
#[derive(Serialize)]
pub(super) struct PrintedLine {
    place: LinePlace,
    pieces: Vec<PrintedPiece>,
}

/// How a line is set.
#[derive(Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
enum LinePlace {
    /// The title of the form.
    Title,
    /// Centred below the title.
    Subtitle,
    /// From the left edge.
    Line,
}

/// Text, or a value.
#[derive(Serialize)]
struct PrintedPiece {
    text: String,
    value: Option<Shown>,
}

/// The cells of a row from left to right, also those that go on from the row above.
#[derive(Serialize)]
pub(super) struct PrintedRow {
    pub(super) cells: Vec<PrintedCell>,
    /// True where a cell goes on in the next row.
    goes_on: bool,
}

/// A label, or a value.
#[derive(Serialize)]
pub(super) struct PrintedCell {
    column: usize,
    row_span: usize,
    pub(super) column_span: usize,
    /// True where it goes on from the row above, and so is empty.
    continued: bool,
    anchor: String,
    label: String,
    unit: Option<String>,
    /// True where label and unit do not fit on one line.
    unit_below: bool,
    /// True for a short value in a narrow cell.
    centred: bool,
    value: Option<Shown>,
}

/// A value as it is printed: boxes, or a text.
#[derive(Serialize)]
struct Shown {
    /// The field's path.
    path: String,
    /// The field's label.
    label: String,
    /// A number that no other field has.
    number: u32,
    /// None where nothing is filled in.
    text: Option<String>,
    boxes: Vec<PrintedBox>,
}

/// A box of a choice.
#[derive(Serialize)]
struct PrintedBox {
    label: String,
    ticked: bool,
    /// What is written on the line after it, if there is one.
    line: Option<Shown>,
}

/// The form, filled with the values of a report or blank.
pub(crate) fn sheet(form: &Form, report: Option<&Value>) -> Sheet {
    let grid = &form.layout.grid;
    let columns = widths::columns(form);
    let filled = Filled { form, report, columns: &columns };
    let last_head = form.layout.head.len().saturating_sub(1);
    let head = form.layout.head.iter().enumerate().map(|(index, line)| {
        let below_title = index > 0 && index < last_head && form.layout.head[index - 1].title;
        filled.line(line, if below_title { LinePlace::Subtitle } else { LinePlace::Line })
    });
    Sheet {
        head: head.collect(),
        rows: (0..grid.rows).map(|row| filled.row(row)).collect(),
        foot: form.layout.foot.iter().map(|line| filled.line(line, LinePlace::Line)).collect(),
        explanations: explanations(form, report),
        columns,
    }
}

/// What is printed for a field that has a value, where that is text and no boxes.
#[must_use]
pub fn printed_text(form: &Form, report: &Value, id: MemberId) -> Option<String> {
    let filled = Filled { form, report: Some(report), columns: &[] };
    filled.at(form.member(id))?;
    filled.value(id).filter(|shown| shown.boxes.is_empty())?.text
}

/// A form with the report that fills it.
struct Filled<'a> {
    form: &'a Form,
    report: Option<&'a Value>,
    columns: &'a [usize],
}

impl Filled<'_> {
    fn line(&self, line: &Line, place: LinePlace) -> PrintedLine {
        let piece = |piece: &Piece| match piece {
            Piece::Text(text) => Some(PrintedPiece { text: text.clone(), value: None }),
            Piece::Value { of, .. } => {
                Some(PrintedPiece { text: String::new(), value: self.value(of.member) })
            }
            // Lines of the layout have no figures.
            Piece::Figure(_) => None,
        };
        PrintedLine {
            place: if line.title { LinePlace::Title } else { place },
            pieces: line.pieces.iter().filter_map(piece).collect(),
        }
    }

    fn row(&self, row: usize) -> PrintedRow {
        let covers = |cell: &&Cell| (cell.row..cell.row + cell.row_span).contains(&row);
        let mut cells: Vec<&Cell> = self.form.layout.grid.cells.iter().filter(covers).collect();
        cells.sort_by_key(|cell| cell.column);
        PrintedRow {
            goes_on: cells.iter().any(|cell| cell.row + cell.row_span > row + 1),
            cells: cells.into_iter().map(|cell| self.cell(cell, cell.row < row)).collect(),
        }
    }

    fn cell(&self, cell: &Cell, continued: bool) -> PrintedCell {
        let (anchor, label, unit, value) = match cell.content {
            CellContent::Section(index) => {
                let section = self.form.sections.get(index);
                let label = section.and_then(|section| section.label.clone()).unwrap_or_default();
                let unit = section.and_then(|section| section.unit.clone());
                (section_anchor(self.form, index), label, unit, None)
            }
            CellContent::Label(id) => {
                let member = self.form.member(id);
                (member.path.clone(), member.label.clone(), member.written_unit.clone(), None)
            }
            CellContent::Value(id) => {
                (self.form.member(id).path.clone(), String::new(), None, self.value(id))
            }
        };
        let width = self.columns.iter().skip(cell.column).take(cell.column_span).sum();
        let unit_below = unit.as_ref().is_some_and(|unit| !widths::fits(&label, unit, width));
        PrintedCell {
            column: cell.column,
            row_span: cell.row_span,
            column_span: cell.column_span,
            continued,
            anchor,
            label,
            unit,
            unit_below,
            centred: value.as_ref().is_some_and(|value| widths::stands_in_the_middle(&value.plain(), width)),
            value,
        }
    }

    fn value(&self, id: MemberId) -> Option<Shown> {
        let member = self.form.member(id);
        let field = member.field()?;
        let value = self.at(member);
        let boxes = self.boxes(member, field, value);
        let text = match value {
            Some(value) if boxes.is_empty() => Some(words(field, value).unwrap_or_else(|| json(value))),
            Some(value) if !ticks(field, value) => Some(json(value)),
            None if boxes.is_empty() => self.word_for_absent(member).map(str::to_owned),
            Some(_) | None => None,
        };
        Some(Shown { path: member.path.clone(), label: member.label.clone(), number: id.0 + 1, text, boxes })
    }

    /// The member's value; absent and null are the same.
    fn at(&self, member: &Member) -> Option<&Value> {
        self.report?.pointer(&member.pointer).filter(|value| !value.is_null())
    }

    /// The form's word for what is absent, where the report may leave the member out: the outermost of its groups that
    /// is missing is optional, else it itself.
    fn word_for_absent(&self, member: &Member) -> Option<&str> {
        self.report?;
        let groups = self.form.ancestors(member.id);
        let missing = groups.into_iter().find(|group| self.at(group).is_none()).unwrap_or(member);
        self.form.absent.as_deref().filter(|_| missing.optional)
    }

    fn boxes(&self, member: &Member, field: &Field, value: Option<&Value>) -> Vec<PrintedBox> {
        let ticked = |choice: &Choice| match value {
            Some(Value::Array(items)) => items.iter().any(|item| *item == choice.id),
            Some(value) => *value == choice.id,
            None => false,
        };
        match &field.kind {
            Kind::Flag => [true, false].map(|flag| answer(flag, value == Some(&flag.into()))).into(),
            // Boxes none of which is ticked are an answer; left out is another.
            Kind::Choices(choices)
                if value.is_none()
                    && self.word_for_absent(member).is_some()
                    && choices
                        .iter()
                        .filter_map(|choice| self.written(choice))
                        .all(|line| line.text.is_none()) =>
            {
                Vec::new()
            }
            Kind::Choice(choices) | Kind::Choices(choices) => {
                let item = |choice: &Choice| PrintedBox {
                    label: choice.label.clone(),
                    ticked: ticked(choice),
                    line: self.written(choice),
                };
                choices.iter().map(item).collect()
            }
            Kind::Count { .. }
            | Kind::Number { .. }
            | Kind::Text { .. }
            | Kind::Url
            | Kind::Date
            | Kind::Year { .. } => Vec::new(),
        }
    }

    /// What is written on the line after a box.
    fn written(&self, choice: &Choice) -> Option<Shown> {
        let id = choice.line?;
        let absent = self.at(self.form.member(id)).is_none();
        self.value(id).map(|shown| if absent { Shown { text: None, ..shown } } else { shown })
    }
}

fn answer(flag: bool, ticked: bool) -> PrintedBox {
    PrintedBox { label: print::flag(flag).to_owned(), ticked, line: None }
}

/// True where ticked boxes say all of the value.
fn ticks(field: &Field, value: &Value) -> bool {
    match (&field.kind, value) {
        (Kind::Choices(choices), Value::Array(items)) => items.iter().enumerate().all(|(at, item)| {
            let known = choices.iter().any(|choice| *item == choice.id);
            known && !items[..at].contains(item)
        }),
        (Kind::Choices(_), _) => false,
        _ => words(field, value).is_some(),
    }
}

fn json(value: &Value) -> String {
    value.to_string()
}

impl PrintedLine {
    /// As plain text.
    pub(super) fn plain(&self) -> String {
        let piece = |piece: &PrintedPiece| match &piece.value {
            Some(value) => value.plain(),
            None => piece.text.clone(),
        };
        self.pieces.iter().map(piece).collect()
    }
}

impl PrintedCell {
    /// As plain text; a unit stands on a line of its own.
    pub(super) fn plain(&self) -> String {
        match (&self.value, &self.unit) {
            _ if self.continued => String::new(),
            (Some(value), _) => value.plain(),
            (None, Some(unit)) => format!("{}\n（单位：{unit}）", self.label),
            (None, None) => self.label.clone(),
        }
    }
}

impl Shown {
    /// As plain text; a box with a line to write on begins a line.
    fn plain(&self) -> String {
        let mut text = String::new();
        for item in &self.boxes {
            if !text.is_empty() {
                text.push_str(if item.line.is_some() { "\n" } else { GAP });
            }
            text.push(if item.ticked { '☑' } else { '□' });
            text.push_str(&item.label);
            if let Some(line) = &item.line {
                text.push_str(LINE);
                text.push_str(&line.plain());
                text.push_str(LINE);
            }
        }
        if let Some(own) = &self.text {
            text.push_str(if text.is_empty() { "" } else { GAP });
            text.push_str(own);
        }
        text
    }
}
