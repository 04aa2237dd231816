//! What migration did to a report, for people.

use std::path::Path;

use tianbao_report::Migrated;
use tianbao_schema::Form;
use tianbao_schema::editions::mistaken;

use super::value::visible;

/// Lines of one kind that are shown; the rest is counted.
const MOST: usize = 60;
/// Longer values are cut: the file beside has them whole.
const LONGEST: usize = 60;

/// The whole text.
pub(crate) fn human(migrated: &Migrated, (old, new): (&Form, &Form), beside: Option<&Path>) -> String {
    let mut text = format!(
        "{} {} → {}：照改 {} 处，须补填 {} 项，没有去处的值 {} 个\n",
        new.title,
        old.edition_name(),
        new.edition_name(),
        migrated.moved.len(),
        migrated.to_fill.len(),
        migrated.removed.len()
    );
    text += &lines(
        "照改  ",
        migrated.moved.iter().map(|moved| format!("{}   {} → {}", moved.label, moved.from, moved.to)),
    );
    text += &lines(
        "补填  ",
        migrated.to_fill.iter().map(|field| {
            let clause = field.clause.as_ref().map(|clause| format!("{clause} ")).unwrap_or_default();
            format!("{clause}{}   {}", field.label, field.path)
        }),
    );
    text += &lines(
        "移出  ",
        migrated.removed.iter().map(|removed| {
            let value: String = visible(&removed.value.to_string()).chars().take(LONGEST).collect();
            format!("{}   {} = {value}", removed.label, visible(&removed.path))
        }),
    );
    let renamed = migrated.explanations.iter().filter(|(old, new)| old != new);
    text += &lines("情况说明  ", renamed.map(|(old, new)| format!("{old} → {new}")));
    text += &lines("核对  ", migrated.notes.iter().map(|note| visible(note)));
    text += &lines("注意  ", mistaken(old, new).iter().map(|mistaken| visible(&mistaken.message().zh)));
    if let Some(beside) = beside {
        text += &format!("移出的值另存在 {}\n", beside.display());
    }
    text
}

fn lines(word: &str, said: impl Iterator<Item = String>) -> String {
    let all: Vec<String> = said.collect();
    let mut text: String = all.iter().take(MOST).map(|line| format!("{word}{line}\n")).collect();
    if all.len() > MOST {
        text += &format!("{word}……还有 {} 项\n", all.len() - MOST);
    }
    text
}
