//! Instructions: whether the words that say what is counted changed, and which.

use tianbao_schema::form::{Part, PartKind};

use super::{At, Change, ChangeKind, Comparison, quoted};

impl Comparison<'_> {
    /// Compares two instructions. `scope` is what a change of the words that say what counts is called.
    pub(super) fn instruction(&mut self, scope: ChangeKind, at: At, old: &[Part], new: &[Part]) {
        let text = |parts: &[Part]| parts.iter().map(|part| part.text.as_str()).collect::<String>();
        if old == new {
            return;
        }
        if text(old) == text(new) {
            let kinds =
                |parts: &[Part]| parts.iter().map(|part| part.kind.label()).collect::<Vec<_>>().join("、");
            let change = Change::new(ChangeKind::InstructionResliced, at);
            self.push(change.before(kinds(old)).after(kinds(new)));
            return;
        }
        let counted = |parts: &[Part]| {
            let parts = parts.iter().filter(|part| says_what_counts(part.kind));
            parts.map(|part| part.text.as_str()).collect::<String>()
        };
        let (before, after) = differing(old, new);
        let change = if counted(old) == counted(new) {
            Change::new(ChangeKind::InstructionReworded, at)
        } else {
            Change::new(scope, at).note("同名不同口径，与上年不可比")
        };
        self.push(change.before(shown(&before)).after(shown(&after)));
    }
}

/// True for the parts that decide what is filled in or counted.
const fn says_what_counts(kind: PartKind) -> bool {
    match kind {
        PartKind::Fill | PartKind::Includes | PartKind::Excludes | PartKind::Repeats | PartKind::Select => {
            true
        }
        PartKind::Example | PartKind::Means | PartKind::Limit => false,
    }
}

/// The parts that differ, without the same ones before and after.
fn differing(old: &[Part], new: &[Part]) -> (String, String) {
    let same = |one: &Part, other: &Part| one.text == other.text;
    let head = old.iter().zip(new).take_while(|(one, other)| same(one, other)).count();
    let rest = old.len().min(new.len()) - head;
    let tail =
        old.iter().rev().zip(new.iter().rev()).take(rest).take_while(|(one, other)| same(one, other)).count();
    let middle = |parts: &[Part]| {
        let middle = parts.get(head..parts.len() - tail).unwrap_or_default();
        middle.iter().map(|part| part.text.as_str()).collect::<String>()
    };
    (middle(old), middle(new))
}

fn shown(text: &str) -> String {
    match text.trim().trim_end_matches(['。', '，', '；']) {
        "" => "（无）".to_owned(),
        text => quoted(text),
    }
}
