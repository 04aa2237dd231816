//! Which headings stand around a text: a label that the form prints several times is told by them.

use super::labels::{ItemKind, Labels};
use super::tokens::Token;

/// What the headings around a text say of its being an item of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Context {
    /// They are that item's.
    Confirms,
    /// Nothing.
    Silent,
    /// They are another's.
    Contradicts,
}

/// The headings around each token of a document.
pub(super) struct Contexts {
    around: Vec<Around>,
}

/// The headings around a token, as items that they may be.
#[derive(Default)]
struct Around {
    /// Left of it in a table, in its own rows: each a set, the innermost last.
    beside: Vec<Vec<usize>>,
    /// The last before it, where none stands beside it.
    before: Vec<usize>,
    /// True in a table, where headings stand beside what they are of.
    in_table: bool,
}

impl Contexts {
    /// `like` tells how alike a token is to an item (item, token), 0 for not at all.
    pub(super) fn of(labels: &Labels, tokens: &[Token<'_>], like: &dyn Fn(usize, usize) -> f64) -> Self {
        let mut open: Vec<(usize, Vec<usize>)> = Vec::new();
        let mut before: Vec<usize> = Vec::new();
        let mut around = Vec::with_capacity(tokens.len());
        for (index, token) in tokens.iter().enumerate() {
            open.retain(|(at, _)| {
                let other = &tokens[*at];
                token.table.is_some() && other.table == token.table && other.end > token.row
            });
            let left = open.iter().filter(|(at, _)| tokens[*at].column < token.column);
            let beside: Vec<Vec<usize>> = left.map(|(_, items)| items.clone()).collect();
            let before_it = if beside.is_empty() { before.clone() } else { Vec::new() };
            around.push(Around { beside, before: before_it, in_table: token.table.is_some() });
            let headings = headings(labels, index, like);
            if headings.is_empty() || follows_label(labels, tokens, index, like) {
                continue;
            }
            before.clone_from(&headings);
            open.push((index, headings));
            open.sort_by_key(|(at, _)| tokens[*at].column);
        }
        Self { around }
    }

    pub(super) fn judge(&self, labels: &Labels, item: usize, token: usize) -> Context {
        let around = &self.around[token];
        let headings = &labels.items[item].headings;
        let own = headings.last();
        if let Some(innermost) = around.beside.last() {
            return match own {
                Some(own) if innermost.contains(own) => Context::Confirms,
                _ if around.beside.iter().flatten().any(|heading| headings.contains(heading)) => {
                    Context::Silent
                }
                Some(_) | None => Context::Contradicts,
            };
        }
        match own {
            // As it should be: nothing around it.
            None if around.before.is_empty() || around.in_table => Context::Confirms,
            _ if around.before.is_empty() => Context::Silent,
            Some(own) if around.before.contains(own) => Context::Confirms,
            // The last heading may be that of a group which ended before it.
            own => {
                let ended =
                    |heading: &usize| *heading < item && labels.items[*heading].headings.last() == own;
                if around.before.iter().any(ended) { Context::Silent } else { Context::Contradicts }
            }
        }
    }
}

/// The headings that a token may be: those that it is exactly, else those that it is like.
fn headings(labels: &Labels, token: usize, like: &dyn Fn(usize, usize) -> f64) -> Vec<usize> {
    let of = |least: f64| -> Vec<usize> {
        let items = labels.items.iter().enumerate().filter(|(_, item)| item.kind == ItemKind::Heading);
        items.map(|(index, _)| index).filter(|index| like(*index, token) >= least).collect()
    };
    let exact = of(1.0);
    if exact.is_empty() { of(super::likeness::ALIKE) } else { exact }
}

/// True where a token stands beside the label of a field, so that it is a value, whatever it says.
fn follows_label(
    labels: &Labels,
    tokens: &[Token<'_>],
    token: usize,
    like: &dyn Fn(usize, usize) -> f64,
) -> bool {
    let Some(previous) = token.checked_sub(1) else { return false };
    let (before, it) = (&tokens[previous], &tokens[token]);
    let neighbours = before.row == it.row || (before.alone && it.alone);
    let field = |(index, item): (usize, &super::labels::Item)| {
        item.unique && item.field().is_some() && like(index, previous) >= 1.0
    };
    neighbours && labels.items.iter().enumerate().any(field)
}
