//! Plain text and Markdown as a page: tables by tabs or bars, everything else line by line.

mod bars;
mod clean;
mod source;
mod tabs;

use super::blocks::Blocks;
use super::decode::decode;
use super::{Origin, Page, Refused, html};
use clean::Dialect;
use source::Source;

/// A text larger than this is refused: [`super::MAX_PIECES`] lines never fill it.
pub(super) const MAX_BYTES: usize = 8 * 1024 * 1024;

/// Reads a text; a name that ends in `.md` makes it Markdown.
pub(super) fn read(name: &str, bytes: &[u8]) -> Result<Page, Refused> {
    if bytes.len() > MAX_BYTES {
        return Err(Refused::TextTooLarge { bytes: bytes.len() });
    }
    let text = decode(bytes, None)?;
    let dialect = Dialect::of(name);
    if dialect == Dialect::Markdown && ["<table", "</td>"].iter().all(|tag| text.contains(tag)) {
        return html::read_text(&text);
    }
    let source = Source::new(&text);
    let mut blocks = Blocks::default();
    let shape = tabs::Shape::of(&source);
    let bars = if shape == tabs::Shape::Without { bars::Shape::of(&source) } else { bars::Shape::Without };
    let mut at = 0;
    while at < source.len() {
        at = match shape {
            tabs::Shape::Cells if source.line(at).starts_with('\t') => tabs::cells(&source, at, &mut blocks)?,
            tabs::Shape::Rows if tabs::begins(&source, at) => tabs::rows(&source, at, &mut blocks)?,
            tabs::Shape::Cells | tabs::Shape::Rows | tabs::Shape::Without => {
                if bars::begins(&source, at, bars) {
                    bars::read(&source, at, bars, dialect, &mut blocks)?
                } else {
                    source.push_line(source.line(at), dialect, &mut blocks)?;
                    at + 1
                }
            }
        };
    }
    let cleaned = std::mem::take(&mut blocks.cleaned);
    Ok(Page { origin: Origin::Text, blocks: blocks.finish(), carried: None, cleaned })
}
