//! Markdown: a table of bars, empty cells where merged ones go on.

use serde::Serialize;

use super::{EXPLANATIONS, Print};
use crate::instructions::{Chapter, chapters};
use crate::templates;

#[derive(Serialize)]
struct Page<'a> {
    title: &'a str,
    head: Vec<String>,
    columns: usize,
    /// Every row with as many cells as the table has columns.
    rows: Vec<Vec<String>>,
    foot: Vec<String>,
    explanations_heading: &'static str,
    explanations: Vec<String>,
    instructions: bool,
    chapters: Vec<Chapter>,
}

pub(super) fn markdown(print: &Print<'_>) -> String {
    let sheet = &print.sheet;
    let rows = sheet.rows.iter().map(|row| {
        let cells = row.cells.iter().flat_map(|cell| {
            let merged = (1..cell.column_span).map(|_| String::new());
            std::iter::once(cell.plain()).chain(merged)
        });
        cells.collect()
    });
    let page = Page {
        title: &print.form.title,
        head: sheet.head.iter().map(|line| paragraph(&line.plain())).collect(),
        columns: sheet.columns.len(),
        rows: rows.collect(),
        foot: sheet.foot.iter().map(|line| paragraph(&line.plain())).collect(),
        explanations_heading: EXPLANATIONS,
        explanations: sheet.explanations.iter().map(super::explanations::Explanation::plain).collect(),
        instructions: print.options.instructions,
        chapters: if print.options.instructions { chapters(print.form) } else { Vec::new() },
    };
    templates::render("render/report.md", page)
}

/// A line that begins with spaces would be code.
fn paragraph(line: &str) -> String {
    line.trim_start_matches(' ').to_owned()
}
