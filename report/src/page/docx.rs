//! Word files as a page: tables with merged cells, paragraphs, boxes, and the controls that mark values.

mod body;
mod field;
mod package;
mod table;
mod tag;
mod xml;

use std::borrow::Cow;
use std::collections::BTreeSet;

use serde_json::Value;

use super::decode::decode;
use super::{Origin, Page, Refused};
use package::Package;
use xml::{Step, Xml};

/// Files in a Word file at most.
pub const MAX_PARTS: usize = 2_000;
/// A part larger than this, once unpacked, is refused.
pub const MAX_PART: usize = 32 * 1024 * 1024;
/// All parts that are read together.
pub const MAX_TOTAL: usize = 64 * 1024 * 1024;
/// Elements within each other beyond this are refused.
pub const MAX_DEPTH: usize = 256;

/// The namespace of the report that a document of ours carries as a custom part.
pub const CARRIED: &str = "urn:tianbao:report";
/// What the tag of a control begins with that holds the value of a field; the field's path follows.
pub const TAG: &str = "tianbao:";

/// Reads a Word file.
pub(super) fn read(bytes: &[u8]) -> Result<Page, Refused> {
    let mut package = Package::open(bytes)?;
    let main = package.main()?;
    let part = package.read(&main)?.ok_or(Refused::NoMainPart)?;
    let blocks = body::read(&main, &text(&main, &part)?)?;
    drop(part);
    Ok(Page { origin: Origin::Word, blocks, carried: carried(&mut package)?, cleaned: BTreeSet::new() })
}

/// A part as text: UTF-8, or UTF-16 with a mark.
fn text<'a>(part: &str, bytes: &'a [u8]) -> Result<Cow<'a, str>, Refused> {
    let wide = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    if !wide && let Ok(text) = std::str::from_utf8(bytes) {
        return Ok(Cow::Borrowed(text.trim_start_matches('\u{FEFF}')));
    }
    let refused = || Refused::Xml { part: part.to_owned(), problem: "UTF-8?".to_owned() };
    if wide { decode(bytes, None).map_err(|_| refused()) } else { Err(refused()) }
}

/// The report that a document of ours carries; other parts of others' tools are none of ours.
fn carried(package: &mut Package<'_>) -> Result<Option<Value>, Refused> {
    for part in package.custom() {
        let bytes = package.read(&part)?.unwrap_or_default();
        if let Ok(text) = text(&part, &bytes)
            && text.contains(CARRIED)
            && let Some(report) = report(&part, &text)
        {
            return Ok(Some(report));
        }
    }
    Ok(None)
}

/// The JSON in `<report xmlns="urn:tianbao:report">`.
fn report(part: &str, text: &str) -> Option<Value> {
    let mut xml = Xml::new(part, text);
    let mut json = None;
    while let Some(step) = xml.step().ok()? {
        match step {
            Step::Start { space, element } if json.is_none() => {
                if space != CARRIED || element.local_name().as_ref() != "report" {
                    return None;
                }
                json = Some(String::new());
            }
            // A line end may stand before the root.
            Step::Text(text) => json.iter_mut().for_each(|json| json.push_str(&text)),
            Step::Start { .. } => return None,
            Step::End => {}
        }
    }
    serde_json::from_str(&json?).ok()
}
