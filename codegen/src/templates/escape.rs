//! Text made harmless for the formats that templates print: whatever a spec says is shown, never obeyed.

/// Text for an HTML element or a quoted attribute.
pub(super) fn html(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 8);
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            other => escaped.push(other),
        }
    }
    escaped
}

/// Text for an HTML element whose line breaks stay.
pub(super) fn breaks(text: &str) -> String {
    html(text).replace("\r\n", "\n").replace(['\n', '\r'], "<br>")
}

/// Text for an XML element or a quoted attribute, without the characters that XML cannot hold.
pub(super) fn xml(text: &str) -> String {
    let held = |character: &char| match character {
        '\t' | '\n' => true,
        '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => false,
        _ => true,
    };
    html(&text.chars().filter(held).collect::<String>())
}

/// Text for a paragraph or a table cell of GitHub's Markdown. A line break becomes `<br>`.
pub(super) fn markdown(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len() + text.len() / 8);
    let ordinal = ordinal_mark(text);
    for (at, character) in text.char_indices() {
        match character {
            '\n' => {
                escaped.push_str("<br>");
                continue;
            }
            '\r' => continue,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '~' | '&' | '$' | '#' => {
                escaped.push('\\')
            }
            // A list item, where it begins a line.
            '-' | '+' if at == 0 => escaped.push('\\'),
            '.' | ')' if ordinal == Some(at) => escaped.push('\\'),
            // A bare address would be linked together with the Chinese text that follows it.
            ':' if text[at..].starts_with("://") => escaped.push('\\'),
            '.' if text[..at].ends_with("www") => escaped.push('\\'),
            _ => {}
        }
        escaped.push(character);
    }
    escaped
}

/// Where the mark of `1. ` or `1) ` stands, if the text begins so.
fn ordinal_mark(text: &str) -> Option<usize> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let mut rest = text[digits..].chars();
    let marked = digits > 0 && matches!(rest.next(), Some('.' | ')'));
    (marked && rest.next().is_none_or(char::is_whitespace)).then_some(digits)
}

/// A link target in Markdown: ids and paths have no other characters.
pub(super) fn anchor(text: &str) -> String {
    text.chars().filter(|character| character.is_ascii_alphanumeric() || "._-".contains(*character)).collect()
}

/// A code span outside tables.
pub(super) fn code(text: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    let text = text.replace(['\r', '\n'], " ");
    let fence = "`".repeat(longest_run(&text) + 1);
    // One space is stripped from both sides of a span that has them on both.
    let padded = text.starts_with('`')
        || text.ends_with('`')
        || (text.starts_with(' ') && text.ends_with(' ') && !text.trim().is_empty());
    let space = if padded { " " } else { "" };
    format!("{fence}{space}{text}{space}{fence}")
}

/// A code span inside a table: there, and only there, `\|` is a bar also in code.
pub(super) fn cell_code(text: &str) -> String {
    code(text).replace('|', "\\|")
}

fn longest_run(text: &str) -> usize {
    text.split(|character| character != '`').map(str::len).max().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_spans_hold_any_text() {
        assert_eq!(code("a|b"), "`a|b`");
        assert_eq!(cell_code("a|b"), "`a\\|b`");
        assert_eq!(code("a`b"), "``a`b``");
        assert_eq!(code("`"), "`` ` ``");
        assert_eq!(code(" a "), "`  a  `");
        assert_eq!(code("a\nb"), "`a b`");
        assert_eq!(code(""), "");
    }

    #[test]
    fn xml_holds_what_it_can() {
        assert_eq!(xml("a\u{0}\u{b}\r\n<\u{fffe}\u{ffff}\u{10000}&"), "a\n&lt;\u{10000}&amp;");
        assert_eq!(breaks("a\r\nb\n\nc<br>"), "a<br>b<br><br>c&lt;br&gt;");
    }

    #[test]
    fn markdown_is_shown_and_not_obeyed() {
        assert_eq!(markdown("a|b\nc"), "a\\|b<br>c");
        assert_eq!(markdown("1. 总数"), "1\\. 总数");
        assert_eq!(markdown("1.总数"), "1.总数");
        assert_eq!(markdown("- 总数 - 1"), "\\- 总数 - 1");
        assert_eq!(markdown("“http://www.gov.cn”"), "“http\\://www\\.gov.cn”");
        assert_eq!(markdown("<script>&amp;"), "\\<script\\>\\&amp;");
    }
}
