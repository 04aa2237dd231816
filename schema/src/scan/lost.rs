//! Signs that were forgotten at the beginning of a line: the colon of a key, the dash of an item.

use super::Scan;
use super::chars::{ascii, is_blank, is_key_char};
use super::key::Key;
use super::known::{is_known, knows};
use super::levels::{Fit, Kind};
use super::lines::{Shape, Start};
use super::mend::Edit;
use super::value::Content;
use crate::codes::Code;
use crate::place::Span;

impl Scan<'_> {
    /// A key without its colon at the beginning of a line.
    pub(super) fn key_without_colon(&self, start: &Start) -> Option<Key> {
        let key = self.without_colon(start.content, start.end, start.raw)?;
        let fit = self.levels.fit(start.raw, Kind::Map);
        let is_text = Content::of(self.levels.key()) != Content::Open;
        let has_value = start.content + key.value < self.text_end(start);
        let is_key = match fit {
            Fit::Level(at) => {
                let is_plain = has_value && key.colon == key.after;
                knows(self.levels.parent_key(at), &key.name).map_or(has_value, |known| known || is_plain)
            }
            Fit::Child => !is_text && knows(self.levels.key(), &key.name) == Some(true),
            Fit::Nowhere => is_known(&key.name),
        };
        is_key.then_some(key)
    }

    /// A key without its colon at the beginning of an item.
    pub(super) fn item_without_colon(&self, at: usize, end: usize, column: usize) -> Option<Key> {
        let key = self.without_colon(at, end, column)?;
        (knows(self.levels.key(), &key.name) == Some(true)).then_some(key)
    }

    /// A word where a key may stand, with its value or with a block below it; `=` or `;` for the colon, or nothing.
    pub(super) fn without_colon(&self, at: usize, end: usize, column: usize) -> Option<Key> {
        let line = self.text.get(at..end)?;
        let line = line.find(" #").and_then(|end| line.get(..end)).unwrap_or(line).trim_end_matches(is_blank);
        let length = line.find(|char| !is_key_char(char)).unwrap_or(line.len());
        let name: String = line.get(..length)?.chars().map(|char| ascii(char).unwrap_or(char)).collect();
        let behind = line.get(length..)?;
        if !name.starts_with(|char: char| char.is_ascii_alphabetic())
            || behind.contains(": ")
            || behind.ends_with(':')
        {
            return None;
        }
        let sign = length + behind.len() - behind.trim_start_matches(is_blank).len();
        let mut rest = line.get(sign..)?.chars();
        match rest.next() {
            None => {
                let below = self.start_of_content(self.next_line(end));
                let is_block = below.raw > column || (below.raw == column && below.shape == Shape::Dash);
                let value = self.skip_blanks(at + length).min(end) - at;
                is_block.then_some(Key { name, length, colon: length, after: length, value })
            }
            Some(other @ ('=' | '＝' | ';' | '；')) if !rest.as_str().starts_with(['=', '＝']) => {
                let after = sign + other.len_utf8();
                let value = self.skip_blanks(at + after).min(end) - at;
                Some(Key { name, length, colon: sign, after, value })
            }
            Some(_) if sign > length => Some(Key { name, length, colon: length, after: length, value: sign }),
            Some(_) => None,
        }
    }

    /// The next line that says something.
    pub(super) fn start_of_content(&self, line: usize) -> Start {
        let mut start = self.start(line);
        while start.end < self.text.len()
            && (start.content == start.end || self.char(start.content) == Some('#'))
        {
            start = self.start(self.next_line(start.end));
        }
        start
    }

    /// Says that a key has no colon.
    pub(super) fn colon_lost(&mut self, key: &Key, at: usize, end: usize) {
        let place = Span::new(at, at + key.length);
        let written = self.slice(place).to_owned();
        let sign = self.slice(Span::new(at + key.colon, at + key.after)).to_owned();
        if sign.is_empty() {
            let edit = Edit { span: Span::new(place.end, place.end), with: ":".to_owned() };
            let message = (format!("“{written}”后面少了冒号"), format!("“{written}” wants a colon after it"));
            self.found.slip(Code::TB007, place, message, vec![edit]);
            return;
        }
        let value = (at + key.value).min(end);
        let edit = Edit { span: Span::new(place.end, value), with: ": ".to_owned() };
        let message = (
            format!("“{written}”后面要写英文冒号，不是“{sign}”"),
            format!("“{written}” wants a colon after it, not “{sign}”"),
        );
        self.found.slip(Code::TB007, Span::new(at, at + key.after), message, vec![edit]);
    }

    /// The list whose next item begins at a line that has no dash.
    fn list_without_dash(&self, start: &Start, key: &str) -> Option<usize> {
        let at = match self.levels.fit(start.raw, Kind::Map) {
            Fit::Level(at) => at,
            Fit::Nowhere => {
                let list = self.levels.list_at(start.raw)?;
                let parent = self.levels.parent_key(list);
                // What the last item has not given yet may belong to that.
                let is_given = self.levels.get(list + 1).is_some_and(|item| item.keys.contains(key));
                let begins = parent == "instruction" || is_given;
                return (begins && knows(parent, key) == Some(true)).then_some(list);
            }
            Fit::Child => return None,
        };
        let list = at.checked_sub(1)?;
        let level = self
            .levels
            .get(at)
            .filter(|_| self.levels.get(list).is_some_and(|list| list.kind == Kind::List))?;
        let is_part = self.levels.parent_key(at) == "instruction" && knows("instruction", key) == Some(true);
        let begins_anew = || {
            let next = self.start_of_content(self.next_line(start.end));
            let next_key = Key::read(self.text.get(next.content..next.end).unwrap_or_default());
            next.raw == start.raw && next_key.is_some_and(|next| level.keys.contains(&next.name))
        };
        (is_part || level.first_key == key && begins_anew()).then_some(list)
    }

    /// An item whose dash was forgotten: the same keys begin anew. True where the line was read as one.
    pub(super) fn dash_lost(&mut self, start: &Start) -> bool {
        let line = self.text.get(start.content..start.end).unwrap_or_default();
        // A tab may be any number of columns: no ground for a guess.
        let is_sure =
            start.shape == Shape::Key && !self.slice(Span::new(start.line, start.content)).contains('\t');
        let Some(key) = Key::read(line).filter(|_| is_sure) else { return false };
        let Some(list) = self.list_without_dash(start, &key.name) else { return false };
        let Some((indent, raw)) = self.levels.get(list).map(|list| (list.indent, list.raw)) else {
            return false;
        };
        let width = start.raw.saturating_sub(raw).max(2);
        let message = (
            format!("“{}”像是新的一项的开头，前面要加“- ”", key.name),
            format!("“{}” looks like the beginning of a new item: write \"- \" before it", key.name),
        );
        let edit = Edit {
            span: Span::new(start.line, start.content),
            with: format!("{}-{}", " ".repeat(indent), " ".repeat(width - 1)),
        };
        let place = Span::new(start.content, start.content + key.length);
        self.found.slip(Code::TB007, place, message, vec![edit]);
        self.tabs_before = false;
        self.levels.enter(list, raw);
        self.levels.push(raw + width, Kind::Map, self.line);
        self.key(&key, start.content, start.end, raw + width);
        true
    }
}
