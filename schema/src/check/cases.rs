//! Cases: `holds` and `fails` of every rule, and the sample, are run.

use serde_json::{Map, Value};
use tianbao_core::Severity;

use super::{Check, is_below};
use crate::codes::Code;
use crate::expr::References;
use crate::form::{Case, Cases, Change, Content, Form, Member, Reference, Rule, lay};
use crate::judge;
use crate::node::Scalar;
use crate::place::Span;
use crate::spec::{Pairs, RuleSpec, Tree};

/// Where a rule and its cases stand; no place for a case that has an error of its own, which is not run.
pub(super) struct CasePlaces {
    id: Span,
    holds: Option<Span>,
    fails: Option<Span>,
}

/// What a rule says of a case.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Outcome {
    Passed,
    Failed,
    NotApplicable,
}

impl Check<'_> {
    /// Reads the cases of a rule; both or none.
    pub(super) fn cases(
        &mut self,
        spec: &mut RuleSpec,
        id: &Scalar,
        references: &References,
    ) -> (Option<Cases>, Option<CasePlaces>) {
        let (holds, fails) = (spec.holds.take(), spec.fails.take());
        // The first key is enough to show which case is meant.
        let place = |pairs: &Option<Pairs<Tree>>| {
            pairs.as_ref().and_then(|pairs| pairs.entries.first()).map_or(id.span, |(key, _)| key.span)
        };
        let mut places = CasePlaces { id: id.span, holds: Some(place(&holds)), fails: Some(place(&fails)) };
        let cases = match (holds, fails) {
            (Some(holds), Some(fails)) => {
                let (holds, holds_is_read) = self.case(&holds, references);
                let (fails, fails_is_read) = self.case(&fails, references);
                places.holds = places.holds.filter(|_| holds_is_read);
                places.fails = places.fails.filter(|_| fails_is_read);
                Some(Cases { holds, fails })
            }
            (Some(_), None) | (None, Some(_)) if self.found_in(spec.span) => None,
            (Some(_), None) | (None, Some(_)) => {
                let zh = "holds（刚好成立）和 fails（刚好不成立）要成对写";
                self.error(Code::TB041, id.span, zh, "give both `holds` and `fails`");
                None
            }
            (None, None) => None,
        };
        (cases, Some(places))
    }

    /// A case, and whether all of it could be read.
    fn case(&mut self, pairs: &Pairs<Tree>, references: &References) -> (Case, bool) {
        let before = self.diagnostics.len();
        let reads_previous = references.mentions.iter().any(|reference| reference.previous);
        let mut case = Case { report: Vec::new(), previous: reads_previous.then(Vec::new) };
        for (key, tree) in &pairs.entries {
            match key.text.strip_prefix("previous.") {
                None => case.report.extend(self.change(key, &key.text, tree)),
                Some(path) => {
                    let change = self.change(key, path, tree);
                    match &mut case.previous {
                        Some(previous) => previous.extend(change),
                        None => {
                            let zh = "这条规则不读上年的报表，不用写 previous";
                            self.error(
                                Code::TB073,
                                key.span,
                                zh,
                                "this rule does not read last year's report",
                            );
                        }
                    }
                }
            }
        }
        let read = case.report.len() + case.previous.as_ref().map_or(0, Vec::len);
        (case, read == pairs.entries.len() && self.diagnostics.len() == before)
    }

    /// Runs every case, and every rule on the sample. Only what a rule reads is put together, so the work is linear.
    pub(super) fn run_cases(&mut self, form: &Form, places: &[Option<CasePlaces>]) {
        if !self.sample_is_read {
            return;
        }
        for (rule, places) in form.rules.iter().zip(places) {
            let Some(places) = places else { continue };
            if self.is_shown_wrong(form, rule, places) {
                continue;
            }
            let sample = Case { report: Vec::new(), previous: Some(Vec::new()) };
            if rule.severity == Severity::Error && outcome(form, rule, &sample) == Outcome::Failed {
                let zh = format!(
                    "样表（sample，没写的用各项的 example）不符合“{}”，请在 sample 里给出合适的值",
                    rule.title
                );
                self.warning(Code::TB049, places.id, zh, "the sample breaks this rule");
            }
        }
    }

    /// The base's cases, which an addition's stricter limits may spoil: those that no longer show their rule are left
    /// out. The base's rules must still hold in the sample; `place` is what may have changed that.
    pub(super) fn base_cases(&mut self, form: &mut Form, place: Option<Span>) {
        let base = form.addition.as_ref().map_or(0, |addition| addition.base.rules.len());
        let shows = |rule: &Rule| {
            rule.cases.as_ref().is_none_or(|Cases { holds, fails }| {
                let laid = |case: &Case| {
                    let last_year = case.previous.iter().flatten();
                    case.report.iter().chain(last_year).all(|change| may_be(form, change))
                };
                laid(holds)
                    && laid(fails)
                    && outcome(form, rule, holds) == Outcome::Passed
                    && outcome(form, rule, fails) == Outcome::Failed
            })
        };
        let spoiled: Vec<usize> = (0..base).filter(|rule| !shows(&form.rules[*rule])).collect();
        spoiled.into_iter().for_each(|rule| form.rules[rule].cases = None);
        let sample = Case { report: Vec::new(), previous: Some(Vec::new()) };
        let broken = form.rules[..base]
            .iter()
            .find(|rule| rule.severity == Severity::Error && outcome(form, rule, &sample) == Outcome::Failed);
        if let (Some(rule), Some(place), true) = (broken, place, self.sample_is_read) {
            let zh = format!("这样一来，样表不符合原表的“{}”；请在 sample 里给出合适的值", rule.title);
            self.warning(Code::TB049, place, zh, "the sample breaks a rule of the base");
        }
    }

    /// True (with a diagnostic) where a case does not do what it says.
    fn is_shown_wrong(&mut self, form: &Form, rule: &Rule, places: &CasePlaces) -> bool {
        let Some(cases) = &rule.cases else { return false };
        let (holds, fails) = (outcome(form, rule, &cases.holds), outcome(form, rule, &cases.fails));
        if let Some(place) = places.holds.filter(|_| holds != Outcome::Passed) {
            let zh = format!("holds 的例子应当符合“{}”，实际{}", rule.title, holds.label());
            self.error(Code::TB073, place, zh, "this case should hold, but does not");
        }
        if let Some(place) = places.fails.filter(|_| fails != Outcome::Failed) {
            let zh = format!("fails 的例子应当不符合“{}”，实际{}", rule.title, fails.label());
            self.error(Code::TB073, place, zh, "this case should fail, but does not");
        }
        holds != Outcome::Passed || fails != Outcome::Failed
    }
}

/// True where a member may have this value, or, without one, may be removed.
fn may_be(form: &Form, change: &Change) -> bool {
    let member = form.member(change.member);
    change.value.as_ref().map_or(member.optional, |value| is_sound(form, member, value))
}

/// True where a field's value keeps its limits; of a group, all that it must hold.
fn is_sound(form: &Form, member: &Member, value: &Value) -> bool {
    match &member.content {
        Content::Field(field) => judge::fits(form, field, value),
        Content::Group(children) => children
            .iter()
            .map(|child| form.member(*child))
            .all(|child| value.get(&child.name).map_or(child.optional, |value| is_sound(form, child, value))),
    }
}

impl Outcome {
    const fn label(self) -> &'static str {
        match self {
            Self::Passed => "符合",
            Self::Failed => "不符合",
            Self::NotApplicable => "没有查（有项目缺着）",
        }
    }
}

fn outcome(form: &Form, rule: &Rule, case: &Case) -> Outcome {
    let report = excerpt(form, rule, false, &case.report);
    let previous = excerpt(form, rule, true, case.previous.as_deref().unwrap_or_default());
    match judge::readiness(form, rule, &report, &previous, &|_| false) {
        Err(_) => Outcome::NotApplicable,
        Ok(()) if judge::holds(form, rule, &report, &previous) => Outcome::Passed,
        Ok(()) => Outcome::Failed,
    }
}

/// The sample's values of what a rule mentions, with the changes that touch them.
fn excerpt(form: &Form, rule: &Rule, previous: bool, changes: &[Change]) -> Value {
    let mut report = Value::Object(Map::new());
    let mentioned = || rule.mentions.iter().filter(move |reference| reference.previous == previous);
    for reference in mentioned() {
        let member = form.member(reference.member);
        if let Some(value) = form.sample.pointer(&member.pointer) {
            put(&mut report, &member.path, Some(value));
        }
    }
    for change in changes {
        let member = form.member(change.member);
        let touches = |reference: &Reference| {
            let other = &form.member(reference.member).path;
            *other == member.path || is_below(other, &member.path) || is_below(&member.path, other)
        };
        if !mentioned().any(touches) {
            continue;
        }
        let group = member.parent.map_or("", |group| form.member(group).pointer.as_str());
        if form.sample.pointer(group).is_some() {
            put(&mut report, &member.path, change.value.as_ref());
        } else {
            // A group that the sample lacks comes with its examples.
            lay(&form.members, &form.roots, &mut report, change);
        }
    }
    report
}

/// Sets or removes the value at a path, in whatever order: nobody prints this report.
fn put(report: &mut Value, path: &str, value: Option<&Value>) {
    let (groups, name) = path.rsplit_once('.').unwrap_or(("", path));
    let mut here = report;
    for group in groups.split('.').filter(|group| !group.is_empty()) {
        let Value::Object(object) = here else { return };
        here = object.entry(group).or_insert_with(|| Value::Object(Map::new()));
    }
    let Value::Object(object) = here else { return };
    match value {
        Some(value) => drop(object.insert(name.to_owned(), value.clone())),
        None => drop(object.shift_remove(name)),
    }
}
