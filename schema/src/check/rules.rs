//! Rules: expressions typed, messages and fixes held against them, repeats found.

use std::collections::{HashMap, HashSet};

use super::Check;
use super::cases::CasePlaces;
use super::was::Named;
use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::expr::{self, Expression, Names, Wanted};
use crate::form::{FixAction, MemberId, Pattern, Piece, Rule, RuleFix, Template, Withdrawn};
use crate::node::Scalar;
use crate::place::Span;
use crate::spec::{FixSpec, RuleSpec};

/// The rules, and where the cases of those in force stand in the spec.
#[derive(Default)]
pub(super) struct Rules {
    pub(super) rules: Vec<Rule>,
    pub(super) withdrawn: Vec<Withdrawn>,
    /// One for each rule in force; none where the cases are not worth running.
    pub(super) places: Vec<Option<CasePlaces>>,
}

/// What was seen so far, for finding repeats.
#[derive(Default)]
struct Seen {
    ids: HashMap<String, Span>,
    /// Ids of the base's rules.
    base: HashSet<String>,
    /// `when` and `assert` in normal form; no place where the rule stands in the base.
    conditions: HashMap<(String, String), Option<Span>>,
}

impl Seen {
    fn of(base: &[Rule]) -> Self {
        let normal = |rule: &Rule| {
            let when = rule.when.as_ref().map_or_else(String::new, expr::normal_form);
            ((when, expr::normal_form(&rule.assert)), None)
        };
        Self {
            ids: HashMap::new(),
            base: base.iter().map(|rule| rule.id.clone()).collect(),
            conditions: base.iter().map(normal).collect(),
        }
    }
}

/// `when` and `assert` with what they read.
struct Condition {
    when: Option<Expression>,
    assert: Expression,
    references: expr::References,
}

impl Check<'_> {
    /// `base` are the rules of the form that an addition extends.
    pub(super) fn rules(&mut self, specs: Vec<RuleSpec>, base: &[Rule]) -> Rules {
        // The names are borrowed while `self` collects diagnostics.
        let (members, patterns): (_, Vec<Pattern>) = (self.members.clone(), self.patterns.clone());
        let names = Names::new(&members, &patterns);
        let mut seen = Seen::of(base);
        let mut found = Vec::with_capacity(specs.len());
        let mut named = Vec::with_capacity(specs.len());
        for mut spec in specs {
            let (was, place) = (spec.was.take(), spec.id.as_ref().map_or(spec.span, |id| id.span));
            let withdrawn = spec.withdrawn.clone().and_then(|withdrawn| self.withdrawn(&withdrawn));
            if let Some((rule, places)) = self.rule(spec, &names, &mut seen) {
                named.push(Named { now: rule.id.clone(), before: rule.id.clone(), place, was });
                found.push((rule, places, withdrawn));
            }
        }
        let mut rules = Rules::default();
        for ((mut rule, places, withdrawn), was) in found.into_iter().zip(self.former(&named)) {
            rule.was = was;
            match withdrawn {
                Some(correction) => rules.withdrawn.push(Withdrawn { rule, correction }),
                None => {
                    rules.rules.push(rule);
                    rules.places.push(places);
                }
            }
        }
        rules
    }

    fn rule(
        &mut self,
        mut spec: RuleSpec,
        names: &Names<'_>,
        seen: &mut Seen,
    ) -> Option<(Rule, Option<CasePlaces>)> {
        let id = self.own_id(spec.id.take()?, seen)?;
        let found_before = self.diagnostics.len();
        let place = spec.assert.as_ref().map_or(id.span, |assert| assert.span);
        let condition = self.condition(&mut spec, names)?;
        // What is withdrawn may well be said again, or the other way round.
        if spec.withdrawn.is_none() {
            self.repeats(&id, &condition, seen);
        }
        let at = self.at(&id, spec.at.as_ref(), &condition.references)?;
        let when = condition.when.as_ref();
        let sentence = expr::sentence::of(names, when, &condition.assert);
        let written = match &spec.message {
            Some(message) => Some(
                expr::message::check(message, names, when, &condition.assert, self.diagnostics)
                    .unwrap_or_default(),
            ),
            None => None,
        };
        let title = spec.title.take()?.text;
        let (plain, message) = match (sentence, written) {
            (Some(sentence), written) => (sentence.plain, written.unwrap_or(sentence.message)),
            (None, Some(written)) => (in_labels(&written, names), written),
            // What is mended in it may be meant otherwise.
            (None, None) if self.found_in(place) => return None,
            (None, None) => {
                let zh = "这条规则写不成一句通顺的话，请写 message，说明不符合时怎么告诉填报人";
                self.error(Code::TB072, id.span, zh, "no sentence can be made of this rule; write a message");
                return None;
            }
        };
        let fix = spec.fix.take().and_then(|fix| self.fix(fix, at, names));
        // A rule that is wrong itself has cases that are wrong, too.
        let sound = self.diagnostics.len() == found_before;
        let (cases, places) = self.cases(&mut spec, &id, &condition.references);
        let places = places.filter(|_| sound);
        let severity = spec.severity?.value;
        let changed = spec.changed.and_then(|changed| self.changed(&changed, severity));
        let rule = Rule {
            id: id.text,
            was: None,
            title,
            when: condition.when,
            assert: condition.assert,
            severity,
            changed,
            basis: spec.basis?.value,
            at,
            sentence: plain,
            message,
            advice: spec.advice.map(|advice| advice.text),
            fix,
            mentions: condition.references.mentions,
            reads: condition.references.reads,
            cases,
        };
        Some((rule, places))
    }

    /// The id, where no rule has it, here or in the base.
    fn own_id(&mut self, id: Scalar, seen: &mut Seen) -> Option<Scalar> {
        if seen.base.contains(&id.text) {
            let zh = format!(
                "“{}”是原表的规则，补充不能改它；要更严写在 stricter 里，另加一条就换一个编号",
                id.text
            );
            self.error(Code::TB055, id.span, zh, "this is a rule of the base; tighten it under `stricter`");
            return None;
        }
        if !self.rule_id(&id) {
            return None;
        }
        if let Some(first) = seen.ids.insert(id.text.clone(), id.span) {
            let zh = format!("规则编号“{}”已经用过，请换一个", id.text);
            let diagnostic = Diagnostic::error(Code::TB042, id.span, zh, "this rule id is taken");
            self.diagnostics.push(diagnostic.note(Some(first), "第一次在这里", "first used here"));
            return None;
        }
        Some(id)
    }

    fn condition(&mut self, spec: &mut RuleSpec, names: &Names<'_>) -> Option<Condition> {
        let when = spec.when.take().map(|when| self.expression(&when, names, Wanted::Truth));
        let assert =
            spec.assert.take().map(|assert| (assert.span, self.expression(&assert, names, Wanted::Truth)));
        let when = match when {
            Some(None) => return None,
            Some(found) => found,
            None => None,
        };
        let (place, assert) = assert?;
        let assert = assert?;
        let before = self.diagnostics.len();
        expr::presence(names, when.as_ref(), &assert, self.diagnostics);
        // A has() that always holds is the reason why a rule can never fail: said once.
        let explained = self.diagnostics.len() > before;
        match expr::interval::verdict(names, when.as_ref(), &assert) {
            Some(true) if explained => {}
            Some(true) => {
                let zh = "这条规则永远不会不成立，等于没有查；请核对式子和项目的界限";
                self.warning(Code::TB026, place, zh, "this rule can never fail");
            }
            Some(false) => {
                let zh = "这条规则永远不成立，怎么填都不对；请核对式子和项目的界限";
                self.error(Code::TB026, place, zh, "this rule can never hold");
            }
            None => expr::presence(names, when.as_ref(), &assert, self.diagnostics),
        }
        let both: Vec<&Expression> = when.iter().chain([&assert]).collect();
        let references = expr::references(&both);
        if references.mentions.is_empty() {
            self.error(Code::TB026, place, "这条规则一个项目也没有读", "this rule reads no field");
            return None;
        }
        Some(Condition { when, assert, references })
    }

    /// An expression; what follows only from a field that was refused is not said again.
    fn expression(&mut self, text: &Scalar, names: &Names<'_>, wanted: Wanted) -> Option<Expression> {
        let mut found = Vec::new();
        let expression = expr::check(text, names, wanted, &mut found);
        let broken = self.broken.iter().chain(&self.unnamed).any(|path| text.text.contains(path.as_str()));
        self.diagnostics.extend(found.into_iter().filter(|diagnostic| {
            !(broken && matches!(diagnostic.code, Code::TB021 | Code::TB023 | Code::TB024 | Code::TB028))
        }));
        expression
    }

    fn repeats(&mut self, id: &Scalar, condition: &Condition, seen: &mut Seen) {
        let when = condition.when.as_ref().map_or_else(String::new, expr::normal_form);
        let key = (when, expr::normal_form(&condition.assert));
        let opposite = (key.0.clone(), expr::negated_form(&condition.assert));
        if let Some(first) = seen.conditions.get(&opposite) {
            let zh = "这条规则与另一条正相反，怎么填都有一条不符合";
            let diagnostic = Diagnostic::error(Code::TB027, id.span, zh, "this rule contradicts another");
            self.diagnostics.push(the_other(diagnostic, *first));
        }
        if let Some(first) = seen.conditions.insert(key, Some(id.span)) {
            let diagnostic = Diagnostic::warning(
                Code::TB027,
                id.span,
                "这条规则与另一条说的一样，留一条就够了",
                "this rule repeats another",
            );
            self.diagnostics.push(the_other(diagnostic, first));
        }
    }

    /// Where the finding stands: as written, else the longest path that starts the id, else the first field read.
    fn at(
        &mut self,
        id: &Scalar,
        written: Option<&Scalar>,
        references: &expr::References,
    ) -> Option<MemberId> {
        if let Some(path) = written {
            return self.path(path, &path.text);
        }
        let mut path = id.text.as_str();
        while let Some((shorter, _)) = path.rsplit_once('.') {
            path = shorter;
            if let Some(found) = self.paths.get(path)
                && !self.member(*found).is_group()
            {
                return Some(*found);
            }
        }
        let this_year =
            |list: &[crate::form::Reference]| list.iter().find(|reference| !reference.previous).copied();
        let first = this_year(&references.reads).or_else(|| this_year(&references.mentions));
        if first.is_none() {
            let zh = "这条规则只读上年的项目，请用 at 写明问题算在哪一项上";
            self.error(Code::TB041, id.span, zh, "this rule reads last year's fields only; give `at`");
        }
        first.map(|reference| reference.member)
    }

    fn fix(&mut self, spec: FixSpec, at: MemberId, names: &Names<'_>) -> Option<RuleFix> {
        let safe = spec.safe.is_some_and(|safe| safe.value);
        let remove = spec.remove.filter(|remove| remove.value);
        let action = match (spec.set, remove) {
            (Some(set), None) => FixAction::Set(self.expression(&set, names, Wanted::FixFor(at))?),
            (None, Some(remove)) => {
                if !self.member(at).optional {
                    let zh = format!("“{}”是必填项，不能删去", self.member(at).full_label);
                    self.error(Code::TB074, remove.span, zh, "a required field cannot be removed");
                    return None;
                }
                FixAction::Remove
            }
            (Some(_), Some(remove)) => {
                self.error(
                    Code::TB046,
                    remove.span,
                    "set 与 remove 只写一个",
                    "give either `set` or `remove`",
                );
                return None;
            }
            (None, None) => {
                let zh = "改法要写 set（改成什么）或 remove: true（删去）";
                self.error(Code::TB041, spec.span, zh, "a fix needs `set` or `remove`");
                return None;
            }
        };
        Some(RuleFix { action, safe })
    }
}

/// Says where the other of two rules stands.
fn the_other(diagnostic: Diagnostic, place: Option<Span>) -> Diagnostic {
    match place {
        Some(_) => diagnostic.note(place, "另一条在这里", "the other is here"),
        None => diagnostic.note(None, "另一条是原表的", "the other is the base's"),
    }
}

/// A message with the labels of its places instead of their values.
fn in_labels(message: &Template, names: &Names<'_>) -> String {
    message
        .iter()
        .map(|piece| match piece {
            Piece::Text(text) => text.as_str(),
            Piece::Value { of, .. } => names.member(of.member).map_or("", |member| member.label.as_str()),
            Piece::Figure(_) => "…",
        })
        .collect()
}
