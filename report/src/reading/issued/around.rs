//! The lines above and below the table.

use std::collections::HashSet;

use tianbao_schema::Form;
use tianbao_schema::form::{Line, Piece};

use super::words::bare;
use super::{Difference, Fresh, FreshKind, Of, What, fold};
use crate::page::Place;
use crate::reading::align::{Placed, taken};
use crate::reading::lines::whole;
use crate::reading::tokens::Token;

/// A line of the document: a paragraph, or a row of a table, which may hold lines of the form too.
struct Found {
    text: String,
    place: Place,
    tokens: Vec<usize>,
    /// True for a row of a table.
    row: bool,
}

/// Compares the lines of both ends; gives the tokens that are lines of the form, too.
pub(super) fn compare(
    form: &Form,
    tokens: &[Token<'_>],
    placed: &[Placed],
) -> (Vec<Difference>, HashSet<usize>) {
    let used = taken(placed);
    let first = used.iter().min().copied().unwrap_or(tokens.len());
    let last = used.iter().max().map_or(0, |last| last + 1);
    let (mut above, mut below) = (lines(tokens, 0, first), lines(tokens, last, tokens.len()));
    let mut known = HashSet::new();
    // All of them may stand at one end, where the table is set into another.
    let head = left(&form.layout.head, [&mut above, &mut below], &mut known);
    let foot = left(&form.layout.foot, [&mut below, &mut above], &mut known);
    let mut found = end(&form.layout.head, &head, above, Of::Head, &mut known);
    found.extend(end(&form.layout.foot, &foot, below, Of::Foot, &mut known));
    (found, known)
}

/// The lines of one end that do not stand in the document as they are; those that do are taken out of it.
fn left(lines: &[Line], ends: [&mut Vec<Found>; 2], known: &mut HashSet<usize>) -> Vec<usize> {
    let [own, other] = ends;
    let mut left = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        let at = |found: &[Found]| found.iter().position(|found| is_line(line, &found.text));
        match (at(own), at(other)) {
            (Some(at), _) => known.extend(own.remove(at).tokens),
            (None, Some(at)) => known.extend(other.remove(at).tokens),
            (None, None) => left.push(index),
        }
    }
    left
}

/// The lines between two tokens.
fn lines(tokens: &[Token<'_>], from: usize, to: usize) -> Vec<Found> {
    let mut lines: Vec<(usize, Found)> = Vec::new();
    for (at, token) in tokens.iter().enumerate().take(to).skip(from).filter(|(_, token)| !token.is_empty()) {
        let several = token.text.contains('\n');
        match lines.last_mut().filter(|(row, _)| *row == token.row && !several) {
            Some((_, line)) => {
                line.text += token.text;
                line.tokens.push(at);
            }
            // A cell may hold several lines.
            None => lines.extend(token.text.lines().map(|text| {
                let (text, place, row) = (text.to_owned(), token.place, token.table.is_some());
                (token.row, Found { text, place, tokens: vec![at], row })
            })),
        }
    }
    lines.into_iter().map(|(_, line)| line).collect()
}

/// Compares the lines that are left of one end: each with the one that is most like it.
fn end(
    lines: &[Line],
    left: &[usize],
    mut free: Vec<Found>,
    of: fn(usize) -> Of,
    known: &mut HashSet<usize>,
) -> Vec<Difference> {
    let mut differences = Vec::new();
    for index in left.iter().copied() {
        let line = &lines[index];
        let part = if line.title { Of::Title } else { of(index) };
        let likeness = |at: &usize| likeness(line, &free[*at].text);
        let best = (0..free.len()).max_by(|a, b| likeness(a).total_cmp(&likeness(b)));
        match best.filter(|at| likeness(at) > 0.0 || (line.title && *at == 0 && !free[*at].row)) {
            Some(at) => {
                let found = free.remove(at);
                let words = if line.title { bare(&found.text) } else { found.text.trim().to_owned() };
                differences.push(Difference::new(part, What::Label(words), Some(found.place)));
                known.extend(found.tokens);
            }
            None => differences.push(Difference::new(part, What::Gone, None)),
        }
    }
    // Rows of a table are told of there.
    for found in free.into_iter().filter(|found| !found.row) {
        let fresh = Fresh::new(FreshKind::Line, found.text.trim().to_owned());
        let of = lines.len().checked_sub(1).map(of);
        differences.push(Difference { of, what: What::New(fresh), place: Some(found.place) });
    }
    differences
}

/// True where a text is this line, filled or blank, with no further label in it.
fn is_line(line: &Line, text: &str) -> bool {
    if line.title || line.pieces.iter().all(|piece| matches!(piece, Piece::Text(_))) {
        return fold::key(&words(line).concat()) == fold::key(text);
    }
    let more = |value: &str| {
        let key = fold::key(value);
        key.match_indices(':').any(|(at, _)| {
            !key[at + 1..].starts_with("//") && !key[..at].ends_with(|c: char| c.is_ascii_alphanumeric())
        })
    };
    whole(line, text).is_some_and(|values| values.iter().all(|(_, value)| !more(value)))
}

fn words(line: &Line) -> Vec<String> {
    let words = line.pieces.iter().filter_map(|piece| match piece {
        Piece::Text(text) => Some(fold::key(text)),
        Piece::Value { .. } | Piece::Figure(_) => None,
    });
    words.filter(|words| !words.is_empty()).collect()
}

/// The share of a line's words that a text has too, or what the two share.
fn likeness(line: &Line, text: &str) -> f64 {
    let (words, key) = (words(line), fold::key(text));
    let had = words.iter().filter(|words| key.contains(words.as_str()));
    let had: usize = had.map(|words| words.chars().count()).sum();
    let all: usize = words.iter().map(|words| words.chars().count()).sum();
    let share = if all == 0 { 0.0 } else { had as f64 / all as f64 };
    let shared = super::words::shared(&words.concat(), &key);
    let likeness = share.max(shared);
    if likeness >= 0.2 { likeness } else { 0.0 }
}
