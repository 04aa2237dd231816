//! What a file is: by its contents first, then by the end of its name.

use super::Other;
use super::Refused;
use super::decode::{decode, named};
use crate::read::Format;

const OLE: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
/// How much of a file is looked at for what it is.
const HEAD: usize = 64 * 1024;

/// The format of a file.
pub(crate) fn format(name: &str, bytes: &[u8]) -> Format {
    let end = ending(name);
    if bytes.starts_with(b"PK") {
        return Format::Word;
    }
    match end.as_str() {
        "json" => return Format::Json,
        "yaml" | "yml" => return Format::Yaml,
        _ => {}
    }
    let text = head(bytes);
    let text = text.trim_start();
    match end.as_str() {
        _ if is_html(text) => Format::Html,
        "html" | "htm" | "xhtml" | "shtml" => Format::Html,
        "txt" | "md" | "markdown" | "text" => Format::Text,
        "docx" | "docm" | "dotx" => Format::Word,
        // Nothing at all is for the JSON reader, which knows what to say.
        _ if text.is_empty() || text.starts_with(['{', '[']) => Format::Json,
        _ if text.starts_with('<') => Format::Html,
        _ if is_yaml(text) => Format::Yaml,
        _ => Format::Text,
    }
}

/// A file of a format that is recognised but not read.
pub(crate) fn refused(name: &str, bytes: &[u8]) -> Option<Refused> {
    let end = ending(name);
    if bytes.starts_with(OLE) {
        return Some(compound(&end, bytes));
    }
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let starts = |magic: &[u8]| head.starts_with(magic);
    let other = if starts(b"%PDF") {
        Other::Printed
    } else if starts(b"{\\rtf") {
        Other::Rtf
    } else if starts(b"\x89PNG")
        || starts(b"\xFF\xD8\xFF")
        || starts(b"GIF8")
        || starts(b"II*\0")
        || starts(b"MM\0*")
    {
        Other::Picture
    } else if starts(b"Rar!") || starts(b"7z\xBC\xAF") || starts(b"\x1F\x8B") {
        Other::Archive
    } else if mhtml(head) {
        Other::Mhtml
    } else if has(head, b"progid=\"Word.Document\"") || has(head, b"<pkg:package") {
        Other::WordXml
    } else {
        return None;
    };
    Some(Refused::Other(other))
}

/// Microsoft's container: one format's name for a stream tells it.
fn compound(end: &str, bytes: &[u8]) -> Refused {
    let has = |stream: &str| {
        let name: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
        has(bytes, &name)
    };
    Refused::Other(match end {
        _ if has("EncryptedPackage") => return Refused::Encrypted,
        "wps" => Other::Wps,
        _ if has("WordDocument") => Other::Doc,
        _ if has("Workbook") => Other::Excel,
        _ if has("PowerPoint Document") => Other::Slides,
        "xls" | "et" => Other::Excel,
        "ppt" | "dps" => Other::Slides,
        _ => Other::Doc,
    })
}

fn mhtml(head: &[u8]) -> bool {
    let text = String::from_utf8_lossy(head.get(..2048).unwrap_or(head)).to_ascii_lowercase();
    let header = |name: &str| text.starts_with(name) || text.contains(&format!("\n{name}"));
    header("mime-version:") && header("content-type:")
}

fn has(bytes: &[u8], part: &[u8]) -> bool {
    bytes.windows(part.len()).any(|window| window == part)
}

fn ending(name: &str) -> String {
    name.rsplit_once('.').map_or("", |(_, end)| end).to_ascii_lowercase()
}

/// The beginning as text; what is in no encoding is for the reader of the format to say.
fn head(bytes: &[u8]) -> String {
    let head = bytes.get(..HEAD).unwrap_or(bytes);
    let whole = head.iter().rposition(|byte| *byte == b'\n').filter(|_| head.len() < bytes.len());
    let head = whole.and_then(|end| head.get(..=end)).unwrap_or(head);
    match decode(head, named(head)) {
        Ok(text) => text.trim_start_matches('\u{FEFF}').to_owned(),
        Err(_) => String::from_utf8_lossy(head).into_owned(),
    }
}

/// True for what begins as a web page does, whatever the file's name.
fn is_html(text: &str) -> bool {
    let text = text.get(..HEAD).unwrap_or(text).to_ascii_lowercase();
    let text =
        text.split_once("?>").filter(|_| text.starts_with("<?xml")).map_or(text.as_str(), |(_, after)| after);
    let mut text = text.trim_start();
    while let Some((_, after)) = text.strip_prefix("<!--").and_then(|comment| comment.split_once("-->")) {
        text = after.trim_start();
    }
    ["<!doctype html", "<html", "<head", "<body", "<meta"].iter().any(|tag| text.starts_with(tag))
}

/// True where every line that is not indented names a member, as in `form: …`: other text is no YAML of ours.
fn is_yaml(text: &str) -> bool {
    let mut lines = text
        .lines()
        .filter(|line| !line.starts_with([' ', '#', '-', '}', ']']) && !line.trim().is_empty())
        .peekable();
    let member = |line: &str| {
        line.split_once(':').is_some_and(|(key, value)| {
            let key = key.trim_matches(['"', '\'']);
            let plain = |char: char| char.is_ascii_alphanumeric() || "_-$.".contains(char);
            !key.is_empty() && key.chars().all(plain) && (value.is_empty() || value.starts_with([' ', '\t']))
        })
    };
    lines.peek().is_some() && lines.all(member)
}
