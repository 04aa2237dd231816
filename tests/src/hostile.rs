//! Texts that no program should write: what a judge must survive, and say what is wrong.

use serde_json::Value;
use tianbao_schema::Form;

use crate::json::Json;
use crate::mutate::mutated;
use crate::random::Random;

/// A report's text with something that no program should write: cut off, garbled, nested, with odd bytes in front.
#[must_use]
pub fn hostile(form: &Form, random: &mut Random) -> Vec<u8> {
    let mut report = mutated(form, random);
    if random.once_in(2) {
        let odd = random.pick(&ODD).to_string();
        put_anywhere(form, &mut report, random, Json::raw(odd));
        return report.print().into_bytes();
    }
    let mut text = report.print().into_bytes();
    match random.below(7) {
        0 => text.truncate(random.below(text.len())),
        1 => {
            let at = random.below(text.len());
            text[at] = random.next() as u8;
        }
        2 => drop(text.splice(0..0, "\u{feff}".bytes())),
        3 => text.extend_from_slice(random.pick(&["}", " 1", "\0", "//", "\n\n \t"]).as_bytes()),
        4 => {
            let at = random.below(text.len());
            text.insert(at, *random.pick(b"{}[],:\"\\0 \x01\xff"));
        }
        5 => {
            text = random
                .pick(&["", " ", "null", "[]", "\"\"", "1", "true", "{}", "[{}]", "{,}"])
                .as_bytes()
                .to_vec()
        }
        _ => {
            let depth = [100, 126, 127, 128, 129, 10_000][random.below(6)];
            let deep = format!("{}{}", "[".repeat(depth), "]".repeat(depth));
            put_anywhere(form, &mut report, random, Json::raw(deep));
            text = report.print().into_bytes();
        }
    }
    text
}

/// Pieces of text that a lenient reader lets pass.
const ODD: [&str; 18] = [
    "1e400",
    "-1e400",
    "1e-400",
    "NaN",
    "Infinity",
    "\"\\ud800\"",
    "\"\\udc00\\ud800\"",
    "\"\\ud83d\\ude00\"",
    "\"\\u0000\"",
    "01",
    "+1",
    "1.",
    "0x1F",
    "'a'",
    "\"a\tb\"",
    "99999999999999999999999999",
    "[1,]",
    "{\"a\":1,\"a\":2}",
];

fn put_anywhere(form: &Form, report: &mut Json, random: &mut Random, value: Json) {
    match random.below(3) {
        0 => report.set("local", Json::Object(vec![("addition".to_owned(), value)])),
        1 => report.set("unheard_of", value),
        _ => {
            let member = random.pick(&form.members);
            if let Some(place) = report.at(member.path.split('.')) {
                *place = value;
            }
        }
    }
}

/// The value of a text as a plain program reads it, or none where a plain program would not read it at all.
#[must_use]
pub fn parsed(text: &[u8]) -> Option<Value> {
    serde_json::from_slice(text).ok()
}
