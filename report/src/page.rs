//! A document as the reader sees it, whatever its format: lines and tables in reading order, with their places.
//!
//! `page/<format>.rs` makes a [`Page`] of a file's bytes and knows no form; what the cells mean is told from the form's
//! labels and layout alone.

mod blocks;
mod decode;
pub(crate) mod detect;
pub mod docx;
pub mod html;
mod marked;
mod refused;
mod symbols;
mod text;

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::Value;

use crate::read::Format;
pub(crate) use decode::unseen;
pub use refused::{Other, Refused};

/// Lines and cells of one document at most; no report comes near it.
pub const MAX_PIECES: usize = 10_000;
/// Columns of a table at most; browsers let one cell cover a thousand.
pub const MAX_COLUMNS: usize = 2_000;
/// Tables within each other at most.
pub const MAX_TABLES: usize = 64;
/// Values marked within each other beyond this are not read.
const MAX_MARKS: usize = 8;

/// Reads a file's bytes; none for JSON and YAML, which are data and show nothing.
pub fn read(name: &str, bytes: &[u8]) -> Result<Option<Page>, Refused> {
    if let Some(refused) = detect::refused(name, bytes) {
        return Err(refused);
    }
    match Format::of(name, bytes) {
        Format::Word => docx::read(bytes).map(Some),
        Format::Html => html::read(bytes).map(Some),
        Format::Text => text::read(name, bytes).map(Some),
        Format::Json | Format::Yaml => Ok(None),
    }
}

/// A document.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// What it was read from.
    pub origin: Origin,
    /// Lines and tables, in reading order.
    pub blocks: Vec<Block>,
    /// The report that a document of ours carries beside what it shows, with `$schema` and `local`.
    pub carried: Option<Value>,
    /// Places of a text where characters that nobody sees were left out.
    pub cleaned: BTreeSet<Place>,
}

/// What a page was read from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// `.docx`
    Word,
    /// `.html`
    Html,
    /// `.txt`, `.md`: cells may have run together, lines may have got lost.
    Text,
}

/// A piece of a document.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    /// A paragraph outside tables, or a line of a text.
    Line(Line),
    /// A table. One that stands inside a cell of another follows that other as a block of its own.
    Table(Table),
}

/// A line of text; never empty.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The text, line breaks as `\n`.
    pub text: String,
    /// Where it stands.
    pub place: Place,
    /// The values that it is marked to hold.
    pub marks: Vec<Mark>,
}

/// A table: its cells in reading order (by row, then column).
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The cells, each once, where it begins. Rows of a text may have unequal numbers of cells.
    pub cells: Vec<Cell>,
}

/// A cell that covers `row_span` × `column_span` places from `row`, `column` (from 0).
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    /// First row.
    pub row: usize,
    /// First column.
    pub column: usize,
    /// Rows covered, at least 1.
    pub row_span: usize,
    /// Columns covered, at least 1.
    pub column_span: usize,
    /// The text, line breaks as `\n`; empty for an empty cell. Tables inside the cell are not in it.
    pub text: String,
    /// Where it stands.
    pub place: Place,
    /// The values that it is marked to hold.
    pub marks: Vec<Mark>,
}

/// A value that a document of ours shows, with the field that it is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Path of the field: `services.cases.total`.
    pub path: String,
    /// What is shown there.
    pub text: String,
}

/// A place in a document, all counted from 1 as people do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(untagged)]
pub enum Place {
    /// A paragraph outside tables.
    Paragraph {
        /// Which, of those that are not empty.
        paragraph: usize,
    },
    /// A cell of a table.
    Cell {
        /// Which table.
        table: usize,
        /// Row.
        row: usize,
        /// Column, merged cells counted for as many as they cover.
        column: usize,
    },
    /// A place in a text.
    Line {
        /// Line.
        line: usize,
        /// Column, in characters.
        column: usize,
    },
}

/// For people.
///
/// ```
/// use tianbao_report::page::Place;
/// assert_eq!(Place::Cell { table: 1, row: 3, column: 2 }.to_string(), "表 1 第 3 行第 2 列");
/// assert_eq!(Place::Line { line: 12, column: 1 }.to_string(), "第 12 行第 1 列");
/// assert_eq!(Place::Paragraph { paragraph: 4 }.to_string(), "第 4 段");
/// ```
impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Paragraph { paragraph } => write!(f, "第 {paragraph} 段"),
            Self::Cell { table, row, column } => write!(f, "表 {table} 第 {row} 行第 {column} 列"),
            Self::Line { line, column } => write!(f, "第 {line} 行第 {column} 列"),
        }
    }
}
