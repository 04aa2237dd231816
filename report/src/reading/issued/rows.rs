//! The table: labels, units, what is new, gone or moved, and which fields share a row.

use std::collections::{BTreeMap, HashMap, HashSet};

use tianbao_schema::Form;
use tianbao_schema::form::{CellContent, MemberId, Printed};

use super::words::label;
use super::{Difference, Fresh, FreshKind, Of, What, fold, options};
use crate::reading::align::{Placed, beside, taken};
use crate::reading::context::Context;
use crate::reading::labels::{Item, ItemKind, Labels};
use crate::reading::tokens::Token;

/// Rows that the form does not know are listed up to so many: a document with more is hardly this form.
const MOST_NEW: usize = 200;

struct Table<'a, 'p> {
    form: &'a Form,
    labels: &'a Labels,
    tokens: &'a [Token<'p>],
    /// What each item stands for.
    of: Vec<Of>,
    /// The token of each item that was found.
    at: HashMap<usize, usize>,
    /// The values beside labels.
    values: HashSet<usize>,
    /// For each token the first of those with the same words above each other.
    first: Vec<usize>,
    found: Vec<Difference>,
}

/// Compares the table of a document with that of the form.
pub(super) fn compare(
    form: &Form,
    labels: &Labels,
    tokens: &[Token<'_>],
    placed: &[Placed],
    lines: &HashSet<usize>,
) -> Vec<Difference> {
    // A value without a label tells nothing here.
    let labelled = placed.iter().filter(|placed| !labels.items[placed.item].key.is_empty());
    let at = labelled.map(|placed| (placed.item, placed.token)).collect();
    let values = placed.iter().filter_map(|placed| placed.value).collect();
    let of = parts(form, labels);
    let first = firsts(tokens);
    let mut table = Table { form, labels, tokens, of, at, values, first, found: Vec::new() };
    table.elsewhere(&taken(placed));
    table.headings_renamed();
    table.unknown(lines);
    for item in 0..labels.items.len() {
        table.label(item);
        table.value(item, placed);
    }
    table.gone();
    table.moved(placed);
    table.shared_rows();
    table.found
}

/// What each item of the labels stands for, walked as they were made: by the cells of the grid.
fn parts(form: &Form, labels: &Labels) -> Vec<Of> {
    let mut headings = form.layout.grid.cells.iter().filter_map(|cell| match cell.content {
        CellContent::Section(index) => Some(Of::Section(index)),
        CellContent::Label(id) => Some(Of::Member(id)),
        CellContent::Value(_) => None,
    });
    let of = |item: &Item| match item.kind {
        ItemKind::Lone(id) => Of::Member(id),
        ItemKind::Heading | ItemKind::Field(_) => headings.next().unwrap_or(Of::Title),
    };
    labels.items.iter().map(of).collect()
}

/// For each token the first of the cells with the same words above each other, as a merged cell that was taken apart
/// leaves them.
fn firsts(tokens: &[Token<'_>]) -> Vec<usize> {
    let mut ends = HashMap::<(usize, usize, usize), usize>::new();
    let mut firsts: Vec<usize> = Vec::with_capacity(tokens.len());
    for (at, token) in tokens.iter().enumerate() {
        let above = token.table.and_then(|table| ends.get(&(table, token.column, token.row)).copied());
        let same = above.filter(|above| !token.is_empty() && tokens[*above].folded.key == token.folded.key);
        firsts.push(same.map_or(at, |above| firsts[above]));
        if let Some(table) = token.table {
            ends.insert((table, token.column, token.end), at);
        }
    }
    firsts
}

impl Table<'_, '_> {
    fn say(&mut self, of: Of, what: What, token: usize) {
        self.found.push(Difference::new(of, what, Some(self.tokens[token].place)));
    }

    /// What was not found in the form's order, and stands elsewhere under its own words.
    fn elsewhere(&mut self, taken: &HashSet<usize>) {
        let mut used = taken.clone();
        for (index, item) in self.labels.items.iter().enumerate() {
            let told = item.unique || item.kind == ItemKind::Heading;
            if !told || item.key.is_empty() || self.at.contains_key(&index) {
                continue;
            }
            let same = |at: &usize| !used.contains(at) && self.tokens[*at].folded.key == item.key;
            if let Some(token) = (0..self.tokens.len()).find(same) {
                used.insert(token);
                self.at.insert(index, token);
                self.values.extend(item.field().and_then(|_| beside(self.tokens, token)));
            }
        }
    }

    /// A heading that was not found, and all that stood below it stands below one that the form does not know.
    fn headings_renamed(&mut self) {
        for index in 0..self.labels.items.len() {
            if self.at.contains_key(&index) {
                continue;
            }
            let inside = self.labels.items.iter().enumerate();
            let inside = inside.filter(|(_, item)| item.headings.last() == Some(&index));
            let below =
                inside.filter_map(|(item, _)| Some(self.headings(*self.at.get(&item)?).last().copied()));
            let below: HashSet<Option<usize>> = below.collect();
            let only = if below.len() == 1 { below.into_iter().next().flatten() } else { None };
            if let Some(token) = only.filter(|token| self.item_at(*token).is_none()) {
                self.at.insert(index, token);
            }
        }
    }

    /// Label and unit of what was found.
    fn label(&mut self, index: usize) {
        let Some(at) = self.at.get(&index).copied().filter(|_| !self.labels.items[index].key.is_empty())
        else {
            return;
        };
        let (item, token) = (&self.labels.items[index], &self.tokens[at]);
        let (of, words) = (self.of[index], label(token.text));
        if fold::key(&words) != item.key {
            self.say(of, What::Label(words), at);
        }
        if token.folded.unit != item.unit {
            self.say(of, What::Unit(token.folded.unit.clone()), at);
        }
    }

    /// The boxes of what was found.
    fn value(&mut self, index: usize, placed: &[Placed]) {
        let Some(field) = self.labels.items[index].field() else { return };
        let found = placed.iter().find(|placed| placed.item == index).map(|placed| placed.value);
        let beside = || self.at.get(&index).and_then(|at| beside(self.tokens, *at));
        if let Some(value) = found.unwrap_or_else(beside) {
            let token = &self.tokens[value];
            self.found.extend(options::compare(self.form.member(field), token.text, token.place));
        }
    }

    /// What the form prints and the document does not; of a group that is gone only itself.
    fn gone(&mut self) {
        let gone: Vec<usize> = (0..self.labels.items.len())
            .filter(|item| !self.labels.items[*item].key.is_empty() && !self.at.contains_key(item))
            .collect();
        for item in &gone {
            let around = &self.labels.items[*item].headings;
            let whole = |heading: &usize| {
                let inside = |other: &usize| self.labels.items[*other].headings.contains(heading);
                gone.contains(heading)
                    && (0..self.labels.items.len()).filter(inside).all(|other| gone.contains(&other))
            };
            if !around.iter().any(whole) {
                self.found.push(Difference::new(self.of[*item], What::Gone, None));
            }
        }
    }

    /// What stands in the table and belongs to nothing that the form knows.
    fn unknown(&mut self, lines: &HashSet<usize>) {
        let known: HashSet<usize> = self.at.values().chain(&self.values).chain(lines).copied().collect();
        let tables: HashSet<usize> = self.at.values().filter_map(|at| self.tokens[*at].table).collect();
        let mut rows = BTreeMap::<usize, Vec<usize>>::new();
        let inside = |token: &Token<'_>| token.table.is_some_and(|table| tables.contains(&table));
        for (at, token) in self.tokens.iter().enumerate().filter(|(_, token)| inside(token)) {
            rows.entry(token.row).or_default().push(at);
        }
        for row in rows.into_values() {
            let unknown =
                |at: &usize| !known.contains(at) && !self.tokens[*at].is_empty() && self.first[*at] == *at;
            let new: Vec<usize> = row.iter().copied().filter(unknown).collect();
            for (nth, token) in
                new.iter().copied().enumerate().take(MOST_NEW.saturating_sub(self.found.len()))
            {
                let later = new.get(nth + 1..).unwrap_or_default();
                self.add_new(&row, token, later, &known);
            }
        }
        self.unknown_lines(&known);
    }

    /// Lines between those that the form knows; the one after such a line is its value.
    fn unknown_lines(&mut self, known: &HashSet<usize>) {
        let lines = known.iter().filter(|at| self.tokens[**at].table.is_none());
        let (Some(first), Some(last)) = (lines.clone().min(), lines.max()) else { return };
        let mut value = false;
        for at in *first..*last {
            let token = &self.tokens[at];
            value = !known.contains(&at) && !value && token.table.is_none() && !token.is_empty();
            if value && self.found.len() < MOST_NEW {
                let words = token.text.split(['：', ':']).next().unwrap_or_default();
                let fresh = Fresh {
                    unit: fold::label(words).unit,
                    boxes: options::labels(token.text),
                    ..Fresh::new(FreshKind::Field, label(words))
                };
                let place = Some(token.place);
                self.found.push(Difference { of: self.part_at(at), what: What::New(fresh), place });
            }
        }
    }

    /// A cell that no label took: a heading, a label, or a value, which belongs to the label before it.
    fn add_new(&mut self, row: &[usize], token: usize, later: &[usize], known: &HashSet<usize>) {
        let text = self.tokens[token].text;
        let ends = |at: usize| {
            row.last() == Some(&at) && row.iter().any(|other| *other < at && !self.tokens[*other].is_empty())
        };
        if self.is_value(token) || ends(token) || self.is_lone(token) {
            return;
        }
        if let Some(section) = self.untitled(token) {
            self.say(Of::Section(section), What::Printed(true), token);
            return;
        }
        let after = |at: &usize| row.iter().any(|other| other == at) && *at > token;
        let label_follows = later.iter().any(|at| !self.is_value(*at) && !ends(*at))
            || self.at.values().any(|at| after(at) && !self.values.contains(at));
        let value = row.iter().copied().find(|at| *at > token && !self.tokens[*at].is_empty());
        let boxes = value.filter(|_| !label_follows).map(|at| options::labels(self.tokens[at].text));
        let kind = if label_follows { FreshKind::Heading } else { FreshKind::Field };
        let fresh = Fresh {
            unit: self.tokens[token].folded.unit.clone(),
            boxes: boxes.unwrap_or_default(),
            inside: self.headings(token).into_iter().map(|at| label(self.tokens[at].text)).collect(),
            ..Fresh::new(kind, label(text))
        };
        let before = known.iter().filter(|at| **at < token).max();
        let of = before.and_then(|before| self.part_at(*before));
        let place = Some(self.tokens[token].place);
        self.found.push(Difference { of, what: What::New(fresh), place });
    }

    /// The part of the form whose label or value a token is.
    fn part_at(&self, token: usize) -> Option<Of> {
        let mut items: Vec<(usize, usize)> = self.at.iter().map(|(item, at)| (*at, *item)).collect();
        items.sort_unstable();
        items.iter().rev().find(|(at, _)| *at <= token).map(|(_, item)| self.of[*item])
    }

    /// A section whose title was not printed in the table, and is this.
    fn untitled(&self, token: usize) -> Option<usize> {
        self.form.sections.iter().position(|section| {
            section.printed == Printed::Instructions
                && section.label.as_deref().map(fold::key).as_ref() == Some(&self.tokens[token].folded.key)
        })
    }

    /// True below a heading where the form prints a value without a label.
    fn is_lone(&self, token: usize) -> bool {
        let around = self.headings(token);
        let heading = around.last().and_then(|at| self.item_at(*at));
        let lone =
            |item: &Item| matches!(item.kind, ItemKind::Lone(_)) && item.headings.last().copied() == heading;
        heading.is_some() && self.labels.items.iter().any(lone)
    }

    fn is_value(&self, token: usize) -> bool {
        !options::labels(self.tokens[token].text).is_empty()
    }

    /// Labels that stand below other headings than before, or in another order. What moves with its group is not said.
    fn moved(&mut self, placed: &[Placed]) {
        let mut in_place = BTreeMap::<Option<usize>, Vec<(usize, usize)>>::new();
        for index in 0..self.labels.items.len() {
            let Some(token) = self.at.get(&index).copied() else { continue };
            let own = self.labels.items[index].headings.last().copied();
            let around = self.headings(token);
            let innermost = around.last().copied().filter(|at| self.untitled(*at).is_none());
            let moved = match self.tokens[token].table {
                // Below a heading that is not printed any more nothing moved.
                Some(_) if innermost.is_none() && own.is_some_and(|own| !self.at.contains_key(&own)) => false,
                Some(_) => innermost.map(|at| self.item_at(at)) != own.map(Some),
                None => {
                    // Without a table, nothing tells where a heading's rows end.
                    let field = own.is_some() && self.labels.items[index].field().is_some();
                    let found = placed.iter().find(|placed| placed.item == index);
                    field && found.is_some_and(|placed| placed.context == Context::Contradicts)
                }
            };
            if moved {
                let names = around.iter().map(|at| label(self.tokens[*at].text)).collect();
                self.say(self.of[index], What::Moved(names), token);
            } else {
                in_place.entry(own).or_default().push((index, token));
            }
        }
        for siblings in in_place.into_values() {
            let kept = longest_rise(&siblings.iter().map(|(_, token)| *token).collect::<Vec<_>>());
            for (index, token) in siblings.into_iter().filter(|(_, token)| !kept.contains(token)) {
                self.say(self.of[index], What::Reordered, token);
            }
        }
    }

    /// The headings left of a cell, the outermost first: those that cover its row.
    fn headings(&self, token: usize) -> Vec<usize> {
        let it = &self.tokens[token];
        let columns = (0..it.column).filter_map(|column| self.covering(it.table, it.row, column));
        let mut found: Vec<usize> =
            columns.map(|at| self.first[at]).filter(|at| self.is_heading(*at)).collect();
        found.dedup();
        found
    }

    /// The cell at a place; where it is empty because a merged one goes on, the one above.
    fn covering(&self, table: Option<usize>, row: usize, column: usize) -> Option<usize> {
        let above = self
            .tokens
            .iter()
            .enumerate()
            .rev()
            .filter(|(_, token)| token.table == table && token.column == column && token.row <= row);
        let (_, nearest) = above.clone().next().filter(|_| table.is_some())?;
        let mut covering = above.filter(|(_, token)| !token.is_empty());
        (nearest.end > row).then(|| covering.next().map(|(at, _)| at)).flatten()
    }

    /// True for a known heading, and for an unknown cell that a label follows in its row.
    fn is_heading(&self, token: usize) -> bool {
        match self.item_at(token) {
            Some(item) => self.labels.items[item].kind == ItemKind::Heading,
            None => !self.values.contains(&token) && !self.is_value(token),
        }
    }

    fn item_at(&self, token: usize) -> Option<usize> {
        self.at.iter().find(|(_, at)| **at == token).map(|(item, _)| *item)
    }

    /// Fields that share a row in the form and not in the document, or the other way round.
    fn shared_rows(&mut self) {
        let mut rows = HashMap::<MemberId, usize>::new();
        for cell in &self.form.layout.grid.cells {
            if let CellContent::Value(id) = cell.content {
                rows.insert(id, cell.row);
            }
        }
        let mut fields: Vec<(MemberId, usize, usize)> = Vec::new();
        for (item, token) in &self.at {
            let field = self.labels.items[*item].field();
            if let Some((id, row)) = field.and_then(|id| Some((id, *rows.get(&id)?)))
                && self.tokens[*token].table.is_some()
            {
                fields.push((id, row, *token));
            }
        }
        fields.sort_unstable();
        let row_of = |token: usize| self.tokens[token].row;
        let mut found = Vec::new();
        for (at, (id, row, token)) in fields.iter().enumerate() {
            let others = || fields[at + 1..].iter();
            let apart: Vec<MemberId> = others()
                .filter(|(_, other, at)| other == row && row_of(*at) != row_of(*token))
                .map(|(id, ..)| *id)
                .collect();
            let together: Vec<MemberId> = others()
                .filter(|(_, other, at)| other != row && row_of(*at) == row_of(*token))
                .map(|(id, ..)| *id)
                .collect();
            if !apart.is_empty() {
                found.push((*id, What::Apart(apart), *token));
            }
            if !together.is_empty() {
                found.push((*id, What::Together(together), *token));
            }
        }
        found.into_iter().for_each(|(id, what, token)| self.say(Of::Member(id), what, token));
    }
}

/// The longest run of numbers that rise, others between them left out.
fn longest_rise(numbers: &[usize]) -> HashSet<usize> {
    // Of each length the run that ends lowest, as indexes with what came before.
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(numbers.len());
    for (at, number) in numbers.iter().enumerate() {
        let length = ends.partition_point(|end| numbers[*end] < *number);
        before.push(length.checked_sub(1).map(|shorter| ends[shorter]));
        if length < ends.len() { ends[length] = at } else { ends.push(at) }
    }
    let last = ends.last().copied();
    std::iter::successors(last, |at| before[*at]).map(|at| numbers[at]).collect()
}
