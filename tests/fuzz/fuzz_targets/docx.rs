//! Any text as the main part of a Word file, and any bytes as a Word file: a page or a refusal; never a panic.
#![no_main]

use std::io::{Cursor, Write};

use libfuzzer_sys::fuzz_target;
use tianbao_report::page;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

const RELATIONS: &[u8] = br#"<Relationships><Relationship Type="x/officeDocument" Target="d"/></Relationships>"#;
const HEAD: &[u8] = br#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">"#;

fn wrapped(main: &[u8]) -> Result<Vec<u8>, zip::result::ZipError> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, parts) in [("_rels/.rels", [RELATIONS, b"", b""]), ("d", [HEAD, main, b"</w:document>"])] {
        zip.start_file(name, stored)?;
        zip.write_all(&parts.concat())?;
    }
    Ok(zip.finish()?.into_inner())
}

fuzz_target!(|bytes: &[u8]| {
    let _ = page::read("a.docx", bytes);
    let _ = page::read("a.docx", &wrapped(bytes).expect("written to memory"));
});
