//! Which columns are open to a line: the blocks it could belong to.

use std::collections::HashSet;

use super::known::knows;

/// What a block holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Keys with values.
    Map,
    /// Items after `-`.
    List,
}

/// An open block.
#[derive(Clone, Debug)]
pub(super) struct Level {
    pub(super) kind: Kind,
    /// Its column in the mended text, from 0.
    pub(super) indent: usize,
    /// Its column as written last.
    pub(super) raw: usize,
    /// Columns that were taken for it before: told once.
    aliases: Vec<usize>,
    /// Its first line, from 1.
    pub(super) line: usize,
    /// Its first key.
    pub(super) first_key: String,
    /// All its keys so far.
    pub(super) keys: HashSet<String>,
    /// Its `id`, where it has said one.
    pub(super) name: Option<String>,
    /// Its last key.
    pub(super) key: String,
    /// True where the last key or dash has no value yet.
    pub(super) open: bool,
}

/// Where a line belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    /// To an open block.
    Level(usize),
    /// To a new block inside the last.
    Child,
    /// To none.
    Nowhere,
}

/// A text nested deeper is refused by whoever reads it.
const MAX_DEPTH: usize = 2 * crate::parse::MAX_DEPTH;

/// The open blocks, outermost first.
#[derive(Default)]
pub(super) struct Levels {
    open: Vec<Level>,
}

impl Levels {
    pub(super) fn last(&self) -> Option<&Level> {
        self.open.last()
    }

    pub(super) fn last_mut(&mut self) -> Option<&mut Level> {
        self.open.last_mut()
    }

    /// Where a line with this column belongs.
    pub(super) fn fit(&self, raw: usize, kind: Kind) -> Fit {
        let is_at = |level: &Level| level.kind == kind && level.raw == raw;
        if let Some(at) = self.open.iter().rposition(is_at) {
            return Fit::Level(at);
        }
        // Under a line that was moved, the column that it should have counts, too.
        let is_inside = |top: &Level| {
            let column = top.raw.min(top.indent);
            raw > column || (raw == column && top.kind == Kind::Map && kind == Kind::List)
        };
        if self.open.last().is_none_or(|top| top.open && is_inside(top)) {
            return Fit::Child;
        }
        let was_at = |level: &Level| level.kind == kind && level.aliases.contains(&raw);
        self.open.iter().rposition(was_at).map_or(Fit::Nowhere, Fit::Level)
    }

    /// The nearest block for a line that belongs nowhere; `next` is the column of a line of its kind that follows.
    /// Only blocks that know the key of the line are meant, if any does.
    pub(super) fn nearest(&self, raw: usize, kind: Kind, next: Option<usize>, key: &str) -> Option<usize> {
        let knows = |at: usize| knows(self.parent_key(at), key) != Some(false);
        let any_knows = (0..self.open.len())
            .any(|at| self.open.get(at).is_some_and(|level| level.kind == kind) && knows(at));
        let same_kind = || {
            let of_kind = self.open.iter().enumerate().filter(|(_, level)| level.kind == kind);
            of_kind.filter(|(at, _)| !any_knows || knows(*at))
        };
        if let Some((at, _)) = same_kind().next_back().filter(|(_, level)| Some(level.raw) == next) {
            return Some(at);
        }
        same_kind()
            .min_by_key(|(_, level)| (level.indent.abs_diff(raw), usize::MAX - level.indent))
            .map(|(at, _)| at)
    }

    /// The column of the innermost block of a kind that may be meant.
    pub(super) fn deepest(&self, kind: Kind, may_be: impl Fn(usize) -> bool) -> Option<usize> {
        self.open
            .iter()
            .rev()
            .filter(|level| level.kind == kind)
            .map(|level| level.raw)
            .find(|raw| may_be(*raw))
    }

    /// Goes back to an open block; gives its column in the mended text.
    pub(super) fn enter(&mut self, at: usize, raw: usize) -> usize {
        self.open.truncate(at + 1);
        let Some(level) = self.open.last_mut() else { return raw };
        if level.raw != raw {
            if !level.aliases.contains(&level.raw) {
                level.aliases.push(level.raw);
            }
            level.raw = raw;
        }
        level.open = true;
        level.indent
    }

    /// Opens a block inside the last; gives its column in the mended text.
    pub(super) fn push(&mut self, raw: usize, kind: Kind, line: usize) -> usize {
        let indent = match self.open.last() {
            Some(parent) if raw > parent.raw => raw + parent.indent - parent.raw,
            Some(_) | None => raw,
        };
        self.push_at(raw, indent, kind, line)
    }

    /// Opens a block whose column in the mended text is known.
    pub(super) fn push_at(&mut self, raw: usize, indent: usize, kind: Kind, line: usize) -> usize {
        if self.open.len() >= MAX_DEPTH {
            return indent;
        }
        self.open.push(Level {
            kind,
            indent,
            raw,
            // Under a line that was moved: its block may stand where the moved line wants it, or have moved with it.
            aliases: vec![indent],
            line,
            first_key: String::new(),
            keys: HashSet::new(),
            name: None,
            key: String::new(),
            open: true,
        });
        indent
    }

    pub(super) fn get(&self, at: usize) -> Option<&Level> {
        self.open.get(at)
    }

    /// The key whose value a list item or a text on its own line is.
    pub(super) fn key(&self) -> &str {
        self.parent_key(self.open.len())
    }

    /// The key under which a block stands.
    pub(super) fn parent_key(&self, at: usize) -> &str {
        let outer = self.open.get(..at).unwrap_or_default();
        outer.iter().rev().find(|level| level.kind == Kind::Map).map_or("", |level| &level.key)
    }

    /// The innermost list at a column.
    pub(super) fn list_at(&self, raw: usize) -> Option<usize> {
        self.open.iter().rposition(|level| level.kind == Kind::List && level.raw == raw)
    }
}
