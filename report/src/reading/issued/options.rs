//! The boxes beside a label.

use tianbao_schema::form::{Choice, Kind, Member};

use super::words::bare;
use super::{Difference, Fresh, FreshKind, Of, What, fold};
use crate::page::Place;
use crate::reading::boxes::{self, Tick};
use crate::reading::likeness::likeness;

/// A box as it is printed.
struct Printed {
    label: String,
    /// True for a tick in it.
    ticked: bool,
    /// True where a line to write on follows.
    line: bool,
}

/// The labels of the boxes in a cell; empty where it has none.
pub(super) fn labels(text: &str) -> Vec<String> {
    printed(text).into_iter().map(|printed| printed.label).collect()
}

/// Boxes with their labels; what is written on a line after one is left out.
fn printed(text: &str) -> Vec<Printed> {
    let text = &blank(text);
    let mut ticks = Vec::new();
    let mut marks: Vec<(usize, usize)> = Vec::new();
    for (at, _) in text.char_indices() {
        if let Some((tick, length)) = boxes::mark(&text[at..]) {
            ticks.push(tick == Tick::On);
            marks.push((at, at + length));
        }
    }
    // Boxes stand before their labels, or after them.
    let begins = marks.first().is_none_or(|(at, _)| fold::key(&text[..*at]).is_empty());
    let pieces: Vec<(usize, usize)> = if begins {
        let ends = marks.iter().skip(1).map(|(at, _)| *at).chain([text.len()]);
        marks.iter().map(|(_, end)| *end).zip(ends).collect()
    } else {
        std::iter::once(0)
            .chain(marks.iter().map(|(_, end)| *end))
            .zip(marks.iter().map(|(at, _)| *at))
            .collect()
    };
    let piece = |((from, end), ticked): (&(usize, usize), bool)| {
        let piece = text.get(*from..*end).unwrap_or_default();
        let label = piece.split(['_', '＿']).next().unwrap_or_default();
        Printed { label: bare(label), ticked, line: label.len() < piece.len() }
    };
    let mut found: Vec<Printed> = pieces.iter().zip(ticks).map(piece).collect();
    found.retain(|printed| !printed.label.is_empty());
    found
}

/// The text with nothing on its lines to write on: what is written there may hold boxes of its own.
fn blank(text: &str) -> String {
    let mut blank = String::new();
    let mut rest = text;
    while let Some(start) = rest.find("__") {
        blank.push_str(&rest[..start]);
        blank.push('_');
        rest = rest[start..].trim_start_matches('_');
        let written = rest.find("__").filter(|end| {
            let written = rest[..*end].trim_start_matches(fold::is_space);
            !written.is_empty() && boxes::mark(written).is_none()
        });
        if let Some(end) = written {
            rest = rest[end..].trim_start_matches('_');
        }
    }
    blank + rest
}

/// Compares the boxes of a cell with those of its field.
pub(super) fn compare(member: &Member, text: &str, place: Place) -> Vec<Difference> {
    let Some(field) = member.field() else { return Vec::new() };
    let of = Of::Member(member.id);
    let found = printed(text);
    let boxes = || found.iter().map(|printed| printed.label.clone()).collect::<Vec<_>>();
    // Filled in, some leave the boxes out that are not ticked.
    let only_ticked = found.iter().all(|printed| printed.ticked);
    let flag = [true, false].map(|flag| tianbao_core::print::flag(flag).to_owned());
    match &field.kind {
        Kind::Flag | Kind::Choice(_) | Kind::Choices(_) if found.is_empty() => {
            let blank = bare(text).is_empty();
            blank.then(|| Difference::new(of, What::Boxes(Vec::new()), Some(place))).into_iter().collect()
        }
        Kind::Flag if boxes() != flag && !(only_ticked && flag.contains(&found[0].label)) => {
            vec![Difference::new(of, What::Boxes(boxes()), Some(place))]
        }
        Kind::Flag => Vec::new(),
        Kind::Choice(_) | Kind::Choices(_) => {
            let mut told = choices(member, &found, place);
            told.retain(|difference| !(only_ticked && difference.what == What::Gone));
            told
        }
        Kind::Count { .. }
        | Kind::Number { .. }
        | Kind::Text { .. }
        | Kind::Url
        | Kind::Date
        | Kind::Year { .. } => {
            // A text may hold such a sign; a form prints at least two boxes, and before all else.
            let begins = boxes::mark(text.trim_start_matches(fold::is_space)).is_some();
            let is_choice = begins && found.len() > 1;
            is_choice.then(|| Difference::new(of, What::Boxes(boxes()), Some(place))).into_iter().collect()
        }
    }
}

fn choices(member: &Member, found: &[Printed], place: Place) -> Vec<Difference> {
    let choices = member.choices();
    let key = |label: &str| fold::key(label);
    // Some formats show what is written on a line without the line.
    let written =
        |choice: &Choice, found: &str| choice.line.is_some() && found.starts_with(&key(&choice.label));
    let known = |printed: &Printed| {
        let found = key(&printed.label);
        let same = choices.iter().position(|choice| key(&choice.label) == found);
        same.or_else(|| choices.iter().position(|choice| written(choice, &found)))
    };
    let mut of: Vec<Option<usize>> = found.iter().map(known).collect();
    let mut differences = Vec::new();
    let free = |of: &[Option<usize>]| -> Vec<usize> {
        (0..choices.len()).filter(|choice| !of.contains(&Some(*choice))).collect()
    };
    // A box that reads otherwise: the one most like it; the only one that is left, at its place.
    for at in 0..found.len() {
        if of[at].is_some() {
            continue;
        }
        let left = free(&of);
        let unknown = of.iter().filter(|of| of.is_none()).count();
        let alike = |choice: &usize| {
            let (one, other) = (key(&found[at].label), key(&choices[*choice].label));
            likeness(&one, &other).max(super::words::shared(&one, &other))
        };
        let best = left.iter().copied().max_by(|a, b| alike(a).total_cmp(&alike(b)));
        let only = left.len() == 1 && unknown == 1 && choices.len() == found.len();
        if let Some(choice) = best.filter(|choice| alike(choice) >= 0.39 || only) {
            of[at] = Some(choice);
            let what = What::Label(found[at].label.clone());
            differences.push(Difference::new(Of::Choice(member.id, choice), what, Some(place)));
        }
    }
    for choice in free(&of) {
        differences.push(Difference::new(Of::Choice(member.id, choice), What::Gone, Some(place)));
    }
    for (at, printed) in found.iter().enumerate() {
        match of[at] {
            // That there is none cannot be told: a blank one may be drawn in many ways.
            Some(choice) if printed.line && choices[choice].line.is_none() => {
                differences.push(Difference::new(Of::Choice(member.id, choice), What::Line, Some(place)));
            }
            Some(_) => {}
            None => {
                let before = of[..at].iter().rev().flatten().next();
                let of = before.map_or(Of::Member(member.id), |choice| Of::Choice(member.id, *choice));
                differences.push(Difference::new(
                    of,
                    What::New(Fresh::new(FreshKind::Choice, printed.label.clone())),
                    Some(place),
                ));
            }
        }
    }
    let known: Vec<usize> = of.iter().flatten().copied().collect();
    if !known.is_sorted() {
        let order = found.iter().map(|printed| printed.label.clone()).collect();
        differences.push(Difference::new(Of::Member(member.id), What::Order(order), Some(place)));
    }
    differences
}
