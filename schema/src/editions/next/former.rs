//! What a spec says of the edition before its own, and of its own past.

use crate::editions::written::{lines, without_key};
use crate::node::{Node, NodeValue};
use crate::place::Span;

/// What speaks of the edition before: former names, and the revisions of an edition that is over with what they did.
/// A rule that was withdrawn is not carried over.
pub(super) fn former(text: &str, node: &Node, top: bool, found: &mut impl FnMut(usize, Span, String)) {
    match &node.value {
        NodeValue::Scalar(_) => {}
        NodeValue::List { items, .. } => {
            for item in items {
                match item.get("withdrawn") {
                    Some(_) => {
                        let id = item
                            .get("id")
                            .and_then(|id| text.get(id.span.start..id.span.end))
                            .unwrap_or_default();
                        let said = format!("规则 {id} 已经停用，没有抄");
                        found(item.span.start, with_blank_line(text, lines(text, item.span)), said);
                    }
                    None => former(text, item, false, found),
                }
            }
        }
        NodeValue::Map { entries, .. } => {
            for (at, entry) in entries.iter().enumerate() {
                let key = entry.key.text.as_str();
                let gone = if top {
                    matches!(key, "revision" | "revisions")
                } else {
                    matches!(key, "was" | "changed")
                };
                match without_key(text, node, at).filter(|_| gone) {
                    Some(cut) => {
                        let value = match &entry.value.value {
                            NodeValue::Scalar(scalar) => format!(": {}", scalar.text),
                            NodeValue::List { .. } | NodeValue::Map { .. } => String::new(),
                        };
                        found(entry.key.span.start, cut, format!("{key}{value} 删去，说的是上一版"));
                    }
                    // In these, keys are paths and names of the form.
                    None if matches!(key, "sample" | "holds" | "fails" | "patterns" | "layout") => {}
                    None => former(text, &entry.value, false, found),
                }
            }
        }
    }
}

/// Lines with the empty one after them.
fn with_blank_line(text: &str, span: Span) -> Span {
    let next = lines(text, Span::new(span.end, span.end));
    let blank = text.get(next.start..next.end).is_some_and(|line| line.trim().is_empty());
    if blank { Span::new(span.start, next.end) } else { span }
}
