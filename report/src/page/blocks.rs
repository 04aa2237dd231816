//! A page under construction: numbers lines and tables, and counts what it holds.

use std::collections::BTreeSet;

use super::decode::trim;
use super::{Block, Cell, Line, MAX_COLUMNS, MAX_PIECES, Mark, Place, Refused, Table};

/// Blocks so far.
#[derive(Default)]
pub(super) struct Blocks {
    blocks: Vec<Block>,
    /// Where characters that nobody sees were left out.
    pub(super) cleaned: BTreeSet<Place>,
    pieces: usize,
    paragraphs: usize,
    tables: usize,
}

/// A table under way: tables inside it come after it.
pub(super) struct Open {
    slot: usize,
    /// From 1.
    pub(super) number: usize,
    /// The cells so far, by row.
    pub(super) cells: Vec<Cell>,
    /// Rows begun.
    pub(super) rows: usize,
    /// By column: the row from which it is free, where a cell of several rows covers it.
    free: Vec<usize>,
    /// Where the next cell of this row goes at the earliest.
    pub(super) column: usize,
    /// The cells before this one are in groups that have ended.
    grouped: usize,
}

impl Blocks {
    /// A line; nothing where it shows nothing. Its place is given, or it counts as a paragraph.
    pub(super) fn line(
        &mut self,
        text: &str,
        marks: Vec<Mark>,
        place: Option<Place>,
    ) -> Result<bool, Refused> {
        let text = trim(text);
        if text.is_empty() {
            return Ok(false);
        }
        self.count()?;
        self.paragraphs += 1;
        let place = place.unwrap_or(Place::Paragraph { paragraph: self.paragraphs });
        self.blocks.push(Block::Line(Line { text: text.to_owned(), place, marks }));
        Ok(true)
    }

    /// Begins a table.
    pub(super) fn open(&mut self) -> Open {
        self.tables += 1;
        let slot = self.blocks.len();
        self.blocks.push(Block::Table(Table::default()));
        Open {
            slot,
            number: self.tables,
            cells: Vec::new(),
            rows: 0,
            free: Vec::new(),
            column: 0,
            grouped: 0,
        }
    }

    /// Ends a table.
    pub(super) fn close(&mut self, mut open: Open) {
        open.end_group();
        open.cells.sort_by_key(|cell| (cell.row, cell.column));
        if let Some(slot) = self.blocks.get_mut(open.slot) {
            *slot = Block::Table(Table { cells: open.cells });
        }
    }

    /// One more line or cell.
    pub(super) fn count(&mut self) -> Result<(), Refused> {
        self.pieces += 1;
        if self.pieces > MAX_PIECES { Err(Refused::TooManyPieces) } else { Ok(()) }
    }

    /// The last line, where nothing came after it.
    pub(super) fn last_line(&mut self) -> Option<&mut Line> {
        match self.blocks.last_mut() {
            Some(Block::Line(line)) => Some(line),
            Some(Block::Table(_)) | None => None,
        }
    }

    /// All blocks; tables without a cell are none.
    pub(super) fn finish(self) -> Vec<Block> {
        let shown = |block: &Block| match block {
            Block::Line(_) => true,
            Block::Table(table) => !table.cells.is_empty(),
        };
        self.blocks.into_iter().filter(shown).collect()
    }
}

impl Open {
    /// Ends a group of rows: no cell goes on beyond it.
    pub(super) fn end_group(&mut self) {
        for cell in self.cells.iter_mut().skip(self.grouped) {
            cell.row_span = cell.row_span.min(self.rows.saturating_sub(cell.row)).max(1);
        }
        self.grouped = self.cells.len();
        self.free.clear();
    }

    /// Begins a row.
    pub(super) fn row(&mut self) {
        self.rows += 1;
        self.column = 0;
    }

    /// Puts an empty cell at the next place of this row that no cell from above covers; its index.
    pub(super) fn cell(&mut self, row_span: usize, column_span: usize) -> Result<usize, Refused> {
        let row = self.rows.saturating_sub(1);
        let mut column = self.column;
        while self.free.get(column).is_some_and(|free| *free > row) {
            column += 1;
        }
        let end = column.saturating_add(column_span.max(1));
        if end > MAX_COLUMNS {
            return Err(Refused::TooManyPieces);
        }
        self.column = end;
        if row_span > 1 {
            if self.free.len() < end {
                self.free.resize(end, 0);
            }
            for free in self.free.get_mut(column..end).into_iter().flatten() {
                *free = row.saturating_add(row_span);
            }
        }
        self.cells.push(Cell {
            row,
            column,
            row_span: row_span.max(1),
            column_span: column_span.max(1),
            text: String::new(),
            place: Place::Cell { table: self.number, row: row + 1, column: column + 1 },
            marks: Vec::new(),
        });
        Ok(self.cells.len() - 1)
    }
}
