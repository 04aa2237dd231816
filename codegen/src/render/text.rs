//! Plain text, as a copy of the official document looks: a tab before each cell, a blank line between rows, an empty
//! cell where a merged one goes on.

use super::{EXPLANATIONS, Print};

pub(super) fn text(print: &Print<'_>) -> String {
    let sheet = &print.sheet;
    let mut out = String::new();
    let mut line = |text: &str| {
        out.push_str(text);
        out.push('\n');
    };
    sheet.head.iter().for_each(|head| line(&head.plain()));
    for (index, row) in sheet.rows.iter().enumerate() {
        if index > 0 {
            line("");
        }
        row.cells.iter().for_each(|cell| line(&format!("\t{}", cell.plain())));
    }
    if !sheet.foot.is_empty() {
        line("\n");
        sheet.foot.iter().for_each(|foot| line(&foot.plain()));
    }
    if !sheet.explanations.is_empty() {
        line("");
        line(EXPLANATIONS);
        sheet.explanations.iter().for_each(|explanation| line(&explanation.plain()));
    }
    if print.options.instructions {
        line(&format!("\n\n{}填写说明\n", print.form.title));
        print.form.clauses().iter().flat_map(|clause| clause.paragraphs()).for_each(|text| line(&text));
    }
    out
}
