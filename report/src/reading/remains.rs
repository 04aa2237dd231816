//! What stands in the form and no field took, and what the form has and the document does not.

use std::collections::HashSet;

use tianbao_schema::Form;
use tianbao_schema::form::{Line, Member};

use super::align::{AS_GOOD, Placed, beside, taken};
use super::fold;
use super::labels::Labels;
use super::likeness::likeness;
use super::tokens::Token;
use super::trace::{Problem, ProblemCode, ReadValue};
use crate::page::Place;

/// Texts inside the form that were not read, one problem for each row.
pub(super) fn left_over(
    form: &Form,
    labels: &Labels,
    tokens: &[Token<'_>],
    placed: &[Placed],
    used: &HashSet<Place>,
) -> Vec<Problem> {
    let taken = taken(placed);
    let tables: HashSet<usize> = placed.iter().filter_map(|placed| tokens[placed.token].table).collect();
    let lines = placed.iter().map(|placed| placed.token).filter(|token| tokens[*token].table.is_none());
    let (first, last) = (lines.clone().min(), lines.max());
    let inside = |at: usize, token: &Token<'_>| match token.table {
        Some(table) => tables.contains(&table),
        None => first.is_some_and(|first| at > first) && last.is_some_and(|last| at < last),
    };
    let mut problems: Vec<(usize, Problem)> = Vec::new();
    for (at, token) in tokens.iter().enumerate() {
        if taken.contains(&at) || token.is_empty() || used.contains(&token.place) || !inside(at, token) {
            continue;
        }
        if is_known(form, labels, tokens, placed, at) {
            continue;
        }
        match problems.last_mut().filter(|(row, _)| *row == token.row) {
            Some((_, problem)) => {
                problem.text.push_str(" | ");
                problem.text.push_str(token.text.trim());
            }
            None => problems.push((token.row, problem(token))),
        }
    }
    problems.into_iter().map(|(_, problem)| problem).collect()
}

fn problem(token: &Token<'_>) -> Problem {
    let message = "这里的内容不属于任何一项，没有读".to_owned();
    Problem::new(ProblemCode::LeftOver, None, token.text, Some(token.place), message)
}

/// True for what needs no word: the title, a heading printed again, a label printed again with nothing new beside it.
fn is_known(form: &Form, labels: &Labels, tokens: &[Token<'_>], placed: &[Placed], at: usize) -> bool {
    let token = &tokens[at];
    let key = &token.folded.key;
    let lines = form.layout.head.iter().chain(&form.layout.foot);
    if likeness(key, &fold::key(&form.title)) > 0.0
        || key.contains(&fold::key(&form.title))
        || is_words(lines, key)
    {
        return true;
    }
    let item = |item: usize| labels.items[item].key == *key;
    let heading = (0..labels.items.len()).any(|index| labels.items[index].field().is_none() && item(index));
    let value = |token: usize| beside(tokens, token).map(|value| tokens[value].folded.key.as_str());
    let again = placed.iter().any(|placed| {
        placed.likeness >= AS_GOOD
            && item(placed.item)
            && value(at).is_none_or(|value| {
                value.is_empty() || placed.value.map(|at| tokens[at].folded.key.as_str()) == Some(value)
            })
    });
    // The value of a label printed again is that label's.
    let follows =
        at.checked_sub(1).filter(|before| beside(tokens, *before) == Some(at)).is_some_and(|before| {
            placed.iter().any(|placed| {
                labels.items[placed.item].key == tokens[before].folded.key
                    && placed.value.is_some_and(|value| tokens[value].folded.key == *key)
            })
        });
    heading || again || follows
}

/// True for the words of a line of the form that holds no value.
fn is_words<'l>(mut lines: impl Iterator<Item = &'l Line>, key: &str) -> bool {
    lines.any(|line| match &line.pieces[..] {
        [tianbao_schema::form::Piece::Text(words)] => fold::key(words) == key,
        _ => false,
    })
}

/// A field whose label is not in the document.
pub(super) fn missing(member: &Member) -> Problem {
    absent(ProblemCode::Missing, member, None, format!("没有找到“{}”这一项", member.full_label))
}

/// What may hold more or less than its own value because others were not found: a text with the label of one in it, and
/// the last value of a document that ends before the form does.
pub(super) fn cut_off(form: &Form, missing: &[&Member], values: &[ReadValue]) -> Vec<Problem> {
    let mut problems = Vec::new();
    for value in values {
        let key = fold::key(&value.text);
        let holds = |member: &&&Member| {
            let label = fold::key(&member.label);
            label.chars().count() > 3 && key.contains(&label)
        };
        if let Some(other) = missing.iter().find(holds) {
            let message = format!("值里有“{}”，那一项在别处没有找到；可能连在一起了，请核对", other.label);
            problems.push(doubt(ProblemCode::Conflict, value, message));
        }
    }
    let ends =
        form.fields().last().is_some_and(|(last, _)| missing.iter().any(|member| member.id == last.id));
    let last = values.iter().max_by_key(|value| value.place).filter(|_| ends);
    problems.extend(last.map(|value| {
        let message = "后面的项目都没有找到，文件可能断在这里，请核对这个值是否完整".to_owned();
        doubt(ProblemCode::Conflict, value, message)
    }));
    problems
}

fn doubt(code: ProblemCode, value: &ReadValue, message: String) -> Problem {
    Problem::new(code, Some(&value.path), &value.text, Some(value.place), message)
}

/// A field that must be filled in and is not.
pub(super) fn empty(member: &Member, place: Place) -> Problem {
    absent(ProblemCode::Empty, member, Some(place), format!("“{}”没有填", member.full_label))
}

fn absent(code: ProblemCode, member: &Member, place: Option<Place>, message: String) -> Problem {
    Problem::new(code, Some(&member.path), "", place, message)
}
