//! Judges the rules of a form on a draft.

use std::borrow::Cow;

use super::intake::keeps;
use super::unusable::Unusable;
use super::{Draft, Form, Kind, Reference, Rule, RuleFix, Slot};
use crate::finding::{Finding, Fix, PatchOperation, ValueRead};
use crate::order::{Findings, Order};
use crate::print;
use crate::verdict::{NotApplicable, RuleOutcomes};

/// The report, last year's, and which of their members have findings of their own.
pub(super) struct Reports<'r> {
    pub(super) form: &'static Form,
    pub(super) report: Draft<'r>,
    pub(super) last: Draft<'r>,
    pub(super) unusable: &'r Unusable,
    pub(super) last_unusable: &'r Unusable,
}

impl Reports<'_> {
    /// The outcome of every rule; the findings of those that fail are added to `findings`.
    pub(super) fn judge(&self, findings: &mut Findings) -> RuleOutcomes {
        let rules = self.form.rules;
        let mut outcomes =
            RuleOutcomes { passed: Vec::with_capacity(rules.len()), ..RuleOutcomes::default() };
        let all_usable = self.unusable.is_empty() && self.last_unusable.is_empty();
        for (index, rule) in rules.iter().enumerate() {
            if !self.is_ready(rule, all_usable) {
                outcomes.not_applicable.push(self.not_applicable(rule));
            } else if (rule.holds)(&self.report, &self.last) {
                outcomes.passed.push(Cow::Borrowed(rule.id));
            } else {
                outcomes.failed.push(Cow::Borrowed(rule.id));
                findings.push(Order::rule(rule.at, index), self.finding(rule));
            }
        }
        outcomes
    }

    fn draft(&self, reference: Reference) -> &Draft<'_> {
        if reference.previous.is_some() { &self.last } else { &self.report }
    }

    fn is_absent(&self, reference: Reference) -> bool {
        !self.draft(reference).has(reference.member)
    }

    fn is_unusable(&self, reference: Reference) -> bool {
        let unusable = if reference.previous.is_some() { self.last_unusable } else { self.unusable };
        unusable.covers(self.form, reference.member)
    }

    fn is_ready(&self, rule: &Rule, all_usable: bool) -> bool {
        // Of a report that cannot be read at all no rule is judged, also none that looks at last year's only.
        !self.unusable.all
            && (all_usable || !rule.mentions.iter().any(|reference| self.is_unusable(*reference)))
            && !rule.reads.iter().any(|reference| self.is_absent(*reference))
    }

    #[cold]
    fn not_applicable(&self, rule: &Rule) -> NotApplicable {
        let path = |reference: &Reference| {
            Cow::Borrowed(reference.previous.unwrap_or(self.form.members[reference.member].path))
        };
        let is_missing = |read: &&Reference| self.is_absent(**read) && !self.is_unusable(**read);
        NotApplicable {
            rule: Cow::Borrowed(rule.id),
            absent: rule.reads.iter().filter(is_missing).map(path).collect(),
            unusable: rule.mentions.iter().filter(|at| self.is_unusable(**at)).map(path).collect(),
        }
    }

    #[cold]
    fn finding(&self, rule: &Rule) -> Finding {
        let place = &self.form.members[rule.at].place;
        Finding {
            code: Cow::Borrowed(rule.id),
            severity: rule.severity,
            path: place.path.clone(),
            label: place.label.clone(),
            clause: place.clause.clone(),
            message: (rule.message)(&self.report, &self.last),
            values: self.values(rule.mentions),
            advice: rule.advice.map(Cow::Borrowed),
            fixes: rule
                .fix
                .as_ref()
                .and_then(|fix| self.fix(rule.at, fix))
                .map_or(Vec::new(), |fix| vec![fix]),
            explanation: None,
        }
    }

    fn values(&self, mentions: &[Reference]) -> Vec<ValueRead> {
        let mut values = Vec::with_capacity(mentions.len());
        for reference in mentions {
            let member = &self.form.members[reference.member];
            if !matches!(member.kind, Kind::Group { .. }) {
                values.push(ValueRead {
                    path: member.place.path.clone(),
                    label: member.place.label.clone(),
                    value: self.draft(*reference).slot(reference.member).json(&member.kind),
                    unit: member.place.unit.clone(),
                    previous: reference.previous.is_some(),
                });
            }
        }
        values
    }

    /// The offer; none where it cannot be made.
    fn fix(&self, at: usize, fix: &RuleFix) -> Option<Fix> {
        let (form, member) = (self.form, &self.form.members[at]);
        let path = member.place.path.clone();
        let (safe, description, operation) = match fix {
            RuleFix::Remove { safe } => {
                let there = self.report.has(at);
                there.then(|| (*safe, print::remove(member.label), PatchOperation::Remove { path }))?
            }
            RuleFix::Set { safe, mentions, reads, value } => {
                let has_place =
                    member.parent.is_none_or(|group| matches!(self.report.slot(group), Slot::Group));
                let is_lacking = reads.iter().any(|read| self.is_absent(*read))
                    || mentions.iter().any(|mention| self.is_unusable(*mention));
                if !has_place || is_lacking {
                    return None;
                }
                let setting = value(&self.report, &self.last);
                let value = setting.slot();
                if !keeps(form, at, value) {
                    return None;
                }
                let description = print::set(member.label, &value.show(&member.kind));
                (*safe, description, PatchOperation::Add { path, value: value.json(&member.kind) })
            }
        };
        Some(Fix { safe, description: Cow::Owned(description), patch: vec![operation] })
    }
}
