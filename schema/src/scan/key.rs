//! Keys: what looks like one, also when its colon is not ASCII.

use super::chars::{is_blank, is_colon, is_key_char};

/// A key at the start of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Key {
    /// The key in ASCII.
    pub(super) name: String,
    /// Bytes of the key as written.
    pub(super) length: usize,
    /// Byte of the colon.
    pub(super) colon: usize,
    /// Byte after the colon.
    pub(super) after: usize,
    /// Byte of the value, or of the end of the line.
    pub(super) value: usize,
}

impl Key {
    /// Reads `key:` at the start of a text, which may go on behind the line.
    pub(super) fn read(text: &str) -> Option<Self> {
        let length = match text.chars().next()? {
            quote @ ('\'' | '"') => quoted(text, quote)?,
            first if is_key_char(first) && !matches!(first, '-' | '.' | '－' | '．') => {
                text.find(|char| !is_key_char(char)).unwrap_or(text.len())
            }
            _ => return None,
        };
        let written = text.get(..length)?;
        let behind = text.get(length..)?;
        let colon = length + (behind.len() - behind.trim_start_matches(is_blank).len());
        let sign = text.get(colon..)?.chars().next().filter(|char| is_colon(*char))?;
        let after = colon + sign.len_utf8();
        let rest = text.get(after..)?;
        let value = after + (rest.len() - rest.trim_start_matches(is_blank).len());
        let starts_with_letter = written.starts_with(|char: char| {
            !char.is_ascii() || char.is_ascii_alphabetic() || "_$'\"".contains(char)
        });
        let is_address = sign == ':' && rest.starts_with("//");
        let ends = value == text.len() || text.as_bytes().get(value) == Some(&b'\n');
        let stands_off = value > after || ends;
        if is_address || !(stands_off || starts_with_letter) {
            return None;
        }
        let name = match written.is_ascii() {
            true => written.trim_matches(['\'', '"']).to_owned(),
            false => written.chars().map(|char| super::chars::ascii(char).unwrap_or(char)).collect(),
        };
        Some(Self { name, length, colon, after, value })
    }

    /// Whether what stands between key and value is no colon of any kind.
    pub(super) fn is_without_colon(&self, text: &str) -> bool {
        !text.get(self.colon..self.after).is_some_and(|sign| sign.chars().any(is_colon))
    }
}

/// The length of a quoted key of one line.
fn quoted(text: &str, quote: char) -> Option<usize> {
    let line = text.lines().next()?;
    let end = line.get(1..)?.find(quote)?;
    Some(end + 2)
}
