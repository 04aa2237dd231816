//! Holds a hand-written message against its rule: labels in quotes, figures, and who is to be larger. Only warnings: a
//! message may say things in its own way.

use std::collections::HashSet;
use std::ops::Range;

use tianbao_core::decimal;

use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::expr::{Comparison, Expression, Names, Node, Type, references};
use crate::form::{MemberId, Piece, Reference, Template};
use crate::node::Scalar;

/// Warns where the message says something else than the rule.
pub(super) fn hold(
    scalar: &Scalar,
    template: &Template,
    names: &Names<'_>,
    both: &[&Expression],
    assert: &Expression,
    out: &mut Vec<Diagnostic>,
) {
    let mut warn = |range: Range<usize>, zh: String, en: &str| {
        let place = scalar.place(range.start, range.end);
        out.push(Diagnostic::warning(Code::TB071, place, zh, en));
    };
    for (range, quoted) in quotes(&scalar.text) {
        if let Some(other) = other_label(names, both, quoted) {
            let zh = format!("“{quoted}”是 {other} 的名字，这条规则没有用到它");
            warn(range, zh, "this label belongs to a field that the rule does not use");
        }
    }
    let known = figures(both);
    for (range, number) in numbers(&scalar.text) {
        if !known.contains(&number.replace([',', '，'], "")) {
            let zh = format!("规则里没有 {number} 这个数");
            warn(range, zh, "the rule knows no such figure");
        }
    }
    if let Some((range, word)) = contradiction(&scalar.text, template, names, assert) {
        let zh = format!("“{word}”与规则说的方向相反，请对照式子看一看");
        warn(range, zh, "this says the opposite of the rule");
    }
}

/// Texts in “ ”, with their bytes.
fn quotes(text: &str) -> Vec<(Range<usize>, &str)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(open) = text.get(at..).and_then(|rest| rest.find('“')) {
        let start = at + open + '“'.len_utf8();
        let Some(length) = text.get(start..).and_then(|rest| rest.find('”')) else { break };
        found.push((start..start + length, text.get(start..start + length).unwrap_or_default()));
        at = start + length;
    }
    found
}

/// The path of the field that a quoted text is the label of, where the rule has nothing of that name.
fn other_label(names: &Names<'_>, both: &[&Expression], quoted: &str) -> Option<String> {
    let namesakes = names.labelled(quoted);
    let first = names.member(*namesakes.first()?)?;
    let mentioned: HashSet<MemberId> = references(both).mentions.iter().map(|of| of.member).collect();
    let around = |id: &MemberId| {
        std::iter::successors(Some(*id), |id| names.member(*id).and_then(|member| member.parent))
    };
    let ours = mentioned.iter().flat_map(around).any(|id| namesakes.contains(&id));
    let choice = mentioned
        .iter()
        .filter_map(|id| names.member(*id)?.field())
        .any(|field| field.kind.choices().iter().any(|choice| choice.label == quoted));
    let mut literal = false;
    for expression in both {
        expression.visit(&mut |of| match &of.node {
            Node::Text(text) | Node::StartsWith(_, text) | Node::EndsWith(_, text) => {
                literal |= text == quoted
            }
            _ => {}
        });
    }
    (!ours && !choice && !literal).then(|| first.path.clone())
}

/// Every figure of a rule, as printed.
fn figures(both: &[&Expression]) -> HashSet<String> {
    let mut known = HashSet::new();
    for expression in both {
        expression.visit(&mut |of| match (&of.node, of.ty) {
            (Node::Number(value), Type::Number { places }) => {
                known.insert(decimal::print(*value, places));
            }
            (Node::Date { month, day, .. }, _) => known.extend([month.to_string(), day.to_string()]),
            (Node::StartsWith(_, text) | Node::EndsWith(_, text) | Node::Text(text), _) => {
                known.extend(numbers(text).into_iter().map(|(_, number)| number.to_owned()));
            }
            _ => {}
        });
    }
    known
}

/// Numbers that stand for themselves: not in “ ”, not in a place, not part of a word or a web address, no percentage.
fn numbers(text: &str) -> Vec<(Range<usize>, &str)> {
    let quoted = quotes(text);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(first) = text.get(at..).and_then(|rest| rest.find(|c: char| c.is_ascii_digit())) {
        let start = at + first;
        let rest = text.get(start..).unwrap_or_default();
        let length = length_of_number(rest);
        let number = rest.get(..length).unwrap_or_default().trim_end_matches('.');
        at = start + length;
        let before = text.get(..start).unwrap_or_default();
        let after = text.get(start + number.len()..).unwrap_or_default();
        let word = before.ends_with(|c: char| c.is_ascii_graphic())
            || after.starts_with(|c: char| c.is_ascii_graphic() && !",;:".contains(c))
            || before.rfind('{').is_some_and(|open| !before.get(open..).unwrap_or_default().contains('}'));
        if !word && !quoted.iter().any(|(range, _)| range.contains(&start)) {
            found.push((start..start + number.len(), number));
        }
    }
    found
}

/// A number with its point, and with commas between thousands.
fn length_of_number(text: &str) -> usize {
    let plain = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    let behind = text.get(plain..).unwrap_or_default();
    let group = behind
        .strip_prefix([',', '，'])
        .filter(|group| group.chars().take_while(char::is_ascii_digit).count() == 3);
    group.map_or(plain, |group| text.len() - group.len() + length_of_number(group))
}

/// Words that compare, and whether they say that what stands before is larger.
const WORDS: [(&str, bool); 10] = [
    ("大于", true),
    ("超过", true),
    ("多于", true),
    ("高于", true),
    ("晚于", true),
    ("小于", false),
    ("少于", false),
    ("低于", false),
    ("早于", false),
    ("不足", false),
];

/// The one comparing word of a message that puts the sides of a simple comparison the wrong way round.
fn contradiction<'t>(
    text: &'t str,
    template: &Template,
    names: &Names<'_>,
    assert: &Expression,
) -> Option<(Range<usize>, &'t str)> {
    let (comparison, left, right) = simple(assert)?;
    let mut words = WORDS.iter().flat_map(|(word, larger)| {
        text.match_indices(word).map(move |(at, found)| (at..at + found.len(), found, *larger))
    });
    let (range, word, larger) = words.next().filter(|_| words.next().is_none())?;
    let before = text.get(..range.start)?;
    let after = text.get(range.end..)?;
    let value_of = |part: &str, of: Reference| {
        let member = names.member(of.member);
        template.iter().any(|piece| matches!(piece, Piece::Value { of: given, .. } if *given == of))
            && member.is_some_and(|member| part.contains(&format!("{{{}", member.path)))
    };
    let in_part = |part: &str, of: Reference| {
        names.member(of.member).is_some_and(|member| part.contains(member.label.as_str()))
            || value_of(part, of)
    };
    let comparison = if in_part(before, left) && !in_part(before, right) && in_part(after, right) {
        comparison
    } else if in_part(before, right) && !in_part(before, left) && in_part(after, left) {
        comparison.flipped()
    } else {
        return None;
    };
    let wants_larger = match comparison {
        Comparison::Greater | Comparison::GreaterOrEqual => true,
        Comparison::Less | Comparison::LessOrEqual => false,
        Comparison::Equal | Comparison::NotEqual => return None,
    };
    let lead: Vec<char> = before.chars().rev().take(3).collect();
    let negated = lead.contains(&'不') || lead.contains(&'未');
    let norm = lead.iter().any(|sign| "应须能得可宜要必".contains(*sign));
    // 应大于 and 不应大于 say what must hold, a bare 大于 what was found; a bare 不大于 can be either.
    let wrong = match (norm, negated) {
        (true, _) => (larger != negated) != wants_larger,
        (false, false) => larger == wants_larger,
        (false, true) => false,
    };
    wrong.then_some((range, word))
}

/// A comparison of two fields.
fn simple(assert: &Expression) -> Option<(Comparison, Reference, Reference)> {
    let Node::Compare(comparison, left, right) = &assert.node else { return None };
    match (&left.node, &right.node) {
        (Node::Read(left), Node::Read(right)) if left.member != right.member => {
            Some((*comparison, *left, *right))
        }
        _ => None,
    }
}
