//! The quick way through a report as programs write them: no escapes, no exponents, nothing strange.
//!
//! It never decides that a text is *not* JSON, and takes no text that `serde_json` would refuse: at the first thing it does
//! not know it gives up, and [`super::read`] reads the text from the beginning. Members that are expected next are
//! recognised by comparing bytes, without looking for the end of their names.

use std::borrow::Cow;

use super::intake::List;
use super::number::Numeric;
use super::{Form, Intake, Kind, Slot};
use crate::message::Found;
use crate::reserved;

/// Deeper texts are left to the parser, which has a limit of its own.
const DEEPEST: usize = 64;

/// Longer whole numbers are left to the parser.
const MOST_DIGITS: usize = 18;

/// Reads a report; none where it gives up, and the intake is then to be reset.
pub(super) fn scan<'a>(intake: &mut Intake<'a, '_>, text: &'a str) -> Option<()> {
    let mut scanner = Scanner { text, bytes: text.as_bytes(), at: 0 };
    scanner.space();
    scanner.expect(b'{')?;
    scanner.members(intake, None, 1)?;
    scanner.space();
    (scanner.at == text.len()).then_some(())
}

/// Bytes at which a text ends, or is not plain.
const STOPS: [bool; 256] = {
    let mut stops = [false; 256];
    let mut byte = 0;
    while byte < 0x20 {
        stops[byte] = true;
        byte += 1;
    }
    stops[b'"' as usize] = true;
    stops[b'\\' as usize] = true;
    stops
};

struct Scanner<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Scanner<'a> {
    #[inline]
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    #[inline]
    fn space(&mut self) {
        while let Some(b' ' | b'\n' | b'\r' | b'\t') = self.peek() {
            self.at += 1;
        }
    }

    #[inline]
    fn expect(&mut self, byte: u8) -> Option<()> {
        (self.peek()? == byte).then(|| self.at += 1)
    }

    /// After a member or item: true where another one follows, false where `close` ends them.
    #[inline]
    fn more(&mut self, close: u8) -> Option<bool> {
        self.space();
        let found = self.peek()?;
        self.at += 1;
        match found {
            b',' => {
                self.space();
                Some(true)
            }
            found if found == close => Some(false),
            _ => None,
        }
    }

    /// True where an object or list ends at once.
    #[inline]
    fn empty(&mut self, close: u8) -> bool {
        self.space();
        self.expect(close).is_some()
    }

    /// The members of an object whose brace is behind us.
    fn members(&mut self, intake: &mut Intake<'a, '_>, group: Option<usize>, depth: usize) -> Option<()> {
        let form = intake.form;
        let (mut expected, end) = form.range(group);
        let mut unknown = Vec::new();
        // While all members come in the form's order and none is null, none is absent.
        let mut complete = true;
        let mut more = !self.empty(b'}');
        while more {
            self.expect(b'"')?;
            if expected < end && self.is_name(form.members[expected].name) {
                self.colon()?;
                self.own(intake, expected, depth)?;
                complete &= !intake.slots[expected].is_absent();
                expected = form.end(expected);
            } else {
                complete = false;
                let name = self.string()?;
                self.colon()?;
                let reserved = reserved::NAMES.iter().position(|known| *known == name && group.is_none());
                if let Some(index) = reserved {
                    self.reserved(intake, index, depth)?;
                } else if let Some(member) = form.find(group, name) {
                    self.own(intake, member, depth)?;
                    expected = form.end(member);
                } else {
                    self.skip(depth)?;
                    unknown.push(Cow::Borrowed(name));
                }
            }
            more = self.more(b'}')?;
        }
        if !unknown.is_empty() {
            intake.find_unknown(group, unknown);
        }
        if !complete || expected < end {
            intake.close(group);
        }
        Some(())
    }

    /// Whether this very name, and its closing quote, come next; if so they are behind us.
    #[inline]
    fn is_name(&mut self, name: &str) -> bool {
        let end = self.at + name.len();
        let is_name =
            self.bytes.get(self.at..end) == Some(name.as_bytes()) && self.bytes.get(end) == Some(&b'"');
        if is_name {
            self.at = end + 1;
        }
        is_name
    }

    #[inline]
    fn colon(&mut self) -> Option<()> {
        self.space();
        self.expect(b':')?;
        self.space();
        Some(())
    }

    /// The rest of a text whose first quote is behind us.
    #[inline]
    fn string(&mut self) -> Option<&'a str> {
        let start = self.at;
        let length = self.bytes.get(start..)?.iter().position(|byte| STOPS[usize::from(*byte)])?;
        let end = start + length;
        self.at = end + 1;
        if self.bytes.get(end) == Some(&b'"') { self.text.get(start..end) } else { None }
    }

    /// The value of one of the form's own members; it may not have been seen before.
    #[inline]
    fn own(&mut self, intake: &mut Intake<'a, '_>, member: usize, depth: usize) -> Option<()> {
        if !matches!(intake.slots[member], Slot::Unseen) {
            return None;
        }
        match self.peek()? {
            b'"' => {
                self.at += 1;
                let text = self.string()?;
                intake.text(member, Cow::Borrowed(text));
            }
            b'0'..=b'9' => {
                let number = self.number()?;
                intake.numeric(member, number);
            }
            b't' => {
                self.word(b"true")?;
                intake.flag(member, true);
            }
            b'f' => {
                self.word(b"false")?;
                intake.flag(member, false);
            }
            b'n' => {
                self.word(b"null")?;
                intake.slots[member] = Slot::Null;
            }
            b'{' if is_group(intake.form, member) && depth < DEEPEST => {
                self.at += 1;
                intake.begin(member);
                self.members(intake, Some(member), depth + 1)?;
            }
            b'[' if matches!(intake.form.members[member].kind, Kind::Choices(_)) => {
                self.at += 1;
                self.choices(intake, member)?;
            }
            _ => return None,
        }
        Some(())
    }

    fn choices(&mut self, intake: &mut Intake<'a, '_>, member: usize) -> Option<()> {
        let mut list = List::default();
        let mut more = !self.empty(b']');
        while more {
            self.expect(b'"')?;
            let item = self.string()?;
            intake.item(member, &mut list, &Found::Text(item));
            more = self.more(b']')?;
        }
        intake.close_list(member, list);
        Some(())
    }

    fn reserved(&mut self, intake: &mut Intake<'a, '_>, index: usize, depth: usize) -> Option<()> {
        if !intake.about.see(index) {
            return None;
        }
        match (index, self.peek()?) {
            (_, b'n') => self.word(b"null"),
            (0, b'"') => {
                self.at += 1;
                intake.about.schema = Some(Cow::Borrowed(self.string()?));
                Some(())
            }
            (1, b'"') => {
                self.at += 1;
                let id = self.string()?;
                intake.form_id(Cow::Borrowed(id));
                Some(())
            }
            (2 | 3, b'0'..=b'9') => {
                let number = self.number()?;
                intake.reserved_number(index, number);
                Some(())
            }
            (5, b'{') if !intake.keeps_local => self.skip(depth),
            _ => None,
        }
    }

    #[inline]
    fn word(&mut self, word: &[u8]) -> Option<()> {
        let end = self.at + word.len();
        (self.bytes.get(self.at..end)? == word).then(|| self.at = end)
    }

    /// A number without sign and exponent.
    #[inline]
    fn number(&mut self) -> Option<Numeric> {
        let start = self.at;
        let mut whole = 0_u64;
        while let Some(digit @ b'0'..=b'9') = self.peek() {
            if self.at - start == MOST_DIGITS {
                return None;
            }
            whole = whole * 10 + u64::from(digit - b'0');
            self.at += 1;
        }
        let digits = self.at - start;
        if digits == 0 || (digits > 1 && self.bytes[start] == b'0') {
            return None;
        }
        match self.peek() {
            Some(b'.') => self.fraction(start),
            Some(b'e' | b'E') => None,
            Some(_) | None => Some(Numeric::Unsigned(whole)),
        }
    }

    fn fraction(&mut self, start: usize) -> Option<Numeric> {
        self.at += 1;
        let first = self.at;
        while let Some(b'0'..=b'9') = self.peek() {
            self.at += 1;
        }
        if self.at == first || matches!(self.peek(), Some(b'e' | b'E')) {
            return None;
        }
        self.text.get(start..self.at)?.parse().ok().map(Numeric::Float)
    }

    /// A value that nobody looks at.
    fn skip(&mut self, depth: usize) -> Option<()> {
        if depth >= DEEPEST {
            return None;
        }
        match self.peek()? {
            b'"' => {
                self.at += 1;
                self.string().map(drop)
            }
            b'0'..=b'9' => self.number().map(drop),
            b't' => self.word(b"true"),
            b'f' => self.word(b"false"),
            b'n' => self.word(b"null"),
            b'[' => {
                self.at += 1;
                let mut more = !self.empty(b']');
                while more {
                    self.skip(depth + 1)?;
                    more = self.more(b']')?;
                }
                Some(())
            }
            b'{' => {
                self.at += 1;
                let mut more = !self.empty(b'}');
                while more {
                    self.expect(b'"')?;
                    self.string()?;
                    self.colon()?;
                    self.skip(depth + 1)?;
                    more = self.more(b'}')?;
                }
                Some(())
            }
            _ => None,
        }
    }
}

fn is_group(form: &Form, member: usize) -> bool {
    matches!(form.members[member].kind, Kind::Group { .. })
}
