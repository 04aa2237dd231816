//! What a new edition changes, for people: a line for each change, then who is concerned.

use tianbao_codegen::diff::impact::{self, Audience};
use tianbao_codegen::diff::{Change, ChangeKind, Diff, Topic, Tried};

use super::value::visible;
use super::{cells, pad};

/// Widest column of places that is lined up.
const WIDEST_PLACE: usize = 28;

/// The whole text.
pub(crate) fn human(diff: &Diff) -> String {
    let mut text = format!("{} {}：{}\n", diff.title, diff.editions(), diff.summary());
    let tried: String = diff.trial.iter().map(trial).collect();
    if diff.changes.is_empty() {
        return text + &tried;
    }
    let places = diff.changes.iter().map(|change| cells(&change.at.name()));
    let width = places.filter(|width| *width <= WIDEST_PLACE).max().unwrap_or(0);
    for change in &diff.changes {
        text += &line(change, width);
    }
    text + "\n" + &affected(diff) + &tried
}

/// What came of last year's reports.
fn trial(tried: &Tried) -> String {
    let lines: String = tried.lines().iter().map(|line| format!("  {}\n", visible(line))).collect();
    format!("\n{}\n{lines}", tried.summary())
}

/// 改名  五.2 注册用户数     services.registered_users → services.users      （新版写明 was:）
fn line(change: &Change, width: usize) -> String {
    let mut text = format!("{}  {}", pad(change.kind.word(), 4), pad(&change.at.name(), width));
    let mut add = |gap: &str, said: &str| {
        if !said.is_empty() {
            text += gap;
            text += &said.lines().collect::<Vec<_>>().join(" ");
        }
    };
    add("  ", &change.text());
    add("   ", &change.note.as_ref().map_or_else(String::new, |note| format!("（{note}）")));
    add("；", &change.example.as_ref().map_or_else(String::new, |example| example.text()));
    format!("{}\n", text.trim_end())
}

/// The table of who is concerned, a row for each kind of change that somebody feels.
fn affected(diff: &Diff) -> String {
    let kinds: Vec<ChangeKind> = diff.kinds();
    let row = |kind: &ChangeKind| {
        let cells =
            Audience::ALL.into_iter().map(|audience| impact::on(*kind, audience).unwrap_or("—").to_owned());
        [vec![format!("  {}", kind.name())], cells.collect()].concat()
    };
    let head = Audience::ALL.into_iter().map(|audience| audience.label().to_owned()).collect();
    let mut rows = vec![[vec!["谁受影响".to_owned()], head].concat()];
    rows.extend(kinds.iter().map(row));
    table(&rows)
}

/// Every kind of change with what it is, by topic.
pub(crate) fn kinds() -> String {
    let mut text = String::new();
    for topic in Topic::ALL {
        let kinds: Vec<&ChangeKind> = ChangeKind::ALL.iter().filter(|kind| kind.topic() == topic).collect();
        text += &format!("{}\n", topic.label());
        let rows: Vec<Vec<String>> = kinds
            .iter()
            .map(|kind| {
                vec![
                    format!("  {}", kind.id()),
                    kind.level().label().to_owned(),
                    kind.name().to_owned(),
                    kind.about().to_owned(),
                ]
            })
            .collect();
        text += &table(&rows);
    }
    text
}

/// Rows with their columns lined up.
fn table(rows: &[Vec<String>]) -> String {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let width = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| cells(cell)).max();
    let widths: Vec<usize> = (0..columns).map(|column| width(column).unwrap_or(0)).collect();
    let line = |row: &Vec<String>| {
        let padded = row.iter().zip(&widths).map(|(cell, width)| pad(cell, *width));
        format!("{}\n", padded.collect::<Vec<_>>().join("  ").trim_end())
    };
    rows.iter().map(line).collect()
}
