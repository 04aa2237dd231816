//! What copying as text does.

use serde_json::Value;

use super::{File, Spoilt, txt};
use crate::paper::{Is, Slot};

/// A tab before each cell, a blank line between rows.
pub(super) fn seed_shape(rows: &[Vec<Slot>]) -> String {
    let row = |row: &Vec<Slot>| row.iter().map(|slot| format!("\t{}\n", shown(slot))).collect::<String>();
    rows.iter().map(row).collect::<Vec<_>>().join("\n")
}

fn shown(slot: &Slot) -> &str {
    if slot.goes_on { "" } else { &slot.text }
}

/// On one line.
fn flat(slot: &Slot) -> String {
    shown(slot).replace('\n', "")
}

/// A copy that keeps no lines inside cells shows a text of several as one.
fn without_lines(it: &mut Spoilt<'_>) {
    for (member, _) in it.form.fields() {
        if let Some(Value::String(text)) = it.truth.pointer_mut(&member.pointer) {
            text.retain(|character| character != '\n');
        }
    }
}

/// Each row as its cells that are not empty.
fn filled(row: &[Slot]) -> Vec<String> {
    row.iter().map(flat).filter(|text| !text.is_empty()).collect()
}

pub(super) fn cell_a_line(it: &mut Spoilt<'_>) -> Option<File> {
    without_lines(it);
    txt(it.paper.text(|rows| rows.iter().flat_map(|row| filled(row)).collect::<Vec<_>>().join("\n")))
}

pub(super) fn cell_a_line_with_blank_lines(it: &mut Spoilt<'_>) -> Option<File> {
    without_lines(it);
    txt(it.paper.text(|rows| rows.iter().flat_map(|row| filled(row)).collect::<Vec<_>>().join("\n\n")))
}

pub(super) fn bars(it: &mut Spoilt<'_>) -> Option<File> {
    without_lines(it);
    let row = |row: &Vec<Slot>| row.iter().map(|slot| format!("{}|", flat(slot))).collect::<String>();
    txt(it.paper.text(|rows| rows.iter().map(row).collect::<Vec<_>>().join("\n")))
}

pub(super) fn label_and_value(it: &mut Spoilt<'_>) -> Option<File> {
    without_lines(it);
    // “名称 ：甲” is the label with its colon to everybody.
    if it.paper.slots().any(|slot| matches!(slot.is, Is::Value(_)) && slot.text.starts_with(['：', ':'])) {
        return None;
    }
    txt(it.paper.text(|rows| rows.iter().map(|row| filled(row).join(" ")).collect::<Vec<_>>().join("\n")))
}

pub(super) fn label_colon_value(it: &mut Spoilt<'_>) -> Option<File> {
    without_lines(it);
    let row = |row: &Vec<Slot>| {
        let cells = filled(row);
        match &cells[..] {
            [before @ .., label, value] => format!(
                "{}{label}：{value}",
                before.iter().map(|text| format!("{text}\n")).collect::<String>()
            ),
            _ => cells.concat(),
        }
    };
    txt(it.paper.text(|rows| rows.iter().map(row).collect::<Vec<_>>().join("\n")))
}

pub(super) fn markdown(it: &mut Spoilt<'_>) -> Option<File> {
    without_lines(it);
    let row = |row: &Vec<Slot>| {
        format!("| {} |", row.iter().map(flat).map(|text| escaped(&text)).collect::<Vec<_>>().join(" | "))
    };
    let rule = format!("\n|{}\n", " --- |".repeat(it.paper.columns()));
    for line in it.paper.head.iter_mut().chain(&mut it.paper.foot) {
        *line = escaped(line);
    }
    let text =
        it.paper.text(|rows| rows.iter().map(row).collect::<Vec<_>>().join("\n").replacen('\n', &rule, 1));
    Some(File { name: "report.md", bytes: text.into_bytes() })
}

/// As a program writes a cell in Markdown: what would be a mark has a backslash before it.
fn escaped(text: &str) -> String {
    let mut shown = String::new();
    for character in text.chars() {
        if "\\|*&<`".contains(character) {
            shown.push('\\');
        }
        shown.push(character);
    }
    shown
}

pub(super) fn rows_with_tabs(it: &mut Spoilt<'_>) -> Option<File> {
    without_lines(it);
    let row = |row: &Vec<Slot>| row.iter().map(flat).collect::<Vec<_>>().join("\t");
    txt(it.paper.text(|rows| rows.iter().map(row).collect::<Vec<_>>().join("\n")))
}

pub(super) fn tabs_lost(it: &mut Spoilt<'_>) -> Option<File> {
    txt(it.paper.text(seed_shape).replace('\t', ""))
}

pub(super) fn empty_cells_lost(it: &mut Spoilt<'_>) -> Option<File> {
    txt(it.paper.text(seed_shape).replace("\t\n", ""))
}

pub(super) fn run_together(it: &mut Spoilt<'_>) -> Option<File> {
    let gap = it.random.word(&["", "\n"]);
    txt(it.paper.text(|rows| rows.iter().map(|row| filled(row).concat()).collect::<Vec<_>>().join(gap)))
}

pub(super) fn repeated_lines_removed(it: &mut Spoilt<'_>) -> Option<File> {
    without_lines(it);
    // Where a value is the word of a label, an empty field looks the same to everybody.
    let (values, labels): (Vec<Slot>, Vec<Slot>) =
        it.paper.slots().map(|slot| slot.clone()).partition(|slot| matches!(slot.is, Is::Value(_)));
    if values.iter().any(|value| labels.iter().any(|label| flat(label) == flat(value))) {
        return None;
    }
    let text = it.paper.text(|rows| rows.iter().flat_map(|row| filled(row)).collect::<Vec<_>>().join("\n"));
    let mut seen = std::collections::HashSet::new();
    let kept: Vec<&str> = text.lines().filter(|line| seen.insert(*line)).collect();
    if kept.len() == text.lines().count() { None } else { txt(kept.join("\n")) }
}

/// A part of a file that was lost on the way.
fn half(it: &mut Spoilt<'_>, whole: &str) -> Vec<u8> {
    let bytes = whole.as_bytes();
    let end = bytes.len() / 4 + it.random.below(bytes.len() * 3 / 4);
    bytes[..end].to_vec()
}

pub(super) fn half_a_page(it: &mut Spoilt<'_>) -> Option<File> {
    let page = it.paper.html();
    Some(File { name: "report.html", bytes: half(it, &page) })
}

pub(super) fn half_a_text(it: &mut Spoilt<'_>) -> Option<File> {
    let text = it.paper.text(seed_shape);
    let bytes = half(it, &text);
    // Cut inside the last cell, it looks whole to everybody.
    let whole = it.paper.foot.is_empty() && !text.as_bytes()[bytes.len()..].contains(&b'\t');
    if whole { None } else { Some(File { name: "report.txt", bytes }) }
}
