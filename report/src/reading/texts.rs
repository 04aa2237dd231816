//! Texts: white space at the ends goes, line breaks inside are joined as the script asks.

use tianbao_core::text;
use tianbao_schema::form::Pattern;
use tianbao_schema::pattern::Matcher;

use super::fold;
use super::trace::{How, ProblemCode};
use super::value::Outcome;

/// Reads a text.
pub(super) fn read(text: &str, many_lines: bool, pattern: Option<&Pattern>) -> Outcome {
    let trimmed = trimmed(text);
    let mut outcome = if many_lines {
        let lines: Vec<&str> = trimmed.lines().map(|line| line.trim_matches(fold::is_space)).collect();
        let read = lines.join("\n");
        let exact = read == trimmed;
        Outcome::sure(read.into(), exact)
    } else {
        one_line(trimmed)
    };
    // A number typed in full-width digits is that number, where the form says what it looks like.
    if let (Some(pattern), Some(found)) = (pattern, outcome.value.as_ref().and_then(|value| value.as_str())) {
        let narrow = fold::narrowed(found);
        let matcher = Matcher::new(pattern).ok();
        let matches = |text: &str| matcher.as_ref().is_some_and(|matcher| matcher.is_match(text));
        if narrow != found && !matches(found) && matches(&narrow) {
            outcome = Outcome::sure(narrow.into(), false);
        }
    }
    // A line to write on may have been text.
    if trimmed != text.trim_matches(fold::is_space) {
        outcome.how = outcome.how.max(How::Normalised);
    }
    outcome
}

/// Reads a web address: no white space belongs into it.
pub(super) fn url(found: &str) -> Outcome {
    let trimmed = trimmed(found);
    let key = fold::key(trimmed);
    if !text::is_url(trimmed) && text::is_url(&key) {
        return Outcome::sure(key.into(), false);
    }
    one_line(trimmed)
}

fn trimmed(text: &str) -> &str {
    text.trim_matches(|c: char| fold::is_space(c) || matches!(c, '_' | '＿'))
}

/// Joins lines: Chinese text has no space at a line's end, words of letters have.
fn one_line(text: &str) -> Outcome {
    let mut lines =
        text.split('\n').map(|line| line.trim_matches(fold::is_space)).filter(|line| !line.is_empty());
    let mut read = lines.next().unwrap_or_default().to_owned();
    let mut doubtful = false;
    for line in lines {
        let letters = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        if letters(read.chars().last()) && letters(line.chars().next()) {
            read.push(' ');
            doubtful = true;
        }
        read.push_str(line);
    }
    if doubtful {
        let message = format!("值里有换行，按“{read}”读，请核对空格");
        return Outcome::doubtful(read.into(), ProblemCode::LineBreak, message);
    }
    if read.contains('\u{FFFD}') {
        let message = format!("“{read}”里有读不出的字，请核对");
        return Outcome::doubtful(read.into(), ProblemCode::Unreadable, message);
    }
    let exact = read == text;
    Outcome::sure(read.into(), exact)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn one(text: &str) -> Option<String> {
        read(text, false, None).value.and_then(|value| value.as_str().map(str::to_owned))
    }

    #[test]
    fn texts() {
        assert_eq!(one(" 洞口县\n人民政府　").as_deref(), Some("洞口县人民政府"));
        assert_eq!(one("移动客户端 App\nStore").as_deref(), Some("移动客户端 App Store"));
        assert_eq!(url("http: //www.a.gov.cn").value, Some("http://www.a.gov.cn".into()));
        assert_eq!(url("www.a.gov.cn").how, How::Exact);
        let lines = ["____示例____", "示例_", "示例"].map(|text| read(text, false, None));
        assert!(lines.iter().all(|outcome| outcome.value == Some("示例".into())));
        assert_eq!(lines.map(|outcome| outcome.how), [How::Normalised, How::Normalised, How::Exact]);
        let many = read("一\n\n 二 ", true, None);
        assert_eq!(many.value, Some("一\n\n二".into()));
    }
}
