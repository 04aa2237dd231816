//! What is new in the document, as YAML to put in by hand: an id is for a person to give.

use tianbao_core::print;
use tianbao_schema::edits::yaml_text;

use super::clause::kind;
use crate::reading::{Fresh, FreshKind};

/// The lines of it; what has a unit is counted, its own or that of the group around.
pub(super) fn yaml(fresh: &Fresh, unit_around: bool) -> String {
    let label = yaml_text(&fresh.label);
    match fresh.kind {
        FreshKind::Line => format!("- {label}\n"),
        FreshKind::Clause => fresh.clause.as_deref().map(instruction).unwrap_or_default(),
        FreshKind::Choice => format!("- {{ id: ____, label: {label} }}\n"),
        FreshKind::Heading => format!("- id: ____\n  label: {label}\n{}  fields:\n", unit(fresh)),
        FreshKind::Field => {
            let clause = fresh.clause.as_deref().map(|text| indented(&instruction(text)));
            let boxes = if fresh.boxes.is_empty() {
                format!("  kind: {}\n", if unit_around || fresh.unit.is_some() { "count" } else { "text" })
            } else {
                indent(&boxes(&fresh.boxes), 2)
            };
            let clause = clause.map(|clause| format!("  instruction:\n{clause}")).unwrap_or_default();
            format!("- id: ____\n  label: {label}\n{boxes}{}{clause}", unit(fresh))
        }
    }
}

fn unit(fresh: &Fresh) -> String {
    fresh.unit.as_ref().map(|unit| format!("  unit: {}\n", yaml_text(unit))).unwrap_or_default()
}

/// The kind that boxes belong to.
pub(super) fn boxes(boxes: &[String]) -> String {
    if boxes.iter().map(String::as_str).eq([print::flag(true), print::flag(false)]) {
        return "kind: flag\n".to_owned();
    }
    let choices = boxes.iter().map(|label| format!("  - {{ id: ____, label: {} }}\n", yaml_text(label)));
    format!("kind: choice\nchoices:\n{}", choices.collect::<String>())
}

/// A text as one part.
pub(super) fn instruction(text: &str) -> String {
    format!("- {}: {}\n", kind(text).key(), yaml_text(text))
}

/// Below `fields:` or `instruction:`.
pub(super) fn indented(yaml: &str) -> String {
    indent(yaml, 4)
}

fn indent(yaml: &str, by: usize) -> String {
    yaml.lines().map(|line| format!("{}{line}\n", " ".repeat(by))).collect()
}
