//! Named patterns as small automata: a regular-expression engine builds them here, none is needed where they run.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use regex_automata::dfa::{Automaton, dense};
use regex_automata::util::primitives::StateID;
use regex_automata::util::start::Config;
use regex_automata::util::syntax;
use regex_automata::{Anchored, MatchKind};
use tianbao_schema::Form;
use tianbao_schema::expr::{Expression, Node};
use tianbao_schema::form::{FixAction, Kind, Pattern, PatternId, Scope};

use super::names::Names;

/// A static for each pattern that a field or rule uses.
pub(super) fn all(form: &Form, names: &Names) -> TokenStream {
    let statics = used(form).into_iter().map(|id| {
        let (name, pattern) = (names.pattern(id), form.pattern(id));
        let (message, doc) = (&pattern.message, format!(" `{}`", pattern.anchored()));
        let dfa = automaton(pattern);
        quote! {
            #[doc = #doc]
            static #name: Pattern = Pattern { message: #message, dfa: #dfa };
        }
    });
    quote! { #(#statics)* }
}

fn used(form: &Form) -> BTreeSet<PatternId> {
    let mut used = BTreeSet::new();
    for (_, field) in form.fields() {
        if let Kind::Text { pattern: Some(pattern), .. } = field.kind {
            used.insert(pattern);
        }
    }
    let mut see = |expression: &Expression| {
        if let Node::Matches(_, pattern) = &expression.node {
            used.insert(*pattern);
        }
    };
    for rule in &form.rules {
        let fix = rule.fix.as_ref().and_then(|fix| match &fix.action {
            FixAction::Set(value) => Some(value),
            FixAction::Remove => None,
        });
        for expression in rule.when.iter().chain([&rule.assert]).chain(fix) {
            expression.visit(&mut see);
        }
    }
    used
}

/// A table of an automaton, states numbered anew: 0 is dead, those that accept come last.
struct Table {
    classes: Vec<(u8, u8)>,
    width: usize,
    next: Vec<u16>,
    start: u16,
    accepting: u16,
}

fn automaton(pattern: &Pattern) -> TokenStream {
    // A checked pattern compiles; a table that matches nothing stands in for one that is too large.
    let Table { classes, width, next, start, accepting } = table(pattern).unwrap_or_else(|| Table {
        classes: vec![(0, 0)],
        width: 1,
        next: vec![0],
        start: 0,
        accepting: 1,
    });
    let part = pattern.scope == Scope::Has;
    let classes = classes.iter().map(|(byte, class)| {
        let (byte, class) = (Literal::u8_unsuffixed(*byte), Literal::u8_unsuffixed(*class));
        quote! { (#byte, #class) }
    });
    let next = next.iter().map(|state| Literal::u16_unsuffixed(*state));
    let width = Literal::usize_unsuffixed(width);
    let (start, accepting) = (Literal::u16_unsuffixed(start), Literal::u16_unsuffixed(accepting));
    quote! {
        Dfa {
            classes: classes(&[#(#classes),*]),
            width: #width,
            next: &[#(#next),*],
            start: #start,
            accepting: #accepting,
            part: #part,
        }
    }
}

fn table(pattern: &Pattern) -> Option<Table> {
    let expression = match pattern.scope {
        Scope::Whole => format!("^(?:{})$", pattern.expression),
        // Any bytes may come before; no character begins inside another one.
        Scope::Has => format!("^(?s-u:.*)(?:{})", pattern.expression),
    };
    let dfa = dense::Builder::new()
        .syntax(syntax::Config::new().utf8(false))
        .configure(
            dense::Config::new()
                .minimize(true)
                .match_kind(MatchKind::All)
                .dfa_size_limit(Some(8 << 20))
                .determinize_size_limit(Some(64 << 20)),
        )
        .build(&expression)
        .ok()?;
    let start = dfa.start_state(&Config::new().anchored(Anchored::Yes)).ok()?;
    let states = reachable(&dfa, start);
    // At the end of the text an automaton takes one more step.
    let accepts = |state: StateID| dfa.is_match_state(dfa.next_eoi_state(state));
    let alive = alive(&dfa, &states, &accepts);
    let mut numbers = BTreeMap::new();
    let (rejecting, accepting): (Vec<StateID>, Vec<StateID>) =
        states.iter().copied().filter(|state| alive.contains(state)).partition(|state| !accepts(*state));
    for state in rejecting.iter().chain(&accepting) {
        numbers.insert(*state, u16::try_from(numbers.len() + 1).ok()?);
    }
    let number = |state: StateID| numbers.get(&state).copied().unwrap_or(0);
    let ordered: Vec<StateID> = rejecting.iter().chain(&accepting).copied().collect();
    let columns: Vec<Vec<u16>> = (0..=255)
        .map(|byte| ordered.iter().map(|state| number(dfa.next_state(*state, byte))).collect())
        .collect();
    let (classes, distinct) = classes(&columns);
    let mut next = vec![0; distinct.len()];
    for row in 0..ordered.len() {
        next.extend(distinct.iter().map(|column| column[row]));
    }
    let accepting = u16::try_from(rejecting.len() + 1).ok()?;
    Some(Table { classes, width: distinct.len(), next, start: number(start), accepting })
}

fn reachable(dfa: &dense::DFA<Vec<u32>>, start: StateID) -> Vec<StateID> {
    let mut found = vec![start];
    let mut seen = BTreeSet::from([start]);
    let mut at = 0;
    while let Some(state) = found.get(at).copied() {
        at += 1;
        for byte in 0..=255 {
            let next = dfa.next_state(state, byte);
            if seen.insert(next) {
                found.push(next);
            }
        }
    }
    found
}

/// The states from which an accepting one can still be reached.
fn alive(
    dfa: &dense::DFA<Vec<u32>>,
    states: &[StateID],
    accepts: &impl Fn(StateID) -> bool,
) -> BTreeSet<StateID> {
    let mut before: BTreeMap<StateID, Vec<StateID>> = BTreeMap::new();
    for state in states {
        for byte in 0..=255 {
            before.entry(dfa.next_state(*state, byte)).or_default().push(*state);
        }
    }
    let mut alive: BTreeSet<StateID> = states.iter().copied().filter(|state| accepts(*state)).collect();
    let mut todo: Vec<StateID> = alive.iter().copied().collect();
    while let Some(state) = todo.pop() {
        for earlier in before.get(&state).into_iter().flatten() {
            if alive.insert(*earlier) {
                todo.push(*earlier);
            }
        }
    }
    alive
}

/// The bytes at which another class begins, and the columns of the classes.
fn classes(columns: &[Vec<u16>]) -> (Vec<(u8, u8)>, Vec<&Vec<u16>>) {
    let mut starts: Vec<(u8, u8)> = Vec::new();
    let mut distinct: Vec<&Vec<u16>> = Vec::new();
    for (byte, column) in (0..=u8::MAX).zip(columns) {
        let class = distinct.iter().position(|known| *known == column).unwrap_or_else(|| {
            distinct.push(column);
            distinct.len() - 1
        }) as u8;
        if starts.last().is_none_or(|(_, last)| *last != class) {
            starts.push((byte, class));
        }
    }
    (starts, distinct)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn matches(scope: Scope, expression: &str, text: &str) -> bool {
        let pattern = Pattern {
            name: "p".into(),
            scope,
            expression: expression.into(),
            example: String::new(),
            message: String::new(),
        };
        let table = table(&pattern).unwrap();
        let mut classes = [0; 256];
        for (start, class) in &table.classes {
            classes[usize::from(*start)..].fill(*class);
        }
        let (next, part) = (table.next.leak(), scope == Scope::Has);
        let Table { width, start, accepting, .. } = table;
        tianbao_core::compiled::Dfa { classes, width, next, start, accepting, part }.matches(text)
    }

    #[test]
    fn whole_patterns_match_the_whole_text() {
        let icp = "[一-鿿]ICP备([0-9]{8}|[0-9]{10})(号(-[0-9]{1,2})?)?";
        for text in ["京ICP备05060933", "湘ICP备0902399512号-3"] {
            assert!(matches(Scope::Whole, icp, text), "{text}");
        }
        for text in ["", "京ICP备0506093", "京ICP备05060933\n", "x京ICP备05060933", "京ICP备05060933号-123"]
        {
            assert!(!matches(Scope::Whole, icp, text), "{text}");
        }
        assert!(matches(Scope::Whole, "a|bc", "a") && !matches(Scope::Whole, "a|bc", "ac"));
        assert!(matches(Scope::Whole, "[^a]", "\n") && matches(Scope::Whole, "a*", ""));
    }

    #[test]
    fn part_patterns_match_anywhere() {
        for text in ["中", "abc中", "\n中x"] {
            assert!(matches(Scope::Has, "[一-鿿]", text), "{text}");
        }
        assert!(!matches(Scope::Has, "[一-鿿]", "abc é") && matches(Scope::Has, "a*", ""));
    }
}
