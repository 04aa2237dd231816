//! Web pages as a page: what a browser shows, table by table and line by line.

mod element;
mod flow;
mod tree;
mod walk;

use super::decode::{decode, named};
use super::{Page, Refused};

/// A web page larger than this is refused.
pub const MAX_BYTES: usize = 8 * 1024 * 1024;
/// Elements within each other beyond this are refused.
pub const MAX_DEPTH: usize = 512;

/// Reads a web page.
pub(super) fn read(bytes: &[u8]) -> Result<Page, Refused> {
    if bytes.len() > MAX_BYTES {
        return Err(Refused::HtmlTooLarge { bytes: bytes.len() });
    }
    read_text(&decode(bytes, named(bytes))?)
}

/// Reads a web page's text.
pub(super) fn read_text(text: &str) -> Result<Page, Refused> {
    if text.len() > MAX_BYTES * 2 {
        return Err(Refused::HtmlTooLarge { bytes: text.len() });
    }
    walk::walk(&tree::parse(text)?)
}
