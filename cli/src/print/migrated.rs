//! What migration did to a report, for people.

use std::path::Path;

use tianbao_report::Migrated;
use tianbao_schema::Form;
use tianbao_schema::editions::mistaken;

use super::value::visible;
use crate::specs::Edition;

/// Lines of one kind that are shown; the rest is counted.
const MOST: usize = 60;
/// Longer values are cut: the file beside has them whole.
const LONGEST: usize = 60;

/// The whole text.
pub(crate) fn human(migrated: &Migrated, (old, new): (&Edition, &Form), beside: &Path) -> String {
    let explained: Vec<_> = migrated.explanations.iter().filter(|(old, new)| old != new).collect();
    let mut text = format!(
        "{} {} → {}：照改 {} 处，须补填 {} 项，没有去处的值 {} 个\n",
        new.title,
        old.form.edition_name(),
        new.edition_name(),
        migrated.moved.len() + migrated.renamed.len() + explained.len(),
        migrated.to_fill.len(),
        migrated.removed.len()
    );
    text += &format!("原来的规格：{}\n", old.name);
    text += &lines(
        "照改  ",
        migrated.moved.iter().map(|moved| format!("{}   {} → {}", moved.label, moved.from, moved.to)),
    );
    text += &lines(
        "照改  ",
        migrated
            .renamed
            .iter()
            .map(|choice| format!("{}   {} → {}", choice.label, visible(&choice.from), visible(&choice.to))),
    );
    text += &lines("照改  ", explained.iter().map(|(old, new)| format!("情况说明   {old} → {new}")));
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
    text += &lines("核对  ", migrated.notes.iter().map(|note| visible(note)));
    text += &lines("注意  ", mistaken(&old.form, new).iter().map(|mistaken| visible(&mistaken.message().zh)));
    if !migrated.removed.is_empty() {
        text += &format!("移出的值另存在 {}\n", beside.display());
    } else if beside.exists() {
        text += &format!("这一次没有移出的值；{} 是以前迁移留下的，没有动\n", beside.display());
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
