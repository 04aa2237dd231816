//! `matches()`: patterns of the portable subset, each made into an automaton once.

use std::collections::{BTreeSet, HashMap, HashSet, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

use regex_automata::Input;
use regex_automata::dfa::{Automaton, dense};
use regex_automata::util::primitives::StateID;

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

/// States of two automata together that are looked at, at most.
const MOST_STATES: usize = 20_000;

/// The shortest text of usual characters that the one anchored pattern matches and the other does not; an empty
/// pattern matches everything. None where there is no such text (of these characters, as far as was looked).
#[must_use]
pub fn told_apart(one: &str, other: &str) -> Option<String> {
    let (one_dfa, other_dfa) = (automaton(one)?, automaton(other)?);
    let usual = (' '..='~').chain("一京号（）：、。".chars());
    let written = one.chars().chain(other.chars()).filter(|character| !character.is_ascii());
    let alphabet: Vec<char> = usual.chain(written).collect::<BTreeSet<char>>().into_iter().collect();
    let start = (Run::start(&one_dfa)?, Run::start(&other_dfa)?);
    let mut seen = HashSet::from([start]);
    let mut waiting = VecDeque::from([(start, String::new())]);
    while let Some(((one, other), text)) = waiting.pop_front() {
        if !text.is_empty() && one.matches(&one_dfa) && !other.matches(&other_dfa) {
            return Some(text);
        }
        for character in &alphabet {
            let next = (one.after(&one_dfa, *character), other.after(&other_dfa, *character));
            if seen.len() < MOST_STATES && seen.insert(next) {
                waiting.push_back((next, format!("{text}{character}")));
            }
        }
    }
    None
}

/// How far an automaton has come, and whether it has found a match on the way.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
struct Run {
    state: StateID,
    found: bool,
}

impl Run {
    fn start(dfa: &Dfa) -> Option<Self> {
        let state = dfa.start_state_forward(&Input::new("")).ok()?;
        Some(Self { state, found: false })
    }

    fn after(self, dfa: &Dfa, character: char) -> Self {
        let mut bytes = [0; 4];
        character.encode_utf8(&mut bytes).bytes().fold(self, |run, byte| {
            let state = dfa.next_state(run.state, byte);
            Self { state, found: run.found || dfa.is_match_state(state) }
        })
    }

    fn matches(self, dfa: &Dfa) -> bool {
        self.found || dfa.is_match_state(dfa.next_eoi_state(self.state))
    }
}
