//! What JSON text says that the value read from it no longer says: members given more than once, numbers with more digits
//! than a binary number holds.

use std::collections::HashSet;

use serde_json::Number;
use tianbao_core::pointer;

/// What would be lost if a report were written anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Loss {
    /// JSON Pointer.
    pub path: String,
    /// The number that cannot be kept as it is written; none where the member is given more than once.
    pub number: Option<String>,
}

/// All that would be lost of a text that is JSON, in its order.
#[must_use]
pub fn losses(json: &str) -> Vec<Loss> {
    let mut scan = Scan { json, at: 0, found: Vec::new() };
    scan.value("");
    scan.found
}

struct Scan<'j> {
    json: &'j str,
    at: usize,
    found: Vec<Loss>,
}

impl<'j> Scan<'j> {
    fn value(&mut self, path: &str) {
        match self.peek() {
            Some(b'{') => self.object(path),
            Some(b'[') => self.list(path),
            Some(b'"') => drop(self.string()),
            Some(_) | None => {
                let word = self.take(|byte| byte.is_ascii_alphanumeric() || b"+-.".contains(&byte));
                if word.starts_with(|first: char| first == '-' || first.is_ascii_digit()) && !survives(word) {
                    self.found.push(Loss { path: path.to_owned(), number: Some(word.to_owned()) });
                }
            }
        }
    }

    fn object(&mut self, path: &str) {
        let mut names = HashSet::new();
        self.at += 1;
        while self.peek() == Some(b'"') {
            let name = self.string();
            let here = pointer::join(path, &name);
            if !names.insert(name) {
                self.found.push(Loss { path: here.clone(), number: None });
            }
            self.after(b':');
            self.value(&here);
            self.after(b',');
        }
        self.after(b'}');
    }

    fn list(&mut self, path: &str) {
        self.at += 1;
        for index in 0.. {
            let before = self.at;
            if self.peek().is_none_or(|byte| byte == b']') {
                break;
            }
            self.value(&format!("{path}/{index}"));
            self.after(b',');
            // Only text that is no JSON stands still.
            if self.at == before {
                break;
            }
        }
        self.after(b']');
    }

    fn string(&mut self) -> String {
        let start = self.at;
        self.at += 1;
        let mut escaped = false;
        self.take(|byte| {
            let ends = byte == b'"' && !escaped;
            escaped = byte == b'\\' && !escaped;
            !ends
        });
        self.after(b'"');
        self.json.get(start..self.at).and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
    }

    fn peek(&mut self) -> Option<u8> {
        self.take(|byte| byte.is_ascii_whitespace());
        self.json.as_bytes().get(self.at).copied()
    }

    fn after(&mut self, mark: u8) {
        self.at += usize::from(self.peek() == Some(mark));
    }

    fn take(&mut self, mut wanted: impl FnMut(u8) -> bool) -> &'j str {
        let rest = self.json.get(self.at..).unwrap_or_default();
        let length = rest.bytes().position(|byte| !wanted(byte)).unwrap_or(rest.len());
        self.at += length;
        rest.get(..length).unwrap_or_default()
    }
}

/// Whether a number is written again as the same decimal, in whatever form.
fn survives(number: &str) -> bool {
    serde_json::from_str::<Number>(number).is_ok_and(|read| decimal(&read.to_string()) == decimal(number))
}

/// The digits without zeros around, and the power of ten of the last one.
fn decimal(number: &str) -> (String, i64) {
    let (mantissa, power) = number.split_once(['e', 'E']).unwrap_or((number, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let all = format!("{}{fraction}", whole.trim_start_matches('-'));
    let digits = all.trim_end_matches('0');
    let last = (all.len() - digits.len()) as i64 - fraction.len() as i64;
    let digits = digits.trim_start_matches('0');
    let power = power.parse::<i64>().unwrap_or(i64::MIN).saturating_add(last);
    (digits.to_owned(), if digits.is_empty() { 0 } else { power })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(json: &str) -> Vec<(String, bool)> {
        losses(json).into_iter().map(|loss| (loss.path, loss.number.is_some())).collect()
    }

    #[test]
    fn members_given_twice_are_found() {
        let json = r#"{"s": {"a": 1, "\u0061": 2, "b\"": [{}, {"c/": 1, "c/": {"d": "}"}}]}, "s": {"a": 1}}"#;
        let twice = ["/s/a", "/s/b\"/1/c~1", "/s"].map(|path| (path.to_owned(), false));
        assert_eq!(found(json), twice);
    }

    #[test]
    fn numbers_that_a_value_rounds_are_found() {
        assert_eq!(
            found("[0, -0, -0.0, 1.50, 1e2, 1E+2, 0.1, 18446744073709551615, -3, 1.234e-5, 100000]"),
            []
        );
        for number in [
            "0.10000000000000000000001",
            "123456789012345678901234567890",
            "1e-400",
            "-0.30000000000000000001",
        ] {
            assert_eq!(found(&format!("{{\"n\": {number}}}")), [("/n".to_owned(), true)], "{number}");
        }
    }

    #[test]
    fn what_is_no_json_comes_to_an_end() {
        for json in ["", "[", "[}", "{\"", "{\"a\"", "[?", "{\"a\\", "[\"年", "é"] {
            assert_eq!(found(json), [], "{json}");
        }
    }
}
