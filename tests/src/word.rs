//! Looks into Word documents, and puts them together again.

use std::io::{Cursor, Read as _, Write as _};

use quick_xml::Reader;
use quick_xml::events::Event;

/// The parts of a Word document with their names.
///
/// # Panics
/// Where it is none.
#[must_use]
pub fn parts(docx: &[u8]) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(docx)).expect("a zip archive");
    (0..archive.len())
        .map(|index| {
            let mut part = archive.by_index(index).expect("a part");
            let mut text = String::new();
            part.read_to_string(&mut text).expect("UTF-8");
            (part.name().expect("UTF-8").into_owned(), text)
        })
        .collect()
}

/// All text of a part; a line break is an element and so is not in it.
///
/// # Panics
/// Where the part is not well-formed.
#[must_use]
pub fn xml_text(name: &str, xml: &str) -> String {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let (mut text, mut depth, mut first) = (String::new(), 0_usize, true);
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{name}: {error}\n{xml}")) {
            Event::Start(element) => {
                depth += 1;
                element.attributes().for_each(|attribute| drop(attribute.expect("an attribute")));
            }
            Event::Empty(element) => {
                element.attributes().for_each(|attribute| drop(attribute.expect("an attribute")));
            }
            Event::End(_) => depth -= 1,
            Event::Decl(_) => assert!(first, "{name}: the declaration comes first"),
            Event::Text(piece) => text.push_str(&piece),
            Event::GeneralRef(entity) => text.push_str(match &*entity {
                "amp" => "&",
                "lt" => "<",
                "gt" => ">",
                "quot" => "\"",
                "#39" => "'",
                other => panic!("{name}: {other}"),
            }),
            Event::Eof => break,
            Event::CData(_) | Event::Comment(_) | Event::PI(_) | Event::DocType(_) => panic!("{name}: {xml}"),
        }
        first = false;
    }
    assert_eq!(depth, 0, "{name}");
    text
}

/// One part of a Word document.
///
/// # Panics
/// Where it is not there.
#[must_use]
pub fn part(docx: &[u8], wanted: &str) -> String {
    let found = parts(docx).into_iter().find(|(name, _)| name == wanted);
    found.unwrap_or_else(|| panic!("there is no {wanted}")).1
}

/// A Word document of these parts.
///
/// # Panics
/// Never: it is written into memory.
#[must_use]
pub fn document(parts: &[(String, String)]) -> Vec<u8> {
    let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        archive.start_file(name.as_str(), zip::write::SimpleFileOptions::default()).expect("a part");
        archive.write_all(text.as_bytes()).expect("memory");
    }
    archive.finish().expect("memory").into_inner()
}
