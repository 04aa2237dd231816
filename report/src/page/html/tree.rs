//! The tree of a web page, built piece by piece so that hostile ones are stopped in time.

use std::cell::Cell;

use html5ever::buffer_queue::BufferQueue;
use html5ever::tokenizer::{Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts, TreeSink};
use html5ever::{TokenizerResult, tendril::StrTendril};
use scraper::{Html, HtmlTreeSink};

use super::MAX_DEPTH;
use crate::page::Refused;

/// Bytes that are parsed before the tree is looked at again: the parser's time grows with depth times size.
const CHUNK: usize = 4096;
/// Nodes of a page at most.
const MAX_NODES: usize = 400_000;
/// The parser compares each attribute of a tag with all before it. Attributes that may still be in one tag or comment,
/// squared and summed over the page, stay below this.
const MAX_ATTRIBUTE_WORK: usize = 400_000_000;

/// Hands tokens on, and tells that there were some.
struct Watch<S> {
    inner: S,
    seen: Cell<bool>,
}

impl<S: TokenSink> TokenSink for Watch<S> {
    type Handle = S::Handle;

    fn process_token(&self, token: Token, line_number: u64) -> TokenSinkResult<Self::Handle> {
        self.seen.set(self.seen.get() || !matches!(token, Token::ParseError(_)));
        self.inner.process_token(token, line_number)
    }

    fn end(&self) {
        self.inner.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.inner.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

/// Parses a web page.
pub(super) fn parse(text: &str) -> Result<Html, Refused> {
    let sink = HtmlTreeSink::new(Html::new_document());
    let builder = TreeBuilder::new(sink, TreeBuilderOpts::default());
    let watch = Watch { inner: builder, seen: Cell::new(false) };
    let tokenizer = Tokenizer::new(watch, TokenizerOpts::default());
    let queue = BufferQueue::default();
    let (mut checked, mut attributes, mut work) = (0, 0usize, 0usize);
    for chunk in chunks(text) {
        attributes +=
            chunk.bytes().filter(|byte| matches!(byte, b' ' | b'\n' | b'/' | b'"' | b'\'' | b'=')).count();
        queue.push_back(StrTendril::from_slice(chunk));
        while !matches!(tokenizer.feed(&queue), TokenizerResult::Done) {}
        if tokenizer.sink.seen.take() {
            work = work.saturating_add(attributes.saturating_mul(attributes));
            attributes = 0;
        }
        if work.saturating_add(attributes.saturating_mul(attributes)) > MAX_ATTRIBUTE_WORK {
            return Err(Refused::TooManyPieces);
        }
        checked = check(&tokenizer.sink.inner.sink.0.borrow(), checked)?;
    }
    tokenizer.end();
    let html = tokenizer.sink.inner.sink.finish();
    check(&html, checked)?;
    Ok(html)
}

/// Checks the nodes that are new since the last time; how many there are.
fn check(html: &Html, checked: usize) -> Result<usize, Refused> {
    let nodes = html.tree.nodes();
    let count = nodes.len();
    if count > MAX_NODES {
        return Err(Refused::TooManyPieces);
    }
    for node in nodes.rev().take(count.saturating_sub(checked)) {
        if node.ancestors().nth(MAX_DEPTH).is_some() {
            return Err(Refused::TooDeep);
        }
    }
    Ok(count)
}

fn chunks(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = text;
    std::iter::from_fn(move || {
        let end = (CHUNK.min(rest.len())..=rest.len()).find(|end| rest.is_char_boundary(*end))?;
        let (chunk, after) = rest.split_at(end);
        rest = after;
        (!chunk.is_empty()).then_some(chunk)
    })
}
