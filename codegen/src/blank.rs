//! The official form as a table: blank to print, or filled with a report's values to look at.

use serde::Serialize;
use serde_json::Value;
use tianbao_schema::Form;
use tianbao_schema::form::{Cell, CellContent, Choice, Field, Grid, Kind, Line, MemberId, Piece, Section};

use crate::docs::words;
use crate::instructions::section_anchor;
use crate::templates;

/// `blank.html`
#[must_use]
pub fn html(form: &Form) -> String {
    let page = Page { title: &form.title, paper: &form.layout.paper, form: sheet(form, None) };
    templates::render("blank/blank.html", page)
}

#[derive(Serialize)]
struct Page<'a> {
    title: &'a str,
    paper: &'a str,
    form: Sheet,
}

/// The form as it is printed.
#[derive(Serialize)]
pub(crate) struct Sheet {
    head: Vec<PrintedLine>,
    /// Widths in per cent; none for the column that takes what is left.
    columns: Vec<Option<usize>>,
    rows: Vec<Vec<PrintedCell>>,
    foot: Vec<PrintedLine>,
}

#[derive(Serialize)]
struct PrintedLine {
    title: bool,
    pieces: Vec<PrintedPiece>,
}

/// Text, or a value.
#[derive(Serialize)]
struct PrintedPiece {
    text: String,
    value: Option<Shown>,
}

/// A label, or a value.
#[derive(Serialize)]
struct PrintedCell {
    row_span: usize,
    column_span: usize,
    anchor: String,
    label: String,
    unit: Option<String>,
    value: Option<Shown>,
}

/// A value as it is printed: a text, or boxes.
#[derive(Serialize)]
struct Shown {
    text: Option<String>,
    boxes: Vec<PrintedBox>,
}

#[derive(Serialize)]
struct PrintedBox {
    label: String,
    ticked: bool,
    /// True where a line to write on follows.
    line: bool,
    text: String,
}

/// The form, filled with the values of a report or blank.
pub(crate) fn sheet(form: &Form, report: Option<&Value>) -> Sheet {
    let filled = Filled { form, report };
    let grid = &form.layout.grid;
    Sheet {
        head: form.layout.head.iter().map(|line| filled.line(line)).collect(),
        columns: (0..grid.columns).map(|column| width(form, grid, column)).collect(),
        rows: (0..grid.rows).map(|row| grid.row(row).map(|cell| filled.cell(cell)).collect()).collect(),
        foot: form.layout.foot.iter().map(|line| filled.line(line)).collect(),
    }
}

/// A form with the report that fills it.
struct Filled<'a> {
    form: &'a Form,
    report: Option<&'a Value>,
}

impl Filled<'_> {
    fn line(&self, line: &Line) -> PrintedLine {
        let piece = |piece: &Piece| match piece {
            Piece::Text(text) => Some(PrintedPiece { text: text.clone(), value: None }),
            Piece::Value { of, .. } => {
                Some(PrintedPiece { text: String::new(), value: self.value(of.member) })
            }
            // Lines of the layout have no figures.
            Piece::Figure(_) => None,
        };
        PrintedLine { title: line.title, pieces: line.pieces.iter().filter_map(piece).collect() }
    }

    fn cell(&self, cell: &Cell) -> PrintedCell {
        let (anchor, label, unit, value) = match cell.content {
            CellContent::Section(index) => {
                let section = self.form.sections.get(index);
                let label = section.and_then(|section| section.label.clone()).unwrap_or_default();
                (
                    section_anchor(self.form, index),
                    label,
                    section.and_then(|section| section.unit.clone()),
                    None,
                )
            }
            CellContent::Label(id) => {
                let member = self.form.member(id);
                (member.path.clone(), member.label.clone(), member.written_unit.clone(), None)
            }
            CellContent::Value(id) => {
                (self.form.member(id).path.clone(), String::new(), None, self.value(id))
            }
        };
        PrintedCell { row_span: cell.row_span, column_span: cell.column_span, anchor, label, unit, value }
    }

    fn value(&self, id: MemberId) -> Option<Shown> {
        let field = self.form.member(id).field()?;
        let value = self.at(id);
        let boxes = match &field.kind {
            Kind::Flag => [("是", true), ("否", false)]
                .map(|(label, truth)| flag(label, value == Some(&truth.into())))
                .into(),
            Kind::Choice(choices) | Kind::Choices(choices) => self.boxes(choices, value),
            Kind::Count { .. }
            | Kind::Number { .. }
            | Kind::Text { .. }
            | Kind::Url
            | Kind::Date
            | Kind::Year { .. } => Vec::new(),
        };
        Some(Shown { text: self.text(field, value), boxes })
    }

    /// The member's value; absent and null are the same.
    fn at(&self, id: MemberId) -> Option<&Value> {
        self.report?.pointer(&self.form.member(id).pointer).filter(|value| !value.is_null())
    }

    /// The value in words; where the report leaves it out, the form's word for that.
    fn text(&self, field: &Field, value: Option<&Value>) -> Option<String> {
        self.report?;
        match value {
            Some(value) => words(field, value),
            None => self.form.absent.clone(),
        }
    }

    fn boxes(&self, choices: &[Choice], value: Option<&Value>) -> Vec<PrintedBox> {
        let ticked = |choice: &Choice| match value {
            Some(Value::Array(items)) => items.iter().any(|item| item.as_str() == Some(&choice.id)),
            Some(value) => value.as_str() == Some(&choice.id),
            None => false,
        };
        let text = |id| self.at(id).and_then(Value::as_str).unwrap_or_default().to_owned();
        let item = |choice: &Choice| PrintedBox {
            label: choice.label.clone(),
            ticked: ticked(choice),
            line: choice.line.is_some(),
            text: choice.line.map(text).unwrap_or_default(),
        };
        choices.iter().map(item).collect()
    }
}

fn flag(label: &str, ticked: bool) -> PrintedBox {
    PrintedBox { label: label.into(), ticked, line: false, text: String::new() }
}

/// Ems of a line on paper.
const LINE: usize = 37;

/// The width of a column in per cent, from the cells that it holds alone; the last takes what is left.
fn width(form: &Form, grid: &Grid, column: usize) -> Option<usize> {
    if column + 1 == grid.columns {
        return None;
    }
    let alone = grid.cells.iter().filter(|cell| cell.column == column && cell.column_span == 1);
    let ems = alone.map(|cell| match cell.content {
        CellContent::Section(index) => form.sections.get(index).map_or(4, title_ems),
        CellContent::Label(id) => form.member(id).label.chars().count().clamp(4, 7),
        CellContent::Value(_) => 8,
    });
    let fair = 100 / grid.columns;
    Some(((ems.max().unwrap_or(4) + 1) * 100 / LINE).min(fair))
}

fn title_ems(section: &Section) -> usize {
    section.label.as_ref().map_or(4, |label| label.chars().count().clamp(4, 7))
}
