//! From line to line: dashes, keys, and what stands without a key.

use super::Scan;
use super::chars::{invisible, is_blank};
use super::key::Key;
use super::known::knows;
use super::levels::{Fit, Kind};
use super::mend::Edit;
use crate::codes::Code;
use crate::place::Span;

/// How a line begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// With `-`.
    Dash,
    /// With a key.
    Key,
    /// With something else.
    Other,
}

/// The beginning of a line.
#[derive(Clone, Copy, Debug)]
pub(super) struct Start {
    /// Its first byte.
    pub(super) line: usize,
    /// The first byte that is not blank.
    pub(super) content: usize,
    /// The end of the line.
    pub(super) end: usize,
    /// The column of the content, as well as it can be told.
    pub(super) raw: usize,
    pub(super) shape: Shape,
}

impl Scan<'_> {
    /// Looks at one line, with the lines that its value takes.
    pub(super) fn line(&mut self) {
        let mut start = self.start(self.at);
        let next = self.next_line(start.end);
        let first = self.char(start.content).filter(|_| start.content < start.end);
        match first {
            None | Some('#') => self.go_to(next),
            Some('＃') => {
                let place = Span::new(start.content, start.content + '＃'.len_utf8());
                self.comment_sign(place);
                self.go_to(next);
            }
            Some(_) if self.slice(Span::new(start.line, start.line + 3)) == "---" => self.go_to(next),
            Some(_) if self.dash_lost(&start) => {}
            Some(_) => {
                if start.shape == Shape::Other && self.key_without_colon(&start).is_some() {
                    start.shape = Shape::Key;
                }
                let raw = self.indentation(&start);
                self.content(&start, raw);
            }
        }
    }

    pub(super) fn start(&self, line: usize) -> Start {
        let end = self.line_end(line);
        let content = self.skip_blanks(line).min(end);
        let shape = self.shape(content, end);
        Start { line, content, end, raw: self.columns(line, content), shape }
    }

    /// How many columns the blanks at the beginning of a line take: a tab as many as fit, a full-width space two.
    fn columns(&self, line: usize, content: usize) -> usize {
        let lead = self.slice(Span::new(line, content));
        lead.chars()
            .map(|char| match char {
                '\t' | '\u{3000}' => 2,
                _ => invisible(char).map_or(1, |(_, _, with)| with.len()),
            })
            .sum()
    }

    fn shape(&self, content: usize, end: usize) -> Shape {
        let rest = self.text.get(content..end).unwrap_or_default();
        match self.dash(content, end) {
            Some(_) => Shape::Dash,
            None if Key::read(rest).is_some() => Shape::Key,
            None => Shape::Other,
        }
    }

    /// A dash that begins an item: its end and the beginning of what follows.
    fn dash(&self, at: usize, end: usize) -> Option<(usize, usize)> {
        let sign = self.char(at).filter(|_| at < end)?;
        let after = at + sign.len_utf8();
        let behind = self.skip_blanks(after).min(end);
        let is_dash = match sign {
            '-' if after == end || behind > after => true,
            '-' | '－' | '﹣' | '−' | '–' | '—' | '•' | '·' | '*' => {
                let rest = self.text.get(behind..end).unwrap_or_default();
                let opens = rest.starts_with(['{', '｛']);
                opens
                    || Key::read(rest)
                        .is_some_and(|key| key.name.starts_with(|char: char| char.is_ascii_alphabetic()))
            }
            _ => false,
        };
        is_dash.then_some((after, behind))
    }

    fn comment_sign(&mut self, place: Span) {
        self.found.sign(
            place,
            ("＃", "#"),
            (
                "注释要用英文的 #，这里是中文的“＃”".to_owned(),
                "a comment begins with #, not with “＃”".to_owned(),
            ),
            vec![Edit { span: place, with: "#".to_owned() }],
        );
    }

    /// Dashes, keys and values of a line whose place is known.
    fn content(&mut self, start: &Start, raw: usize) {
        let (mut at, end, mut column) = (start.content, start.end, raw);
        let mut first = true;
        while let Some((after, behind)) = self.dash(at, end) {
            if first {
                column += self.after_dash(at, after, behind);
            } else if knows(self.levels.key(), "").is_some() {
                self.second_dash(Span::new(at, after), behind);
            } else {
                self.levels.push(column, Kind::List, self.line);
                column += self.after_dash(at, after, behind);
            }
            first = false;
            at = behind;
        }
        let key =
            Key::read(self.text.get(at..end).unwrap_or_default()).or_else(|| match (first, start.shape) {
                (true, Shape::Key) => self.without_colon(at, end, column),
                (false, _) => self.item_without_colon(at, end, column),
                (true, Shape::Dash | Shape::Other) => None,
            });
        match key {
            Some(key) => {
                if !first {
                    self.levels.push(column, Kind::Map, self.line);
                }
                self.key(&key, at, end, column);
            }
            None => self.bare(start, at, raw),
        }
    }

    /// A dash too many: no list of mappings holds lists.
    fn second_dash(&mut self, place: Span, behind: usize) {
        let edit = Edit { span: Span::new(place.start, behind), with: String::new() };
        let message = ("多了一个“-”，删去一个".to_owned(), "one dash too many".to_owned());
        self.found.slip(Code::TB007, place, message, vec![edit]);
    }

    /// The dash itself, and the space after it; gives the columns that both take.
    fn after_dash(&mut self, at: usize, after: usize, behind: usize) -> usize {
        let place = Span::new(at, after);
        let sign = self.slice(place).to_owned();
        let edit = Edit { span: Span::new(at, behind), with: "- ".to_owned() };
        if sign != "-" {
            let message = (
                format!("列表的每一项要以英文的“- ”开头，这里是“{sign}”"),
                format!("an item begins with \"- \", not with “{sign}”"),
            );
            self.found.sign(place, (&sign, "-"), message, vec![edit]);
            2
        } else if behind == after && self.line_end(at) > after {
            let message = ("“-”后面要空一格".to_owned(), "a dash wants a space after it".to_owned());
            self.found.slip(Code::TB008, place, message, vec![edit]);
            2
        } else {
            let blanks = Span::new(after, behind);
            self.blanks(blanks, '\t');
            1 + self.slice(blanks).matches(' ').count().max(1)
        }
    }

    /// Blanks between a key or dash and what follows: only plain spaces are, and after a colon tabs.
    pub(super) fn blanks(&mut self, span: Span, also_bad: char) {
        let blanks = self.slice(span).trim_end_matches('\r');
        let Some((offset, char)) =
            blanks.char_indices().find(|(_, char)| *char == also_bad || !matches!(char, ' ' | '\t'))
        else {
            return;
        };
        let from = span.start + offset;
        let place = Span::new(from, from + char.len_utf8());
        let spaces = blanks.matches(' ').count();
        let edit =
            Edit { span: Span::new(span.start, span.start + blanks.len()), with: " ".repeat(spaces.max(1)) };
        let (mend, mend_en) = match spaces {
            0 => ("改成一个普通空格", "type a plain space"),
            _ => ("把它删去", "remove it"),
        };
        match invisible(char) {
            Some((zh, en, _)) => {
                let message = (
                    format!("这里有看不见的字符：{zh}；{mend}"),
                    format!("an invisible character: {en}; {mend_en}"),
                );
                self.found.slip(Code::TB006, place, message, vec![edit]);
            }
            None if char == '\t' => {
                let message = (
                    "这里是制表符（Tab），YAML 只认空格；改成 1 个空格".to_owned(),
                    "a tab here; YAML wants one space".to_owned(),
                );
                self.found.slip(Code::TB004, place, message, vec![edit]);
            }
            None => {
                let message = (format!("这里是全角空格；{mend}"), format!("a full-width space; {mend_en}"));
                self.found.sign(place, ("全角空格", "空格"), message, vec![edit]);
            }
        }
    }

    /// A key with its value.
    pub(super) fn key(&mut self, key: &Key, at: usize, end: usize, column: usize) {
        self.key_signs(key, at, end);
        let value = (at + key.value).min(end);
        let id = (key.name == "id").then(|| self.slice(Span::new(value, end)).trim().to_owned());
        if let Some(level) = self.levels.last_mut() {
            if level.first_key.is_empty() {
                level.first_key.clone_from(&key.name);
            }
            level.keys.insert(key.name.clone());
            level.name = id.or(level.name.take());
            level.key.clone_from(&key.name);
            level.open = false;
        }
        self.value(&key.name, value, end, column);
    }

    /// The colon of a key and the space after it, the key's own letters.
    pub(super) fn key_signs(&mut self, key: &Key, at: usize, end: usize) {
        let (colon, after) = (at + key.colon, at + key.after);
        if key.is_without_colon(self.text.get(at..end).unwrap_or_default()) {
            self.colon_lost(key, at, end);
            return;
        }
        let value = (at + key.value).min(end);
        let written = self.slice(Span::new(at, at + key.length)).to_owned();
        let sign = self.slice(Span::new(colon, after)).to_owned();
        let space = if value < end && self.char(value) != Some('\n') { " " } else { "" };
        if sign != ":" {
            let name = &key.name;
            let message = (
                format!("“{written}{sign}”用了中文冒号，YAML 要英文冒号加一个空格"),
                format!("“{written}{sign}” has a Chinese colon; YAML wants “{name}: ”"),
            );
            let edit = Edit { span: Span::new(colon, value), with: format!(":{space}") };
            self.found.sign(Span::new(colon, after), (&sign, ":"), message, vec![edit]);
        } else if value == after && value < end {
            let message =
                (format!("“{written}:”后面要空一格"), format!("“{written}:” wants a space after the colon"));
            let place = Span::new(at, after);
            self.found.slip(
                Code::TB008,
                place,
                message,
                vec![Edit { span: Span::new(after, value), with: " ".into() }],
            );
        } else {
            self.blanks(Span::new(after, value), '\0');
        }
        self.blanks(Span::new(at + key.length, colon), '\0');
        if !written.is_ascii() {
            let place = Span::new(at, at + key.length);
            let edit = Edit { span: place, with: key.name.clone() };
            self.found.signs(place, &[(place, written, key.name.clone())], vec![edit]);
        }
    }

    /// A line without a key: an item's text, a text below its key, or a key whose colon was forgotten.
    fn bare(&mut self, start: &Start, at: usize, raw: usize) {
        let is_item = at > start.content;
        let is_text = self.levels.last().is_some_and(|level| level.open && (is_item || raw > level.raw));
        if is_text {
            let key = self.levels.key().to_owned();
            let parent = self.levels.last().map_or(0, |level| level.raw);
            if let Some(level) = self.levels.last_mut() {
                level.open = false;
            }
            self.value(&key, at, start.end, parent);
            return;
        }
        if matches!(self.levels.fit(raw, Kind::Map), Fit::Level(_)) && self.opens_no_bracket(at) {
            self.no_colon(start);
        }
        self.go_to(self.next_line(start.end));
    }

    fn opens_no_bracket(&self, at: usize) -> bool {
        !self.char(at).is_some_and(|char| "{}[]!&*?|>'\"%@`.".contains(char))
    }

    fn no_colon(&mut self, start: &Start) {
        let place = Span::new(start.content, self.text_end(start));
        let written = self.slice(place).to_owned();
        let chinese = written.char_indices().find(|(_, char)| super::chars::is_colon(*char) && *char != ':');
        if let Some((offset, sign)) = chinese {
            let from = start.content + offset;
            let behind = self.skip_blanks(from + sign.len_utf8());
            let message = (
                format!(
                    "“{}{sign}”用了中文冒号，YAML 要英文冒号加一个空格",
                    written.get(..offset).unwrap_or_default()
                ),
                "a Chinese colon; YAML wants a colon and a space".to_owned(),
            );
            let edit = Edit { span: Span::new(from, behind), with: ": ".to_owned() };
            self.found.sign(
                Span::new(from, from + sign.len_utf8()),
                (&sign.to_string(), ":"),
                message,
                vec![edit],
            );
            return;
        }
        if written.contains(": ") || written.ends_with(':') {
            return;
        }
        let message = (
            format!("“{written}”没有冒号；这一行应是“键: 值”，若是接着上一行的话，要多缩进两格"),
            format!(
                "“{written}” has no colon; write “key: value”, or indent it by two to go on with the line above"
            ),
        );
        self.found.slip(Code::TB007, place, message, Vec::new());
        self.found.silently(Edit { span: Span::new(start.content, start.content), with: "# ".to_owned() });
    }

    pub(super) fn text_end(&self, start: &Start) -> usize {
        let line = self.text.get(start.content..start.end).unwrap_or_default();
        let line = line.find(" #").and_then(|end| line.get(..end)).unwrap_or(line);
        start.content + line.trim_end_matches(is_blank).len()
    }
}
