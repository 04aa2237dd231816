//! `matches()`: patterns of the portable subset, each made into an automaton once.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use regex_automata::Input;
use regex_automata::dfa::{Automaton, dense};

/// Most bytes of an automaton, so that no pattern can eat the memory.
const MAX_AUTOMATON: usize = 4 << 20;
/// Automata that are kept.
const KEPT: usize = 256;

type Dfa = Arc<dense::DFA<Vec<u32>>>;

static AUTOMATA: Mutex<Option<HashMap<String, Option<Dfa>>>> = Mutex::new(None);

/// Whether an anchored pattern (see [`crate::form::Pattern::anchored`]) is found in a text; none where it is no pattern.
#[must_use]
pub fn is_match(anchored: &str, text: &str) -> Option<bool> {
    let dfa = automaton(anchored)?;
    dfa.try_search_fwd(&Input::new(text)).ok().map(|found| found.is_some())
}

fn automaton(anchored: &str) -> Option<Dfa> {
    let mut automata = AUTOMATA.lock().unwrap_or_else(PoisonError::into_inner);
    let automata = automata.get_or_insert_with(HashMap::new);
    if let Some(known) = automata.get(anchored) {
        return known.clone();
    }
    if automata.len() >= KEPT {
        automata.clear();
    }
    let config = dense::Config::new()
        .dfa_size_limit(Some(MAX_AUTOMATON))
        .determinize_size_limit(Some(MAX_AUTOMATON))
        .start_kind(regex_automata::dfa::StartKind::Unanchored);
    let made = dense::Builder::new().configure(config).build(anchored).ok().map(Arc::new);
    automata.insert(anchored.to_owned(), made.clone());
    made
}
