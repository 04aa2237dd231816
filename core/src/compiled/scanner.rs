//! The pieces of JSON text as programs write them; none at the first thing that is not one.

use super::form::Name;
use super::number::Numeric;

/// Deeper texts are left to the parser, which has a limit of its own.
pub(super) const DEEPEST: usize = 64;

/// Longer whole numbers are left to the parser.
const MOST_DIGITS: usize = 18;

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

pub(super) struct Scanner<'a> {
    pub(super) text: &'a str,
    pub(super) bytes: &'a [u8],
    pub(super) at: usize,
    pub(super) null_seen: bool,
}

impl<'a> Scanner<'a> {
    #[inline]
    pub(super) fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    /// Eight bytes from here on; none at the end of the text.
    #[inline]
    fn word(&self) -> Option<u64> {
        self.bytes.get(self.at..)?.first_chunk().map(|chunk| u64::from_le_bytes(*chunk))
    }

    #[inline]
    pub(super) fn space(&mut self) {
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
    pub(super) fn expect(&mut self, byte: u8) -> Option<()> {
        (self.peek()? == byte).then(|| self.at += 1)
    }

    /// After a member or item: true where another one follows, false where `close` ends them.
    #[inline]
    pub(super) fn more(&mut self, close: u8) -> Option<bool> {
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
    pub(super) fn empty(&mut self, close: u8) -> bool {
        self.space();
        self.expect(close).is_some()
    }

    /// Whether this very name, and its closing quote, come next; if so they are behind us.
    #[inline]
    pub(super) fn is_name(&mut self, name: &Name) -> bool {
        let is_name = self.bytes.get(self.at..).is_some_and(|bytes| name.is_first(bytes));
        if is_name {
            self.at += name.text.len() + 1;
        }
        is_name
    }

    #[inline]
    pub(super) fn colon(&mut self) -> Option<()> {
        self.space();
        self.expect(b':')?;
        self.space();
        Some(())
    }

    /// The rest of a text whose first quote is behind us.
    #[inline]
    pub(super) fn string(&mut self) -> Option<&'a str> {
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

    #[inline]
    pub(super) fn literal(&mut self, word: &[u8]) -> Option<()> {
        let end = self.at + word.len();
        (self.bytes.get(self.at..end)? == word).then(|| self.at = end)
    }

    /// A number without exponent.
    #[inline]
    pub(super) fn number(&mut self) -> Option<Numeric> {
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
    pub(super) fn skip(&mut self, depth: usize) -> Option<()> {
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
