//! What a document shows, as one list in reading order: the texts that are held against the form's labels.

use tianbao_schema::Form;

use crate::page::{Block, Mark, Page, Place};

use super::fold::{self, Folded};
use super::labels::Labels;
use super::likeness::likeness;

/// A cell, or a line or piece of a line.
#[derive(Debug)]
pub(super) struct Token<'p> {
    /// Its text.
    pub(super) text: &'p str,
    /// The text as a label.
    pub(super) folded: Folded,
    /// Where it stands.
    pub(super) place: Place,
    /// What it is marked to hold.
    pub(super) marks: &'p [Mark],
    /// The row: tokens of one row stand beside each other. Rows are counted through the document.
    pub(super) row: usize,
    /// The row after the last that it covers.
    pub(super) end: usize,
    /// Which table; none for a line outside of tables.
    pub(super) table: Option<usize>,
    /// First column covered.
    pub(super) column: usize,
    /// True where it is the only one of its row that is not empty, so that what belongs to it may stand in the next row.
    pub(super) alone: bool,
}

impl Token<'_> {
    pub(super) fn is_empty(&self) -> bool {
        self.folded.key.is_empty()
    }
}

/// The tokens of a page. What is appended to the form, its 填写说明, is left out.
pub(super) fn of<'p>(page: &'p Page, form: &Form, labels: &Labels) -> Vec<Token<'p>> {
    let split = splits_lines(page, labels);
    let mut tokens: Vec<Token<'p>> = Vec::new();
    let mut row = 0;
    let mut table = 0;
    let mut in_instructions = false;
    for block in &page.blocks {
        match block {
            Block::Line(line) => {
                in_instructions |= is_instructions(form, &line.text);
                if in_instructions || is_unit_of_last(&mut tokens, &line.text, row) {
                    continue;
                }
                let pieces = if split { pieces(&line.text, labels) } else { vec![line.text.as_str()] };
                let alone = pieces.len() == 1;
                for (column, text) in pieces.into_iter().enumerate() {
                    let (place, marks) = (line.place, line.marks.as_slice());
                    let folded = fold::label(text);
                    tokens.push(Token {
                        text,
                        folded,
                        place,
                        marks,
                        row,
                        end: row + 1,
                        table: None,
                        column,
                        alone,
                    });
                }
                row += 1;
            }
            Block::Table(cells) => {
                in_instructions = false;
                let cells = &cells.cells;
                let mut filled = std::collections::HashMap::<usize, usize>::new();
                for cell in cells.iter().filter(|cell| !cell.text.is_empty()) {
                    *filled.entry(cell.row).or_default() += 1;
                }
                for cell in cells {
                    tokens.push(Token {
                        text: &cell.text,
                        folded: fold::label(&cell.text),
                        place: cell.place,
                        marks: &cell.marks,
                        row: row + cell.row,
                        end: row + cell.row + cell.row_span,
                        table: Some(table),
                        column: cell.column,
                        alone: !cell.text.is_empty() && filled.get(&cell.row) == Some(&1),
                    });
                }
                row += cells.iter().map(|cell| cell.row + cell.row_span).max().unwrap_or(0);
                table += 1;
            }
        }
    }
    tokens
}

/// True for a line that is nothing but the unit of the label above it: it is that label's then.
fn is_unit_of_last(tokens: &mut [Token<'_>], line: &str, row: usize) -> bool {
    let folded = fold::label(line);
    let last = tokens.last_mut().filter(|last| last.table.is_none() && last.end == row);
    match (last, folded.unit) {
        (Some(last), Some(unit)) if folded.key.is_empty() && last.folded.unit.is_none() => {
            last.folded.unit = Some(unit);
            true
        }
        _ => false,
    }
}

/// True for the heading of the 填写说明.
fn is_instructions(form: &Form, line: &str) -> bool {
    let key = fold::key(line);
    key.strip_suffix("填写说明")
        .is_some_and(|before| before.is_empty() || likeness(before, &fold::key(&form.title)) > 0.0)
}

/// True where labels and values share lines: more lines begin with a label than are one.
fn splits_lines(page: &Page, labels: &Labels) -> bool {
    let lines = page.blocks.iter().filter_map(|block| match block {
        Block::Line(line) => Some(line.text.as_str()),
        Block::Table(_) => None,
    });
    let (mut whole, mut begun) = (0, 0);
    for line in lines {
        if is_label(line, labels) {
            // A heading stands alone in both.
            whole += usize::from(is_field(line, labels));
        } else if pieces(line, labels).len() > 1 {
            begun += 1;
        }
    }
    begun > whole
}

/// No line of a form is longer, in bytes.
const LONGEST_LINE: usize = 2_000;

/// A line cut into the labels that it begins with and what is left: 信息发布 | 总数 | 16965.
pub(super) fn pieces<'p>(line: &'p str, labels: &Labels) -> Vec<&'p str> {
    let mut pieces = Vec::new();
    let mut rest = line.trim();
    if rest.len() > LONGEST_LINE {
        return vec![rest];
    }
    while let Some(end) = label_end(rest, labels) {
        let (label, after) = rest.split_at(end);
        pieces.push(label);
        let after = after.trim_start_matches(fold::is_space);
        rest = after.strip_prefix([':', '：']).unwrap_or(after).trim_start_matches(fold::is_space);
    }
    // A further label in the middle of the line: ICP备案号：… 公安机关备案号：…
    if let Some((value, next)) = next_label(rest, labels).filter(|_| !pieces.is_empty()) {
        pieces.push(value.trim_end_matches(|c: char| fold::is_space(c) || matches!(c, ':' | '：')));
        pieces.extend(self::pieces(next, labels));
    } else if !rest.is_empty() {
        pieces.push(rest);
    }
    pieces
}

/// Where the longest label ends that a text begins with; a space or colon follows it.
fn label_end(text: &str, labels: &Labels) -> Option<usize> {
    // No label is longer.
    let ends = text
        .char_indices()
        .take(100)
        .filter(|(_, c)| fold::is_space(*c) || matches!(c, ':' | '：' | ')' | '）'));
    let ends = ends.map(|(at, c)| if matches!(c, ')' | '）') { at + c.len_utf8() } else { at });
    let named = |label: &str| !label.ends_with([':', '：']) && is_label(label, labels);
    ends.chain([text.len()]).filter(|end| named(&text[..*end])).max()
}

/// The text before a label that stands in its middle, and the text from that label on. A colon follows the label, or a
/// space where it is long enough not to be a word of the value.
fn next_label<'t>(text: &'t str, labels: &Labels) -> Option<(&'t str, &'t str)> {
    let ends = text.char_indices().filter(|(_, c)| matches!(c, ':' | '：') || fold::is_space(*c));
    for (end, character) in ends {
        let before = &text[..end];
        let gap = |(_, c): &(usize, char)| fold::is_space(*c) || matches!(c, ':' | '：');
        let starts = before.char_indices().filter(gap).map(|(at, c)| at + c.len_utf8());
        for start in starts {
            let label = &text[start..end];
            let long = label.chars().count() >= 4;
            if (long || !fold::is_space(character)) && is_label(label, labels) {
                return Some((&text[..start], &text[start..]));
            }
        }
    }
    None
}

fn is_field(text: &str, labels: &Labels) -> bool {
    let key = fold::label(text).key;
    labels.items.iter().any(|item| item.key == key && item.field().is_some())
}

fn is_label(text: &str, labels: &Labels) -> bool {
    let key = fold::label(text).key;
    !key.is_empty() && labels.items.iter().any(|item| item.key == key)
}
