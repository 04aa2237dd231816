//! What a text must be like (design section 5). Both engines ask here, so a text has the same fate in both.

/// What a form asks of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TextRules {
    /// Fewest characters (Unicode scalar values), at least 1.
    pub min_length: u32,
    /// Most characters.
    pub max_length: Option<u32>,
    /// True where it may have line breaks (`\n`).
    pub many_lines: bool,
}

impl TextRules {
    /// Of a text without limits of its own: one line, at least one character.
    pub const LINE: Self = Self { min_length: 1, max_length: None, many_lines: false };
    /// Of a reason in `explanations`.
    pub const EXPLANATION: Self = Self { min_length: 1, max_length: Some(500), many_lines: true };
}

/// What is wrong with a text. A text has one problem at most, the first of these.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextProblem {
    /// No character at all.
    Empty,
    /// The form's word for absent.
    Blank,
    /// A line break in a text of one line.
    LineBreak,
    /// A control character.
    Control(char),
    /// White space at its ends.
    Edge,
    /// So many characters, fewer than allowed.
    TooShort(usize),
    /// So many characters, more than allowed.
    TooLong(usize),
}

/// The first problem of a text; `absent` is the form's word for absent.
///
/// ```
/// use tianbao_core::text::{TextProblem, TextRules, problem};
/// assert_eq!(problem("洞口县", TextRules::LINE, Some("无")), None);
/// assert_eq!(problem("无", TextRules::LINE, Some("无")), Some(TextProblem::Blank));
/// assert_eq!(problem("洞口县\u{3000}", TextRules::LINE, None), Some(TextProblem::Edge));
/// ```
#[must_use]
pub fn problem(text: &str, rules: TextRules, absent: Option<&str>) -> Option<TextProblem> {
    if text.is_empty() {
        return Some(TextProblem::Empty);
    }
    if absent == Some(text) {
        return Some(TextProblem::Blank);
    }
    if may_be_unclean(text.as_bytes())
        && let Some(problem) = hygiene(text, rules.many_lines)
    {
        return Some(problem);
    }
    if rules.min_length <= 1 && rules.max_length.is_none() {
        return None;
    }
    let length = text.chars().count();
    if length < rules.min_length as usize {
        return Some(TextProblem::TooShort(length));
    }
    match rules.max_length {
        Some(most) if length > most as usize => Some(TextProblem::TooLong(length)),
        Some(_) | None => None,
    }
}

/// True for characters that no text may hold: control characters and Unicode's line separators.
#[must_use]
pub fn is_control(character: char) -> bool {
    character.is_control() || matches!(character, '\u{2028}' | '\u{2029}')
}

/// Whether a text needs a closer look; false says that nothing in it is a control character or white space at an end.
fn may_be_unclean(bytes: &[u8]) -> bool {
    // 0xC2 leads U+0080–U+00BF, 0xE2 leads U+2000–U+2FFF; the other white space begins with 0xE1 and 0xE3.
    let odd = |byte: &u8| (*byte < 0x20) | (*byte == 0x7F) | (*byte == 0xC2) | (*byte == 0xE2);
    let edge = |byte: Option<&u8>| matches!(byte, Some(b' ' | 0xE1 | 0xE3));
    let third_last = bytes.len().checked_sub(3).and_then(|at| bytes.get(at));
    edge(bytes.first())
        || bytes.last() == Some(&b' ')
        || edge(third_last)
        || bytes.iter().fold(false, |found, byte| found | odd(byte))
}

fn hygiene(text: &str, many_lines: bool) -> Option<TextProblem> {
    let control = text.chars().find(|at| is_control(*at) && !(many_lines && *at == '\n'));
    if let Some(found) = control {
        let breaks = matches!(found, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}');
        return Some(if breaks && !many_lines {
            TextProblem::LineBreak
        } else {
            TextProblem::Control(found)
        });
    }
    (text.trim().len() != text.len()).then_some(TextProblem::Edge)
}

/// True for `(https?://)?HOST(:[0-9]{1,5})?([/?#][^ ]*)?`, HOST two or more labels of
/// `[0-9A-Za-z一-鿿-]+` joined by dots.
///
/// ```
/// use tianbao_core::text::is_url;
/// assert!(is_url("www.dongkou.gov.cn") && is_url("https://洞口.中国:8080/a?b#c"));
/// assert!(!is_url("dongkou") && !is_url("ftp://a.cn") && !is_url("http://a..cn") && !is_url("a.cn:") && !is_url("a.cn/ b"));
/// ```
#[must_use]
pub fn is_url(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or(text);
    let end = rest.bytes().position(|at| matches!(at, b':' | b'/' | b'?' | b'#')).unwrap_or(rest.len());
    let (host, tail) = rest.split_at(end);
    is_host(host) && is_port_and_path(tail)
}

/// Two or more labels joined by dots.
fn is_host(host: &str) -> bool {
    let (mut dots, mut in_label) = (0, false);
    for character in host.chars() {
        match character {
            '.' if in_label => (dots, in_label) = (dots + 1, false),
            '0'..='9' | 'A'..='Z' | 'a'..='z' | '-' | '一'..='\u{9FFF}' => in_label = true,
            _ => return false,
        }
    }
    dots > 0 && in_label
}

fn is_port_and_path(tail: &str) -> bool {
    let path = match tail.strip_prefix(':') {
        Some(port) => {
            let digits = port.bytes().take_while(u8::is_ascii_digit).count();
            if !(1..=5).contains(&digits) {
                return false;
            }
            &port[digits..]
        }
        None => tail,
    };
    path.is_empty() || (path.starts_with(['/', '?', '#']) && !path.contains(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_problem_at_most_and_in_order() {
        let limited = TextRules { min_length: 2, max_length: Some(3), many_lines: false };
        let found = |text| problem(text, limited, Some("无"));
        assert_eq!(found(""), Some(TextProblem::Empty));
        assert_eq!(found("无"), Some(TextProblem::Blank));
        assert_eq!(found(" \u{7}a b"), Some(TextProblem::Control('\u{7}')));
        assert_eq!(found("a\nb c d "), Some(TextProblem::LineBreak));
        assert_eq!(found("a\u{2028}b"), Some(TextProblem::LineBreak));
        assert_eq!(found("a b c "), Some(TextProblem::Edge));
        assert_eq!(found("一"), Some(TextProblem::TooShort(1)));
        assert_eq!(found("一二三四"), Some(TextProblem::TooLong(4)));
        assert_eq!(found("é£“"), None);
    }

    #[test]
    fn every_byte_of_a_text_is_looked_at() {
        for length in 1..20 {
            for at in 0..length {
                for odd in ["\u{1}", "\u{7f}", "\u{80}", "\u{2028}"] {
                    let text = format!("{}{odd}{}", "a".repeat(at), "b".repeat(length - at));
                    assert!(problem(&text, TextRules::LINE, None).is_some(), "{text:?}");
                    assert_eq!(problem(&text.replace(odd, "一"), TextRules::LINE, None), None);
                }
            }
        }
    }

    #[test]
    fn hosts_have_labels() {
        for url in ["a.b", "-.-", "一.鿿", "http://a.b.c:1"] {
            assert!(is_url(url), "{url}");
        }
        for url in ["", "a", ".a", "a.", "a..b", ".", "a.b_", "a.ꀀ", "a.丌 "] {
            assert!(!is_url(url), "{url}");
        }
    }

    #[test]
    fn many_lines_allow_line_feeds_only() {
        let found = |text| problem(text, TextRules::EXPLANATION, None);
        assert_eq!(found("一\n二"), None);
        assert_eq!(found("一\r\n二"), Some(TextProblem::Control('\r')));
        assert_eq!(found("一\n"), Some(TextProblem::Edge));
    }
}
