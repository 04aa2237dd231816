//! The labels of a document held against those of the form: the assignment, in the order of both, that explains most.
//!
//! A global alignment (Needleman and Wunsch, 1970) over the form's labels and the document's texts. What counts for a
//! match: how alike the labels are, the headings around, the unit, and whether the value can be read. Rows may be missing
//! and others may stand between; what could as well be another label is found by the second best alignment.

use std::collections::HashSet;

use tianbao_schema::Form;

use super::context::{Context, Contexts};
use super::fold;
use super::labels::{Item, ItemKind, Labels};
use super::likeness::likeness;
use super::tokens::Token;
use super::value;

/// A label of the form found in the document.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Placed {
    /// The item of [`Labels`].
    pub(super) item: usize,
    /// The token that is its label; for a value without label the value itself.
    pub(super) token: usize,
    /// The token beside it that holds the value.
    pub(super) value: Option<usize>,
    /// How alike the labels are, 1 for the same.
    pub(super) likeness: f64,
    /// What the headings around it say.
    pub(super) context: Context,
    /// Another place that would do as well.
    pub(super) rival: Option<usize>,
    /// True where it does not stand in the form's order.
    pub(super) moved: bool,
}

/// The tokens that are labels or values.
pub(super) fn taken(placed: &[Placed]) -> HashSet<usize> {
    placed.iter().flat_map(|placed| [Some(placed.token), placed.value]).flatten().collect()
}

/// A label as good as the form's own: only its number or a remark in brackets differs.
pub(super) const AS_GOOD: f64 = 0.97;
/// Alignments that differ by less are as good as one another.
const MARGIN: f64 = 0.5;

/// One way to go on in the alignment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Step {
    SkipItem,
    SkipToken,
    /// The label, and the next so many tokens with it.
    Match {
        length: usize,
    },
}

struct Alignment<'a, 'p> {
    form: &'a Form,
    labels: &'a Labels,
    tokens: &'a [Token<'p>],
    likeness: Vec<f64>,
    contexts: Contexts,
    /// Score of a match of item and token without a value, and with one; `-inf` where there can be none.
    scores: Vec<[f64; 2]>,
}

/// Holds a document against the form.
pub(super) fn align(form: &Form, labels: &Labels, tokens: &[Token<'_>]) -> Vec<Placed> {
    let columns = tokens.len();
    let likeness = likenesses(labels, tokens);
    let contexts = Contexts::of(labels, tokens, &|item, token| likeness[item * columns + token]);
    let mut alignment = Alignment { form, labels, tokens, likeness, contexts, scores: Vec::new() };
    alignment.scores = (0..labels.items.len())
        .flat_map(|item| (0..columns).map(move |token| (item, token)))
        .map(|(item, token)| alignment.score(item, token))
        .collect();
    let mut placed = alignment.best();
    alignment.add_moved(&mut placed);
    placed.sort_by_key(|placed| placed.item);
    placed
}

/// The token in which the value of a label stands: the next in its row that is not empty, if any is not; below the label
/// where both stand alone in their rows.
pub(super) fn beside(tokens: &[Token<'_>], label: usize) -> Option<usize> {
    let (it, next) = (&tokens[label], tokens.get(label + 1)?);
    if next.row != it.row || next.table != it.table {
        return (it.alone && next.alone && it.table == next.table).then_some(label + 1);
    }
    let row = (label + 1..tokens.len()).take_while(|at| tokens[*at].row == it.row);
    let filled = row.into_iter().find(|at| !tokens[*at].is_empty());
    Some(filled.unwrap_or(label + 1))
}

impl Alignment<'_, '_> {
    fn at(&self, item: usize, token: usize) -> usize {
        item * self.tokens.len() + token
    }

    fn score(&self, item: usize, token: usize) -> [f64; 2] {
        const NEVER: [f64; 2] = [f64::NEG_INFINITY; 2];
        let it = &self.labels.items[item];
        if let ItemKind::Lone(field) = it.kind {
            let fits = value::lone(self.form, field, self.tokens, token);
            return if fits > 0.0 { [f64::NEG_INFINITY, fits] } else { NEVER };
        }
        let likeness = self.likeness[self.at(item, token)];
        if likeness <= 0.0 {
            return NEVER;
        }
        let context = match self.contexts.judge(self.labels, item, token) {
            Context::Confirms => 4.0,
            Context::Silent => 0.0,
            Context::Contradicts if it.unique => -4.0,
            Context::Contradicts => -20.0,
        };
        let label = 10.0 * likeness + context + unit(it, self.tokens[token].folded.unit.as_deref());
        let value = it
            .field()
            .zip(beside(self.tokens, token))
            .map(|(field, value)| label + value::plausible(self.form, field, self.tokens[value].text));
        [label, value.unwrap_or(f64::NEG_INFINITY)]
    }

    /// What can be done at an item and a token, with what it scores; matches first.
    fn steps(&self, item: usize, token: usize) -> [(Step, f64); 4] {
        let [bare, valued] = self.scores[self.at(item, token)];
        let length = match self.labels.items[item].kind {
            ItemKind::Lone(_) => 1,
            ItemKind::Heading | ItemKind::Field(_) => self.length(token),
        };
        [
            (Step::Match { length }, valued),
            (Step::Match { length: 1 }, bare),
            (Step::SkipToken, 0.0),
            (Step::SkipItem, 0.0),
        ]
    }

    /// So many tokens are a label and the value beside it, with empty ones between.
    fn length(&self, label: usize) -> usize {
        beside(self.tokens, label).map_or(1, |value| value - label + 1)
    }

    /// Best scores of the rest, from each item and token on.
    fn suffixes(&self) -> Vec<f64> {
        let (items, tokens) = (self.labels.items.len(), self.tokens.len());
        let width = tokens + 1;
        let mut best = vec![0.0; (items + 1) * width];
        for item in (0..items).rev() {
            for token in (0..tokens).rev() {
                let of = |(step, score): (Step, f64)| score + best[after(step, item, token, width)];
                best[item * width + token] =
                    self.steps(item, token).map(of).into_iter().fold(f64::MIN, f64::max);
            }
        }
        best
    }

    /// Best scores of what comes before each item and token.
    fn prefixes(&self) -> Vec<f64> {
        let (items, tokens) = (self.labels.items.len(), self.tokens.len());
        let width = tokens + 1;
        let mut best = vec![0.0; (items + 1) * width];
        for item in 0..items {
            for token in 0..tokens {
                let here = best[item * width + token];
                for (step, score) in self.steps(item, token) {
                    let next = &mut best[after(step, item, token, width)];
                    *next = f64::max(*next, here + score);
                }
            }
        }
        best
    }

    fn best(&self) -> Vec<Placed> {
        let (items, tokens) = (self.labels.items.len(), self.tokens.len());
        let width = tokens + 1;
        let (prefixes, suffixes) = (self.prefixes(), self.suffixes());
        let mut placed = Vec::new();
        let (mut item, mut token) = (0, 0);
        while item < items && token < tokens {
            let here = suffixes[item * width + token];
            let taken = self.steps(item, token).into_iter().find(|(step, score)| {
                (score + suffixes[after(*step, item, token, width)] - here).abs() < 1e-9
            });
            let Some((step, _)) = taken else { break };
            if let Step::Match { length } = step {
                let rival = self.rival(item, token, &prefixes, &suffixes);
                placed.push(self.placed(item, token, length, rival));
            }
            let next = after(step, item, token, width);
            (item, token) = (next / width, next % width);
        }
        placed
    }

    fn placed(&self, item: usize, token: usize, length: usize, rival: Option<usize>) -> Placed {
        let lone = matches!(self.labels.items[item].kind, ItemKind::Lone(_));
        let value = if lone { Some(token) } else { (length > 1).then_some(token + length - 1) };
        let likeness = if lone { 1.0 } else { self.likeness[self.at(item, token)] };
        let context = self.contexts.judge(self.labels, item, token);
        Placed { item, token, value, likeness, context, rival, moved: false }
    }

    /// Another token for this item, or another item for this token, in an alignment that is as good.
    fn rival(&self, item: usize, token: usize, prefixes: &[f64], suffixes: &[f64]) -> Option<usize> {
        self.labels.items[item].field()?;
        let width = self.tokens.len() + 1;
        let total = suffixes[0];
        let through = |item: usize, token: usize| {
            let before = prefixes[item * width + token];
            let steps =
                self.steps(item, token).into_iter().filter(|(step, _)| matches!(step, Step::Match { .. }));
            steps
                .map(|(step, score)| before + score + suffixes[after(step, item, token, width)])
                .fold(f64::MIN, f64::max)
        };
        let same = |other: &usize| through(item, *other) > total - MARGIN;
        let tokens = (0..self.tokens.len()).filter(|other| *other != token).find(same);
        tokens.or_else(|| {
            let items = (0..self.labels.items.len()).filter(|other| *other != item);
            items.into_iter().any(|other| through(other, token) > total - MARGIN).then_some(token)
        })
    }

    /// Labels that do not stand in the form's order, where there is no doubt which they are.
    fn add_moved(&self, placed: &mut Vec<Placed>) {
        let used = taken(placed);
        let free = |token: &usize| !used.contains(token);
        let missing: Vec<usize> = (0..self.labels.items.len())
            .filter(|item| {
                self.labels.items[*item].field().is_some() && placed.iter().all(|placed| placed.item != *item)
            })
            .collect();
        for item in missing.iter().copied() {
            let sure = |token: &usize| {
                let context = self.contexts.judge(self.labels, item, *token);
                let told = self.labels.items[item].unique || context == Context::Confirms;
                self.likeness[self.at(item, *token)] >= AS_GOOD && told && context != Context::Contradicts
            };
            let found: Vec<usize> = (0..self.tokens.len()).filter(free).filter(sure).collect();
            if let [token] = found[..] {
                let length = self.length(token);
                placed.push(Placed { moved: true, ..self.placed(item, token, length, None) });
            }
        }
    }
}

/// The place in a table of scores to which a step leads.
fn after(step: Step, item: usize, token: usize, width: usize) -> usize {
    match step {
        Step::SkipItem => (item + 1) * width + token,
        Step::SkipToken => item * width + token + 1,
        Step::Match { length } => (item + 1) * width + (token + length).min(width - 1),
    }
}

fn unit(item: &Item, found: Option<&str>) -> f64 {
    match (item.unit.as_deref(), found) {
        (Some(unit), Some(found)) if unit == found => 1.0,
        (Some(_), Some(_)) => -1.0,
        (None, _) | (_, None) => 0.0,
    }
}

/// How alike each item is to each token.
fn likenesses(labels: &Labels, tokens: &[Token<'_>]) -> Vec<f64> {
    let mut all = vec![0.0; labels.items.len() * tokens.len()];
    for (at, token) in tokens.iter().enumerate() {
        let key = &token.folded.key;
        if key.is_empty() || key.chars().count() > 80 {
            continue;
        }
        let exact = labels.items.iter().any(|item| item.key == *key);
        for (index, item) in labels.items.iter().enumerate().filter(|(_, item)| !item.key.is_empty()) {
            all[index * tokens.len() + at] = if item.key == *key {
                1.0
            } else if exact {
                0.0
            } else {
                as_written(labels, item, token)
            };
        }
    }
    all
}

/// How alike a label is to a text that is not exactly one: without its number, remarks and headings, else by its characters.
fn as_written(labels: &Labels, item: &Item, token: &Token<'_>) -> f64 {
    let key = fold::without_number(&token.folded.key);
    let bare = token.folded.bare.as_deref().map(fold::without_number);
    if key == item.key || bare == Some(&item.key) {
        return AS_GOOD;
    }
    let headings = item.headings.iter().map(|heading| labels.items[*heading].key.as_str());
    let rests = headings.filter_map(|heading| key.strip_prefix(heading)).filter(|rest| !rest.is_empty());
    let candidates = rests.chain([key]).chain(bare);
    candidates.map(|candidate| likeness(candidate, &item.key).min(0.95)).fold(0.0, f64::max)
}
