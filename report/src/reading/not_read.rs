//! Documents that cannot be read with certainty are refused, not guessed.

use std::collections::{BTreeMap, HashSet};

use thiserror::Error;
use tianbao_schema::Form;
use tianbao_schema::diagnostic::Message;
use tianbao_schema::form::Kind;

use super::align::{self, AS_GOOD, Placed};
use super::labels::Labels;
use super::tokens::Token;
use super::{explanations, fold};
use crate::page::{Origin, Page, Place};

/// Why a document is not read.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}", self.message().zh)]
pub enum NotRead {
    /// Hardly any label of the form stands in it.
    NotThisForm {
        /// Title of the form.
        title: String,
        /// Labels found.
        found: usize,
        /// Labels of the form.
        of: usize,
    },
    /// Cells ran together, as in 规章000.
    RanTogether {
        /// The text.
        text: String,
        /// Where it stands.
        place: Place,
    },
    /// Lines that stood twice are there once.
    LinesRemoved,
    /// The form stands in it several times.
    SeveralForms,
}

impl NotRead {
    /// What is wrong and what to do, in both languages.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::NotThisForm { title, found, of } => Message::new(
                format!(
                    "不像“{title}”：{of} 个标签只找到 {found} 个；请确认是不是这张表，或用 --spec 指定规格"
                ),
                format!(
                    "does not look like “{title}”: {found} of {of} labels found; or name its spec with --spec"
                ),
            ),
            Self::RanTogether { text, place } => Message::new(
                format!(
                    "{place}：“{text}”里几个格子的内容连在一起，分不清哪个数是哪一项的；请改用原来的 Word 或网页文件"
                ),
                format!(
                    "{place}: cells ran together in “{text}”; use the Word file or web page it came from"
                ),
            ),
            Self::LinesRemoved => Message::new(
                "文字里重复的行被删掉了（表上有几处的标签，这里只剩一处），读出来会错位；请改用原来的 Word 或网页文件",
                "repeated lines were removed from this text; use the Word file or web page it came from",
            ),
            Self::SeveralForms => Message::new(
                "文件里不止一张填好的表；请一张表存一个文件",
                "the document holds several filled forms; save each as a file of its own",
            ),
        }
    }
}

/// Refuses what cannot be read.
pub(super) fn check(
    form: &Form,
    page: &Page,
    labels: &Labels,
    tokens: &[Token<'_>],
    placed: &[Placed],
) -> Result<(), NotRead> {
    let text = page.origin == Origin::Text;
    // Explanations name labels.
    let explained = |token: &Token<'_>| token.table.is_none() && token.folded.key == explanations::HEADING;
    let end = tokens.iter().rposition(explained).unwrap_or(tokens.len());
    if let Some(token) = tokens[..end].iter().find(|token| text && ran_together(form, labels, token.text)) {
        return Err(NotRead::RanTogether { text: shortened(token.text), place: token.place });
    }
    let of = labels.items.iter().filter(|item| !item.key.is_empty()).count();
    let found = placed.iter().filter(|placed| placed.likeness >= AS_GOOD).count();
    if found < of.min(3) || found * 4 < of {
        return Err(NotRead::NotThisForm { title: form.title.clone(), found, of });
    }
    if text && lines_removed(labels, tokens, placed) {
        return Err(NotRead::LinesRemoved);
    }
    if several(labels, tokens, placed) {
        return Err(NotRead::SeveralForms);
    }
    Ok(())
}

fn shortened(text: &str) -> String {
    let mut short: String = text.chars().take(24).collect();
    if short.len() < text.len() {
        short.push('…');
    }
    short
}

/// True for a label of a figure with digits at its end, or several labels without anything between.
fn ran_together(form: &Form, labels: &Labels, text: &str) -> bool {
    let key = fold::key(text);
    if key.chars().count() > 2_000 {
        return false;
    }
    let glued = labels.items.iter().any(|item| {
        let figure = item
            .field()
            .and_then(|id| form.member(id).field())
            .is_some_and(|field| matches!(field.kind, Kind::Count { .. } | Kind::Number { .. }));
        let rest = key.strip_prefix(item.key.as_str()).unwrap_or_default();
        let digits = !rest.is_empty() && rest.bytes().all(|byte| byte.is_ascii_digit());
        // With white space between, it is a label and its value.
        figure && !item.key.is_empty() && digits && !text.trim().contains(fold::is_space)
    });
    glued || several_labels(labels, text)
}

/// Three labels and more in one piece without white space, and little beside them.
fn several_labels(labels: &Labels, text: &str) -> bool {
    text.split(fold::is_space).any(|word| {
        let mut rest = fold::key(word);
        let whole = rest.len();
        let (mut found, mut covered) = (0, 0);
        while let Some((at, length)) = first_label(labels, &rest) {
            found += 1;
            covered += length;
            rest.drain(..at + length);
        }
        found >= 3 && covered * 2 > whole
    })
}

fn first_label(labels: &Labels, text: &str) -> Option<(usize, usize)> {
    let long = labels.items.iter().filter(|item| item.key.chars().count() >= 4);
    let found = long.filter_map(|item| Some((text.find(&item.key)?, item.key.len())));
    found.min_by_key(|(at, length)| (*at, std::cmp::Reverse(*length)))
}

/// True where labels that the form prints several times stand here once, and no two lines are alike.
fn lines_removed(labels: &Labels, tokens: &[Token<'_>], placed: &[Placed]) -> bool {
    let mut printed = BTreeMap::<&str, usize>::new();
    for item in labels.items.iter().filter(|item| !item.key.is_empty()) {
        *printed.entry(&item.key).or_default() += 1;
    }
    let count = |key: &str| tokens.iter().filter(|token| token.folded.key == key).count();
    let repeated: Vec<&str> = printed.iter().filter(|(_, times)| **times > 1).map(|(key, _)| *key).collect();
    let once = !repeated.is_empty() && repeated.iter().all(|key| count(key) <= 1);
    let mut seen = HashSet::new();
    let mut filled = tokens.iter().filter(|token| !token.is_empty());
    let distinct = filled.all(|token| seen.insert(fold::key(token.text)));
    let empty = placed.iter().filter(|placed| labels.items[placed.item].field().is_some());
    let empty = empty.filter(|placed| placed.value.is_none_or(|value| tokens[value].is_empty())).count();
    // In a table an empty cell shows where the next begins.
    let lines = placed.iter().all(|placed| tokens[placed.token].table.is_none());
    (once && (distinct || repeated.len() > 1)) || (distinct && empty > 1 && lines)
}

/// True where most labels stand in other places too, each with a value of its own.
fn several(labels: &Labels, tokens: &[Token<'_>], placed: &[Placed]) -> bool {
    let used = align::taken(placed);
    let unique: Vec<&Placed> = placed
        .iter()
        .filter(|placed| labels.items[placed.item].field().is_some() && labels.items[placed.item].unique)
        .collect();
    let again = unique.iter().filter(|placed| {
        let label = &labels.items[placed.item].key;
        let value = |at: usize| align::beside(tokens, at).map(|at| tokens[at].folded.key.as_str());
        (0..tokens.len()).any(|at| {
            !used.contains(&at)
                && tokens[at].folded.key == *label
                && value(at).is_some_and(|other| !other.is_empty() && Some(other) != value(placed.token))
        })
    });
    again.count() * 3 > unique.len() && unique.len() > 3
}
