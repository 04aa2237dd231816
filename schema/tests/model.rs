//! The checked model of the shipped form, as a list that reads like the inventory of the official form.

use tianbao_schema::form::{CellContent, Form, Grid, Kind, Member};

fn form() -> Form {
    let spec = tianbao_schema::shipped()[0];
    let checked = tianbao_schema::check(spec.path, spec.text.as_bytes());
    assert_eq!(checked.diagnostics, []);
    checked.form.expect("no diagnostics, so a form")
}

/// What a kind allows, in a word or two.
fn kind(form: &Form, kind: &Kind) -> String {
    match kind {
        Kind::Count { .. } | Kind::Url | Kind::Date | Kind::Flag => kind.key().into(),
        Kind::Number { places, .. } => format!("number, {places} places"),
        Kind::Text { pattern, max_length, .. } => {
            let pattern = pattern.map(|id| format!(", {}", form.pattern(id).name)).unwrap_or_default();
            let length = max_length.map(|max| format!(", at most {max}")).unwrap_or_default();
            format!("text{pattern}{length}")
        }
        Kind::Year { from, to } => {
            format!("year {from}–{}", to.map_or_else(String::new, |to| to.to_string()))
        }
        Kind::Choice(choices) | Kind::Choices(choices) => {
            let ids: Vec<&str> = choices.iter().map(|choice| choice.id.as_str()).collect();
            format!("{} {}", kind.key(), ids.join(" "))
        }
    }
}

#[test]
fn the_shipped_form_is_the_inventory() {
    let form = form();
    let mut lines = Vec::new();
    for member in &form.members {
        let clause = member.clause.as_deref().unwrap_or("-");
        let mark = if member.optional { "?" } else { "" };
        let what = member.field().map_or_else(
            || "group".to_owned(),
            |field| {
                let unit = field.unit.as_deref().map(|unit| format!(", {unit}")).unwrap_or_default();
                let period = field.period.map(|period| format!(", {}", period.key())).unwrap_or_default();
                format!("{}{unit}{period}", kind(&form, &field.kind))
            },
        );
        lines.push(format!("{clause} | {}{mark} | {} | {what}", member.path, member.label));
    }
    assert_eq!(form.fields().count(), 62);
    insta::assert_snapshot!(lines.join("\n"));
}

fn assert_covered(grid: &Grid) {
    let mut covered = vec![0; grid.rows * grid.columns];
    for cell in &grid.cells {
        for row in cell.row..cell.row + cell.row_span {
            for column in cell.column..cell.column + cell.column_span {
                covered[row * grid.columns + column] += 1;
            }
        }
    }
    assert!(covered.iter().all(|times| *times == 1));
    assert!(grid.cells.is_sorted_by_key(|cell| (cell.row, cell.column)));
}

/// Narrower, wider, into titled, untitled and one-row sections, and into one that has no row at all.
#[test]
fn the_grid_of_an_addition_covers_every_place_once() {
    let field = |id: &str| format!("      - {{ id: {id}, label: {id}, kind: count }}\n");
    let into = ["services", "basics", "innovation", "signature", "services"]
        .map(|section| format!("  - into: {section}\n    fields:\n"));
    let [services, basics, innovation, signature, again] = into;
    let deep = "  - id: deep\n    label: 深\n    fields:\n      - id: one\n        label: 甲\n        fields:\n          - id: two\n            label: 乙\n            fields:\n              - { id: three, label: 丙, fields: [{ id: a, label: 数, kind: count }, { id: b, label: 量, kind: count }] }\n";
    let own = "  - id: plain\n    label: 浅\n    fields:\n";
    let pieces = [
        services + &field("a"),
        basics + &field("b") + &field("c"),
        innovation + &field("d"),
        signature + &field("e"),
        again + &field("f"),
        own.to_owned() + &field("g"),
        deep.to_owned(),
    ];
    for count in 1..=pieces.len() {
        let spec = format!(
            "extends: gov-website-work/2019\nlocal: here\ntitle: 补充\nsections:\n{}",
            pieces[..count].concat()
        );
        let checked = tianbao_schema::check("here.yaml", spec.as_bytes());
        let form = checked.form.unwrap_or_else(|| panic!("{:?}", checked.diagnostics));
        assert_covered(&form.layout.grid);
        let shown = |member: &Member| {
            form.layout.grid.cells.iter().any(|cell| cell.content == CellContent::Value(member.id))
        };
        assert!(
            form.fields().filter(|(member, _)| form.is_added(member.id)).all(|(member, _)| shown(member))
        );
    }
}

#[test]
fn the_grid_covers_every_place_once() {
    let form = form();
    let grid = &form.layout.grid;
    assert_covered(grid);
    let text = |content: CellContent| match content {
        CellContent::Section(index) => form.sections[index].label.clone().unwrap_or_default(),
        CellContent::Label(id) => form.member(id).label.clone(),
        CellContent::Value(id) => format!("<{}>", form.member(id).path),
    };
    let rows = (0..grid.rows).map(|row| {
        let cells = grid
            .row(row)
            .map(|cell| format!("{} {}×{}", text(cell.content), cell.row_span, cell.column_span));
        cells.collect::<Vec<_>>().join(" | ")
    });
    insta::assert_snapshot!(rows.collect::<Vec<_>>().join("\n"));
}

#[test]
fn the_schema_of_the_language_describes_every_key_in_chinese() {
    let schema = tianbao_schema::spec::schema();
    let field = &schema["$defs"]["Field"];
    assert_eq!(field["required"], serde_json::json!(["id", "label"]));
    for (key, property) in field["properties"].as_object().expect("a mapping") {
        let description = property["description"].as_str().unwrap_or_default();
        assert!(description.chars().any(|c| ('一'..='鿿').contains(&c)), "{key}: {description}");
    }
}
