//! Through the tree of a web page, without recursion: tables and lines in reading order.

use std::collections::BTreeSet;

use ego_tree::iter::Edge;
use ego_tree::{NodeId, NodeRef};
use scraper::node::Element;
use scraper::{Html, Node};
use serde_json::Value;

use super::element::{Look, hidden, input, is_block, look, spans};
use super::flow::Flow;
use crate::page::blocks::{Blocks, Open};
use crate::page::{MAX_MARKS, MAX_TABLES, Mark, Origin, Page, Refused};

/// Where text goes.
enum Into {
    /// Lines of the page.
    Lines,
    /// This cell of the innermost table.
    Cell(usize),
}

/// A walk under way.
struct Walk {
    blocks: Blocks,
    /// Tables not yet ended; one is none until its first row.
    tables: Vec<Option<Open>>,
    flows: Vec<(Into, Flow)>,
    /// Elements whose end matters, innermost last.
    looks: Vec<(NodeId, Look)>,
    marks: Vec<NodeId>,
}

/// The page that a tree shows.
pub(super) fn walk(html: &Html) -> Result<Page, Refused> {
    let mut walk = Walk {
        blocks: Blocks::default(),
        tables: Vec::new(),
        flows: vec![(Into::Lines, Flow::default())],
        looks: Vec::new(),
        marks: Vec::new(),
    };
    let mut skipped: Option<NodeId> = None;
    for edge in html.tree.root().traverse() {
        match (edge, skipped) {
            (Edge::Close(node), Some(id)) if node.id() == id => skipped = None,
            (Edge::Open(_) | Edge::Close(_), Some(_)) => {}
            (Edge::Open(node), None) => match node.value() {
                Node::Element(element) if hidden(element) => skipped = Some(node.id()),
                Node::Element(element) => {
                    if walk.enter(node, element)? {
                        skipped = Some(node.id());
                    }
                }
                Node::Text(text) => walk.text(text),
                Node::Document
                | Node::Fragment
                | Node::Doctype(_)
                | Node::Comment(_)
                | Node::ProcessingInstruction(_) => {}
            },
            (Edge::Close(node), None) => {
                if let Node::Element(element) = node.value() {
                    walk.leave(node.id(), element)?;
                }
            }
        }
    }
    walk.end_line()?;
    Ok(Page {
        origin: Origin::Html,
        blocks: walk.blocks.finish(),
        carried: carried(html),
        cleaned: BTreeSet::new(),
    })
}

impl Walk {
    /// Begins an element; true where what is inside it is not to be read.
    fn enter(&mut self, node: NodeRef<'_, Node>, element: &Element) -> Result<bool, Refused> {
        match element.name() {
            "table" => self.open_table()?,
            "caption" if !self.tables.is_empty() => self.flows.push((Into::Lines, Flow::default())),
            "tr" => self.row(),
            "td" | "th" => self.cell(element)?,
            _ if is_block(element) => self.block()?,
            _ => {}
        }
        let outer = self.look();
        let inner = look(element, outer);
        if inner != outer {
            self.looks.push((node.id(), inner));
        }
        if let Some(path) = element.attr("data-field")
            && self.marks.len() < MAX_MARKS
            && !matches!(element.name(), "table" | "tbody" | "thead" | "tfoot" | "tr")
        {
            self.marks.push(node.id());
            self.flow().marked.open_mark(path);
        }
        match element.name() {
            "br" => self.flow().line_break(),
            "input" => self.put(input(element)),
            "select" => self.put(&selected(node)),
            _ => return Ok(false),
        }
        // These hold nothing, but may be marked.
        self.leave(node.id(), element)?;
        Ok(true)
    }

    fn leave(&mut self, id: NodeId, element: &Element) -> Result<(), Refused> {
        if self.marks.pop_if(|mark| *mark == id).is_some()
            && let Some(mark) = self.flow().marked.close_mark()
        {
            self.late(mark);
        }
        self.looks.pop_if(|(look, _)| *look == id);
        match element.name() {
            "table" => self.close_table(),
            "caption" if !self.tables.is_empty() => {
                self.end_line()?;
                self.flows.pop();
            }
            "tbody" | "thead" | "tfoot" => {
                if let Some(Some(table)) = self.tables.last_mut() {
                    table.end_group();
                }
            }
            "td" | "th" => self.close_cell(),
            _ if is_block(element) => self.block()?,
            _ => {}
        }
        Ok(())
    }

    fn open_table(&mut self) -> Result<(), Refused> {
        self.block()?;
        if self.tables.len() >= MAX_TABLES {
            return Err(Refused::TooDeep);
        }
        self.tables.push(None);
        Ok(())
    }

    fn row(&mut self) {
        if let Some(table) = self.tables.last_mut() {
            table.get_or_insert_with(|| self.blocks.open()).row();
        }
    }

    fn cell(&mut self, element: &Element) -> Result<(), Refused> {
        let (rows, columns) = spans(element);
        if let Some(Some(table)) = self.tables.last_mut() {
            self.blocks.count()?;
            let cell = table.cell(rows, columns)?;
            self.flows.push((Into::Cell(cell), Flow::default()));
        }
        Ok(())
    }

    fn close_cell(&mut self) {
        if let Some((Into::Cell(index), mut flow)) =
            self.flows.pop_if(|(into, _)| matches!(into, Into::Cell(_)))
            && let Some(Some(table)) = self.tables.last_mut()
            && let Some(cell) = table.cells.get_mut(index)
        {
            let (text, marks) = flow.take();
            cell.text = crate::page::decode::trim(&text).to_owned();
            cell.marks = marks;
        }
    }

    fn close_table(&mut self) {
        if let Some(Some(table)) = self.tables.pop() {
            self.blocks.close(table);
        }
        self.flow().block();
    }

    /// A line ends, in a cell or on the page.
    fn block(&mut self) -> Result<(), Refused> {
        match self.flows.last() {
            Some((Into::Cell(_), _)) => self.flow().block(),
            Some((Into::Lines, _)) | None => self.end_line()?,
        }
        Ok(())
    }

    fn end_line(&mut self) -> Result<(), Refused> {
        if let Some((Into::Lines, flow)) = self.flows.last_mut()
            && !flow.marked.text.is_empty()
        {
            let (text, marks) = flow.take();
            self.blocks.line(&text, marks, None)?;
        }
        Ok(())
    }

    /// A value that ended after its line had.
    fn late(&mut self, mark: Mark) {
        if let Some(line) = self.blocks.last_line() {
            line.marks.push(mark);
        }
    }

    fn text(&mut self, text: &str) {
        // Between the cells of a table there is only white space; the parser has moved all else out of it.
        self.put(text);
    }

    fn put(&mut self, text: &str) {
        let look = self.look();
        self.flow().push(text, look);
    }

    fn look(&self) -> Look {
        self.looks.last().map(|(_, look)| *look).unwrap_or_default()
    }

    fn flow(&mut self) -> &mut Flow {
        if self.flows.is_empty() {
            self.flows.push((Into::Lines, Flow::default()));
        }
        let last = self.flows.len() - 1;
        &mut self.flows[last].1
    }
}

/// What a `<select>` shows: the option that is selected, else the first.
fn selected(node: NodeRef<'_, Node>) -> String {
    let options = || {
        node.descendants()
            .filter(|node| node.value().as_element().is_some_and(|element| element.name() == "option"))
    };
    let is = |node: &NodeRef<'_, Node>| {
        node.value().as_element().is_some_and(|element| element.attr("selected").is_some())
    };
    let option = options().find(is).or_else(|| options().next());
    let texts = option.into_iter().flat_map(|option| option.descendants());
    texts.filter_map(|node| node.value().as_text().map(|text| &**text)).collect()
}

/// The report that a page of ours carries.
fn carried(html: &Html) -> Option<Value> {
    let script = html.tree.nodes().find(|node| {
        node.value()
            .as_element()
            .is_some_and(|element| element.name() == "script" && element.attr("data-report").is_some())
    })?;
    let text: String =
        script.children().filter_map(|node| node.value().as_text().map(|text| text.to_string())).collect();
    serde_json::from_str(&text).ok()
}
