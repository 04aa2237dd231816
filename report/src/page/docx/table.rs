//! A Word table under way.

use crate::page::blocks::{Blocks, Open};
use crate::page::decode::trim;
use crate::page::marked::Marked;
use crate::page::{MAX_COLUMNS, Mark, Refused};

/// A table.
pub(super) struct Table {
    pub(super) open: Open,
    /// By column: the cell that stands there last.
    above: Vec<usize>,
    /// How many cells there were before this row.
    before: usize,
    /// The row was deleted.
    pub(super) deleted: bool,
}

/// How a cell goes together with its neighbour.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Merge {
    /// It does not.
    #[default]
    Alone,
    /// It is the same cell as its neighbour, above or before.
    Continues,
}

impl Merge {
    /// By the value that a property has.
    pub(super) fn of(value: Option<&str>) -> Self {
        if value == Some("restart") { Self::Alone } else { Self::Continues }
    }
}

/// A cell.
#[derive(Default)]
pub(super) struct Cell {
    pub(super) columns: usize,
    pub(super) vertical: Merge,
    pub(super) horizontal: Merge,
    pub(super) marked: Marked,
    /// It has had a paragraph.
    pub(super) begun: bool,
}

impl Table {
    pub(super) fn new(open: Open) -> Self {
        Self { open, above: Vec::new(), before: 0, deleted: false }
    }

    pub(super) fn begin_row(&mut self) {
        self.open.row();
        self.before = self.open.cells.len();
        self.deleted = false;
    }

    /// Leaves columns free at the beginning of a row.
    pub(super) fn skip(&mut self, columns: usize) {
        self.open.column = self.open.column.saturating_add(columns).min(MAX_COLUMNS);
    }

    pub(super) fn end_row(&mut self) {
        if self.deleted {
            self.open.cells.truncate(self.before);
            self.open.rows = self.open.rows.saturating_sub(1);
            self.deleted = false;
        }
    }

    pub(super) fn end_cell(&mut self, mut cell: Cell, blocks: &mut Blocks) -> Result<(), Refused> {
        let (column, columns) = (self.open.column, cell.columns.max(1));
        let row = self.open.rows.saturating_sub(1);
        if cell.horizontal == Merge::Continues
            && let Some(left) = self.open.cells.last_mut()
            && (left.row, left.column + left.column_span) == (row, column)
        {
            left.column_span += columns;
            self.open.column += columns;
            return Ok(());
        }
        if cell.vertical == Merge::Continues
            && let Some(above) = self.above.get(column).and_then(|index| self.open.cells.get_mut(*index))
            && (above.column, above.row + above.row_span) == (column, row)
        {
            // Word shows nothing of what stands in the cells that go on.
            above.row_span += 1;
            self.open.column += columns;
            return Ok(());
        }
        blocks.count()?;
        let index = self.open.cell(1, columns)?;
        let end = column + columns;
        if self.above.len() < end {
            self.above.resize(end, usize::MAX);
        }
        if let Some(above) = self.above.get_mut(column..end) {
            above.fill(index);
        }
        if let Some(new) = self.open.cells.get_mut(index) {
            let (text, marks) = cell.marked.take();
            new.text = trim(&text).to_owned();
            new.marks = marks;
        }
        Ok(())
    }

    /// The control around the cell that ended last holds all of it.
    pub(super) fn mark_last(&mut self, since: usize, path: &str) {
        if let Some(cell) = self.open.cells.get_mut(since..).and_then(<[_]>::last_mut) {
            cell.marks.push(Mark { path: path.to_owned(), text: cell.text.clone() });
        }
    }
}
