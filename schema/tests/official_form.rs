//! The shipped form of 2019 beside an official document: the real report's table and 填写说明, as published.

use serde_json::Value;
use tianbao_schema::form::{CellContent, Field, Form, Kind, Member, Part, Section};
use tianbao_schema::{check, shipped};

const DOCUMENT: &str = include_str!("../../tests/fixtures/dongkou-2019.txt");
const REPORT: &str = include_str!("../../tests/fixtures/dongkou-2019.json");

fn form() -> Form {
    let spec = shipped().iter().find(|spec| spec.form == "gov-website-work" && spec.edition == 2019);
    let spec = spec.expect("the form of 2019");
    let checked = check(spec.path, spec.text.as_bytes());
    assert_eq!(checked.diagnostics, []);
    checked.form.expect("a sound form")
}

/// Without white space, rules to write on, and a mark that the word processor left.
fn squeezed(text: &str) -> String {
    let text = text.replace("[bookmark: _GoBack]", "");
    text.chars().filter(|letter| !letter.is_whitespace() && *letter != '_').collect()
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let (_, rest) = text.split_once(start).expect("the start");
    rest.split_once(end).expect("the end").0
}

fn labelled(label: &str, unit: Option<&str>) -> String {
    label.to_owned() + &unit.map(|unit| format!("（单位：{unit}）")).unwrap_or_default()
}

/// A value as the document prints it.
fn printed(form: &Form, member: &Member, report: &Value) -> String {
    let value = report.pointer(&member.pointer);
    let Field { kind, .. } = member.field().expect("a field");
    let boxed = |ticked: bool, label: &str| format!("{}{label}", if ticked { '☑' } else { '□' });
    match (kind, value) {
        (_, None) => form.absent.clone().expect("a word for absent"),
        (Kind::Flag, Some(value)) => boxed(value == true, "是") + &boxed(value == false, "否"),
        (Kind::Choice(choices), Some(value)) => {
            choices.iter().map(|choice| boxed(value == choice.id.as_str(), &choice.label)).collect()
        }
        (Kind::Choices(choices), Some(value)) => {
            let ticked = |id: &str| value.as_array().is_some_and(|boxes| boxes.iter().any(|it| it == id));
            choices.iter().map(|choice| boxed(ticked(&choice.id), &choice.label)).collect()
        }
        (
            Kind::Count { .. }
            | Kind::Number { .. }
            | Kind::Text { .. }
            | Kind::Url
            | Kind::Date
            | Kind::Year { .. },
            Some(value),
        ) => value.as_str().map_or_else(|| value.to_string(), str::to_owned),
    }
}

/// The cells row by row, as a text copy of a Word table has them: a cell that goes on from the row above is empty.
fn cells_of(form: &Form, report: &Value) -> Vec<String> {
    let grid = &form.layout.grid;
    let mut cells = Vec::new();
    for row in 0..grid.rows {
        let mut column = 0;
        while column < grid.columns {
            let cell = grid.cells.iter().find(|cell| {
                (cell.row..cell.row + cell.row_span).contains(&row)
                    && (cell.column..cell.column + cell.column_span).contains(&column)
            });
            let cell = cell.unwrap_or_else(|| panic!("nothing covers row {row}, column {column}"));
            column += cell.column_span;
            cells.push(match cell.content {
                _ if cell.row < row => String::new(),
                CellContent::Section(at) => {
                    let section = &form.sections[at];
                    labelled(section.label.as_deref().expect("a title"), section.unit.as_deref())
                }
                CellContent::Label(id) => {
                    let member = form.member(id);
                    labelled(&member.label, member.written_unit.as_deref())
                }
                CellContent::Value(id) => squeezed(&printed(form, form.member(id), report)),
            });
        }
    }
    cells
}

#[test]
fn the_grid_is_the_table_of_the_real_report() {
    let report: Value = serde_json::from_str(REPORT).expect("JSON");
    let table = between(DOCUMENT, "填报单位：洞口县人民政府办公室\n", "单位负责人：");
    let official: Vec<String> = table.split('\t').skip(1).map(squeezed).collect();
    assert_eq!(cells_of(&form(), &report), official);
}

#[test]
fn the_grid_covers_every_place_once() {
    let grid = form().layout.grid;
    let mut covered = vec![0; grid.rows * grid.columns];
    for cell in &grid.cells {
        for row in cell.row..cell.row + cell.row_span {
            for column in cell.column..cell.column + cell.column_span {
                covered[row * grid.columns + column] += 1;
            }
        }
    }
    assert!(covered.iter().all(|times| *times == 1), "{covered:?}");
}

#[test]
fn the_lines_around_the_table_are_those_of_the_real_report() {
    use tianbao_schema::form::{Line, Piece};
    let form = form();
    let report: Value = serde_json::from_str(REPORT).expect("JSON");
    let text = |lines: &[Line]| -> String {
        let pieces = lines.iter().flat_map(|line| &line.pieces).map(|piece| match piece {
            Piece::Text(text) => text.clone(),
            Piece::Value { of, .. } => printed(&form, form.member(of.member), &report),
            Piece::Figure(_) => panic!("a line has no figures"),
        });
        squeezed(&pieces.collect::<String>())
    };
    assert_eq!(text(&form.layout.head), squeezed(between(DOCUMENT, "附件\n", "\t")));
    let foot = between(DOCUMENT, "单位负责人", "政府网站工作年度报表填写说明");
    let foot = squeezed(&format!("单位负责人{foot}"));
    assert_eq!(text(&form.layout.foot).replace("2020-01-15", "2020-1-15"), foot);
}

fn joined(parts: &[Part]) -> String {
    parts.iter().map(|part| part.text.as_str()).collect()
}

/// The lines of a section of the 填写说明.
fn lines_of(form: &Form, section: &Section) -> Vec<String> {
    let Some((number, label)) = section.number.as_ref().zip(section.label.as_ref()) else {
        return Vec::new();
    };
    let mut lines = vec![format!("{number}、{label}"), joined(&section.instruction)];
    let section = form.sections.iter().position(|other| other == section);
    for member in form.members.iter().filter(|member| Some(member.section) == section) {
        if let Some(number) = &member.number {
            let text = joined(&member.instruction);
            let label = &member.label;
            lines.extend(match (member.is_group(), member.text_below) {
                (true, _) => vec![format!("{number}{label}")],
                (false, true) => vec![format!("{number}{label}"), text],
                (false, false) => vec![format!("{number}{label}：{text}")],
            });
        }
        let choices = member.choices();
        lines.extend(choices.iter().map(|choice| joined(&choice.instruction)));
    }
    lines.retain(|line| !line.is_empty());
    lines
}

#[test]
fn the_instructions_are_the_official_ones_to_the_letter() {
    let form = form();
    let ours: Vec<String> = form.sections.iter().flat_map(|section| lines_of(&form, section)).collect();
    let (_, official) = DOCUMENT.split_once("政府网站工作年度报表填写说明\n").expect("the 填写说明");
    let official: Vec<&str> = official.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    assert_eq!(ours, official);
    assert_eq!(ours.len(), 76);
}

#[test]
fn the_form_has_the_fields_and_rules_of_the_inventory() {
    let form = form();
    assert_eq!(form.fields().count(), 62);
    assert_eq!(form.rules.len(), 28);
    assert!(form.rules.iter().all(|rule| rule.cases.is_some()), "every rule has its cases");
}
