//! What the form prints, in reading order: the headings and labels that a document is held against.

use tianbao_schema::Form;
use tianbao_schema::form::{Cell, CellContent, MemberId, Section};

use super::fold;

/// The labels of a form.
pub(super) struct Labels {
    /// In reading order.
    pub(super) items: Vec<Item>,
}

/// A label of the table.
pub(super) struct Item {
    /// What it stands for.
    pub(super) kind: ItemKind,
    /// Its key; empty for a value without a label.
    pub(super) key: String,
    /// The unit printed with it.
    pub(super) unit: Option<String>,
    /// The headings around it, as indexes of items, the innermost last.
    pub(super) headings: Vec<usize>,
    /// True where the form prints its key once.
    pub(super) unique: bool,
}

/// What a label stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ItemKind {
    /// The title of a section or the label of a group.
    Heading,
    /// The label of a field, with the value beside it. A wide field stands beside the title of its section.
    Field(MemberId),
    /// A value without a label beside it.
    Lone(MemberId),
}

impl Item {
    /// The field whose value it brings.
    pub(super) fn field(&self) -> Option<MemberId> {
        match self.kind {
            ItemKind::Heading => None,
            ItemKind::Field(field) | ItemKind::Lone(field) => Some(field),
        }
    }
}

/// A heading that is open while its rows are walked: its item, and the row after its last.
struct Open {
    item: usize,
    end: usize,
}

impl Labels {
    pub(super) fn of(form: &Form) -> Self {
        let mut items: Vec<Item> = Vec::new();
        let mut open: Vec<Open> = Vec::new();
        let mut waiting: Option<(&Cell, usize)> = None;
        for cell in &form.layout.grid.cells {
            open.retain(|heading| heading.end > cell.row);
            let around = || open.iter().map(|heading| heading.item).collect::<Vec<_>>();
            match cell.content {
                CellContent::Section(index) => {
                    let (text, unit) = form.sections.get(index).map_or(("", None), title);
                    items.push(Item::new(ItemKind::Heading, text, unit, around()));
                    open.push(Open { item: items.len() - 1, end: cell.row + cell.row_span });
                    waiting = Some((cell, items.len() - 1));
                }
                CellContent::Label(id) => {
                    let member = form.member(id);
                    let kind = if member.is_group() { ItemKind::Heading } else { ItemKind::Field(id) };
                    items.push(Item::new(kind, &member.label, member.written_unit.as_deref(), around()));
                    if member.is_group() {
                        open.push(Open { item: items.len() - 1, end: cell.row + cell.row_span });
                    }
                    waiting = Some((cell, items.len() - 1));
                }
                CellContent::Value(id) => {
                    let before = waiting.take().filter(|(label, _)| beside(label, cell));
                    match before {
                        Some((_, item)) if items[item].kind == ItemKind::Field(id) => {}
                        // The only row of a titled section: the title is the label.
                        Some((label, item)) if label.row_span == 1 => {
                            items[item].kind = ItemKind::Field(id);
                            open.retain(|heading| heading.item != item);
                        }
                        Some(_) | None => items.push(Item::new(ItemKind::Lone(id), "", None, around())),
                    }
                }
            }
        }
        for index in 0..items.len() {
            let same = items.iter().filter(|item| item.key == items[index].key).count();
            items[index].unique = same == 1;
        }
        Self { items }
    }
}

impl Item {
    fn new(kind: ItemKind, text: &str, unit: Option<&str>, headings: Vec<usize>) -> Self {
        let folded = fold::label(text);
        let unit = unit.map(fold::key).or(folded.unit);
        Self { kind, key: folded.key, unit, headings, unique: false }
    }
}

fn title(section: &Section) -> (&str, Option<&str>) {
    (section.label.as_deref().unwrap_or_default(), section.unit.as_deref())
}

/// True where a value stands right of a cell.
fn beside(label: &Cell, value: &Cell) -> bool {
    label.row == value.row && label.column + label.column_span == value.column
}
