//! The layout: rows shared by several fields, wide cells, head and foot, paper, where titles and texts stand.

use std::collections::HashMap;

use tianbao_schema::form::{CellContent, Form, Line, MemberId, Piece};

use super::{At, Change, ChangeKind, Comparison, quoted};

impl Comparison<'_> {
    pub(super) fn layout(&mut self) {
        let (old, new) = (self.old, self.new);
        self.below();
        self.pairs();
        self.wide();
        if old.layout.paper != new.layout.paper {
            let change = Change::new(ChangeKind::LayoutPaper, At::default());
            self.push(change.before(&old.layout.paper).after(&new.layout.paper));
        }
        let lines = [
            (ChangeKind::LayoutHead, &old.layout.head, &new.layout.head),
            (ChangeKind::LayoutFoot, &old.layout.foot, &new.layout.foot),
        ];
        for (kind, before, after) in lines {
            let (before, after) = (self.lines(old, before), lines_of(new, after));
            if before != after {
                self.push(Change::new(kind, At::default()).before(quoted(&before)).after(quoted(&after)));
            }
        }
    }

    /// Instructions that begin a line of their own.
    fn below(&mut self) {
        for new in &self.new.members {
            let Some(old) = self.pairing.old_of(new.id).map(|id| self.old.member(id)) else { continue };
            if old.text_below != new.text_below {
                let text = |below: bool| if below { "正文另起一行" } else { "正文接着写" };
                let change = Change::new(ChangeKind::LayoutTitle, At::both(old, new));
                self.push(change.before(text(old.text_below)).after(text(new.text_below)));
            }
        }
    }

    /// Rows that show several fields, of those that both editions have.
    fn pairs(&mut self) {
        let stays = |id: &MemberId| self.pairing.old_of(*id).is_some();
        let before: Vec<Vec<MemberId>> = rows(self.old)
            .into_iter()
            .map(|row| row.into_iter().filter_map(|id| self.pairing.new_of(id)).collect())
            .filter(|row: &Vec<MemberId>| row.len() > 1)
            .collect();
        let after: Vec<Vec<MemberId>> = rows(self.new)
            .into_iter()
            .map(|row| row.into_iter().filter(stays).collect())
            .filter(|row: &Vec<MemberId>| row.len() > 1)
            .collect();
        let only = |these: &[Vec<MemberId>], others: &[Vec<MemberId>]| {
            let rows = these.iter().filter(|row| !others.contains(row)).map(|row| {
                row.iter().map(|id| self.new.member(*id).label.as_str()).collect::<Vec<_>>().join("、")
            });
            rows.collect::<Vec<_>>().join("；")
        };
        let (gone, added) = (only(&before, &after), only(&after, &before));
        if gone.is_empty() && added.is_empty() {
            return;
        }
        let text = |rows: String| {
            if rows.is_empty() { "各占一行".to_owned() } else { format!("{rows}同一行") }
        };
        let change = Change::new(ChangeKind::LayoutPairs, At::default());
        self.push(change.before(text(gone)).after(text(added)));
    }

    /// Fields in a row of their own whose value has more or fewer titles on its left.
    fn wide(&mut self) {
        let (before, after) = (titles(self.old), titles(self.new));
        let mut changed: Vec<(&str, usize, usize)> = Vec::new();
        for new in &self.new.members {
            let Some(old) = self.pairing.old_of(new.id) else { continue };
            let stayed = self.old.member(old).parent.and_then(|group| self.pairing.new_of(group))
                == new.parent
                && self.old.section_of(old).printed == self.new.section_of(new.id).printed;
            if let (Some(before), Some(after)) = (before.get(&old), after.get(&new.id))
                && before != after
                && stayed
            {
                changed.push((&new.label, *before, *after));
            }
        }
        let Some((label, before, after)) = changed.first() else { return };
        let text = |titles: &usize| format!("“{label}”左边有 {titles} 格标题");
        let change =
            Change::new(ChangeKind::LayoutWide, At::default()).before(text(before)).after(text(after));
        let count = changed.len();
        self.push(if count > 1 { change.note(format!("等 {count} 项")) } else { change });
    }

    /// Lines with new labels in place of values, so that a renamed field is no change of the layout.
    fn lines(&self, form: &Form, lines: &[Line]) -> String {
        let label = |id: MemberId| match self.pairing.new_of(id) {
            Some(new) => self.new.member(new).label.clone(),
            None => form.member(id).label.clone(),
        };
        printed(form, lines, &label)
    }
}

fn lines_of(form: &Form, lines: &[Line]) -> String {
    printed(form, lines, &|id| form.member(id).label.clone())
}

fn printed(form: &Form, lines: &[Line], label: &dyn Fn(MemberId) -> String) -> String {
    let piece = |piece: &Piece| match piece {
        // The title is told of the form itself.
        Piece::Text(text) => text.replace(&form.title, "{title}"),
        Piece::Value { of, .. } => format!("{{{}}}", label(of.member)),
        Piece::Figure(_) => String::new(),
    };
    let line = |line: &Line| line.pieces.iter().map(piece).collect::<String>();
    let text = lines.iter().map(line).collect::<Vec<_>>().join(" / ");
    // Blanks between the places of a line are air.
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The fields of each row, from left to right.
fn rows(form: &Form) -> Vec<Vec<MemberId>> {
    let mut rows = vec![Vec::new(); form.layout.grid.rows];
    for cell in &form.layout.grid.cells {
        if let (CellContent::Value(id), Some(row)) = (cell.content, rows.get_mut(cell.row)) {
            row.push(id);
        }
    }
    rows
}

/// For each field in a row of its own, how many cells with titles stand on its left, spanning ones counted in each row.
fn titles(form: &Form) -> HashMap<MemberId, usize> {
    let grid = &form.layout.grid;
    let mut left = vec![0_usize; grid.rows];
    for cell in &grid.cells {
        match cell.content {
            CellContent::Section(_) | CellContent::Label(_) => {
                for row in left.iter_mut().skip(cell.row).take(cell.row_span) {
                    *row += 1;
                }
            }
            CellContent::Value(_) => {}
        }
    }
    let alone = rows(form).into_iter().zip(left).filter(|(row, _)| row.len() == 1);
    alone.flat_map(|(row, left)| row.into_iter().map(move |id| (id, left))).collect()
}
