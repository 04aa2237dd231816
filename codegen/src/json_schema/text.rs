//! Patterns for what every text must be (design section 5), such that every regular-expression engine reads them alike.

use serde_json::{Value, json};
use tianbao_schema::form::Lines;

/// A web address, with or without its scheme.
pub const URL: &str =
    "^(?:(https?://)?[0-9A-Za-z一-鿿-]+(\\.[0-9A-Za-z一-鿿-]+)+(:[0-9]{1,5})?([/?#][^ ]*)?)$";

/// The shape of a day; `format` tells whether there is such a day.
pub const DATE: &str = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

/// Control characters (Unicode Cc), line and paragraph separators.
const CONTROL: &str = "\u{0}-\u{1f}\u{7f}-\u{9f}\u{2028}\u{2029}";
/// The same without the line feed.
const CONTROL_BUT_LINES: &str = "\u{0}-\u{9}\u{b}-\u{1f}\u{7f}-\u{9f}\u{2028}\u{2029}";
/// White space (Unicode White_Space).
const WHITE: &str =
    "\u{9}-\u{d} \u{85}\u{a0}\u{1680}\u{2000}-\u{200a}\u{2028}\u{2029}\u{202f}\u{205f}\u{3000}";

/// The schema of what a text must *not* be: with control characters or line breaks, with white space at its ends, or
/// the form's word for absent.
///
/// A negation, since `$` also matches before a last line feed in some engines, so that `^…$` alone would let it pass.
pub(super) fn refused(lines: Lines, absent: Option<&str>) -> Value {
    let control = match lines {
        Lines::One => CONTROL,
        Lines::Many => CONTROL_BUT_LINES,
    };
    let mut pattern = format!("[{control}]|^[{WHITE}]|[{WHITE}]$");
    if let Some(word) = absent {
        pattern.push_str(&format!("|^{}$", escape(word)));
    }
    json!({ "type": "string", "pattern": pattern })
}

/// A literal text as a pattern.
pub(super) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        if "^$\\.*+?()[]{}|/".contains(character) {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}
