//! Tables whose cells tabs divide: a cell a line with a tab before it, or a row a line with tabs between cells.

use super::clean::Dialect;
use super::source::{Piece, Source, blank};
use crate::page::Refused;
use crate::page::blocks::Blocks;

/// How far to look for where a cell goes on.
const AHEAD: usize = 200;
/// So many lines without a tab between two rows still belong to them.
pub(super) const LINES_BETWEEN: usize = 2;

/// What tabs stand for in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// One before each cell; a blank line between rows.
    Cells,
    /// Between the cells of a row.
    Rows,
    /// There are none.
    Without,
}

impl Shape {
    pub(super) fn of(source: &Source<'_>) -> Self {
        let (mut cells, mut rows) = (0usize, 0usize);
        for line in (0..source.len()).map(|at| source.line(at)) {
            match line.strip_prefix('\t') {
                Some(rest) if !rest.contains('\t') => cells += 1,
                Some(_) | None if line.contains('\t') => rows += 1,
                Some(_) | None => {}
            }
        }
        match (cells, rows) {
            (0, 0) => Self::Without,
            _ if cells >= rows => Self::Cells,
            _ => Self::Rows,
        }
    }
}

/// Reads a table with a tab before each cell, which begins at this line; the line after it.
pub(super) fn cells<'a>(source: &Source<'a>, from: usize, blocks: &mut Blocks) -> Result<usize, Refused> {
    let piece = |part: &'a str| source.piece(part, Dialect::Plain);
    let mut rows: Vec<Vec<Piece>> = Vec::new();
    let mut row: Vec<Piece> = Vec::new();
    let mut at = from;
    while at < source.len() {
        let line = source.line(at);
        if let Some(cell) = line.strip_prefix('\t') {
            row.push(piece(cell));
        } else if !blank(line) {
            if let Some(last) = row.last_mut() {
                last.extend(&piece(line));
            }
        } else {
            let next = source.shown(at);
            let Some(next) = next.filter(|next| source.line(*next).starts_with('\t') || goes_on(source, at))
            else {
                at = next.unwrap_or(source.len());
                break;
            };
            if source.line(next).starts_with('\t') {
                rows.push(std::mem::take(&mut row));
            } else if let Some(last) = row.last_mut() {
                last.text.push('\n');
            }
            at = next;
            continue;
        }
        at += 1;
    }
    rows.push(row);
    source.push_rows(joined(rows), blocks)?;
    Ok(at)
}

/// True where the cell before this blank line goes on after it: one blank line, then lines without a tab, and the next
/// row after a blank line again. A new table follows what stands before it at once, as a title does.
fn goes_on(source: &Source<'_>, blank_line: usize) -> bool {
    let after = (blank_line + 1)..source.len().min(blank_line + AHEAD);
    let Some(row) = after.clone().find(|at| source.line(*at).starts_with('\t')) else { return false };
    let blanks: Vec<bool> = (blank_line..row).map(|at| blank(source.line(at))).collect();
    let doubled = blanks.windows(2).any(|pair| pair == [true, true]);
    !doubled && blanks.last() == Some(&true)
}

/// A blank line inside a cell looks as one between rows. The row that it cut off is told by the row below, which begins
/// with an empty cell for the cell that stands alone, and so has more cells.
fn joined(rows: Vec<Vec<Piece>>) -> Vec<Vec<Piece>> {
    let widths: Vec<usize> = rows.iter().map(Vec::len).collect();
    let merged: Vec<bool> = rows.iter().map(|row| row.first().is_none_or(Piece::is_empty)).collect();
    let cut = |at: usize| match (widths.get(at..at + 3), merged.get(at..at + 3)) {
        (Some([1, part, whole]), Some([false, false, true])) => part < whole,
        _ => false,
    };
    let mut all: Vec<Vec<Piece>> = Vec::new();
    let mut open = false;
    for (at, row) in rows.into_iter().enumerate() {
        match all.last_mut() {
            Some(last) if open => last.extend(row),
            Some(_) | None => all.push(row),
        }
        open = cut(at);
    }
    all
}

/// True where a row with tabs between its cells begins.
pub(super) fn begins(source: &Source<'_>, at: usize) -> bool {
    let line = source.line(at);
    line.contains('\t')
        || (!blank(line) && continues_label(source.line(at + 1)) && source.line(at + 1).contains('\t'))
}

/// True for a line that goes on with the cell above: the unit or explanation of a label.
pub(super) fn continues_label(line: &str) -> bool {
    line.trim_start_matches([' ', '\u{3000}']).starts_with(['（', '(', '［', '['])
}

/// Reads a table with tabs between cells, which begins at this line; the line after it.
pub(super) fn rows(source: &Source<'_>, from: usize, blocks: &mut Blocks) -> Result<usize, Refused> {
    let is_row = |at: usize| source.line(at).contains('\t');
    let mut rows: Vec<Vec<Piece>> = Vec::new();
    let mut at = from;
    while at < source.len() {
        let Some(next) = source.shown(at) else { break };
        let Some(row) = (next..=next + LINES_BETWEEN).find(|row| is_row(*row) || blank(source.line(*row)))
        else {
            break;
        };
        if !is_row(row) {
            break;
        }
        let whole = continues_label(source.line(row));
        if !whole {
            rows.extend((next..row).map(|at| vec![source.piece(source.line(at), Dialect::Plain)]));
        }
        let first = if whole { next } else { row };
        let parts = source.between(first, row).split('\t');
        rows.push(parts.map(|part| source.piece(part, Dialect::Plain)).collect());
        at = row + 1;
    }
    source.push_rows(rows, blocks)?;
    Ok(at)
}
