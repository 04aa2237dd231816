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
    let mut scanner = Scanner { text, bytes: text.as_bytes(), at: 0, null_seen: false };
    scanner.space();
    scanner.expect(b'{')?;
    scanner.members(intake, None, 1)?;
    scanner.space();
    (scanner.at == text.len()).then_some(())
}

/// This byte eight times.
const fn every(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// How many bytes of a word, its lowest first, come before one at which a text ends, or is not plain.
#[inline]
fn plain(word: u64) -> usize {
    // Each marks the highest bit of the bytes sought, and of none before the first of them.
    let zeros = |word: u64| word.wrapping_sub(every(1)) & !word & every(0x80);
    let controls = word.wrapping_sub(every(0x20)) & !word & every(0x80);
    let stops = zeros(word ^ every(b'"')) | zeros(word ^ every(b'\\')) | controls;
    stops.trailing_zeros() as usize / 8
}

struct Scanner<'a> {
    text: &'a str,
    bytes: &'a [u8],
    at: usize,
    null_seen: bool,
}

impl<'a> Scanner<'a> {
    #[inline]
    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Eight bytes from here on; none at the end of the text.
    #[inline]
    fn word(&self) -> Option<u64> {
        self.bytes.get(self.at..)?.first_chunk().map(|chunk| u64::from_le_bytes(*chunk))
    }

    #[inline]
    fn space(&mut self) {
        while let Some(space @ (b' ' | b'\n' | b'\r' | b'\t')) = self.peek() {
            self.at += 1;
            if space == b'\n' {
                self.indentation();
            }
        }
    }

    /// Spaces at the start of a line, eight at once.
    #[inline]
    fn indentation(&mut self) {
        while let Some(word) = self.word() {
            let spaces = (word ^ every(b' ')).trailing_zeros() as usize / 8;
            self.at += spaces;
            if spaces < 8 {
                break;
            }
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
        let mut in_order = true;
        let mut more = !self.empty(b'}');
        while more {
            self.expect(b'"')?;
            if expected < end && self.is_name(form.members[expected].name) {
                self.colon()?;
                self.own(intake, expected, depth)?;
                expected = form.end(expected);
            } else {
                in_order = false;
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
        // Where all members come in the form's order and none is null, none is absent.
        if !in_order || self.null_seen || expected < end {
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
        while let Some(word) = self.word() {
            let length = plain(word);
            self.at += length;
            if length < 8 {
                break;
            }
        }
        while !matches!(self.peek()?, b'"' | b'\\' | ..0x20) {
            self.at += 1;
        }
        let end = self.at;
        self.expect(b'"')?;
        self.text.get(start..end)
    }

    /// The value of one of the form's own members.
    #[inline]
    fn own(&mut self, intake: &mut Intake<'a, '_>, member: usize, depth: usize) -> Option<()> {
        if !matches!(intake.slots[member], Slot::Unseen) {
            self.skip(depth)?;
            intake.find_duplicate(member);
            return Some(());
        }
        match self.peek()? {
            b'"' => {
                self.at += 1;
                let text = self.string()?;
                intake.text(member, Cow::Borrowed(text));
            }
            b'-' | b'0'..=b'9' => {
                let number = self.number()?;
                intake.numeric(member, number);
            }
            b't' => {
                self.literal(b"true")?;
                intake.flag(member, true);
            }
            b'f' => {
                self.literal(b"false")?;
                intake.flag(member, false);
            }
            b'n' => {
                self.literal(b"null")?;
                intake.slots[member] = Slot::Null;
                self.null_seen = true;
            }
            b'{' if is_group(intake.form, member) => {
                if depth == DEEPEST {
                    return None;
                }
                self.at += 1;
                intake.begin(member);
                self.members(intake, Some(member), depth + 1)?;
            }
            b'[' if matches!(intake.form.members[member].kind, Kind::Choices(_)) => {
                self.at += 1;
                self.choices(intake, member)?;
            }
            open @ (b'{' | b'[') => {
                self.skip(depth)?;
                intake.wrong_type(member, if open == b'{' { &Found::Object } else { &Found::List });
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
            self.skip(depth)?;
            intake.find_reserved_duplicate(index);
            return Some(());
        }
        match (index, self.peek()?) {
            (_, b'n') => self.literal(b"null"),
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
            (2 | 3, b'-' | b'0'..=b'9') => {
                let number = self.number()?;
                intake.reserved_number(index, number);
                Some(())
            }
            (4, b'{') => {
                self.at += 1;
                self.explanations(intake)
            }
            (5, b'{') if !intake.keeps_local => self.skip(depth),
            _ => None,
        }
    }

    fn explanations(&mut self, intake: &mut Intake<'a, '_>) -> Option<()> {
        let mut more = !self.empty(b'}');
        while more {
            self.expect(b'"')?;
            let rule = self.string()?;
            self.colon()?;
            self.expect(b'"')?;
            let text = self.string()?;
            if intake.about.explanations.contains_key(rule) {
                return None;
            }
            intake.explanation(Cow::Borrowed(rule), Cow::Borrowed(text));
            more = self.more(b'}')?;
        }
        Some(())
    }

    #[inline]
    fn literal(&mut self, word: &[u8]) -> Option<()> {
        let end = self.at + word.len();
        (self.bytes.get(self.at..end)? == word).then(|| self.at = end)
    }

    /// A number without exponent.
    #[inline]
    fn number(&mut self) -> Option<Numeric> {
        if self.expect(b'-').is_none() {
            return self.unsigned();
        }
        match self.unsigned()? {
            // The parser says what `-0` is.
            Numeric::Unsigned(0) | Numeric::Signed(_) => None,
            Numeric::Unsigned(whole) => i64::try_from(whole).ok().map(|whole| Numeric::Signed(-whole)),
            Numeric::Float(number) => Some(Numeric::Float(-number)),
        }
    }

    /// A number without sign and exponent.
    #[inline]
    fn unsigned(&mut self) -> Option<Numeric> {
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
            b'-' | b'0'..=b'9' => self.number().map(drop),
            b't' => self.literal(b"true"),
            b'f' => self.literal(b"false"),
            b'n' => self.literal(b"null"),
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
