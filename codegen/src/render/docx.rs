//! A Word document: a table with merged cells, values in content controls, the report as data beside it.

use std::io::{Cursor, Write as _};

use serde::Serialize;
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::paper::Paper;
use super::sheet::{GAP, LINE, Sheet};
use super::{EXPLANATIONS, NAMESPACE, Print, TAG};
use crate::instructions::{Chapter, chapters};
use crate::templates;

/// Word takes no longer tag or title of a control.
const LONGEST_TAG: usize = 64;

/// Every part, and whether only a document with marks, or only one with a report as data, has it.
const PARTS: [(&str, Needs); 13] = [
    ("[Content_Types].xml", Needs::Nothing),
    ("_rels/.rels", Needs::Nothing),
    ("docProps/core.xml", Needs::Nothing),
    ("docProps/custom.xml", Needs::Marks),
    ("word/document.xml", Needs::Nothing),
    ("word/_rels/document.xml.rels", Needs::Nothing),
    ("word/styles.xml", Needs::Nothing),
    ("word/settings.xml", Needs::Nothing),
    ("word/fontTable.xml", Needs::Nothing),
    ("word/footer.xml", Needs::Nothing),
    ("customXml/item1.xml", Needs::Report),
    ("customXml/_rels/item1.xml.rels", Needs::Report),
    ("customXml/itemProps1.xml", Needs::Report),
];

/// When a part is there.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Needs {
    Nothing,
    Marks,
    Report,
}

/// What the templates of all parts are filled with.
#[derive(Serialize)]
struct Document<'a> {
    title: &'a str,
    form: &'a str,
    edition: u32,
    revision: u32,
    marks: bool,
    tag: &'static str,
    longest_tag: usize,
    namespace: &'static str,
    paper: Paper,
    sheet: &'a Sheet,
    /// Widths of the columns in twips.
    widths: Vec<usize>,
    box_gap: &'static str,
    blank_line: String,
    explanations_heading: &'static str,
    carried: Option<String>,
    instructions: bool,
    chapters: Vec<Chapter>,
}

pub(super) fn docx(print: &Print<'_>) -> Vec<u8> {
    let document = document(print);
    let parts = PARTS.iter().filter(|(_, needs)| match needs {
        Needs::Nothing => true,
        Needs::Marks => document.marks,
        Needs::Report => document.carried.is_some(),
    });
    let rendered = parts.map(|(name, _)| (*name, templates::render(&template(name), &document)));
    // Writing to memory does not fail.
    pack(rendered).unwrap_or_default()
}

/// `word/styles.xml` comes of `render/docx/styles.xml`.
fn template(part: &str) -> String {
    let name = part.rsplit_once('/').map_or(part, |(_, name)| name);
    let name = match name {
        "[Content_Types].xml" => "content-types.xml",
        ".rels" => "package.rels",
        other => other,
    };
    format!("render/docx/{name}")
}

fn document<'a>(print: &'a Print<'_>) -> Document<'a> {
    let Print { form, options, sheet, .. } = print;
    let paper = Paper::named(&form.layout.paper);
    Document {
        title: &form.title,
        form: &form.id,
        edition: form.edition,
        revision: form.revision,
        marks: options.marks,
        tag: TAG,
        longest_tag: LONGEST_TAG,
        namespace: NAMESPACE,
        widths: sheet.columns.iter().map(|share| share * paper.text_width() / 1000).collect(),
        paper,
        sheet,
        box_gap: GAP,
        blank_line: LINE.repeat(6),
        explanations_heading: EXPLANATIONS,
        carried: print.carried(),
        instructions: options.instructions,
        chapters: if options.instructions { chapters(form) } else { Vec::new() },
    }
}

/// The parts in one file, as of no particular time.
fn pack(parts: impl Iterator<Item = (&'static str, String)>) -> ZipResult<Vec<u8>> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default()
        // Not packed: what packs differs between machines and versions, and the bytes must not.
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default());
    for (name, text) in parts {
        archive.start_file(name, options)?;
        archive.write_all(text.as_bytes())?;
    }
    Ok(archive.finish()?.into_inner())
}
