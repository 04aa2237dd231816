//! The main part of a Word document, element by element.

use quick_xml::events::BytesStart;

use super::field::{Control, Field, sign};
use super::table::{Cell, Merge, Table};
use super::tag::Tag;
use super::xml::{Step, Xml};
use crate::page::blocks::Blocks;
use crate::page::decode::{joins, unseen};
use crate::page::marked::Marked;
use crate::page::symbols::Font;
use crate::page::{Block, MAX_COLUMNS, MAX_MARKS, MAX_TABLES, Refused};

/// Where content stands.
enum Level {
    /// Outside tables.
    Lines(Marked),
    Table(Table),
    Cell(Cell),
}

/// An element that has not ended.
struct Element {
    tag: Tag,
    /// Nothing in it counts.
    skips: bool,
    /// Its text does not count, its cells do.
    silences: bool,
}

/// A run: how its letters look.
#[derive(Default)]
struct Run {
    font: Font,
    hidden: bool,
}

struct Body<'a> {
    xml: Xml<'a>,
    blocks: Blocks,
    levels: Vec<Level>,
    elements: Vec<Element>,
    skipping: usize,
    silent: usize,
    runs: Vec<Run>,
    controls: Vec<Control>,
    field: Field,
    /// For each element with content in several versions: one was taken.
    taken: Vec<bool>,
    text: String,
    /// White space at the ends of the text counts.
    preserve: bool,
    marks: usize,
    chunk: bool,
}

/// Reads the main part.
pub(super) fn read(part: &str, text: &str) -> Result<Vec<Block>, Refused> {
    let mut body = Body {
        xml: Xml::new(part, text),
        blocks: Blocks::default(),
        levels: vec![Level::Lines(Marked::default())],
        elements: Vec::new(),
        skipping: 0,
        silent: 0,
        runs: Vec::new(),
        controls: Vec::new(),
        field: Field::default(),
        taken: Vec::new(),
        text: String::new(),
        preserve: false,
        marks: 0,
        chunk: false,
    };
    let mut begun = false;
    while let Some(step) = body.xml.step()? {
        match step {
            Step::Start { space, element } => {
                begun = true;
                let tag = Tag::of(space, element.local_name().as_ref());
                if body.elements.is_empty() && tag != Tag::Document {
                    return Err(Refused::NoMainPart);
                }
                body.start(tag, &element)?;
            }
            Step::End => body.end()?,
            Step::Text(text) => {
                if body.skipping == 0 && body.elements.last().is_some_and(|last| last.tag == Tag::Text) {
                    body.text.push_str(&text);
                }
            }
        }
    }
    if !begun {
        return Err(Refused::NoMainPart);
    }
    let blocks = body.blocks.finish();
    if body.chunk && blocks.is_empty() { Err(Refused::Shell) } else { Ok(blocks) }
}

impl<'a> Body<'a> {
    fn start(&mut self, tag: Tag, element: &BytesStart<'a>) -> Result<(), Refused> {
        let mut new = Element { tag, skips: tag == Tag::Deleted, silences: false };
        if self.skipping == 0 {
            match tag {
                Tag::Alternatives => self.taken.push(false),
                Tag::Alternative => {
                    if let Some(taken) = self.taken.last_mut() {
                        new.skips = std::mem::replace(taken, true);
                    }
                }
                Tag::ControlContent => new.silences = self.begin_content(),
                _ => self.begin(tag, element)?,
            }
        }
        self.skipping += usize::from(new.skips);
        self.silent += usize::from(new.silences);
        self.elements.push(new);
        Ok(())
    }

    /// Structure and properties.
    fn begin(&mut self, tag: Tag, element: &BytesStart<'a>) -> Result<(), Refused> {
        match tag {
            Tag::Table => {
                if self.levels.iter().filter(|level| matches!(level, Level::Table(_))).count() >= MAX_TABLES {
                    return Err(Refused::TooDeep);
                }
                self.levels.push(Level::Table(Table::new(self.blocks.open())));
            }
            Tag::TextBox => self.levels.push(Level::Lines(Marked::default())),
            Tag::Paragraph => {
                if let Some(Level::Cell(cell)) = self.levels.last_mut() {
                    if cell.begun {
                        cell.marked.text.push('\n');
                    }
                    cell.begun = true;
                }
            }
            Tag::Row
            | Tag::Cell
            | Tag::GridBefore
            | Tag::GridSpan
            | Tag::VerticalMerge
            | Tag::HorizontalMerge
            | Tag::Deleted => self.begin_in_table(tag, element)?,
            Tag::Run => self.runs.push(Run::default()),
            Tag::Fonts | Tag::Hidden => self.look(tag, element)?,
            Tag::Text => {
                self.text.clear();
                self.preserve = self.value(element, "space")?.as_deref() == Some("preserve");
            }
            Tag::Tab if self.parent() == Some(Tag::Run) => self.put(" "),
            Tag::Break if self.parent() == Some(Tag::Run) => self.put("\n"),
            Tag::Hyphen => self.put("-"),
            Tag::Symbol => self.symbol(element)?,
            Tag::Field => self.field = Field::default(),
            Tag::CheckBox | Tag::Checked | Tag::Default | Tag::Chosen | Tag::ChoiceEntry => {
                self.form_field(tag, element)?;
            }
            Tag::Control => self.controls.push(Control::default()),
            Tag::ControlName | Tag::Placeholder | Tag::ControlChecked => self.control(tag, element)?,
            Tag::Chunk => self.chunk = true,
            Tag::Document
            | Tag::RowProperties
            | Tag::RunProperties
            | Tag::Tab
            | Tag::Break
            | Tag::ChoiceList
            | Tag::ControlContent
            | Tag::Alternatives
            | Tag::Alternative
            | Tag::Other => {}
        }
        Ok(())
    }

    fn begin_in_table(&mut self, tag: Tag, element: &BytesStart<'a>) -> Result<(), Refused> {
        let value = self.value(element, "val")?;
        let number =
            value.as_deref().and_then(|value| value.parse::<usize>().ok()).unwrap_or(0).min(MAX_COLUMNS);
        let parent = self.parent();
        match (tag, self.levels.last_mut()) {
            (Tag::Row, Some(Level::Table(table))) => table.begin_row(),
            (Tag::Cell, Some(Level::Table(_))) => self.levels.push(Level::Cell(Cell::default())),
            (Tag::GridBefore, Some(Level::Table(table))) => table.skip(number),
            (Tag::Deleted, Some(Level::Table(table))) if parent == Some(Tag::RowProperties) => {
                table.deleted = true
            }
            (Tag::GridSpan, Some(Level::Cell(cell))) => cell.columns = number,
            (Tag::VerticalMerge, Some(Level::Cell(cell))) => cell.vertical = Merge::of(value.as_deref()),
            (Tag::HorizontalMerge, Some(Level::Cell(cell))) => cell.horizontal = Merge::of(value.as_deref()),
            _ => {}
        }
        Ok(())
    }

    fn end(&mut self) -> Result<(), Refused> {
        let Some(element) = self.elements.pop() else { return Ok(()) };
        self.skipping -= usize::from(element.skips);
        self.silent -= usize::from(element.silences);
        if self.skipping > 0 || element.skips {
            return Ok(());
        }
        match element.tag {
            Tag::Paragraph => {
                if let Some(Level::Lines(marked)) = self.levels.last_mut() {
                    let (text, marks) = marked.take();
                    self.blocks.line(&text, marks, None)?;
                }
            }
            Tag::Text => {
                let text = std::mem::take(&mut self.text);
                let text =
                    if self.preserve { text.as_str() } else { text.trim_matches([' ', '\t', '\n', '\r']) };
                self.put(&text.replace(['\n', '\r', '\t'], " "));
            }
            Tag::Run => {
                self.runs.pop();
            }
            Tag::Field => self.end_field(),
            Tag::Control => self.end_control(),
            Tag::Alternatives => {
                self.taken.pop();
            }
            Tag::Row => {
                if let Some(Level::Table(table)) = self.levels.last_mut() {
                    table.end_row();
                }
            }
            Tag::Cell => {
                if let Some(Level::Cell(cell)) = self.levels.pop_if(|level| matches!(level, Level::Cell(_)))
                    && let Some(Level::Table(table)) = self.levels.last_mut()
                {
                    table.end_cell(cell, &mut self.blocks)?;
                }
            }
            Tag::Table => {
                if let Some(Level::Table(table)) =
                    self.levels.pop_if(|level| matches!(level, Level::Table(_)))
                {
                    self.blocks.close(table.open);
                }
            }
            Tag::TextBox => {
                self.levels.pop_if(|level| matches!(level, Level::Lines(_)));
            }
            _ => {}
        }
        Ok(())
    }

    /// Text where we are; between cells there is none.
    fn put(&mut self, text: &str) {
        let run = self.runs.last();
        if self.silent > 0 || run.is_some_and(|run| run.hidden) {
            return;
        }
        let font = run.map_or(Font::default(), |run| run.font);
        if let Some(marked) = marked(&mut self.levels) {
            let mut chars = text.chars().peekable();
            while let Some(char) = chars.next() {
                if !unseen(char) || joins(marked.text.chars().next_back(), char, chars.peek().copied()) {
                    marked.text.push(font.shown(char));
                }
            }
        }
    }

    fn symbol(&mut self, element: &BytesStart<'a>) -> Result<(), Refused> {
        let font = self.value(element, "font")?.map_or(Font::default(), |font| Font::of(&font));
        let code = self.value(element, "char")?.and_then(|code| u32::from_str_radix(&code, 16).ok());
        if let Some(char) = code.and_then(char::from_u32) {
            self.put(font.shown(char).encode_utf8(&mut [0; 4]));
        }
        Ok(())
    }

    /// Properties of a run; those of a paragraph's end are none of its text.
    fn look(&mut self, tag: Tag, element: &BytesStart<'a>) -> Result<(), Refused> {
        let of_run = matches!(
            self.elements.as_slice(),
            [.., Element { tag: Tag::Run, .. }, Element { tag: Tag::RunProperties, .. }]
        );
        if !of_run {
            return Ok(());
        }
        let hidden = tag == Tag::Hidden && self.is_on(element)?;
        let font = match tag {
            Tag::Fonts => self.value(element, "ascii")?.or(self.value(element, "hAnsi")?),
            _ => None,
        };
        if let Some(run) = self.runs.last_mut() {
            run.hidden |= hidden;
            run.font = font.map_or(run.font, |font| Font::of(&font));
        }
        Ok(())
    }

    fn form_field(&mut self, tag: Tag, element: &BytesStart<'a>) -> Result<(), Refused> {
        let on = self.is_on(element)?;
        let value = self.value(element, "val")?.unwrap_or_default();
        self.field.set(tag, self.parent(), on, value);
        Ok(())
    }

    fn end_field(&mut self) {
        let field = std::mem::take(&mut self.field);
        if let Some(shown) = field.shown() {
            self.put(shown);
        }
    }

    fn control(&mut self, tag: Tag, element: &BytesStart<'a>) -> Result<(), Refused> {
        let on = self.is_on(element)?;
        let value = self.value(element, "val")?;
        if let Some(control) = self.controls.last_mut() {
            control.set(tag, on, value);
        }
        Ok(())
    }

    /// The content of a control begins; true where its text does not count.
    fn begin_content(&mut self) -> bool {
        let Some(control) = self.controls.last_mut() else { return false };
        let (placeholder, checked) = (control.placeholder, control.checked);
        if let Some(path) = &control.path {
            match self.levels.last_mut() {
                Some(Level::Table(table)) => control.cells = Some(table.open.cells.len()),
                Some(Level::Lines(marked) | Level::Cell(Cell { marked, .. })) if self.marks < MAX_MARKS => {
                    control.open = true;
                    self.marks += 1;
                    marked.open_mark(path);
                }
                Some(Level::Lines(_) | Level::Cell(_)) | None => {}
            }
        }
        if let Some(checked) = checked {
            self.put(sign(checked));
        }
        placeholder || checked.is_some()
    }

    fn end_control(&mut self) {
        let Some(control) = self.controls.pop() else { return };
        if control.open {
            self.marks -= 1;
            let late = marked(&mut self.levels).and_then(Marked::close_mark);
            // It held whole paragraphs.
            if let (Some(mark), Some(line)) = (late, self.blocks.last_line()) {
                line.marks.push(mark);
            }
        } else if let (Some(path), Some(cells), Some(Level::Table(table))) =
            (&control.path, control.cells, self.levels.last_mut())
        {
            table.mark_last(cells, path);
        }
    }

    /// The element that the one that begins stands in.
    fn parent(&self) -> Option<Tag> {
        self.elements.last().map(|element| element.tag)
    }

    fn value(&self, element: &BytesStart<'a>, name: &str) -> Result<Option<String>, Refused> {
        self.xml.attribute(element, name)
    }

    /// A property that is on unless it says otherwise.
    fn is_on(&self, element: &BytesStart<'a>) -> Result<bool, Refused> {
        Ok(!matches!(self.value(element, "val")?.as_deref(), Some("0" | "false" | "off")))
    }
}

/// The text where content stands.
fn marked(levels: &mut [Level]) -> Option<&mut Marked> {
    match levels.last_mut() {
        Some(Level::Lines(marked) | Level::Cell(Cell { marked, .. })) => Some(marked),
        Some(Level::Table(_)) | None => None,
    }
}
