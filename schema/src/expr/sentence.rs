//! Rules as sentences in the form's own labels: 总数应等于自然人办件量与法人办件量之和.
//!
//! About ten shapes; where none fits there is no sentence, and the spec has to give a message. The message made of a
//! sentence shows the figures: 总数应等于…之和：总数 13986，后两项之和 13896. Shapes: comparisons of numbers and sums,
//! presence (any, none), a line that goes with its box, beginnings, ends and patterns of texts, windows of days,
//! comparisons with last year's report, choices and flags; each also under a condition (……时，……).

mod claim;
mod condition;
mod labels;
mod operand;
mod presence;
mod special;

pub(super) use labels::Labels;
pub(super) use operand::day;

use super::{Expression, Names};
use crate::form::{Piece, Reference, Template};

/// A rule as a sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Sentence {
    /// Without figures, for the documentation.
    pub plain: String,
    /// With figures, for findings.
    pub message: Template,
}

/// The rule as a sentence; none where it has none of the shapes.
#[must_use]
pub fn of(names: &Names<'_>, when: Option<&Expression>, assert: &Expression) -> Option<Sentence> {
    let both: Vec<&Expression> = when.into_iter().chain([assert]).collect();
    let writer = Writer { labels: Labels::new(names, &both) };
    let claim = writer.claim(assert)?;
    let plain = match when {
        Some(when) => format!("{}时，{}", spaced(&writer.condition(when)?), claim.plain),
        None => claim.plain,
    };
    let mut message = vec![Piece::Text(plain.clone())];
    message.extend(tail(claim.figures));
    Some(Sentence { plain, message })
}

struct Writer<'a> {
    labels: Labels<'a>,
}

/// What must hold, in words, and the values that show that it does not.
struct Claim {
    plain: String,
    figures: Vec<Figure>,
}

/// A value shown after the sentence.
#[derive(Clone)]
struct Figure {
    /// What it is called; empty where the sentence speaks of it alone.
    name: String,
    piece: Piece,
    /// True where it stands in “ ”.
    quoted: bool,
}

impl Claim {
    fn bare(plain: impl Into<String>) -> Option<Self> {
        Some(Self { plain: plain.into(), figures: Vec::new() })
    }

    fn new(plain: impl Into<String>, figures: Vec<Figure>) -> Option<Self> {
        Some(Self { plain: plain.into(), figures })
    }
}

impl Figure {
    fn value(name: impl Into<String>, of: Reference, quoted: bool) -> Self {
        Self { name: name.into(), piece: Piece::Value { of, unit: false }, quoted }
    }
}

/// The pieces after the sentence: one value without a name as “，现填 …”, else “：名称 值，名称 值”.
fn tail(figures: Vec<Figure>) -> Template {
    let mut pieces: Template = Vec::new();
    let mut seen: Vec<Piece> = Vec::new();
    for figure in figures {
        if seen.contains(&figure.piece) {
            continue;
        }
        seen.push(figure.piece.clone());
        let lead = if pieces.is_empty() { "：" } else { "，" };
        let (open, close) = if figure.quoted { ("“", "”") } else { ("", "") };
        let name = match figure.name.as_str() {
            "" if pieces.is_empty() => "，现填".to_owned(),
            name => format!("{lead}{name}"),
        };
        let gap = if figure.quoted { "" } else { " " };
        pieces.push(Piece::Text(format!("{name}{gap}{open}")));
        pieces.push(figure.piece);
        if figure.quoted {
            pieces.push(Piece::Text(close.to_owned()));
        }
    }
    joined(pieces)
}

/// Neighbouring texts as one.
fn joined(pieces: Template) -> Template {
    let mut joined: Template = Vec::with_capacity(pieces.len());
    for piece in pieces {
        match (joined.last_mut(), piece) {
            (Some(Piece::Text(before)), Piece::Text(text)) => before.push_str(&text),
            (_, piece) => joined.push(piece),
        }
    }
    joined
}

/// A space after a digit, as Chinese text next to figures is set.
fn spaced(text: &str) -> String {
    if text.ends_with(|last: char| last.is_ascii_alphanumeric()) {
        format!("{text} ")
    } else {
        text.to_owned()
    }
}

/// 「甲」「甲与乙」「甲、乙与丙」
fn listed(names: &[String], last: &str) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [most @ .., end] => format!("{}{last}{end}", most.join("、")),
    }
}
