//! A pattern as a small dense automaton over bytes, made when the code is generated.

/// The automaton. State 0 is dead; states from `accepting` on accept.
#[derive(Debug)]
pub struct Dfa {
    /// The class of each byte: see [`classes`].
    pub classes: [u8; 256],
    /// Number of classes: the width of a row of `next`.
    pub width: usize,
    /// The next state, by state and class.
    pub next: &'static [u16],
    /// Where it begins.
    pub start: u16,
    /// The first accepting state.
    pub accepting: u16,
    /// True where any part of the text may match, false for the whole text.
    pub part: bool,
}

impl Dfa {
    /// Whether the text, or a part of it, matches.
    #[must_use]
    pub fn matches(&self, text: &str) -> bool {
        let mut state = self.start;
        for byte in text.bytes() {
            if self.part && state >= self.accepting {
                return true;
            }
            let row = usize::from(state) * self.width;
            state = self.next.get(row + usize::from(self.classes[usize::from(byte)])).copied().unwrap_or(0);
            if state == 0 {
                return false;
            }
        }
        state >= self.accepting
    }
}

/// The class of each byte, from the bytes at which a class begins (the first is byte 0).
#[must_use]
pub const fn classes(starts: &[(u8, u8)]) -> [u8; 256] {
    let mut classes = [0; 256];
    let mut at = 0;
    while at < starts.len() {
        let mut byte = starts[at].0 as usize;
        while byte < 256 {
            classes[byte] = starts[at].1;
            byte += 1;
        }
        at += 1;
    }
    classes
}
