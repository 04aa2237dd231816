//! XML step by step: no document type, no depth without end, no entities but the five.

use std::borrow::Cow;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;
use quick_xml::reader::NsReader;

use super::MAX_DEPTH;
use super::tag::SPACES;
use crate::page::Refused;

/// Elements of a part at most.
const MAX_ELEMENTS: usize = 500_000;

/// A part being read.
pub(super) struct Xml<'a> {
    part: &'a str,
    reader: NsReader<&'a [u8]>,
    depth: usize,
    elements: usize,
}

/// What comes next.
pub(super) enum Step<'a> {
    /// An element begins; empty ones end in the next step.
    Start {
        /// Its namespace; empty for those that do not matter.
        space: &'static str,
        /// The element.
        element: BytesStart<'a>,
    },
    /// The element ends that began last.
    End,
    /// Text.
    Text(Cow<'a, str>),
}

impl<'a> Xml<'a> {
    pub(super) fn new(part: &'a str, text: &'a str) -> Self {
        let mut reader = NsReader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self { part, reader, depth: 0, elements: 0 }
    }

    /// The next step; none at the end.
    pub(super) fn step(&mut self) -> Result<Option<Step<'a>>, Refused> {
        loop {
            let (space, event) = match self.reader.read_resolved_event() {
                Ok((ResolveResult::Bound(space), event)) => (known(space.as_ref()), event),
                Ok((ResolveResult::Unbound | ResolveResult::Unknown(_), event)) => ("", event),
                Err(error) => return Err(self.problem(&error.to_string())),
            };
            match event {
                Event::Start(element) | Event::Empty(element) => {
                    self.depth += 1;
                    self.elements += 1;
                    if self.depth > MAX_DEPTH {
                        return Err(Refused::TooDeep);
                    }
                    if self.elements > MAX_ELEMENTS {
                        return Err(Refused::TooManyPieces);
                    }
                    return Ok(Some(Step::Start { space, element }));
                }
                Event::End(_) => {
                    self.depth = self.depth.saturating_sub(1);
                    return Ok(Some(Step::End));
                }
                Event::Text(text) => return Ok(Some(Step::Text(text.xml10_content()))),
                Event::CData(text) => return Ok(Some(Step::Text(text.xml10_content()))),
                Event::GeneralRef(name) => {
                    let char = name.resolve_char_ref().map_err(|error| self.problem(&error.to_string()))?;
                    let known = match &*name {
                        "lt" => Some('<'),
                        "gt" => Some('>'),
                        "amp" => Some('&'),
                        "quot" => Some('"'),
                        "apos" => Some('\''),
                        _ => None,
                    };
                    let char = char.or(known).ok_or_else(|| self.problem("&…;"))?;
                    return Ok(Some(Step::Text(Cow::Owned(char.to_string()))));
                }
                Event::DocType(_) => return Err(Refused::Doctype { part: self.part.to_owned() }),
                Event::Eof if self.depth > 0 => return Err(self.problem("…")),
                Event::Eof => return Ok(None),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            }
        }
    }

    /// The value of an attribute, by its name without a prefix.
    pub(super) fn attribute(&self, element: &BytesStart<'a>, name: &str) -> Result<Option<String>, Refused> {
        for attribute in element.attributes().with_checks(false) {
            let attribute = attribute.map_err(|error| self.problem(&error.to_string()))?;
            if attribute.key.local_name().as_ref() == name {
                let value = attribute.normalized_value(XmlVersion::Explicit1_0);
                return value
                    .map(|value| Some(value.into_owned()))
                    .map_err(|error| self.problem(&error.to_string()));
            }
        }
        Ok(None)
    }

    fn problem(&self, problem: &str) -> Refused {
        Refused::Xml { part: self.part.to_owned(), problem: problem.to_owned() }
    }
}

/// A namespace that matters.
fn known(space: &str) -> &'static str {
    SPACES.into_iter().find(|known| *known == space).unwrap_or_default()
}
