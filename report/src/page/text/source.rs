//! The lines of a text, and cells in it with their places.

use std::cell::Cell as Shared;

use super::clean::{Dialect, clean, line};
use crate::page::blocks::Blocks;
use crate::page::decode::unseen;
use crate::page::{Place, Refused};

/// A text by lines, counted from 0.
pub(super) struct Source<'a> {
    text: &'a str,
    lines: Vec<&'a str>,
    /// The last place asked for: byte, line and column. Places are asked for in order; a long line is counted once.
    last: Shared<(usize, usize, usize)>,
}

/// A cell as it stands in the text.
pub(super) struct Piece {
    /// What it shows.
    pub(super) text: String,
    /// The byte at which it begins.
    at: usize,
    /// True where characters that nobody sees were left out.
    cleaned: bool,
}

impl Piece {
    /// More lines of the same cell.
    pub(super) fn extend(&mut self, more: &Self) {
        self.text.push('\n');
        self.text.push_str(&more.text);
        self.cleaned |= more.cleaned;
    }

    /// True where it shows nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.text.chars().all(char::is_whitespace)
    }
}

impl<'a> Source<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let mut lines = Vec::new();
        let mut rest = text;
        while let Some(end) = rest.find(['\n', '\r']) {
            let (line, after) = rest.split_at(end);
            lines.push(line);
            rest = after.strip_prefix("\r\n").or_else(|| after.get(1..)).unwrap_or_default();
        }
        lines.push(rest);
        Self { text, lines, last: Shared::new((0, 1, 1)) }
    }

    pub(super) fn len(&self) -> usize {
        self.lines.len()
    }

    /// A line; nothing beyond the last.
    pub(super) fn line(&self, at: usize) -> &'a str {
        self.lines.get(at).copied().unwrap_or_default()
    }

    /// The first line from here that shows something.
    pub(super) fn shown(&self, at: usize) -> Option<usize> {
        (at..self.len()).find(|at| !blank(self.line(*at)))
    }

    /// From the beginning of one line to the end of another.
    pub(super) fn between(&self, from: usize, to: usize) -> &'a str {
        let (first, last) = (self.line(from), self.line(to));
        self.text.get(self.offset(first)..self.offset(last) + last.len()).unwrap_or(first)
    }

    /// The cell that a part of this text makes.
    pub(super) fn piece(&self, part: &'a str, dialect: Dialect) -> Piece {
        let begin = part.len() - part.trim_start_matches([' ', '\t', '\n', '\r']).len();
        let begin = if begin == part.len() { 0 } else { begin };
        let text = clean(part, dialect);
        let hidden = |text: &str| text.chars().filter(|char| unseen(*char)).count();
        Piece { at: self.offset(part) + begin, cleaned: hidden(part) > hidden(&text), text }
    }

    /// A part of this text as a line of the page.
    pub(super) fn push_line(
        &self,
        part: &'a str,
        dialect: Dialect,
        blocks: &mut Blocks,
    ) -> Result<(), Refused> {
        if !blank(part) {
            let place = self.place_of(&self.piece(part, Dialect::Plain), blocks);
            blocks.line(&line(part, dialect), Vec::new(), Some(place))?;
        }
        Ok(())
    }

    /// Rows as a table. A cell goes on where the rows below begin with empty ones. Rows of one cell are lines.
    pub(super) fn push_rows(&self, rows: Vec<Vec<Piece>>, blocks: &mut Blocks) -> Result<(), Refused> {
        if rows.iter().all(|row| row.len() <= 1) {
            for piece in rows.into_iter().flatten() {
                let place = self.place_of(&piece, blocks);
                blocks.line(&piece.text, Vec::new(), Some(place))?;
            }
            return Ok(());
        }
        let mut open = blocks.open();
        // By column: the cell that stands there last.
        let mut above: Vec<usize> = Vec::new();
        for (number, row) in rows.into_iter().enumerate() {
            open.row();
            let merged = row.iter().position(|piece| !piece.is_empty()).unwrap_or(0);
            for (column, piece) in row.into_iter().enumerate() {
                let upper = above.get(column).and_then(|index| open.cells.get_mut(*index));
                if column < merged
                    && let Some(upper) = upper
                    && upper.row + upper.row_span == number
                {
                    upper.row_span += 1;
                    open.column = column + 1;
                    continue;
                }
                blocks.count()?;
                let index = open.cell(1, 1)?;
                if let Some(cell) = open.cells.get_mut(index) {
                    cell.place = self.place_of(&piece, blocks);
                    cell.text = piece.text;
                }
                above.resize(above.len().max(column + 1), index);
                if let Some(last) = above.get_mut(column) {
                    *last = index;
                }
            }
        }
        blocks.close(open);
        Ok(())
    }

    /// Where a part of this text begins.
    fn offset(&self, part: &str) -> usize {
        (part.as_ptr() as usize).saturating_sub(self.text.as_ptr() as usize)
    }

    /// Where a piece begins; noted where something in it is not shown.
    fn place_of(&self, piece: &Piece, blocks: &mut Blocks) -> Place {
        let place = self.place(piece.at);
        if piece.cleaned {
            blocks.cleaned.insert(place);
        }
        place
    }

    fn place(&self, at: usize) -> Place {
        let (from, mut line, mut column) = match self.last.get() {
            last if last.0 <= at => last,
            _ => (0, 1, 1),
        };
        let part = self.text.get(from..at).unwrap_or_default();
        let mut before = '\0';
        for char in part.chars() {
            match char {
                '\n' if before == '\r' => {}
                '\n' | '\r' => (line, column) = (line + 1, 1),
                _ => column += 1,
            }
            before = char;
        }
        self.last.set((at, line, column));
        Place::Line { line, column }
    }
}

/// True for a line that shows nothing and begins no cell.
pub(super) fn blank(line: &str) -> bool {
    !line.starts_with('\t') && line.chars().all(|char| char.is_whitespace() || char == '\u{FEFF}')
}
