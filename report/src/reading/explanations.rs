//! The 情况说明 under the table: why a figure that a rule questions is right.

use tianbao_codegen::render::explanation_heading;
use tianbao_schema::Form;

use super::fold;
use super::tokens::Token;
use crate::page::Place;

/// The heading under which explanations stand.
pub(super) const HEADING: &str = "情况说明";

/// An explanation that was read.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Explanation {
    /// The rule that it is about.
    pub(super) rule: String,
    /// The reason.
    pub(super) text: String,
    /// Where it begins.
    pub(super) place: Place,
}

/// Where the explanations begin: at the heading below the table, else at the end.
pub(super) fn begin(tokens: &[Token<'_>]) -> usize {
    let last_cell = tokens.iter().rposition(|token| token.table.is_some()).map_or(0, |last| last + 1);
    let heading = |token: &Token<'_>| token.alone && token.folded.key == HEADING;
    tokens[last_cell..].iter().position(heading).map_or(tokens.len(), |at| last_cell + at)
}

/// Reads the lines below the heading; what belongs to no rule is given back.
pub(super) fn read<'p>(form: &Form, lines: &[(&'p str, Place)]) -> (Vec<Explanation>, Vec<(&'p str, Place)>) {
    let headings: Vec<(String, &str)> =
        form.all_rules().map(|rule| (explanation_heading(form, &rule.id), rule.id.as_str())).collect();
    let mut read: Vec<Explanation> = Vec::new();
    let mut left = Vec::new();
    for (text, place) in lines {
        match begun(&headings, text) {
            Some((rule, text)) => read.push(Explanation { rule, text: text.to_owned(), place: *place }),
            None => match read.last_mut() {
                Some(last) => {
                    last.text.push('\n');
                    last.text.push_str(text.trim_matches(fold::is_space));
                }
                None => left.push((*text, *place)),
            },
        }
    }
    (read, left)
}

/// The rule whose heading a line begins with, and what follows it.
fn begun<'t>(headings: &[(String, &str)], line: &'t str) -> Option<(String, &'t str)> {
    let numbered = line.trim_matches(fold::is_space).trim_start_matches(|c: char| c.is_ascii_digit());
    let rest = numbered.trim_start_matches(['．', '.', '、']).trim_matches(fold::is_space);
    let after = |heading: &str| rest.strip_prefix(heading)?.strip_prefix(['：', ':']);
    let known = headings.iter().filter_map(|(heading, rule)| Some((after(heading)?, *rule)));
    // Of headings of which one begins another, the longer.
    if let Some((text, rule)) = known.min_by_key(|(text, _)| text.len()) {
        return Some((rule.to_owned(), text.trim_matches(fold::is_space)));
    }
    // A rule that the form does not have stands there by its id.
    let (id, text) = rest.strip_prefix('（')?.split_once("）：")?;
    let is_id = !id.is_empty() && id.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '_'));
    is_id.then(|| (id.to_owned(), text.trim_matches(fold::is_space)))
}
