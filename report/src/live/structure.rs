//! The structural findings of a report: where the schema refuses it, and what a parsed value hides.

use std::collections::{BTreeSet, HashSet};

use jsonschema::Validator;
use serde_json::Value;
use tianbao_core::message::{self, Expected, MOST_UNKNOWN, Place};
use tianbao_core::order::{EXPLANATIONS, Findings, Order};
use tianbao_core::{Date, Finding, decimal, reserved};
use tianbao_schema::Form;
use tianbao_schema::form::{Kind, Member, MemberId};

use super::locate::{Location, Locator, expected, place, unescape};
use super::schema::{self, Failure};
use super::text::Document;
use super::words;

/// What is found in a report's structure, and which of its members rules may not look at.
pub(super) struct Structure {
    /// The findings, with their places in the order.
    pub(super) findings: Findings,
    /// For each member of the form: it has a finding of its own.
    bad: Vec<bool>,
    /// Entries of `explanations` that have one.
    bad_explanations: HashSet<String>,
    /// True where the report could not be read at all.
    pub(super) unreadable: bool,
}

impl Structure {
    /// Of a report of which no field can be looked at.
    pub(super) fn unreadable(form: &Form, finding: Finding) -> Self {
        let bad = vec![true; form.members.len()];
        let mut findings = Findings::default();
        findings.push(Order::report(), finding);
        Self { findings, bad, bad_explanations: HashSet::new(), unreadable: true }
    }

    pub(super) fn of(form: &Form, validator: &Validator, locator: &Locator, document: &Document) -> Self {
        let report = &document.value;
        if !report.is_object() {
            let finding = message::wrong_type(&Place::ROOT, Expected::Report, &report.into());
            return Self::unreadable(form, finding);
        }
        let bad = vec![false; form.members.len()];
        let mut found =
            Self { findings: Findings::default(), bad, bad_explanations: HashSet::new(), unreadable: false };
        let failures = schema::failures(validator, report);
        let mut lists = BTreeSet::new();
        for (pointer, failures) in &failures.places {
            let value = report.pointer(pointer).unwrap_or(&Value::Null);
            match locator.locate(pointer) {
                Location::Member(id) if failures == &[Failure::Repeated] => drop(lists.insert(id)),
                Location::Item(id, _) => drop(lists.insert(id)),
                location => found.failed(form, location, value, failures),
            }
        }
        for id in lists {
            found.list(form.member(id), report);
        }
        for (pointer, names) in &failures.unknown {
            found.unknown(form, locator.locate(pointer), names);
        }
        let repeated: BTreeSet<&str> = document.duplicates.iter().map(String::as_str).collect();
        for pointer in repeated {
            found.duplicate(form, locator.locate(pointer));
        }
        found.hidden(form, report);
        found
    }

    /// True where the member, or a group around it, has a finding of its own.
    pub(super) fn is_unusable(&self, form: &Form, id: MemberId) -> bool {
        let around = |id: &MemberId| form.member(*id).parent;
        std::iter::successors(Some(id), around).any(|id| self.bad[id.index()])
    }

    /// True where an entry of `explanations` has a structural finding.
    pub(super) fn is_bad_explanation(&self, rule: &str) -> bool {
        self.bad_explanations.contains(rule)
    }

    fn add(&mut self, order: Order, finding: Finding) {
        self.findings.push(order, finding);
    }

    fn add_member(&mut self, id: MemberId, finding: Finding) {
        self.bad[id.index()] = true;
        self.add(Order::member(id.index(), &finding.code), finding);
    }

    fn add_reserved(&mut self, index: usize, finding: Finding) {
        self.add(Order::reserved(index, &finding.code), finding);
    }

    fn add_explanation(&mut self, rule: String, finding: Finding) {
        self.add(Order::explanation(&rule, &finding.code), finding);
        self.bad_explanations.insert(rule);
    }

    /// What the schema refuses at one place.
    fn failed(&mut self, form: &Form, location: Location<'_>, value: &Value, failures: &[Failure]) {
        match location {
            Location::Member(id) => {
                let member = form.member(id);
                let at = place(member);
                let finding = match member.field() {
                    _ if value.is_null() => message::required(&at, expected(member)),
                    Some(field) if !failures.contains(&Failure::Type) => {
                        words::refused(form, &at, &field.kind, value)
                    }
                    Some(_) | None => message::wrong_type(&at, expected(member), &value.into()),
                };
                self.add_member(id, finding);
            }
            Location::Reserved(index) => self.add_reserved(index, words::reserved(form, index, value)),
            Location::Explanation(rule) => {
                let rule = unescape(rule);
                let finding = words::explanation(&reserved::PLACES[EXPLANATIONS].below(&rule), value);
                self.add_explanation(rule, finding);
            }
            Location::Report | Location::Item(..) | Location::Elsewhere => {}
        }
    }

    /// A list of choices with bad items: each by itself, but not more than a reader can take.
    fn list(&mut self, member: &Member, report: &Value) {
        let Some(field) = member.field() else { return };
        let at = place(member);
        let items = report.pointer(&member.pointer).and_then(Value::as_array).map_or(&[][..], Vec::as_slice);
        let choices = field.kind.choices();
        let bad = words::bad_items(choices, items);
        for (index, bad) in bad.iter().take(MOST_UNKNOWN) {
            let finding = words::item(&at.below(&index.to_string()), choices, *bad, &items[*index]);
            self.add(Order::item(member.id.index(), *index, &finding.code), finding);
        }
        let further = bad.len().saturating_sub(MOST_UNKNOWN);
        if further > 0 {
            self.add(Order::further_items(member.id.index()), message::further_items(&at, further));
        }
        self.bad[member.id.index()] = true;
    }

    /// Members that the form does not have, by name in code points' order.
    fn unknown(&mut self, form: &Form, location: Location<'_>, names: &[String]) {
        let group = match location {
            Location::Member(id) => Some(form.member(id)),
            Location::Report
            | Location::Reserved(_)
            | Location::Explanation(_)
            | Location::Item(..)
            | Location::Elsewhere => None,
        };
        let id = group.map(|member| member.id);
        let depth = group.map_or(0, |member| member.depth(form) as u32 + 1);
        let known = form.children(id).iter().map(|id| form.member(*id));
        let known = known.map(|member| (member.name.as_str(), member.label.as_str()));
        let object = group.map_or(Place::ROOT, place);
        let last = last_inside(form, id);
        let mut orders = names.iter().take(MOST_UNKNOWN).map(|name| Order::unknown(last, depth, name));
        for finding in message::unknown(&object, names, known) {
            self.add(orders.next().unwrap_or_else(|| Order::further_unknown(last, depth)), finding);
        }
    }

    /// A member given more than once; in what the form leaves alone nobody looks.
    fn duplicate(&mut self, form: &Form, location: Location<'_>) {
        match location {
            Location::Member(id) => self.add_member(id, message::duplicate(&place(form.member(id)))),
            Location::Reserved(index) => {
                self.add_reserved(index, message::duplicate(&reserved::PLACES[index]));
            }
            Location::Explanation(rule) => {
                let rule = unescape(rule);
                let finding = message::duplicate(&reserved::PLACES[EXPLANATIONS].below(&rule));
                self.add_explanation(rule, finding);
            }
            Location::Report | Location::Item(..) | Location::Elsewhere => {}
        }
    }

    /// What a schema does not see in a parsed value: decimal places, and which day a month does not have.
    fn hidden(&mut self, form: &Form, report: &Value) {
        for (member, field) in form.fields() {
            let Some(value) = report.pointer(&member.pointer) else { continue };
            let hidden = match &field.kind {
                Kind::Number { places, .. } => {
                    value.as_f64().is_some_and(|number| decimal::scale(number, *places).is_none())
                }
                Kind::Date => value.as_str().is_some_and(|text| Date::parse(text).is_none()),
                Kind::Count { .. }
                | Kind::Text { .. }
                | Kind::Url
                | Kind::Year { .. }
                | Kind::Flag
                | Kind::Choice(_)
                | Kind::Choices(_) => false,
            };
            // A value that the schema refuses too has its finding already; one that is given twice may have both.
            let known = |finding: &Finding| finding.path == member.pointer && finding.code != "duplicate";
            if hidden && !self.findings.iter().any(known) {
                self.add_member(member.id, words::refused(form, &place(member), &field.kind, value));
            }
        }
    }
}

/// The last member inside a group (or the report), with all that groups hold.
fn last_inside(form: &Form, group: Option<MemberId>) -> Option<usize> {
    let deeper = |id: &MemberId| form.member(*id).children().last().copied();
    std::iter::successors(form.children(group).last().copied(), deeper).last().map(MemberId::index)
}
