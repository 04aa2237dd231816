//! What changed as a note to publish: the same headings in every year.

use serde::Serialize;

use super::impact::{self, Audience};
use super::{Change, Diff, Level, Topic, corrigendum};
use crate::templates;

/// The note.
#[derive(Serialize)]
struct Note<'a> {
    heading: String,
    corrigendum: bool,
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
            heading: heading(diff),
            corrigendum: diff.is_corrigendum(),
            summary: diff.summary(),
            level: level(diff),
            chapters: chapters(diff),
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

fn level(diff: &Diff) -> &'static str {
    if diff.is_corrigendum() && diff.level() < Level::Breaking {
        "已经合格的报表照样合格，不用改"
    } else {
        diff.level().about()
    }
}

fn heading(diff: &Diff) -> String {
    let Diff { title, old, new, .. } = diff;
    if diff.is_corrigendum() {
        format!("{title} {} 版更正说明（修订 {} → 修订 {}）", new.edition, old.revision, new.revision)
    } else {
        format!("{title} {} 的变化", diff.editions())
    }
}

fn chapters(diff: &Diff) -> Vec<Chapter> {
    let by_topic = || {
        let of = |topic| diff.changes.iter().filter(move |change| change.kind.topic() == topic).collect();
        Topic::ALL.map(|topic| (topic.label(), of(topic))).into()
    };
    let chapters = if diff.is_corrigendum() { corrigendum::chapters(diff) } else { by_topic() };
    let chapter = |(title, changes): (_, Vec<&Change>)| Chapter {
        title,
        changes: changes.into_iter().map(line).collect(),
    };
    chapters.into_iter().map(chapter).collect()
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
