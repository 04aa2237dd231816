//! Texts made comparable: full-width forms folded, white space taken out, brackets with a unit apart.

/// White space of any width, and what converters leave between characters.
pub(super) fn is_space(character: char) -> bool {
    character.is_whitespace()
        || matches!(character, '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' | '\u{AD}')
}

/// A full-width form as its ASCII twin; other characters stay.
///
/// Chinese punctuation without a twin in Unicode's full-width block (、。〔〕) is folded to what people type for it.
pub(super) fn narrow(character: char) -> char {
    match character {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(character) - 0xFEE0).unwrap_or(character),
        '\u{3000}' => ' ',
        '〔' | '【' => '[',
        '〕' | '】' => ']',
        '﹣' | '−' | '‐' | '‑' | '–' => '-',
        '﹕' | '︰' => ':',
        '·' | '•' | '・' => '·',
        other => other,
    }
}

/// Full-width forms folded; white space stays.
pub(super) fn narrowed(text: &str) -> String {
    text.chars().map(narrow).collect()
}

/// For messages: on one line, white space inside as single spaces.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Without white space, full-width forms folded: what two texts must share to be the same label.
pub(super) fn key(text: &str) -> String {
    text.chars().filter(|character| !is_space(*character)).map(narrow).collect()
}

/// A label as a document prints it: its key, with the unit and other remarks in brackets apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Folded {
    /// The key without a unit in brackets, without number and colon at its ends.
    pub(super) key: String,
    /// The unit in brackets: 条 in （单位：条）.
    pub(super) unit: Option<String>,
    /// The key without anything in brackets, where there is something.
    pub(super) bare: Option<String>,
}

/// Folds a label.
pub(super) fn label(text: &str) -> Folded {
    let whole = key(text);
    let mut kept = String::new();
    let mut bare = String::new();
    let mut unit = None;
    let mut rest = whole.as_str();
    while let Some(open) = rest.find('(') {
        let Some(close) = rest[open..].find(')').map(|close| open + close) else { break };
        kept.push_str(&rest[..open]);
        bare.push_str(&rest[..open]);
        match unit_in(&rest[open + 1..close]) {
            Some(found) if unit.is_none() => unit = Some(found.to_owned()),
            Some(_) | None => kept.push_str(&rest[open..=close]),
        }
        rest = &rest[close + 1..];
    }
    kept.push_str(rest);
    bare.push_str(rest);
    if unit.is_none()
        && let Some(at) = kept.find("单位:")
        && at > 0
    {
        unit = Some(kept[at + "单位:".len()..].to_owned());
        kept.truncate(at);
        bare.clone_from(&kept);
    }
    let key = ends(&kept).to_owned();
    let bare = Some(ends(&bare).to_owned()).filter(|bare| *bare != key && !bare.is_empty());
    Folded { key, unit, bare }
}

/// The unit in `单位:条`, and of a bracket that holds a short word after 单位.
fn unit_in(inside: &str) -> Option<&str> {
    let rest = inside.strip_prefix("单位")?;
    let unit = rest.strip_prefix(':').unwrap_or(rest);
    (!unit.is_empty()).then_some(unit)
}

/// Without a colon at the end, or a star that marks what must be filled in.
fn ends(key: &str) -> &str {
    key.trim_matches(['*', ':'])
}

/// A key without the number that a list puts before it: `1.`, `（1）`, `一、`.
pub(super) fn without_number(key: &str) -> &str {
    let digit = |c: char| c.is_ascii_digit() || "一二三四五六七八九十".contains(c);
    let inside = key.strip_prefix('(').unwrap_or(key);
    let rest = inside.trim_start_matches(digit);
    if rest.len() == inside.len() {
        return key;
    }
    let end = if inside.len() < key.len() { &[')'][..] } else { &['.', '、'][..] };
    rest.strip_prefix(end).filter(|rest| !rest.is_empty()).unwrap_or(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> (String, Option<String>, Option<String>) {
        let folded = label(text);
        (folded.key, folded.unit, folded.bare)
    }

    #[test]
    fn labels_with_units_and_remarks() {
        let one = |key: &str, unit: Option<&str>| (key.to_owned(), unit.map(str::to_owned), None);
        assert_eq!(folded("网站总访问量\n（单位：次）"), one("网站总访问量", Some("次")));
        assert_eq!(folded(" 总　数 ( 单位: 条 )："), one("总数", Some("条")));
        assert_eq!(folded("总数单位：条"), one("总数", Some("条")));
        assert_eq!(folded("ＩＣＰ备案号"), one("ICP备案号", None));
        assert_eq!(folded("单位负责人"), one("单位负责人", None));
        let (key, unit, bare) = folded("总数（含转载）（单位：条）");
        assert_eq!(
            (key.as_str(), unit.as_deref(), bare.as_deref()),
            ("总数(含转载)", Some("条"), Some("总数"))
        );
    }
}
