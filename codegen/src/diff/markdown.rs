//! What changed as a note to publish: the same headings in every year.

use serde::Serialize;

use super::impact::{self, Audience};
use super::{Change, Diff, Topic};
use crate::templates;

/// The note.
#[derive(Serialize)]
struct Note<'a> {
    title: &'a str,
    editions: String,
    summary: String,
    level: &'static str,
    chapters: Vec<Chapter>,
    audiences: Vec<&'static str>,
    affected: Vec<Row>,
    automatic: usize,
    to_fill: &'a [String],
    removed: &'a [String],
    trial: Vec<String>,
}

/// The changes of one topic.
#[derive(Serialize)]
pub(crate) struct Chapter {
    title: &'static str,
    changes: Vec<Line>,
}

/// One change.
#[derive(Serialize)]
struct Line {
    name: &'static str,
    level: &'static str,
    place: String,
    text: String,
    note: String,
    example: String,
}

/// Whom one kind of change concerns.
#[derive(Serialize)]
struct Row {
    name: &'static str,
    cells: Vec<&'static str>,
}

/// The note as Markdown.
#[must_use]
pub fn markdown(diff: &Diff) -> String {
    templates::render(
        "diff/diff.md",
        Note {
            title: &diff.title,
            editions: diff.editions(),
            summary: diff.summary(),
            level: diff.level().about(),
            chapters: Topic::ALL.into_iter().map(|topic| chapter(diff, topic)).collect(),
            audiences: Audience::ALL.into_iter().map(Audience::label).collect(),
            affected: affected(diff),
            automatic: diff.automatic,
            to_fill: &diff.to_fill,
            removed: &diff.removed,
            trial: trial(diff),
        },
    )
}

fn trial(diff: &Diff) -> Vec<String> {
    let tried = diff.trial.iter();
    tried.flat_map(|tried| [vec![format!("{}。", tried.summary())], tried.lines()].concat()).collect()
}

fn chapter(diff: &Diff, topic: Topic) -> Chapter {
    let changes = diff.changes.iter().filter(|change| change.kind.topic() == topic);
    Chapter { title: topic.label(), changes: changes.map(line).collect() }
}

fn line(change: &Change) -> Line {
    Line {
        name: change.kind.name(),
        level: change.level.label(),
        place: change.at.name(),
        text: change.text(),
        note: change.note.clone().unwrap_or_default(),
        example: change.example.as_ref().map(super::Example::text).unwrap_or_default(),
    }
}

fn affected(diff: &Diff) -> Vec<Row> {
    let kinds = diff.kinds().into_iter();
    let rows = kinds.map(|kind| Row {
        name: kind.name(),
        cells: Audience::ALL.into_iter().map(|audience| impact::on(kind, audience).unwrap_or("—")).collect(),
    });
    rows.collect()
}
