//! The table of a form as rows of cells: as an official document has it, and as a form's grid says that it is.

use serde_json::Value;
use tianbao_schema::Form;
use tianbao_schema::form::{CellContent, Field, Kind, MemberId, Piece, Template};

/// Cells of a document that was saved as text: each begins with a tab and goes on until the next. A merged cell that
/// goes on in another row stands there as an empty one. White space inside cells says nothing.
#[must_use]
pub fn cells_of_text(text: &str) -> Vec<String> {
    let mut cells: Vec<String> = Vec::new();
    let mut open = false;
    let mut blank = false;
    for line in text.lines() {
        if let Some(cell) = line.strip_prefix('\t') {
            cells.push(cell.to_owned());
            open = true;
            blank = false;
        } else if line.is_empty() {
            // Two empty lines end the table.
            open &= !blank;
            blank = true;
        } else if open && let Some(cell) = cells.last_mut() {
            cell.push_str(line);
        }
    }
    cells.into_iter().map(|cell| squeezed(&cell.replace("[bookmark: _GoBack]", ""))).collect()
}

/// The same of a form's grid, filled in with a report.
#[must_use]
pub fn cells_of_grid(form: &Form, report: &Value) -> Vec<String> {
    let grid = &form.layout.grid;
    let mut cells = Vec::new();
    for row in 0..grid.rows {
        for column in 0..grid.columns {
            let covering = grid.cells.iter().find(|cell| {
                (cell.row..cell.row + cell.row_span).contains(&row)
                    && (cell.column..cell.column + cell.column_span).contains(&column)
            });
            match covering {
                Some(cell) if cell.row == row && cell.column == column => {
                    cells.push(squeezed(&content(form, cell.content, report)));
                }
                Some(cell) if cell.column == column => cells.push(String::new()),
                Some(_) => {}
                None => cells.push(format!("（第 {row} 行第 {column} 列没有格子）")),
            }
        }
    }
    cells
}

/// A line above or below the table, filled in.
#[must_use]
pub fn line(form: &Form, pieces: &Template, report: &Value) -> String {
    let filled = pieces.iter().map(|piece| match piece {
        Piece::Text(text) => text.clone(),
        Piece::Value { of, .. } => value(form, of.member, report),
        Piece::Figure(_) => "（算式）".to_owned(),
    });
    squeezed(&filled.collect::<String>())
}

/// A text without its white space.
#[must_use]
pub fn squeezed(text: &str) -> String {
    text.chars().filter(|character| !character.is_whitespace()).collect()
}

fn content(form: &Form, content: CellContent, report: &Value) -> String {
    let labelled = |label: &str, unit: Option<&str>| {
        unit.map_or_else(|| label.to_owned(), |unit| format!("{label}（单位：{unit}）"))
    };
    match content {
        CellContent::Section(index) => {
            let section = &form.sections[index];
            labelled(section.label.as_deref().unwrap_or_default(), section.unit.as_deref())
        }
        CellContent::Label(id) => labelled(&form.member(id).label, form.member(id).written_unit.as_deref()),
        CellContent::Value(id) => value(form, id, report),
    }
}

/// A value as the form prints it.
fn value(form: &Form, id: MemberId, report: &Value) -> String {
    let member = form.member(id);
    let Some(field) = member.field() else { return "（不是一项）".to_owned() };
    match report.pointer(&member.pointer) {
        None | Some(Value::Null) => form.absent.clone().unwrap_or_default(),
        Some(value) => printed(form, field, value, report),
    }
}

fn printed(form: &Form, field: &Field, value: &Value, report: &Value) -> String {
    let mark = |ticked: bool| if ticked { '☑' } else { '□' };
    match &field.kind {
        Kind::Count { .. } | Kind::Number { .. } | Kind::Year { .. } => value.to_string(),
        Kind::Text { .. } | Kind::Url | Kind::Date => value.as_str().unwrap_or_default().to_owned(),
        Kind::Flag => format!("{}是{}否", mark(*value == true), mark(*value == false)),
        Kind::Choice(choices) => {
            choices.iter().map(|choice| format!("{}{}", mark(*value == choice.id), choice.label)).collect()
        }
        Kind::Choices(choices) => choices
            .iter()
            .map(|choice| {
                let ticked =
                    value.as_array().is_some_and(|items| items.iter().any(|item| *item == choice.id));
                let line = choice.line.and_then(|line| report.pointer(&form.member(line).pointer)?.as_str());
                format!("{}{}{}", mark(ticked), choice.label, line.unwrap_or_default())
            })
            .collect(),
    }
}
