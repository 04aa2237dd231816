//! A look at the raw text before YAML: slips of the keyboard are named and mended, so that reading goes on.
//!
//! Only structural places are looked at: the beginnings of lines, keys and their colons, brackets, words that are never
//! prose, expressions. [`lines`] walks from line to line, [`indent`] knows by [`levels`] to what a line belongs; [`value`]
//! and [`flow`] look at what stands after a key; [`found`] keeps the slips with the edits that mend them.

mod chars;
mod expression;
mod flow;
mod found;
mod indent;
mod key;
mod known;
mod levels;
mod lines;
mod lost;
mod mend;
mod traps;
mod value;
mod word;

pub(crate) use mend::Mended;

use std::cell::Cell;

use crate::diagnostic::Diagnostic;
use crate::place::Span;

/// Looks through the text; gives the text to go on with, and what was wrong.
pub(crate) fn scan(text: &str) -> (Mended<'_>, Vec<Diagnostic>) {
    let mut scan = Scan {
        text,
        at: if text.starts_with('\u{FEFF}') { '\u{FEFF}'.len_utf8() } else { 0 },
        line: 1,
        levels: levels::Levels::default(),
        found: found::Found::default(),
        tabs_before: false,
        last_line: Cell::new(Span::default()),
        unbalanced_until: 0,
    };
    while scan.at < text.len() {
        scan.line();
    }
    scan.controls();
    scan.found.finish(text)
}

struct Scan<'a> {
    text: &'a str,
    /// Where the walk is: the beginning of a line.
    at: usize,
    /// Its number, from 1.
    line: usize,
    levels: levels::Levels,
    found: found::Found,
    /// Whether the last line's indentation was already told to be wrong: a run of such lines is one slip.
    tabs_before: bool,
    /// A part of a line that was measured last, up to its end: a line may be long, and asked for often.
    last_line: Cell<Span>,
    /// Up to here an expression inside `{ }` was followed whose own brackets do not close.
    unbalanced_until: usize,
}

impl Scan<'_> {
    /// Control characters where nothing else was said of them, in prose, too.
    fn controls(&mut self) {
        let controls = self.text.char_indices().filter(|(_, char)| chars::is_control(*char));
        let places: Vec<(Span, char)> =
            controls.map(|(at, char)| (Span::new(at, at + char.len_utf8()), char)).collect();
        for (place, char) in self.found.untouched(places) {
            if let Some((zh, en, _)) = chars::invisible(char) {
                self.hidden(&[(place, zh, en, "")], vec![mend::Edit { span: place, with: String::new() }]);
            }
        }
    }

    fn char(&self, at: usize) -> Option<char> {
        self.text.get(at..)?.chars().next()
    }

    fn slice(&self, span: Span) -> &str {
        self.text.get(span.start..span.end).unwrap_or_default()
    }

    /// The end of the line that a byte stands in, its line break excluded.
    fn line_end(&self, at: usize) -> usize {
        let last = self.last_line.get();
        if last.start < at && at <= last.end {
            return last.end;
        }
        let rest = self.text.get(at..).unwrap_or_default();
        let line = rest.find('\n').and_then(|end| rest.get(..end)).unwrap_or(rest);
        let end = at + line.strip_suffix('\r').unwrap_or(line).len();
        self.last_line.set(Span::new(at, end));
        end
    }

    /// The beginning of the next line.
    fn next_line(&self, at: usize) -> usize {
        self.text.get(at..).and_then(|rest| rest.find('\n')).map_or(self.text.len(), |end| at + end + 1)
    }

    /// Goes on at the beginning of a later line.
    fn go_to(&mut self, at: usize) {
        let passed = self.text.as_bytes().get(self.at..at).unwrap_or_default();
        self.line += passed.iter().filter(|byte| **byte == b'\n').count();
        self.at = at;
    }

    /// Behind the blanks of a line, visible or not.
    fn skip_blanks(&self, at: usize) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        at + rest.len() - rest.trim_start_matches(chars::is_blank).len()
    }
}
