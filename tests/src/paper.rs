//! A filled form as rows of cells, to be spoilt as offices and their tools spoil it, and written as web page or text.

use std::fmt::Write as _;

use serde_json::Value;
use tianbao_codegen::render::{Options, PaperFormat, render};
use tianbao_report::page::{self, Block};
use tianbao_schema::Form;
use tianbao_schema::form::{CellContent, MemberId};

/// A filled form.
#[derive(Clone, Debug)]
pub struct Paper {
    /// Lines above the table.
    pub head: Vec<String>,
    /// Rows of the table.
    pub rows: Vec<Vec<Slot>>,
    /// Lines below the table.
    pub foot: Vec<String>,
}

/// A place in a row.
#[derive(Clone, Debug)]
pub struct Slot {
    /// What stands there.
    pub text: String,
    /// Columns covered.
    pub span: usize,
    /// True where the cell above goes on here.
    pub goes_on: bool,
    /// What it is.
    pub is: Is,
}

/// What a cell is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Is {
    /// The label of a section or group.
    Heading,
    /// The label of a field.
    Label(MemberId),
    /// The value of a field.
    Value(MemberId),
    /// Nothing that the form prints.
    Other,
}

impl Slot {
    /// A cell of no field.
    #[must_use]
    pub fn other(text: &str, span: usize) -> Self {
        Self { text: text.to_owned(), span, goes_on: false, is: Is::Other }
    }
}

impl Paper {
    /// A report without marks.
    ///
    /// # Panics
    /// Where what we wrote cannot be read.
    #[must_use]
    pub fn of(form: &Form, report: &Value) -> Self {
        let options = Options { instructions: false, marks: false };
        let html = render(form, Some(report), PaperFormat::Html, &options);
        let page = page::read("report.html", &html).expect("our own page").expect("a page");
        let mut paper = Self { head: Vec::new(), rows: Vec::new(), foot: Vec::new() };
        for block in &page.blocks {
            match block {
                Block::Line(line) if paper.rows.is_empty() => paper.head.push(line.text.clone()),
                Block::Line(line) => paper.foot.push(line.text.clone()),
                Block::Table(table) => {
                    paper.rows = (0..form.layout.grid.rows).map(|row| row_of(form, table, row)).collect();
                }
            }
        }
        paper
    }

    /// The columns of its widest row.
    #[must_use]
    pub fn columns(&self) -> usize {
        self.rows.iter().map(|row| row.iter().map(|slot| slot.span).sum()).max().unwrap_or(1)
    }

    /// Every cell that is there, in reading order.
    pub fn slots(&mut self) -> impl Iterator<Item = &mut Slot> {
        self.rows.iter_mut().flatten().filter(|slot| !slot.goes_on)
    }

    /// Takes a row out; a cell that goes on below stays.
    pub fn remove(&mut self, row: usize) {
        let removed = self.rows.remove(row);
        let Some(next) = self.rows.get_mut(row) else { return };
        for slot in removed.into_iter().filter(|slot| !slot.goes_on) {
            if let Some(below) =
                next.iter_mut().find(|below| below.goes_on && below.is == slot.is && below.text == slot.text)
            {
                below.goes_on = false;
            }
        }
    }

    /// A web page.
    #[must_use]
    pub fn html(&self) -> String {
        let line = |text: &String| format!("<p>{}</p>\n", escaped(text));
        let head: String = self.head.iter().map(line).collect();
        let foot: String = self.foot.iter().map(line).collect();
        format!("<!doctype html><meta charset=\"utf-8\"><body>\n{head}{}{foot}", self.table())
    }

    /// The table of a web page.
    #[must_use]
    pub fn table(&self) -> String {
        let mut out = "<table>\n".to_owned();
        for (index, row) in self.rows.iter().enumerate() {
            out.push_str("<tr>");
            for (column, slot) in columns(row).filter(|(_, slot)| !slot.goes_on) {
                let below = self.rows[index + 1..].iter();
                let on = below.take_while(|row| columns(row).any(|(at, slot)| at == column && slot.goes_on));
                let text = escaped(&slot.text);
                let _ = write!(out, "<td rowspan={} colspan={}>{text}</td>", 1 + on.count(), slot.span);
            }
            out.push_str("</tr>\n");
        }
        out + "</table>\n"
    }

    /// A text: lines, the table as it is written by `table`, lines.
    #[must_use]
    pub fn text(&self, table: impl Fn(&[Vec<Slot>]) -> String) -> String {
        format!("{}\n{}\n{}\n", self.head.join("\n"), table(&self.rows), self.foot.join("\n"))
    }
}

/// The cells of a row with the columns at which they begin.
fn columns(row: &[Slot]) -> impl Iterator<Item = (usize, &Slot)> {
    row.iter().scan(0, |next, slot| {
        let column = *next;
        *next += slot.span;
        Some((column, slot))
    })
}

fn row_of(form: &Form, table: &page::Table, row: usize) -> Vec<Slot> {
    let covers = |cell: &&tianbao_schema::form::Cell| (cell.row..cell.row + cell.row_span).contains(&row);
    let mut cells: Vec<_> = form.layout.grid.cells.iter().filter(covers).collect();
    cells.sort_by_key(|cell| cell.column);
    let slot = |cell: &tianbao_schema::form::Cell| {
        let found = table.cells.iter().find(|found| found.row == cell.row && found.column == cell.column);
        let is = match cell.content {
            CellContent::Section(_) => Is::Heading,
            CellContent::Label(id) if form.member(id).is_group() => Is::Heading,
            CellContent::Label(id) => Is::Label(id),
            CellContent::Value(id) => Is::Value(id),
        };
        let text = found.map(|found| found.text.clone()).unwrap_or_default();
        Slot { text, span: cell.column_span, goes_on: cell.row < row, is }
    };
    cells.into_iter().map(slot).collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('\n', "<br>")
}
