//! Indentation: tabs, wide spaces, columns that fit no line above.

use super::Scan;
use super::chars::{invisible, is_blank, is_colon, is_key_char};
use super::known::{is_known, is_outermost, knows};
use super::levels::{Fit, Kind};
use super::lines::{Shape, Start};
use super::mend::Edit;
use crate::codes::Code;
use crate::place::Span;

/// Lines that are passed at most to find one that stands beside another.
const MOST_AHEAD: usize = 200;

impl Scan<'_> {
    /// Brings the line into a column that fits; gives its column as written.
    pub(super) fn indentation(&mut self, start: &Start) -> usize {
        let lead = self.slice(Span::new(start.line, start.content)).to_owned();
        let kind = if start.shape == Shape::Dash { Kind::List } else { Kind::Map };
        let bad = lead.chars().find(|char| *char != ' ');
        let raw = match bad {
            Some('\t') => self.tab_columns(start, &lead, kind).unwrap_or(start.raw),
            Some(_) | None => start.raw,
        };
        let fit = match self.levels.fit(raw, kind) {
            Fit::Level(at) if self.is_stranger(start, at) => Fit::Nowhere,
            fit => fit,
        };
        let told = bad.is_none();
        let wanted = match (start.shape, fit) {
            (Shape::Other, _) => raw,
            (Shape::Key, _) if self.is_outermost(start, raw, fit, told) => self.outermost(start, raw, told),
            (Shape::Dash | Shape::Key, Fit::Level(at)) => self.levels.enter(at, raw),
            (Shape::Dash | Shape::Key, Fit::Child) => self.first_of_block(start, raw, kind, told),
            (Shape::Dash | Shape::Key, Fit::Nowhere) => self.misfit(start, raw, kind, told),
        };
        let edit = Edit { span: Span::new(start.line, start.content), with: " ".repeat(wanted) };
        match bad {
            Some(char) => self.bad_indentation(start, char, wanted, edit),
            None if wanted != raw => self.found.silently(edit),
            None => {}
        }
        self.tabs_before = bad.is_some();
        raw
    }

    /// A tab may have been meant as any number of columns. Several tell the step; one is taken to align the line
    /// with what stands around it.
    fn tab_columns(&self, start: &Start, lead: &str, kind: Kind) -> Option<usize> {
        let next = self.start(self.next_line(start.end));
        let is_above = |raw: usize| !self.opens_block(start) || next.raw > raw || next.raw == 0;
        let depth = |raw: usize| match self.levels.fit(raw, kind) {
            Fit::Level(at) => Some(at),
            Fit::Child => Some(usize::MAX),
            Fit::Nowhere => None,
        };
        if lead.matches('\t').count() > 1 {
            let width =
                |tab: usize| lead.chars().map(|char| if char == '\t' { tab } else { 1 }).sum::<usize>();
            let fitting = [8, 4, 2].into_iter().map(width).filter(|raw| is_above(*raw));
            let best = fitting.filter_map(|raw| Some((depth(raw)?, raw))).max_by_key(|(depth, _)| *depth);
            if let Some((_, raw)) = best {
                return Some(raw);
            }
        }
        // The keys of an item stand two columns behind its dash.
        let item = self.slice(Span::new(start.content, start.end)).trim_start_matches(['-', ' ']);
        let dash = next.raw.checked_sub(2).filter(|_| start.shape == Shape::Dash && next.shape == Shape::Key);
        if let Some(raw) = dash.filter(|raw| item.starts_with("id:") && depth(*raw).is_some()) {
            return Some(raw);
        }
        let child = self.levels.last().filter(|level| level.open).map(|level| {
            let is_neighbour = next.shape == start.shape && next.raw > level.raw && !self.opens_block(start);
            if is_neighbour { next.raw } else { level.raw + 2 }
        });
        child.or_else(|| self.levels.deepest(kind, is_above))
    }

    /// Whether a line ends with a key that has no value yet.
    fn opens_block(&self, start: &Start) -> bool {
        let line = self.text.get(start.content..start.end).unwrap_or_default();
        let line = line.find(" #").and_then(|end| line.get(..end)).unwrap_or(line);
        let line = line.trim_end();
        line.ends_with(is_colon) || is_known(line.trim_start_matches(['-', ' ']))
    }

    fn bad_indentation(&mut self, start: &Start, char: char, wanted: usize, edit: Edit) {
        if self.tabs_before {
            self.found.silently(edit);
            return;
        }
        let lead = self.slice(edit.span);
        let from = start.line + lead.find(char).unwrap_or_default();
        let place = Span::new(from, from + char.len_utf8());
        let (code, zh, en) = match (char, invisible(char)) {
            ('\t', _) => (Code::TB004, "制表符（Tab）", "a tab"),
            (_, Some((zh, en, _))) => (Code::TB006, zh, en),
            (_, None) => (Code::TB003, "全角空格", "a full-width space"),
        };
        let next = self.next_line(start.end);
        let more = self.slice(Span::new(next, self.skip_blanks(next))).contains(char);
        let (more_zh, more_en) =
            if more { ("；下面几行也这样改", ", and so in the next lines") } else { ("", "") };
        let message = match wanted {
            0 => (
                format!("这一行前面有{zh}，去掉它{more_zh}"),
                format!("{en} before this line; remove it{more_en}"),
            ),
            _ => (
                format!("这里是{zh}，YAML 只认空格；改成 {wanted} 个空格{more_zh}"),
                format!("{en} here; YAML wants {wanted} plain spaces{more_en}"),
            ),
        };
        self.found.slip(code, place, message, vec![edit]);
    }

    /// Whether a line begins with a key of the outermost level that is not given yet, where it cannot belong.
    fn is_outermost(&self, start: &Start, raw: usize, fit: Fit, is_plain: bool) -> bool {
        let key = self.key_name(start);
        let parent = match fit {
            Fit::Level(at) => Some(self.levels.parent_key(at)),
            Fit::Child => Some(self.levels.key()),
            Fit::Nowhere => None,
        };
        let belongs = match parent.map(|parent| knows(parent, key)) {
            Some(Some(belongs)) => belongs,
            // Where names are free, only a column that is right tells.
            Some(None) => is_plain,
            None => false,
        };
        raw > 0
            && !belongs
            && self.levels.get(0).is_some_and(|outermost| {
                !outermost.keys.contains(key) && is_outermost(key, outermost.keys.contains("extends"))
            })
    }

    fn outermost(&mut self, start: &Start, raw: usize, told: bool) -> usize {
        // Its block may have moved with it.
        let has_moved = self.start_of_content(self.next_line(start.end)).raw > raw;
        let wanted = self.levels.enter(0, if has_moved { raw } else { 0 });
        if told {
            let key = self.key_name(start);
            let message = (
                format!("“{key}”是最外层的键，前面不应有空格"),
                format!("`{key}` is a key of the outermost level: do not indent it"),
            );
            self.indent_slip(start, wanted, message);
        }
        wanted
    }

    /// The key with which a line, or the item on it, begins.
    fn key_name(&self, start: &Start) -> &str {
        let line = self.slice(Span::new(start.content, start.end));
        let line = line.trim_start_matches(|char| matches!(char, '-' | '{') || is_blank(char));
        line.split(|char: char| !is_key_char(char)).next().unwrap_or_default()
    }

    /// Whether an item does not belong in this list, but begins as those of an outer one do.
    fn is_stranger(&self, start: &Start, list: usize) -> bool {
        let key = self.key_name(start);
        let begins = |outer: usize| self.levels.get(outer + 1).is_some_and(|item| item.first_key == key);
        let is_known_in = |at: usize| knows(self.levels.parent_key(at), key);
        let is_list = |at: usize| self.levels.get(at).is_some_and(|level| level.kind == Kind::List);
        start.shape == Shape::Dash
            && is_known_in(list) == Some(false)
            && (0..list).any(|at| is_list(at) && begins(at) && is_known_in(at) == Some(true))
    }

    /// The first line of a block stands where the next ones do.
    fn first_of_block(&mut self, start: &Start, raw: usize, kind: Kind, told: bool) -> usize {
        let Some((wanted, line)) = self.siblings(start, raw).filter(|(wanted, _)| *wanted != raw) else {
            return self.levels.push(raw, kind, self.line);
        };
        let wanted = self.levels.push_at(raw, wanted, kind, self.line);
        if told {
            let mend =
                if wanted == 0 { "不应缩进".to_owned() } else { format!("应缩进 {wanted} 格") };
            let message = (
                format!("这一行缩进了 {raw} 格，与下面同级的第 {line} 行对不齐；{mend}"),
                format!(
                    "this line is indented by {raw}, unlike line {line} beside it; indent it by {wanted}"
                ),
            );
            self.indent_slip(start, wanted, message);
        }
        wanted
    }

    /// The column of the lines that belong beside the first of a block, and the number of the next one.
    fn siblings(&self, start: &Start, raw: usize) -> Option<(usize, usize)> {
        let outer = self.levels.last().map(|parent| parent.raw);
        let mut ahead = self.start_of_content(self.next_line(start.end));
        if ahead.raw > raw && ahead.shape == start.shape && outer.is_some() && self.is_whole(start) {
            let third = self.start_of_content(self.next_line(ahead.end));
            return (third.raw == ahead.raw && third.shape == ahead.shape).then(|| self.numbered(ahead));
        }
        ahead = self.not_deeper(ahead, raw);
        let is_sibling = ahead.raw < raw && outer.is_none_or(|outer| ahead.raw > outer);
        let may_be =
            knows(self.levels.key(), self.key_name(&ahead)) != Some(false) || start.shape == Shape::Dash;
        // The next but one sides with either; where there is none, steps are of two columns.
        let third = self.not_deeper(self.start_of_content(self.next_line(ahead.end)), raw);
        let sides_with = |raw: usize| third.shape == start.shape && third.raw == raw;
        let is_wrong = !sides_with(raw) && (sides_with(ahead.raw) || ahead.raw.is_multiple_of(2));
        (is_sibling && may_be && is_wrong && ahead.shape == start.shape).then(|| self.numbered(ahead))
    }

    /// This line, or the next one, that stands no deeper than a column.
    fn not_deeper(&self, line: Start, raw: usize) -> Start {
        let mut line = line;
        for _ in 0..MOST_AHEAD {
            if line.raw <= raw || line.end >= self.text.len() {
                break;
            }
            line = self.start_of_content(self.next_line(line.end));
        }
        line
    }

    /// Whether the value of a line, as far as can be seen, ends with it.
    fn is_whole(&self, start: &Start) -> bool {
        let line = self.slice(Span::new(start.content, start.end)).trim_end();
        let is_even = |quote: char| line.matches(quote).count().is_multiple_of(2);
        !self.opens_block(start)
            && is_even('\'')
            && is_even('"')
            && !line.ends_with(['|', '>', '-', '+', ',', '{', '['])
    }

    fn numbered(&self, ahead: Start) -> (usize, usize) {
        let passed = self.slice(Span::new(self.at, ahead.line));
        (ahead.raw, self.line + passed.matches('\n').count())
    }

    /// Says that a line does not stand where it should.
    fn indent_slip(&mut self, start: &Start, wanted: usize, message: (String, String)) {
        let place = Span::new(start.content, self.word_end(start));
        let edit = Edit { span: Span::new(start.line, start.content), with: " ".repeat(wanted) };
        self.found.slip(Code::TB005, place, message, vec![edit]);
    }

    /// A line whose column is that of no block; gives the column that it should have.
    fn misfit(&mut self, start: &Start, raw: usize, kind: Kind, told: bool) -> usize {
        let next = self.start(self.next_line(start.end));
        let next_raw = (next.shape == start.shape && !self.opens_block(start)).then_some(next.raw);
        // The keys of an item stand two columns behind its dash.
        let dash = next.raw.checked_sub(2).filter(|_| start.shape == Shape::Dash && next.shape == Shape::Key);
        let is_whole = self.slice(Span::new(start.content, start.end)).contains('{');
        let list = dash.filter(|_| !is_whole).and_then(|raw| self.levels.list_at(raw));
        let list = list.filter(|at| knows(self.levels.parent_key(*at), self.key_name(start)) == Some(true));
        let nearest = || self.levels.nearest(raw, kind, next_raw, self.key_name(start));
        let Some(at) = list.or_else(nearest) else {
            return self.levels.push(raw, kind, self.line);
        };
        let level = self.levels.get(at).cloned();
        let wanted = self.levels.enter(at, raw);
        if let (Some(level), true) = (level, told) {
            let (zh, en) = match (kind, &level.name, wanted) {
                (Kind::List, ..) => (
                    format!("它若与第 {} 行的“-”同级，应与它对齐，缩进 {wanted} 格", level.line),
                    format!("if it is an item like that of line {}, indent it by {wanted}", level.line),
                ),
                (Kind::Map, _, 0) => (
                    format!("它若与最外层的 {} 同级，不应缩进", level.first_key),
                    format!("if it belongs beside {}, do not indent it", level.first_key),
                ),
                (Kind::Map, name, _) => (
                    format!(
                        "它若属于 {}（第 {} 行），应与 {} 对齐，缩进 {wanted} 格",
                        name.as_ref().unwrap_or(&level.first_key),
                        level.line,
                        level.first_key
                    ),
                    format!(
                        "if it belongs to {} (line {}), align it with {}, indented by {wanted}",
                        name.as_ref().unwrap_or(&level.first_key),
                        level.line,
                        level.first_key
                    ),
                ),
            };
            let message = (
                format!("这一行缩进了 {raw} 格，对不上；{zh}"),
                format!("this line is indented by {raw}, like none above; {en}"),
            );
            self.indent_slip(start, wanted, message);
        }
        wanted
    }

    /// The end of a line's first word: a key, or a dash with what follows.
    fn word_end(&self, start: &Start) -> usize {
        let line = self.text.get(start.content..start.end).unwrap_or_default();
        let word = line.find(|char: char| char.is_whitespace() || is_colon(char));
        start.content + word.filter(|length| *length > 0).unwrap_or(line.len())
    }
}
