//! A spec as written, found by what the checked form calls its parts: where an edit goes.

use crate::check::join;
use crate::node::{Node, NodeValue, Scalar};
use crate::parse;
use crate::place::Span;
use crate::source::Source;
use crate::spec::{ChoiceSpec, FieldSpec, FormSpec, FromNode, PartSpec, Reader, SectionSpec};

/// A spec with its places.
#[derive(Clone, Debug)]
pub struct Written {
    /// The nodes.
    pub root: Node,
    /// The mappings.
    pub spec: FormSpec,
}

/// A section, group or field as written.
#[derive(Clone, Copy, Debug)]
pub enum Entry<'a> {
    /// A section.
    Section(&'a SectionSpec),
    /// A group or field.
    Field(&'a FieldSpec),
}

impl Written {
    /// The spec of a text that was checked; none where it is no spec.
    #[must_use]
    pub fn of(source: &Source) -> Option<Self> {
        let root = parse::read(&source.name, source.text.as_bytes()).root?;
        let spec = FormSpec::from_node(root.clone(), &mut Reader { diagnostics: &mut Vec::new() })?;
        Some(Self { root, spec })
    }

    /// The section with an index, as in [`crate::Form::sections`].
    #[must_use]
    pub fn section(&self, index: usize) -> Option<&SectionSpec> {
        self.spec.sections.as_ref()?.get(index)
    }

    /// The section, group or field with a path.
    #[must_use]
    pub fn entry(&self, path: &str) -> Option<Entry<'_>> {
        self.entries().into_iter().find(|(of, _)| of == path).map(|(_, entry)| entry)
    }

    /// Every section with an id, group and field with its path, in the order of the text.
    #[must_use]
    pub fn entries(&self) -> Vec<(String, Entry<'_>)> {
        let mut found = Vec::new();
        for section in self.spec.sections.iter().flatten() {
            let path = section.id.as_ref().map(|id| id.text.clone()).unwrap_or_default();
            if section.id.is_some() {
                found.push((path.clone(), Entry::Section(section)));
            }
            fields(section.fields.as_deref().unwrap_or_default(), &path, &mut found);
        }
        found
    }
}

fn fields<'a>(specs: &'a [FieldSpec], around: &str, found: &mut Vec<(String, Entry<'a>)>) {
    for spec in specs {
        let Some(id) = &spec.id else { continue };
        let path = join(around, &id.text);
        found.push((path.clone(), Entry::Field(spec)));
        fields(spec.fields.as_deref().unwrap_or_default(), &path, found);
    }
}

impl<'a> Entry<'a> {
    /// Its label.
    #[must_use]
    pub fn label(self) -> Option<&'a Scalar> {
        match self {
            Self::Section(section) => section.label.as_ref(),
            Self::Field(field) => field.label.as_ref(),
        }
    }

    /// Its unit.
    #[must_use]
    pub fn unit(self) -> Option<&'a Scalar> {
        match self {
            Self::Section(section) => section.unit.as_ref(),
            Self::Field(field) => field.unit.as_ref(),
        }
    }

    /// Its instruction.
    #[must_use]
    pub fn instruction(self) -> &'a [PartSpec] {
        let parts = match self {
            Self::Section(section) => &section.instruction,
            Self::Field(field) => &field.instruction,
        };
        parts.as_deref().unwrap_or_default()
    }

    /// The boxes of a choice.
    #[must_use]
    pub fn choices(self) -> &'a [ChoiceSpec] {
        match self {
            Self::Section(_) => &[],
            Self::Field(field) => field.choices.as_deref().unwrap_or_default(),
        }
    }

    /// Where it stands.
    #[must_use]
    pub fn span(self) -> Span {
        match self {
            Self::Section(section) => section.span,
            Self::Field(field) => field.span,
        }
    }
}

/// The bytes to take out so that a mapping loses a key: whole lines where it stands on lines of its own.
#[must_use]
pub fn without_key(text: &str, map: &Node, at: usize) -> Option<Span> {
    let NodeValue::Map { entries, flow } = &map.value else { return None };
    let entry = entries.get(at)?;
    let start = entry.key.span.start;
    let end = entry.value.span.end.max(entry.key.span.end);
    let whole = lines(text, Span::new(start, end));
    let own_line = text.get(whole.start..start)?.trim().is_empty();
    if !flow && own_line {
        return Some(whole);
    }
    match (entries.get(at + 1), at.checked_sub(1).and_then(|before| entries.get(before))) {
        (Some(next), _) => Some(Span::new(start, next.key.span.start)),
        (None, Some(before)) => Some(Span::new(before.value.span.end.max(before.key.span.end), end)),
        (None, None) => None,
    }
}

/// The lines on which a node stands, whole, with the line break after.
#[must_use]
pub fn lines(text: &str, span: Span) -> Span {
    let start = text.get(..span.start).and_then(|before| before.rfind('\n')).map_or(0, |at| at + 1);
    let end =
        text.get(span.end..).and_then(|after| after.find('\n')).map_or(text.len(), |at| span.end + at + 1);
    Span::new(start, end)
}
