//! YAML events to a tree of located nodes.

use serde_yaml::granit_parser::{self as yaml, Event, ScalarStyle, StructureStyle};

use super::{MAX_DEPTH, MAX_NODES, errors, offsets};
use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::node::{Entry, Node, NodeValue, Scalar, Style};
use crate::place::Span;
use crate::scan::Mended;

/// A tree, and what was wrong with it.
pub(super) struct Tree {
    pub(super) root: Option<Node>,
    pub(super) diagnostics: Vec<Diagnostic>,
}

/// Reads the mended text; places are given back in the original.
pub(super) fn build(mended: &Mended, original: &str) -> Tree {
    let options = yaml::options! {
        emit_comments: false,
        emit_anchor_events: true,
        emit_unresolved_aliases: true,
        disallow_directives: true,
        flow_nesting_limit: MAX_DEPTH,
        block_nesting_limit: MAX_DEPTH,
    };
    let mut builder =
        Builder { mended, original, open: Vec::new(), root: None, nodes: 0, diagnostics: Vec::new() };
    for event in yaml::Parser::new_from_str_with_options(mended.text(), options) {
        let read = match event {
            Ok((event, span)) => builder.event(event, &span),
            Err(error) => Err(errors::translate(&error, mended, original).into()),
        };
        if let Err(diagnostic) = read {
            builder.diagnostics.push(*diagnostic);
            return Tree { root: None, diagnostics: builder.diagnostics };
        }
    }
    Tree { root: builder.root, diagnostics: builder.diagnostics }
}

/// A list or mapping that is not closed yet.
struct Open {
    start: usize,
    flow: bool,
    items: Items,
}

enum Items {
    List(Vec<Node>),
    Map { entries: Vec<Entry>, key: Option<Scalar> },
}

struct Builder<'a> {
    mended: &'a Mended<'a>,
    original: &'a str,
    open: Vec<Open>,
    root: Option<Node>,
    nodes: usize,
    diagnostics: Vec<Diagnostic>,
}

impl Builder<'_> {
    fn event(&mut self, event: Event<'_>, at: &yaml::Span) -> Result<(), Box<Diagnostic>> {
        let span = span(at);
        if let Some(tag) = at.tag_span() {
            self.refuse_tag(&tag);
        }
        match event {
            Event::Scalar(text, style, ..) => {
                self.count(span)?;
                let scalar = self.scalar(&text, style, span);
                self.put(Node { span: scalar.span, value: NodeValue::Scalar(scalar) })
            }
            Event::SequenceStart(style, ..) => self.start(span, style, Items::List(Vec::new())),
            Event::MappingStart(style, ..) => {
                self.start(span, style, Items::Map { entries: Vec::new(), key: None })
            }
            Event::SequenceEnd | Event::MappingEnd => self.end(span),
            Event::Anchor(_, name) => {
                self.refuse_anchor(span, &name);
                Ok(())
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                self.refuse_alias(span);
                self.put(self.placeholder(span))
            }
            Event::DocumentStart(..) if self.root.is_some() => Err(self.second_document(span).into()),
            Event::StreamStart | Event::StreamEnd | Event::DocumentStart(..) | Event::DocumentEnd => Ok(()),
            // Comments are switched off, and the enum is open: nothing else carries data.
            _ => Ok(()),
        }
    }

    fn count(&mut self, span: Span) -> Result<(), Box<Diagnostic>> {
        self.nodes += 1;
        if self.nodes <= MAX_NODES {
            return Ok(());
        }
        Err(Diagnostic::error(
            Code::TB002,
            self.mended.original(span),
            format!("文件里的内容超过 {MAX_NODES} 项，太多了"),
            format!("the file has more than {MAX_NODES} values"),
        )
        .into())
    }

    fn start(&mut self, span: Span, style: StructureStyle, items: Items) -> Result<(), Box<Diagnostic>> {
        self.count(span)?;
        if self.open.len() >= MAX_DEPTH {
            return Err(errors::too_deep(self.mended.original(span)).into());
        }
        self.open.push(Open { start: span.start, flow: style == StructureStyle::Flow, items });
        Ok(())
    }

    fn end(&mut self, span: Span) -> Result<(), Box<Diagnostic>> {
        let Some(open) = self.open.pop() else { return Ok(()) };
        let start = self.mended.original(Span::new(open.start, open.start)).start;
        // A block ends where its last child does; its own end lies behind the white space that follows.
        let last_child = match &open.items {
            Items::List(items) => items.last().map(|item| item.span.end),
            Items::Map { entries, .. } => {
                entries.last().map(|entry| entry.value.span.end.max(entry.key.span.end))
            }
        };
        let end = match last_child {
            Some(end) if !open.flow => end,
            _ => self.mended.original(span).end,
        };
        let value = match open.items {
            Items::List(items) => NodeValue::List { items, flow: open.flow },
            Items::Map { entries, .. } => NodeValue::Map { entries, flow: open.flow },
        };
        self.put(Node { span: Span::new(start, end.max(start)), value })
    }

    /// Hands a finished node to what it stands in.
    fn put(&mut self, node: Node) -> Result<(), Box<Diagnostic>> {
        match self.open.last_mut() {
            None => self.root = Some(node),
            Some(Open { items: Items::List(items), .. }) => items.push(node),
            Some(Open { items: Items::Map { entries, key }, .. }) => match (key.take(), node.value) {
                (Some(key), value) => entries.push(Entry { key, value: Node { span: node.span, value } }),
                (None, NodeValue::Scalar(scalar)) => *key = Some(scalar),
                (None, NodeValue::List { .. } | NodeValue::Map { .. }) => {
                    return Err(Diagnostic::error(
                        Code::TB007,
                        node.span,
                        "冒号前面（键）只能是一个词，这里是一串；以 { 或 [ 开头的文字要用引号括起来",
                        "a key must be one word, here it is a collection; quote a text that begins with { or [",
                    )
                    .into());
                }
            },
        }
        Ok(())
    }

    fn scalar(&self, text: &str, style: ScalarStyle, span: Span) -> Scalar {
        let raw = self.mended.text().get(span.start..span.end).unwrap_or_default();
        let kept = raw.trim_end_matches([' ', '\t', '\n', '\r']);
        let span = Span::new(span.start, span.start + kept.len());
        let place = self.mended.original(span);
        let written_style = match style {
            ScalarStyle::Plain => Style::Plain,
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => Style::Quoted,
            ScalarStyle::Literal | ScalarStyle::Folded => Style::Block,
        };
        // The parser gives `~` where nothing is written.
        let text = if raw.is_empty() { "" } else { text };
        let offsets = if self.original.get(place.start..place.end) == Some(text) {
            Vec::new()
        } else {
            let inside = offsets::offsets(
                text,
                if style == ScalarStyle::Plain { kept } else { raw },
                span.start,
                style,
            );
            inside.into_iter().map(|span| self.mended.original(span)).collect()
        };
        Scalar { text: text.to_owned(), style: written_style, span: place, offsets }
    }

    /// Stands in for an alias, as a text, so that nothing more is said of it.
    fn placeholder(&self, span: Span) -> Node {
        let span = self.mended.original(span);
        let text = self.original.get(span.start..span.end).unwrap_or_default().to_owned();
        let scalar = Scalar { text, style: Style::Quoted, span, offsets: Vec::new() };
        Node { span, value: NodeValue::Scalar(scalar) }
    }

    fn refuse_tag(&mut self, tag: &yaml::Span) {
        let place = self.mended.original(span(tag));
        let written = self.original.get(place.start..place.end).unwrap_or_default();
        self.diagnostics.push(Diagnostic::error(
            Code::TB009,
            place,
            format!("这里不能用 YAML 标签“{written}”；去掉它，文字以 ! 开头的要用引号括起来"),
            format!(
                "the YAML tag \"{written}\" is not allowed; remove it, and quote a text that begins with !"
            ),
        ));
    }

    fn refuse_anchor(&mut self, span: Span, name: &str) {
        self.diagnostics.push(Diagnostic::error(
            Code::TB009,
            self.mended.original(span),
            format!("这里不能用 YAML 锚点“&{name}”；去掉它，重复的内容照写一遍"),
            format!("the YAML anchor \"&{name}\" is not allowed; remove it, and write out what repeats"),
        ));
    }

    fn refuse_alias(&mut self, span: Span) {
        let place = self.mended.original(span);
        let written = self.original.get(place.start..place.end).unwrap_or_default();
        self.diagnostics.push(Diagnostic::error(
            Code::TB009,
            place,
            format!("这里不能用 YAML 引用“{written}”；把内容照写一遍，文字以 * 开头的要用引号括起来"),
            format!("the YAML alias \"{written}\" is not allowed; write the content out, and quote a text that begins with *"),
        ));
    }

    fn second_document(&self, span: Span) -> Diagnostic {
        Diagnostic::error(
            Code::TB007,
            self.mended.original(span),
            "一个文件只写一份表，这里又起了一份（---）；请分成两个文件",
            "one file holds one form, here a second document begins (---); split it into two files",
        )
    }
}

fn span(at: &yaml::Span) -> Span {
    at.byte_range().map_or_else(Span::default, |range| Span::new(range.start, range.end.max(range.start)))
}
