//! What a piece of text shows: without what converters leave behind, and without Markdown's marks.

use crate::page::decode::{joins, trim, unseen};

/// How marks in a text are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Dialect {
    /// No marks.
    Plain,
    /// Markdown.
    Markdown,
}

impl Dialect {
    pub(super) fn of(name: &str) -> Self {
        let end = name.rsplit_once('.').map_or("", |(_, end)| end).to_ascii_lowercase();
        if matches!(end.as_str(), "md" | "markdown") { Self::Markdown } else { Self::Plain }
    }
}

/// The text of a cell.
pub(super) fn clean(part: &str, dialect: Dialect) -> String {
    let mut text = String::with_capacity(part.len());
    let mut rest = part;
    let bold = dialect == Dialect::Markdown && paired(part);
    while let Some(char) = rest.chars().next() {
        let (shown, used) = match char {
            '[' => remnant(rest).map_or((Some('['), 1), |used| (None, used)),
            '\r' => (Some('\n'), if rest.starts_with("\r\n") { 2 } else { 1 }),
            '\u{B}' | '\u{2028}' | '\u{2029}' => (Some('\n'), char.len_utf8()),
            '\t' => (Some(' '), 1),
            _ if unseen(char) && !joins(text.chars().next_back(), char, rest.chars().nth(1)) => {
                (None, char.len_utf8())
            }
            _ => match dialect {
                Dialect::Plain => (Some(char), char.len_utf8()),
                Dialect::Markdown => markdown(rest, char, bold),
            },
        };
        text.extend(shown);
        rest = rest.get(used..).unwrap_or_default();
    }
    let lines: Vec<&str> = text.split('\n').map(|line| line.trim_end_matches(' ')).collect();
    trim(&lines.join("\n")).to_owned()
}

/// A line outside tables.
pub(super) fn line(part: &str, dialect: Dialect) -> String {
    match dialect {
        Dialect::Plain => clean(part, dialect),
        Dialect::Markdown => {
            let part = part.trim_matches(' ');
            let slashes = part.len() - part.trim_end_matches('\\').len();
            // Two are one that stands there; one alone breaks the line.
            let part = if slashes % 2 == 1 { part.strip_suffix('\\').unwrap_or(part) } else { part };
            let ruled = part.chars().all(|char| "-=*_~` ".contains(char));
            let body = part.trim_start_matches(['#', '>']);
            let body = if body.len() < part.len() { body.trim_end_matches('#') } else { body };
            let item = ["- ", "* ", "+ "].iter().find_map(|bullet| body.strip_prefix(bullet));
            if ruled || part.starts_with("```") {
                String::new()
            } else {
                clean(item.unwrap_or(body), dialect)
            }
        }
    }
}

/// What stands at a character in Markdown, and its length in bytes.
fn markdown(rest: &str, char: char, bold: bool) -> (Option<char>, usize) {
    const NAMES: [(&str, char); 10] = [
        ("&nbsp;", '\u{A0}'),
        ("&emsp;", '\u{3000}'),
        ("&lt;", '<'),
        ("&gt;", '>'),
        ("&amp;", '&'),
        ("&quot;", '"'),
        ("&#124;", '|'),
        ("<br>", '\n'),
        ("<br/>", '\n'),
        ("<br />", '\n'),
    ];
    let next = rest.chars().nth(1);
    match char {
        '\\' if next.is_some_and(|next| next.is_ascii_punctuation()) => (next, 2),
        '*' if bold && rest.starts_with("**") => (None, 2),
        '&' | '<' => {
            let starts = |name: &str| rest.get(..name.len()).is_some_and(|at| at.eq_ignore_ascii_case(name));
            let named = NAMES.iter().find(|(name, _)| starts(name));
            named.map_or((Some(char), 1), |(name, char)| (Some(*char), name.len()))
        }
        _ => (Some(char), char.len_utf8()),
    }
}

/// True where `**` stands in pairs.
fn paired(part: &str) -> bool {
    let marks = part.replace("\\\\", "").replace("\\*", "").matches("**").count();
    marks > 0 && marks.is_multiple_of(2)
}

/// The length of what a converter left of a bookmark or comment: `[bookmark: _GoBack]`.
fn remnant(rest: &str) -> Option<usize> {
    const LONGEST: usize = 400;
    let inner = rest.strip_prefix('[')?;
    let starts = |word: &str| {
        inner.get(..word.len()).filter(|at| at.eq_ignore_ascii_case(word)).and(inner.get(word.len()..))
    };
    let after = starts("bookmark").or_else(|| starts("comment")).or_else(|| starts("批注"))?;
    let marked =
        after.starts_with([':', '：', ' ', ']']) || after.starts_with(|char: char| char.is_ascii_digit());
    let end = rest.char_indices().take(LONGEST).find(|(_, char)| *char == ']')?;
    (marked && !rest.get(..end.0)?.contains(['\n', '\r'])).then_some(end.0 + 1)
}
