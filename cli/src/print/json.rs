//! JSON output (design section 8).

use serde::Serialize;
use serde_json::Value;

/// The items of several lists as one.
pub(crate) fn list(lists: impl Iterator<Item = Value>) -> String {
    let items: Vec<Value> = lists
        .flat_map(|list| match list {
            Value::Array(items) => items,
            Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) | Value::Object(_) => {
                vec![list]
            }
        })
        .collect();
    pretty(&items)
}

/// JSON text with a line end.
pub(crate) fn pretty(value: &impl Serialize) -> String {
    // Writing to memory fails only for map keys that are no text; ours are.
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}
