//! The lines above and below the table.

use tianbao_schema::Form;
use tianbao_schema::form::{Line, Piece};

use super::words::bare;
use super::{Difference, Fresh, FreshKind, Of, What, fold};
use crate::page::Place;
use crate::reading::align::{Placed, taken};
use crate::reading::lines::whole;
use crate::reading::tokens::Token;

/// A line of the document.
type Found<'p> = (&'p str, Place);

/// Compares the lines of both ends.
pub(super) fn compare(form: &Form, tokens: &[Token<'_>], placed: &[Placed]) -> Vec<Difference> {
    let used = taken(placed);
    let first = used.iter().min().copied().unwrap_or(tokens.len());
    let last = used.iter().max().copied().unwrap_or(0);
    let lines = |from: usize, to: usize| -> Vec<Found<'_>> {
        let tokens = tokens.get(from..to).unwrap_or_default().iter();
        tokens
            .filter(|token| token.table.is_none() && !token.is_empty())
            .map(|token| (token.text, token.place))
            .collect()
    };
    let mut found = end(&form.layout.head, &lines(0, first), Of::Head);
    found.extend(end(&form.layout.foot, &lines(last + 1, tokens.len()), Of::Foot));
    found
}

/// Compares the lines of one end: those that have all words of one, then those that are most like one.
fn end(lines: &[Line], found: &[Found<'_>], of: fn(usize) -> Of) -> Vec<Difference> {
    let mut free: Vec<Found<'_>> = found.to_vec();
    let mut left: Vec<usize> = Vec::new();
    for (index, line) in lines.iter().enumerate() {
        match free.iter().position(|(text, _)| is_line(line, text)) {
            Some(at) => drop(free.remove(at)),
            None => left.push(index),
        }
    }
    let mut differences = Vec::new();
    for index in left {
        let line = &lines[index];
        let part = if line.title { Of::Title } else { of(index) };
        let best =
            (0..free.len()).max_by(|a, b| likeness(line, free[*a].0).total_cmp(&likeness(line, free[*b].0)));
        match best.filter(|at| likeness(line, free[*at].0) > 0.0 || (line.title && *at == 0)) {
            Some(at) => {
                let (text, place) = free.remove(at);
                let words = if line.title { bare(text) } else { text.trim().to_owned() };
                differences.push(Difference::new(part, What::Label(words), Some(place)));
            }
            None => differences.push(Difference::new(part, What::Gone, None)),
        }
    }
    for (text, place) in free {
        let fresh = Fresh {
            kind: FreshKind::Line,
            label: text.trim().to_owned(),
            unit: None,
            boxes: Vec::new(),
            clause: None,
            inside: Vec::new(),
        };
        let of = lines.len().checked_sub(1).map(of);
        differences.push(Difference { of, what: What::New(fresh), place: Some(place) });
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
