//! Reports near the sample that try a rule: values at the boundaries of its comparisons, absent groups, other boxes.
//!
//! They show where a rule just holds and just fails, and where two editions of a rule differ.

mod values;

use std::collections::{HashSet, VecDeque};

use serde_json::{Map, Value};

use crate::form::{Case, Cases, Change, Form, Reference, Rule, Shown, lay};
use crate::judge;

pub use values::texts_near;

/// Reports tried for one rule at most.
const MOST: usize = 1500;
/// Fields changed at once at most.
const DEEPEST: usize = 3;

/// What a rule says of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It holds.
    Passed,
    /// It fails.
    Failed,
    /// It cannot be judged.
    NotApplicable,
}

/// What a rule says of a whole report, of which the fields that it mentions fit their kinds.
#[must_use]
pub fn outcome(form: &Form, rule: &Rule, report: &Value, previous: &Value) -> Outcome {
    match judge::readiness(form, rule, report, previous, &|_| false) {
        Err(_) => Outcome::NotApplicable,
        Ok(()) if judge::holds(form, rule, report, previous) => Outcome::Passed,
        Ok(()) => Outcome::Failed,
    }
}

/// Tries reports that differ from the sample in what the rule mentions, those with fewest differences first, until
/// `wanted` has an answer. The author's own cases come before all. Each is shown by what the rule mentions, and `also`
/// what somebody else asks for.
pub fn try_reports<T>(
    form: &Form,
    rule: &Rule,
    also: &[Reference],
    mut wanted: impl FnMut(&Case, &Shown) -> Option<T>,
) -> Option<T> {
    let excerpt = Excerpt::of(form, rule.mentions.iter().chain(also));
    let own = rule.cases.iter().flat_map(|cases| [&cases.fails, &cases.holds]);
    if let Some(found) = own.into_iter().find_map(|case| wanted(case, &excerpt.shown(form, case))) {
        return Some(found);
    }
    let reads_previous = rule.mentions.iter().any(|of| of.previous);
    let start = Case { report: Vec::new(), previous: reads_previous.then(Vec::new) };
    let mut seen = HashSet::from([key(&start)]);
    let mut waiting = VecDeque::from([start]);
    while let Some(case) = waiting.pop_front() {
        let shown = excerpt.shown(form, &case);
        if let Some(found) = wanted(&case, &shown) {
            return Some(found);
        }
        if size(&case) >= DEEPEST || seen.len() >= MOST {
            continue;
        }
        for of in &rule.mentions {
            for value in values::near(form, rule, *of, &shown) {
                let next = with(&case, *of, value);
                if seen.len() < MOST && seen.insert(key(&next)) {
                    waiting.push_back(next);
                }
            }
        }
    }
    None
}

/// Reports in which a rule just holds and just fails, where the search finds both.
#[must_use]
pub fn cases(form: &Form, rule: &Rule) -> Option<Cases> {
    let nothing = Value::Null;
    let find = |wanted: Outcome| {
        try_reports(form, rule, &[], |case, shown| {
            let previous = shown.previous.as_ref().unwrap_or(&nothing);
            // A rule whose condition is false holds too, but shows nothing.
            let shows = judge::applies(form, rule, &shown.report, previous);
            (shows && outcome(form, rule, &shown.report, previous) == wanted).then(|| case.clone())
        })
    };
    Some(Cases { fails: find(Outcome::Failed)?, holds: find(Outcome::Passed)? })
}

/// The sample's values of what rules mention: all that they can see, so that a search costs what the rules are large,
/// not the form.
struct Excerpt(Value);

impl Excerpt {
    fn of<'r>(form: &Form, mentioned: impl Iterator<Item = &'r Reference>) -> Self {
        let mut excerpt = Value::Object(Map::new());
        for of in mentioned {
            let member = form.member(of.member);
            if let Some(value) = form.sample.pointer(&member.pointer) {
                let value = Some(value.clone());
                lay(&form.members, &form.roots, &mut excerpt, &Change { member: of.member, value });
            }
        }
        Self(excerpt)
    }

    fn shown(&self, form: &Form, case: &Case) -> Shown {
        let laid = |changes: &[Change]| {
            let mut report = self.0.clone();
            for change in changes {
                lay(&form.members, &form.roots, &mut report, change);
            }
            report
        };
        Shown { report: laid(&case.report), previous: case.previous.as_deref().map(laid) }
    }
}

/// The case with one more value, in place of an earlier one of the same field.
fn with(case: &Case, of: Reference, value: Option<Value>) -> Case {
    let mut case = case.clone();
    let changes = match (&mut case.previous, of.previous) {
        (Some(previous), true) => previous,
        (_, _) => &mut case.report,
    };
    changes.retain(|change| change.member != of.member);
    changes.push(Change { member: of.member, value });
    // A field is laid into its group, so the group comes first.
    changes.sort_by_key(|change| change.member);
    case
}

fn size(case: &Case) -> usize {
    case.report.len() + case.previous.as_ref().map_or(0, Vec::len)
}

fn key(case: &Case) -> String {
    let one = |changes: &[Change]| {
        let texts = changes.iter().map(|change| format!("{}={:?}", change.member.0, change.value));
        texts.collect::<Vec<_>>().join(";")
    };
    format!("{}|{}", one(&case.report), one(case.previous.as_deref().unwrap_or_default()))
}
