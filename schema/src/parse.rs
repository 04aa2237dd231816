//! From bytes to a located tree: the text is decoded, scanned and mended ([`crate::scan`]), then read as YAML.
//!
//! All places are places of the text as it was given, also where the tree was read from the mended text.

mod decode;
mod errors;
mod offsets;
mod tree;

use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::node::{Node, NodeValue};
use crate::place::Span;
use crate::scan;
use crate::source::Source;

/// A spec larger than this is refused.
pub const MAX_BYTES: usize = 8 * 1024 * 1024;
/// A spec nested deeper than this is refused.
pub const MAX_DEPTH: usize = 64;
/// A spec with more nodes than this is refused.
pub const MAX_NODES: usize = 1_000_000;

/// A spec as read: its text, its tree where it has one, and what is wrong with it.
#[derive(Clone, Debug)]
pub struct Read {
    /// The text.
    pub source: Source,
    /// The tree, a mapping; none where the file cannot be read to its end.
    pub root: Option<Node>,
    /// Problems of the text itself: TB001–TB010, TB052.
    pub diagnostics: Vec<Diagnostic>,
}

/// Reads a spec. Never panics, whatever the bytes; linear in their number.
#[must_use]
pub fn read(name: &str, bytes: &[u8]) -> Read {
    let text = match decode::text(bytes) {
        Ok(text) => text,
        Err(diagnostic) => {
            return Read { source: Source::new(name, ""), root: None, diagnostics: vec![*diagnostic] };
        }
    };
    let (mended, mut diagnostics) = scan::scan(text);
    let tree = tree::build(&mended, text);
    diagnostics.extend(tree.diagnostics);
    let root = tree.root.and_then(|root| match root.value {
        NodeValue::Map { .. } => Some(root),
        NodeValue::Scalar(_) | NodeValue::List { .. } => {
            if diagnostics.is_empty() {
                diagnostics.push(not_a_mapping(text, Some(&root)));
            }
            None
        }
    });
    if root.is_none() && diagnostics.is_empty() {
        diagnostics.push(not_a_mapping(text, None));
    }
    diagnostics.sort_by_key(|diagnostic| diagnostic.span);
    Read { source: Source::new(name, text), root, diagnostics }
}

fn not_a_mapping(text: &str, root: Option<&Node>) -> Diagnostic {
    let Some(root) = root else {
        return Diagnostic::error(
            Code::TB010,
            Span::default(),
            "文件里没有内容；先写 form、edition、title，可用 tianbao new 起一份",
            "the file is empty; begin with form, edition and title, or start one with tianbao new",
        );
    };
    let first_line = text.get(root.span.start..root.span.end).unwrap_or_default().lines().next();
    let span = Span::new(root.span.start, root.span.start + first_line.unwrap_or_default().len());
    Diagnostic::error(
        Code::TB010,
        span,
        "最外层应是“键: 值”的写法，如 form: gov-website-work，这里不是",
        "the outermost level must be keys with values, such as form: gov-website-work",
    )
}
