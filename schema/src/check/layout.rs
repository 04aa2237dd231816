//! The layout: what follows from the tree, and the spec's exceptions, become lines and a grid of cells.

use std::collections::{HashMap, HashSet};

use super::Check;
use crate::codes::Code;
use crate::expr;
use crate::form::{
    Cell, CellContent, Content, Form, Grid, Layout, Line, MemberId, Piece, Printed, Reference, Section,
};
use crate::node::Scalar;
use crate::spec::LayoutSpec;

/// The layout's exceptions, resolved.
#[derive(Default)]
struct Exceptions {
    /// First of a pair → all of it.
    pairs: HashMap<MemberId, Vec<MemberId>>,
    /// The others of every pair: they have no row of their own.
    followers: HashSet<MemberId>,
    /// Fields that fill a row without a label.
    wide: HashSet<MemberId>,
    /// Fields printed elsewhere: in a line above or below the table, or after a box.
    elsewhere: HashSet<MemberId>,
}

impl Check<'_> {
    pub(super) fn layout(
        &mut self,
        spec: Option<LayoutSpec>,
        title: Option<&Scalar>,
        sections: &[Section],
    ) -> Layout {
        let mut exceptions = Exceptions::default();
        let (paper, head, foot, pairs, wide) = spec
            .map_or_else(Default::default, |spec| (spec.paper, spec.head, spec.foot, spec.pairs, spec.wide));
        let title = title.map_or("", |title| title.text.as_str());
        let found_before = self.diagnostics.len();
        let written: Vec<Scalar> = head.iter().chain(&foot).flatten().cloned().collect();
        let default_head = || vec![Line { pieces: vec![Piece::Text(title.to_owned())], title: true }];
        let head = head.map_or_else(default_head, |lines| self.lines(lines, title, &mut exceptions));
        let foot = foot.map(|lines| self.lines(lines, title, &mut exceptions)).unwrap_or_default();
        if self.diagnostics.len() == found_before {
            self.left_out(&written, sections, &exceptions);
        }
        exceptions.elsewhere.extend(self.lines_of_choices());
        self.pairs(pairs.unwrap_or_default(), &mut exceptions);
        self.wide(wide.unwrap_or_default(), sections, &mut exceptions);
        let grid = self.grid(sections, &exceptions);
        let paper = paper.map_or_else(|| "A4".to_owned(), |paper| paper.text);
        Layout { paper, head, grid, foot }
    }

    /// The layout of an addition: that of its base, and the added sections below.
    pub(super) fn added_layout(
        &mut self,
        spec: Option<LayoutSpec>,
        sections: &[Section],
        base: &Form,
    ) -> Layout {
        let mut exceptions =
            Exceptions { elsewhere: self.lines_of_choices().collect(), ..Exceptions::default() };
        if let Some(spec) = spec {
            let first = |lines: Option<Vec<Scalar>>| lines.and_then(|lines| lines.into_iter().next());
            for line in [spec.paper, first(spec.head), first(spec.foot)].into_iter().flatten() {
                let zh = "纸张和表头、表尾由原表定，补充不能改；layout 里只写 pairs 和 wide";
                self.error(Code::TB055, line.span, zh, "paper, head and foot are the base's");
            }
            self.pairs(spec.pairs.unwrap_or_default(), &mut exceptions);
            self.wide(spec.wide.unwrap_or_default(), sections, &mut exceptions);
        }
        let (of_base, own) = sections.split_at(base.sections.len());
        let inside = of_base.iter().enumerate().map(|(index, section)| {
            let added = section.members.iter().copied().filter(|member| member.index() >= self.base_members);
            (index, self.section_rows(index, section, &added.collect::<Vec<_>>(), &exceptions))
        });
        let inside: Vec<(usize, Vec<Row>)> = inside.filter(|(_, rows)| !rows.is_empty()).collect();
        let below: Vec<Row> = (of_base.len()..)
            .zip(own)
            .flat_map(|(index, section)| self.section_rows(index, section, &section.members, &exceptions))
            .collect();
        let columns = inside.iter().flat_map(|(_, rows)| rows).chain(&below).map(Row::width).max();
        let columns = columns.unwrap_or(0).max(base.layout.grid.columns);
        let mut grid = base.layout.grid.clone().widened(columns);
        for (index, rows) in inside {
            let end = self.end_of_section(&grid, index);
            grid.insert(end, Some(CellContent::Section(index)), assemble(&rows, columns));
        }
        grid.insert(grid.rows, None, assemble(&below, columns));
        Layout { grid, ..base.layout.clone() }
    }

    /// The row after the last of a section; where it has none, the end of the table.
    fn end_of_section(&self, grid: &Grid, section: usize) -> usize {
        let stands_there = |cell: &&Cell| match cell.content {
            CellContent::Section(index) => index == section,
            CellContent::Label(id) | CellContent::Value(id) => self.member(id).section == section,
        };
        grid.cells.iter().filter(stands_there).map(|cell| cell.row + cell.row_span).max().unwrap_or(grid.rows)
    }

    /// The fields that stand on the line after a box.
    fn lines_of_choices(&self) -> impl Iterator<Item = MemberId> {
        let choices = self.members.iter().filter_map(|member| Some(member.field()?.kind.choices()));
        choices.flatten().filter_map(|choice| choice.line)
    }

    fn lines(&mut self, lines: Vec<Scalar>, title: &str, exceptions: &mut Exceptions) -> Vec<Line> {
        lines.iter().map(|line| self.line(line, title, exceptions)).collect()
    }

    /// Of a section without a title all fields stand in the lines, or all in the table.
    fn left_out(&mut self, lines: &[Scalar], sections: &[Section], exceptions: &Exceptions) {
        for section in sections.iter().filter(|section| section.label.is_none()) {
            let in_lines = |id: &MemberId| exceptions.elsewhere.contains(id);
            if !section.members.iter().any(in_lines) {
                continue;
            }
            let left: Vec<MemberId> = section.members.iter().copied().filter(|id| !in_lines(id)).collect();
            let Some(first) = left.first().map(|id| self.places[id.index()].id) else { continue };
            let labels: Vec<&str> = left.iter().map(|id| self.member(*id).label.as_str()).collect();
            // The line that has the label only, if there is one.
            let place = labels.iter().find_map(|label| {
                lines.iter().find_map(|line| {
                    let at = line.text.find(label)?;
                    Some(line.place(at, at + label.len()))
                })
            });
            let paths: Vec<String> = left.iter().map(|id| format!("{{{}}}", self.member(*id).path)).collect();
            let (labels, paths) = (labels.join("、"), paths.join("、"));
            let zh = format!(
                "“{labels}”会印到表里去；没有标题的栏目，项目要么都在表头、表尾的行里，要么都在表里：行里写 {paths}"
            );
            let en = format!(
                "all fields of an untitled section stand in head and foot, or none: write {paths} there"
            );
            self.error(Code::TB060, place.unwrap_or(first), zh, en);
        }
    }

    /// A line such as `填报单位：{reporting_unit}`; `{{` is a brace.
    fn line(&mut self, line: &Scalar, title: &str, exceptions: &mut Exceptions) -> Line {
        let is_field = |path: &str| path == "title" || self.paths.contains_key(path);
        let line = &expr::message::in_ascii(line, is_field, self.diagnostics);
        let mut pieces = Vec::new();
        let mut text = String::new();
        let mut is_title = false;
        let mut rest = line.text.as_str();
        while let Some(open) = rest.find('{') {
            text.push_str(&rest[..open]);
            let at = line.text.len() - rest.len() + open;
            rest = &rest[open + 1..];
            if let Some(after) = rest.strip_prefix('{') {
                text.push('{');
                rest = after;
                continue;
            }
            let Some(close) = rest.find('}') else {
                let place = line.place(at, line.text.len());
                self.error(Code::TB060, place, "左花括号没有配对的 }；要印花括号写 {{", "unclosed `{`");
                break;
            };
            let name = &rest[..close];
            let place = line.place(at + 1, at + 1 + close);
            rest = &rest[close + 1..];
            if name == "title" {
                text.push_str(title);
                is_title = true;
                continue;
            }
            let Some(field) = self.laid_out(name, place) else { continue };
            if !exceptions.elsewhere.insert(field) {
                let zh = format!("{name} 在表头、表尾里已经印过");
                self.error(Code::TB060, place, zh, format!("`{name}` is printed twice"));
            }
            if !text.is_empty() {
                pieces.push(Piece::Text(std::mem::take(&mut text)));
            }
            pieces.push(Piece::Value { of: Reference { previous: false, member: field }, unit: false });
        }
        text.push_str(rest);
        if !text.is_empty() {
            pieces.push(Piece::Text(text));
        }
        Line { pieces, title: is_title }
    }

    /// A field that the layout names.
    fn laid_out(&mut self, path: &str, place: crate::place::Span) -> Option<MemberId> {
        let found = self.paths.get(path).copied().filter(|found| !self.member(*found).is_group());
        if found.is_none() && !self.is_broken(path) {
            let fields = self.members.iter().filter(|member| !member.is_group());
            let near = crate::spec::nearest(path, fields.map(|member| member.path.as_str()));
            let (zh, en) = near.map_or_else(Default::default, |near| {
                (format!("，是不是 {near}？"), format!("; did you mean `{near}`?"))
            });
            self.error(
                Code::TB060,
                place,
                format!("没有 {path} 这个项目{zh}"),
                format!("no field `{path}`{en}"),
            );
        }
        let of_base = found.filter(|found| found.index() < self.base_members);
        if of_base.is_some() {
            let zh = format!("{path} 是原表的项目，它的版面补充不能改；请删去");
            self.error(Code::TB055, place, zh, format!("`{path}` is laid out by the base"));
            return None;
        }
        found
    }

    fn pairs(&mut self, pairs: Vec<Vec<Scalar>>, exceptions: &mut Exceptions) {
        for pair in pairs {
            let fields: Vec<MemberId> =
                pair.iter().filter_map(|path| self.laid_out(&path.text, path.span)).collect();
            let Some(place) = pair.first().map(|path| path.span) else { continue };
            let parent = |field: &MemberId| self.member(*field).parent;
            let together =
                fields.windows(2).all(|two| two[1].0 == two[0].0 + 1 && parent(&two[0]) == parent(&two[1]));
            if fields.len() < pair.len() {
                continue;
            }
            if fields.len() < 2
                || !together
                || fields.iter().any(|field| exceptions.elsewhere.contains(field))
            {
                let zh = "并排的项目要有两个以上，在同一组里紧挨着，而且不在表头、表尾里";
                self.error(Code::TB060, place, zh, "fields of a row must be neighbours in one group");
                continue;
            }
            if fields
                .iter()
                .any(|field| exceptions.followers.contains(field) || exceptions.pairs.contains_key(field))
            {
                self.error(Code::TB060, place, "这里有项目已经和别的项目并排", "a field is in two rows");
                continue;
            }
            exceptions.followers.extend(&fields[1..]);
            exceptions.pairs.insert(fields[0], fields);
        }
    }

    fn wide(&mut self, wide: Vec<Scalar>, sections: &[Section], exceptions: &mut Exceptions) {
        for name in wide {
            let section =
                self.paths.get(&name.text).filter(|id| self.member(**id).is_group()).and_then(|id| {
                    let first = sections.get(self.member(*id).section)?.members.first()?;
                    Some(*first)
                });
            let Some(field) = section.or_else(|| self.laid_out(&name.text, name.span)) else { continue };
            if self.member(field).is_group() || exceptions.elsewhere.contains(&field) {
                let zh = format!("{} 的第一项不是表里的项目，不能占一整格", name.text);
                self.error(Code::TB060, name.span, zh, "a wide cell needs a field of the table");
                continue;
            }
            exceptions.wide.insert(field);
        }
    }

    fn grid(&self, sections: &[Section], exceptions: &Exceptions) -> Grid {
        let rows: Vec<Row> = sections
            .iter()
            .enumerate()
            .flat_map(|(index, section)| self.section_rows(index, section, &section.members, exceptions))
            .collect();
        let columns = rows.iter().map(Row::width).max().unwrap_or(0);
        assemble(&rows, columns)
    }

    /// The rows of some of a section's members.
    fn section_rows(
        &self,
        index: usize,
        section: &Section,
        members: &[MemberId],
        exceptions: &Exceptions,
    ) -> Vec<Row> {
        let titled = section.label.is_some() && section.printed == Printed::Everywhere;
        let before = if titled { vec![CellContent::Section(index)] } else { Vec::new() };
        let mut rows = Vec::new();
        self.rows(members, &before, exceptions, &mut rows);
        rows
    }

    /// The rows of some members; `before` are the section's and groups' cells at their left.
    fn rows(
        &self,
        members: &[MemberId],
        before: &[CellContent],
        exceptions: &Exceptions,
        rows: &mut Vec<Row>,
    ) {
        for id in members {
            match &self.member(*id).content {
                Content::Group(children) => {
                    let mut inside = before.to_vec();
                    inside.push(CellContent::Label(*id));
                    self.rows(children, &inside, exceptions, rows);
                }
                Content::Field(_)
                    if exceptions.elsewhere.contains(id) || exceptions.followers.contains(id) => {}
                Content::Field(_) => {
                    let fields = exceptions.pairs.get(id).map_or(std::slice::from_ref(id), Vec::as_slice);
                    let cells = if exceptions.wide.contains(id) {
                        vec![CellContent::Value(*id)]
                    } else {
                        fields
                            .iter()
                            .flat_map(|id| [CellContent::Label(*id), CellContent::Value(*id)])
                            .collect()
                    };
                    rows.push(Row { before: before.to_vec(), cells });
                }
            }
        }
    }
}

/// A row of the table: the cells that go on from rows above or begin here, then its own.
struct Row {
    before: Vec<CellContent>,
    cells: Vec<CellContent>,
}

impl Row {
    fn width(&self) -> usize {
        self.before.len() + self.cells.len()
    }
}

/// Cells with their spans. Equal cells at the left of neighbouring rows are one; a row that has fewer cells than there
/// are columns widens its label, below a title or a group, else its value (so that labels of untitled rows line up).
fn assemble(rows: &[Row], columns: usize) -> Grid {
    let mut cells: Vec<Cell> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        for (column, content) in row.before.iter().enumerate() {
            let goes_on = at > 0 && rows[at - 1].before.get(..=column) == Some(&row.before[..=column]);
            if !goes_on {
                let row_span = rows[at..]
                    .iter()
                    .take_while(|next| next.before.get(..=column) == Some(&row.before[..=column]))
                    .count();
                cells.push(Cell { row: at, column, row_span, column_span: 1, content: *content });
            }
        }
        let spare = columns.saturating_sub(row.before.len() + row.cells.len());
        let wide =
            if row.before.is_empty() { row.cells.len() - 1 } else { row.cells.len().saturating_sub(2) };
        let mut column = row.before.len();
        for (index, content) in row.cells.iter().enumerate() {
            let column_span = if index == wide { 1 + spare } else { 1 };
            cells.push(Cell { row: at, column, row_span: 1, column_span, content: *content });
            column += column_span;
        }
    }
    Grid { rows: rows.len(), columns, cells }
}
