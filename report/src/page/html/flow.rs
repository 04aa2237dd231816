//! The text of a cell or of a line as a browser shows it, and the values marked in it.

use super::element::{Look, White};
use crate::page::Mark;
use crate::page::decode::{joins, unseen};
use crate::page::marked::Marked;

/// White space and line ends that are shown only once something follows.
#[derive(Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Pending {
    #[default]
    Nothing,
    /// A line break of the source: a space, except between Chinese characters.
    Break,
    Space,
    /// The end of a block.
    Line,
}

/// Text on its way.
#[derive(Default)]
pub(super) struct Flow {
    pub(super) marked: Marked,
    pending: Pending,
}

impl Flow {
    pub(super) fn push(&mut self, text: &str, look: Look) {
        let mut chars = text.chars().peekable();
        while let Some(char) = chars.next() {
            if unseen(char) && !joins(self.marked.text.chars().next_back(), char, chars.peek().copied()) {
                continue;
            }
            match (char, look.white) {
                ('\n' | '\r', White::Collapsed) => self.pending = self.pending.max(Pending::Break),
                ('\n', White::Lines | White::Kept) => self.line_break(),
                ('\r', White::Lines | White::Kept) => {}
                (' ' | '\t', White::Collapsed | White::Lines) => {
                    // Beside a line break of the source, indentation is part of it.
                    if self.pending == Pending::Nothing {
                        self.pending = Pending::Space;
                    }
                }
                _ => self.put(look.font.shown(char)),
            }
        }
    }

    fn put(&mut self, char: char) {
        let last = self.marked.text.chars().next_back().filter(|last| *last != '\n');
        match (std::mem::take(&mut self.pending), last) {
            (Pending::Nothing, _) | (Pending::Space | Pending::Break, None) => {}
            (Pending::Break, Some(last)) if wide(last) && wide(char) => {}
            (Pending::Break | Pending::Space, Some(_)) => self.marked.text.push(' '),
            (Pending::Line, Some(_)) => self.marked.text.push('\n'),
            (Pending::Line, None) => {}
        }
        self.marked.text.push(char);
    }

    /// `<br>`.
    pub(super) fn line_break(&mut self) {
        if self.pending == Pending::Line && !self.marked.text.is_empty() && !self.marked.text.ends_with('\n')
        {
            self.marked.text.push('\n');
        }
        self.pending = Pending::Nothing;
        self.marked.text.push('\n');
    }

    /// The beginning or end of a block.
    pub(super) fn block(&mut self) {
        self.pending = Pending::Line;
    }

    /// The text so far and the values in it; those that have not ended go on.
    pub(super) fn take(&mut self) -> (String, Vec<Mark>) {
        self.pending = Pending::Nothing;
        self.marked.take()
    }
}

/// True for characters between which a line break of the source is no space.
fn wide(char: char) -> bool {
    matches!(char, '\u{2E80}'..='\u{A4CF}' | '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE4F}'
        | '\u{FF01}'..='\u{FF60}' | '\u{FFE0}'..='\u{FFE6}' | '\u{20000}'..='\u{3FFFF}' | '“' | '”' | '‘' | '’')
}
