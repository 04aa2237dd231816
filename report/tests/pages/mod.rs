//! Pages as a few lines of text, to compare with.
#![allow(dead_code, reason = "each test file uses its part")]

use tianbao_report::page::{self, Block, Page, Place, Refused, Table};

/// The page of a file that is one.
pub(crate) fn page(name: &str, bytes: &[u8]) -> Page {
    page::read(name, bytes).unwrap_or_else(|refused| panic!("{}", refused.message().zh)).expect("a document")
}

/// Why a file is refused.
pub(crate) fn refused(name: &str, bytes: &[u8]) -> Refused {
    match page::read(name, bytes) {
        Ok(page) => panic!("read: {} blocks", page.map_or(0, |page| page.blocks.len())),
        Err(refused) => refused,
    }
}

/// Lines as they are; cells as `row,column rows x columns text`, line breaks as ⏎, nothing as ·; marks in braces.
pub(crate) fn show(name: &str, bytes: &[u8]) -> String {
    let marks = |marks: &[page::Mark]| -> String {
        marks.iter().map(|mark| format!(" {{{}={}}}", mark.path, mark.text.replace('\n', "⏎"))).collect()
    };
    let mut shown = String::new();
    for block in page(name, bytes).blocks {
        match block {
            Block::Line(line) => {
                shown.push_str(&format!("{}{}\n", line.text.replace('\n', "⏎"), marks(&line.marks)))
            }
            Block::Table(table) => {
                shown.push_str("表\n");
                for cell in table.cells {
                    let (rows, columns) = (cell.row_span, cell.column_span);
                    let spans = if rows * columns > 1 { format!("{rows}x{columns} ") } else { String::new() };
                    let text =
                        if cell.text.is_empty() { "·".into() } else { cell.text.replace('\n', "⏎") };
                    shown.push_str(&format!(
                        "  {},{} {spans}{text}{}\n",
                        cell.row,
                        cell.column,
                        marks(&cell.marks)
                    ));
                }
            }
        }
    }
    shown
}

/// The texts of each row of each table.
pub(crate) fn rows(name: &str, bytes: &[u8]) -> Vec<String> {
    let rows = |table: &Table| {
        let mut rows: Vec<(usize, Vec<String>)> = Vec::new();
        for cell in table.cells.iter().filter(|cell| !cell.text.is_empty()) {
            let text = cell.text.replace('\n', "⏎");
            match rows.last_mut() {
                Some((row, cells)) if *row == cell.row => cells.push(text),
                _ => rows.push((cell.row, vec![text])),
            }
        }
        rows.into_iter().map(|(_, cells)| cells.join("|")).collect::<Vec<_>>()
    };
    let tables = page(name, bytes).blocks;
    tables
        .iter()
        .filter_map(|block| if let Block::Table(table) = block { Some(rows(table)) } else { None })
        .flatten()
        .collect()
}

/// The lines outside tables.
pub(crate) fn lines(name: &str, bytes: &[u8]) -> Vec<String> {
    let blocks = page(name, bytes).blocks;
    blocks
        .into_iter()
        .filter_map(|block| if let Block::Line(line) = block { Some(line.text) } else { None })
        .collect()
}

/// All places, as `line:column`, `table/row/column` or `paragraph`.
pub(crate) fn places(name: &str, bytes: &[u8]) -> Vec<String> {
    let place = |place: Place| match place {
        Place::Paragraph { paragraph } => format!("{paragraph}"),
        Place::Cell { table, row, column } => format!("{table}/{row}/{column}"),
        Place::Line { line, column } => format!("{line}:{column}"),
    };
    let blocks = page(name, bytes).blocks.into_iter();
    blocks
        .flat_map(|block| match block {
            Block::Line(line) => vec![line.place],
            Block::Table(table) => table.cells.into_iter().map(|cell| cell.place).collect(),
        })
        .map(place)
        .collect()
}
