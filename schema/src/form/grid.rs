//! The layout as a grid of cells: what the official table looks like, for renderers and readers alike.

use super::{MemberId, Template};

/// How the form is printed: lines above the table, the table, lines below it.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// Paper size: `A4`.
    pub paper: String,
    /// Lines above the table, as in 填报单位：{reporting_unit}.
    pub head: Vec<Line>,
    /// The table.
    pub grid: Grid,
    /// Lines below the table.
    pub foot: Vec<Line>,
}

/// A line of text with places for values.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Its pieces; only text and values.
    pub pieces: Template,
    /// True for the title line of the form.
    pub title: bool,
}

/// The table: `columns` wide, cells in reading order (by row, then column). Every place is covered exactly once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    /// Number of rows.
    pub rows: usize,
    /// Number of columns.
    pub columns: usize,
    /// The cells.
    pub cells: Vec<Cell>,
}

/// A cell that covers `row_span` × `column_span` places from `row`, `column` (from 0).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// First row.
    pub row: usize,
    /// First column.
    pub column: usize,
    /// Rows covered, at least 1.
    pub row_span: usize,
    /// Columns covered, at least 1.
    pub column_span: usize,
    /// What it shows.
    pub content: CellContent,
}

/// What a cell of the grid shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CellContent {
    /// The title of a section (index in `Form::sections`), with its unit.
    Section(usize),
    /// The label of a group or field, with the unit written there.
    Label(MemberId),
    /// The value of a field.
    Value(MemberId),
}

impl Grid {
    /// The same grid with more columns: the last cell of a row takes them.
    #[must_use]
    pub(crate) fn widened(mut self, columns: usize) -> Self {
        for cell in self.cells.iter_mut().filter(|cell| cell.column + cell.column_span == self.columns) {
            cell.column_span += columns - self.columns;
        }
        Self { columns, ..self }
    }

    /// Puts the rows of another grid before one of this grid's rows. A `title` that stands in both goes on into them.
    pub(crate) fn insert(&mut self, at: usize, title: Option<CellContent>, mut added: Self) {
        for cell in self.cells.iter_mut().filter(|cell| cell.row >= at) {
            cell.row += added.rows;
        }
        if let Some(cell) = self.cells.iter_mut().find(|cell| Some(cell.content) == title) {
            cell.row_span += added.rows;
            added.cells.retain(|cell| Some(cell.content) != title);
        }
        self.cells.extend(added.cells.into_iter().map(|cell| Cell { row: cell.row + at, ..cell }));
        self.cells.sort_by_key(|cell| (cell.row, cell.column));
        self.rows += added.rows;
    }

    /// The cells of one row that begin there, in column order.
    pub fn row(&self, row: usize) -> impl Iterator<Item = &Cell> {
        self.cells.iter().filter(move |cell| cell.row == row)
    }
}
