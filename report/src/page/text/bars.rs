//! Tables whose cells bars divide: Markdown, `a|b|`, and tables drawn with lines.

use super::clean::Dialect;
use super::source::{Piece, Source, blank};
use super::tabs::{LINES_BETWEEN, continues_label};
use crate::page::Refused;
use crate::page::blocks::Blocks;

/// What stands between cells.
const BARS: [char; 11] = ['|', '｜', '│', '┃', '║', '├', '┤', '┼', '┠', '┨', '╂'];
/// A cell of a table with outer bars has no more lines than this.
const CELL_LINES: usize = 20;

/// A line of such a table.
enum Part<'a> {
    /// Cells; they may come from several lines of text.
    Row(&'a str),
    /// A line that is drawn between rows.
    Rule,
    /// Markdown's line below the head.
    Delimiter,
}

/// So many lines with bars one after the other are no chance.
const ROWS: usize = 3;

/// What bars stand for in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// After each cell, or around them.
    Closed,
    /// Between cells.
    Between,
    /// They divide nothing all along: one inside a line is a character like others.
    Without,
}

impl Shape {
    pub(super) fn of(source: &Source<'_>) -> Self {
        let (mut rows, mut closed, mut found) = (0, 0, false);
        for line in (0..source.len()).map(|at| source.line(at)).filter(|line| !blank(line)) {
            if barred(line) || drawn(line) {
                rows += 1;
                closed += if ends(line) { 1 } else { -1 };
            } else if !continues_label(line) {
                rows = 0;
            }
            found |= rows == ROWS;
        }
        match found {
            true if closed >= 0 => Self::Closed,
            true => Self::Between,
            false => Self::Without,
        }
    }

    /// True for a line whose bars divide cells, if it holds any. A value may hold a bar as well.
    fn divides(self, source: &Source<'_>, at: usize) -> bool {
        match self {
            Self::Closed => {
                let cell = (at..source.len().min(at + CELL_LINES)).map(|at| source.line(at));
                cell.take_while(|line| !blank(line)).any(|line| ends(line) || drawn(line))
            }
            Self::Between => true,
            Self::Without => starts(source.line(at)) || ends(source.line(at)),
        }
    }
}

/// True where such a table begins.
pub(super) fn begins(source: &Source<'_>, at: usize, shape: Shape) -> bool {
    let line = source.line(at);
    let next = source.line(at + 1);
    let label = || !blank(line) && continues_label(next) && !starts(next);
    let begins = barred(line) || (barred(next) && (drawn(line) || label()));
    begins && shape.divides(source, at)
}

/// Reads the table that begins at this line; the line after it.
pub(super) fn read(
    source: &Source<'_>,
    from: usize,
    shape: Shape,
    dialect: Dialect,
    blocks: &mut Blocks,
) -> Result<usize, Refused> {
    let (parts, end) = collect(source, from, shape);
    let delimited = parts.iter().any(|part| matches!(part, Part::Delimiter));
    let dialect = if delimited { Dialect::Markdown } else { dialect };
    let outer = parts.iter().all(|part| match part {
        Part::Row(row) => !barred(row) || (starts(row) && ends(row)),
        Part::Rule | Part::Delimiter => true,
    });
    // Markdown knows one bar; another is text in its cells.
    let only = delimited && parts.iter().all(|part| !matches!(part, Part::Row(row) if !row.starts_with('|')));
    let bars = if only { &BARS[..1] } else { &BARS };
    let mut groups: Vec<Vec<Vec<Piece>>> = vec![Vec::new()];
    for part in &parts {
        match (part, groups.last_mut()) {
            (Part::Row(row), Some(group)) => {
                let cells = split(row, bars, outer, dialect).into_iter();
                group.push(cells.map(|cell| piece(source, cell, dialect)).collect());
            }
            (Part::Delimiter, Some(group)) => {
                // A head that says nothing is there because Markdown wants one.
                if group.last().is_some_and(|row| row.iter().all(Piece::is_empty)) {
                    group.pop();
                }
            }
            (Part::Rule, _) | (_, None) => groups.push(Vec::new()),
        }
    }
    groups.retain(|group| !group.is_empty());
    let ruled = groups.len() > 2;
    let rows = groups.into_iter().flat_map(|group| if ruled { one_row(group) } else { group }).collect();
    source.push_rows(rows, blocks)?;
    Ok(end)
}

/// The lines of a table, and the line after it.
fn collect<'a>(source: &Source<'a>, from: usize, shape: Shape) -> (Vec<Part<'a>>, usize) {
    let mut parts = Vec::new();
    let mut at = from;
    while let Some(next) = source.shown(at) {
        let is_row = |row: usize| barred(source.line(row)) || drawn(source.line(row));
        let found = (next..=next + LINES_BETWEEN).find(|row| is_row(*row) || blank(source.line(*row)));
        let found = found.filter(|row| is_row(*row) && (parts.is_empty() || shape.divides(source, *row)));
        let Some(row) = found else { break };
        let line = source.line(row);
        let whole = continues_label(line) && !starts(line);
        if !whole {
            parts.extend((next..row).map(|at| Part::Row(source.line(at))));
        }
        let last = (row..source.len().min(row + CELL_LINES)).find(|last| ends(source.line(*last)));
        let last = last.filter(|last| starts(line) && (row + 1..=*last).all(|at| !starts(source.line(at))));
        let last = last.filter(|last| (row..*last).all(|at| !blank(source.line(at)))).unwrap_or(row);
        parts.push(match line {
            _ if drawn(line) => Part::Rule,
            _ if delimiter(line) => Part::Delimiter,
            _ => Part::Row(source.between(if whole { next } else { row }, last)),
        });
        at = last + 1;
    }
    (parts, at.max(from + 1))
}

fn barred(line: &str) -> bool {
    line.contains(BARS)
}

fn starts(line: &str) -> bool {
    line.trim_start_matches([' ', '\t', '\u{3000}']).starts_with(BARS)
}

fn ends(line: &str) -> bool {
    line.trim_end_matches([' ', '\t', '\u{3000}']).ends_with(BARS)
}

/// True for a line that only draws: `+---+---+`, `├───┼───┤`.
fn drawn(line: &str) -> bool {
    let mut chars = line.chars().filter(|char| *char != ' ').peekable();
    let corner =
        |char: char| matches!(char, '+' | '┌' | '├' | '└' | '┏' | '┣' | '┗' | '╔' | '╠' | '╚' | '┠' | '╟');
    chars.peek().is_some_and(|first| corner(*first))
        && chars.all(|char| matches!(char, '+' | '-' | '=' | ':' | '\u{2500}'..='\u{257F}'))
        && line.contains(['-', '=', '─', '━', '═'])
}

/// True for Markdown's line below the head: `|---|:-:|`.
fn delimiter(line: &str) -> bool {
    let cells = split(line, &BARS, starts(line), Dialect::Markdown);
    cells.iter().all(|cell| {
        let dashes = cell.trim_matches([' ', '\t']);
        let dashes = dashes.strip_prefix(':').unwrap_or(dashes);
        let dashes = dashes.strip_suffix(':').unwrap_or(dashes);
        !dashes.is_empty() && dashes.chars().all(|char| char == '-')
    })
}

/// The cells between these bars; a bar after the last one ends it, and with `outer` one stands before the first.
fn split<'a>(row: &'a str, bars: &[char], outer: bool, dialect: Dialect) -> Vec<&'a str> {
    let mut cells = Vec::new();
    let mut from = 0;
    let mut escaped = false;
    for (at, char) in row.char_indices() {
        if bars.contains(&char) && !escaped {
            cells.push(row.get(from..at).unwrap_or_default());
            from = at + char.len_utf8();
        }
        escaped = dialect == Dialect::Markdown && char == '\\' && !escaped;
    }
    let last = row.get(from..).unwrap_or_default();
    if cells.is_empty() || !blank(last) {
        cells.push(last);
    }
    if outer && cells.len() > 1 && cells.first().is_some_and(|first| blank(first)) {
        cells.remove(0);
    }
    cells
}

/// A cell; a line drawn through part of a row is none.
fn piece<'a>(source: &Source<'a>, cell: &'a str, dialect: Dialect) -> Piece {
    let drawn =
        cell.contains(['─', '━', '═']) && cell.chars().all(|char| matches!(char, ' ' | '─' | '━' | '═'));
    let mut piece = source.piece(cell, dialect);
    if drawn {
        piece.text.clear();
    }
    piece
}

/// The lines of a row as one, column by column.
fn one_row(lines: Vec<Vec<Piece>>) -> Vec<Vec<Piece>> {
    let width = lines.first().map_or(0, Vec::len);
    if lines.iter().any(|line| line.len() != width) {
        return lines;
    }
    let mut rest = lines.into_iter();
    let mut row = rest.next().unwrap_or_default();
    for (cell, more) in rest.flat_map(|line| line.into_iter().enumerate()) {
        if let Some(cell) = row.get_mut(cell)
            && !more.is_empty()
        {
            if cell.is_empty() { *cell = more } else { cell.extend(&more) }
        }
    }
    vec![row]
}
