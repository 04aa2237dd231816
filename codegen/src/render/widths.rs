//! The widths of the table's columns, from what stands in them.

use tianbao_schema::Form;
use tianbao_schema::form::{CellContent, Grid};

/// Characters on a line as wide as the table.
const LINE: usize = 45;
/// What a cell leaves free at its sides, in characters.
const PADDING: usize = 1;
/// The last column, mostly of values, is not made narrower than this by longer labels.
const VALUES: usize = 12;

/// Thousandths of the table's width for each column.
pub(super) fn columns(form: &Form) -> Vec<usize> {
    let grid = &form.layout.grid;
    let Some(last) = grid.columns.checked_sub(1) else { return Vec::new() };
    let fair = LINE / grid.columns;
    let mut ems: Vec<usize> =
        (0..last).map(|column| (needed(form, grid, column, false) + PADDING).min(fair)).collect();
    let mut rest = LINE.saturating_sub(ems.iter().sum());
    // Where there is room, units stand beside their labels. The columns further right have the longer ones.
    for column in (0..last).rev() {
        let wish = (needed(form, grid, column, true) + PADDING).saturating_sub(ems[column]);
        let given = wish.min(rest.saturating_sub(VALUES));
        ems[column] += given;
        rest -= given;
    }
    let mut shares: Vec<usize> = ems.into_iter().map(|ems| ems * 1000 / LINE).collect();
    shares.push(1000_usize.saturating_sub(shares.iter().sum()));
    shares
}

/// True where a label and its unit fit on one line of a cell so wide.
pub(super) fn fits(label: &str, unit: &str, thousandths: usize) -> bool {
    (width(label) + unit_width(unit) + PADDING) * 1000 <= thousandths * LINE
}

/// Values stand in the middle of narrow cells where they fit on a line, else they begin at the left, as prose does.
pub(super) fn stands_in_the_middle(value: &str, thousandths: usize) -> bool {
    thousandths < 500 && (width(value) + PADDING) * 1000 <= thousandths * LINE
}

/// Characters that the cells want that a column holds alone.
fn needed(form: &Form, grid: &Grid, column: usize, with_unit: bool) -> usize {
    let alone = grid.cells.iter().filter(|cell| cell.column == column && cell.column_span == 1);
    let ems = alone.map(|cell| match cell.content {
        CellContent::Section(index) => {
            form.sections.get(index).and_then(|section| section.label.as_deref()).map_or(4, width).clamp(4, 7)
        }
        CellContent::Label(id) => {
            let member = form.member(id);
            match &member.written_unit {
                Some(unit) if with_unit => width(&member.label) + unit_width(unit),
                Some(_) | None => width(&member.label).clamp(4, 8),
            }
        }
        CellContent::Value(_) => 9,
    });
    ems.max().unwrap_or(4)
}

/// （单位：条）
fn unit_width(unit: &str) -> usize {
    5 + width(unit)
}

/// Letters and digits of Latin script are half as wide as Chinese characters.
fn width(text: &str) -> usize {
    let halves: usize = text.chars().map(|character| if character.is_ascii() { 1 } else { 2 }).sum();
    halves.div_ceil(2)
}
