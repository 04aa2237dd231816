//! Places for values in braces of a Chinese keyboard, which would be printed as they stand.

use std::ops::Range;

use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::node::{Scalar, Style};

/// The text with ASCII braces around what is the path of a field; that these were meant is said in `out`.
pub(crate) fn in_ascii(
    scalar: &Scalar,
    is_field: impl Fn(&str) -> bool,
    out: &mut Vec<Diagnostic>,
) -> Scalar {
    let places = places(&scalar.text, is_field);
    if places.is_empty() {
        return scalar.clone();
    }
    let mut mended = Scalar { text: String::new(), offsets: Vec::new(), ..scalar.clone() };
    let mut push = |text: &str, from: Range<usize>| {
        mended.text.push_str(text);
        let same = text.len() == from.len();
        mended.offsets.extend((0..text.len()).map(|byte| match same {
            true => scalar.place(from.start + byte, from.start + byte + 1),
            false => scalar.place(from.start, from.end),
        }));
    };
    let mut done = 0;
    for range in places {
        let written = &scalar.text[range.clone()];
        let right = narrow(written);
        push(&scalar.text[done..range.start], done..range.start);
        push(&right, range.clone());
        done = range.end;
        let place = scalar.place(range.start, range.end);
        let zh = format!("花括号要用英文的，写 {right}；写成“{written}”会照样印出来");
        let diagnostic =
            Diagnostic::error(Code::TB003, place, zh, format!("write `{right}` with ASCII braces"));
        // A bare value cannot begin with a brace.
        out.push(match (scalar.style, range.start) {
            (Style::Plain, 0) => {
                let rest = scalar.text[range.end..].replace('\'', "''");
                diagnostic.suggest(scalar.span, format!("'{right}{rest}'"))
            }
            (Style::Plain | Style::Quoted | Style::Block, _) => diagnostic.suggest(place, right),
        });
    }
    push(&scalar.text[done..], done..scalar.text.len());
    mended
}

/// Where a field stands in braces of which one, at least, is full-width.
fn places(text: &str, is_field: impl Fn(&str) -> bool) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = text.get(at..).and_then(|rest| rest.find(['{', '｛'])).map(|open| at + open) {
        let rest = &text[open..];
        at = open + rest.chars().next().map_or(1, char::len_utf8);
        let Some((close, sign)) = rest.char_indices().find(|(_, char)| matches!(char, '}' | '｝')) else {
            break;
        };
        let range = open..open + close + sign.len_utf8();
        let inside = text[at..open + close].trim();
        let path = inside.strip_suffix(":unit").or_else(|| inside.strip_suffix("：unit")).unwrap_or(inside);
        if !(rest.starts_with('{') && sign == '}') && is_field(path) {
            at = range.end;
            found.push(range);
        }
    }
    found
}

fn narrow(place: &str) -> String {
    let inside = place.trim_matches(['{', '｛', '}', '｝']).trim().replace('：', ":");
    format!("{{{inside}}}")
}
