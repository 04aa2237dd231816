//! Bytes as text: a byte order mark, else what the file says, else UTF-8 where clean, else GB18030.

use std::borrow::Cow;

use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

use super::Refused;

/// How much of a web page is searched for its encoding.
const HEAD: usize = 4096;
/// So many characters of several bytes in clean UTF-8 are no accident, whatever the file says of itself.
const NO_ACCIDENT: usize = 8;

/// The text; `named` is the encoding that the file says it is in.
pub(super) fn decode<'a>(bytes: &'a [u8], named: Option<&'static Encoding>) -> Result<Cow<'a, str>, Refused> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        let body = bytes.get(mark..).unwrap_or_default();
        return encoding
            .decode_without_bom_handling_and_without_replacement(body)
            .ok_or(Refused::NotIn(encoding.name()));
    }
    if let Some(encoding) = wide(bytes) {
        return encoding.decode_without_bom_handling_and_without_replacement(bytes).ok_or(Refused::NotText);
    }
    let utf8 = std::str::from_utf8(bytes).ok();
    if let Some(text) = utf8
        && (named.is_none() || text.chars().filter(|char| !char.is_ascii()).count() >= NO_ACCIDENT)
    {
        return Ok(Cow::Borrowed(text));
    }
    let candidates = [named, Some(UTF_8), Some(GB18030)];
    // The first of those that lose least: a page in UTF-8 that is cut off in a character is no GB18030.
    let best = candidates
        .into_iter()
        .flatten()
        .map(|encoding| encoding.decode_without_bom_handling(bytes).0)
        .map(|text| (text.chars().filter(|char| *char == '\u{FFFD}').count(), text))
        .min_by_key(|(lost, _)| *lost);
    match best {
        Some((lost, text)) if lost < 3 || lost * 1000 <= bytes.len() => Ok(text),
        Some(_) | None => Err(named.map_or(Refused::NotText, |named| Refused::NotIn(named.name()))),
    }
}

/// UTF-16 without a mark: every second byte of its ASCII is zero, and no text has zeros.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let zeros = |at: usize| bytes.iter().skip(at).step_by(2).filter(|byte| **byte == 0).count();
    match (zeros(0), zeros(1)) {
        (0, 0) => None,
        (even, odd) if odd > even => Some(UTF_16LE),
        _ => Some(UTF_16BE),
    }
}

/// The encoding that a web page or XML names at its beginning.
pub(super) fn named(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(bytes.get(..HEAD).unwrap_or(bytes)).to_ascii_lowercase();
    let after = |word: &str| {
        let at = head.find(word)? + word.len();
        let rest = head.get(at..)?.trim_start();
        let rest = rest.strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
        let end = rest.find(|char: char| !(char.is_ascii_alphanumeric() || "-_.:".contains(char)))?;
        Encoding::for_label(rest.get(..end)?.as_bytes())
    };
    let found = after("charset").or_else(|| after("encoding"))?;
    // Pages say GB2312 or GBK and use more than it has; one that is read at all is not UTF-16.
    let encoding = match found.name() {
        "GBK" | "gb18030" => GB18030,
        "UTF-16LE" | "UTF-16BE" => UTF_8,
        _ => found,
    };
    Some(encoding)
}

/// True for characters that nobody sees: they are not part of what a document shows.
pub(crate) fn unseen(char: char) -> bool {
    matches!(char,
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
        || (char.is_control() && !matches!(char, '\t' | '\n' | '\r'))
}

/// True for an unseen character that makes one picture of the two beside it.
pub(super) fn joins(before: Option<char>, char: char, after: Option<char>) -> bool {
    let picture =
        |char| matches!(char, '\u{2600}'..='\u{27BF}' | '\u{2B00}'..='\u{2BFF}' | '\u{1F000}'..='\u{1FAFF}');
    match char {
        '\u{200D}' => {
            before.is_some_and(|char| picture(char) || char == '\u{FE0F}') && after.is_some_and(picture)
        }
        '\u{FE0F}' => before.is_some_and(picture) && after == Some('\u{200D}'),
        _ => false,
    }
}

/// Without white space of ASCII at both ends; other spaces are the reader's to judge.
pub(super) fn trim(text: &str) -> &str {
    text.trim_matches(|char: char| matches!(char, ' ' | '\t' | '\n' | '\r'))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Result<String, Refused> {
        decode(bytes, named(bytes)).map(Cow::into_owned)
    }

    #[test]
    fn every_encoding_that_offices_write() {
        let text = "网站名称\t洞口县人民政府，总数 16965";
        let utf16: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let big: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let gb = GB18030.encode(text).0.into_owned();
        for bytes in [
            text.as_bytes().to_vec(),
            [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
            gb,
            [b"\xFF\xFE", utf16.as_slice()].concat(),
            [b"\xFE\xFF", big.as_slice()].concat(),
            utf16,
            big,
        ] {
            assert_eq!(read(&bytes).as_deref(), Ok(text));
        }
    }

    #[test]
    fn what_a_page_says_of_itself_counts_unless_it_is_plainly_wrong() {
        let page = "<meta charset='gb2312'><p>镕</p>";
        assert_eq!(read(&GB18030.encode(page).0).as_deref(), Ok(page));
        let wrong = "<meta charset=gbk><p>政府网站工作年度报表</p>";
        assert_eq!(read(wrong.as_bytes()).as_deref(), Ok(wrong));
        let cut = "<meta charset=utf-8><p>政府网站工作年度报表</p>";
        let bytes = cut.as_bytes().get(..cut.len() - 5).unwrap();
        assert!(read(bytes).unwrap().ends_with("报\u{FFFD}"));
    }

    #[test]
    fn what_joins_pictures_is_text() {
        assert!(joins(Some('👩'), '\u{200D}', Some('👧')) && joins(Some('❤'), '\u{FE0F}', Some('\u{200D}')));
        assert!(joins(Some('\u{FE0F}'), '\u{200D}', Some('🔥')));
        assert!(!joins(Some('县'), '\u{200D}', Some('👧')) && !joins(Some('☑'), '\u{FE0F}', Some('是')));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        let noise: Vec<u8> = (0..4000u32).map(|at| (at * 7919 % 251) as u8 | 0x80).collect();
        assert_eq!(read(&noise), Err(Refused::NotText));
        assert!(matches!(read(b"\xEF\xBB\xBFa\xFF"), Err(Refused::NotIn(_))));
    }
}
