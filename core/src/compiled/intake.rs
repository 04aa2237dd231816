//! Takes the values of a report in, one by one: what is sound fills its slot, what is not becomes a finding.
//!
//! The reader of JSON and the generated code of typed reports both come through here, so that limits and patterns are the
//! same for both.

use std::borrow::Cow;

use super::about::AboutDraft;
use super::kept::Kept;
use super::number::Numeric;
use super::unusable::{Bits, Unusable};
use super::{Form, Kind, Slot};
use crate::date::Date;
use crate::decimal::{self, Decimal};
use crate::finding::Finding;
use crate::message::{self, Found, Place};
use crate::order::{Findings, Order};
use crate::reserved;
use crate::text::{self, TextRules};

/// A report on its way in.
#[derive(Debug)]
pub struct Intake<'a, 's> {
    pub(super) form: &'static Form,
    pub(super) slots: &'s mut [Slot<'a>],
    pub(super) kept: &'a Kept,
    pub(super) about: AboutDraft<'a>,
    /// What was found; stays empty where nobody will read it.
    pub(super) findings: Findings,
    /// False for last year's report.
    pub(super) wants_findings: bool,
    /// True where the whole of `local` is wanted.
    pub(super) keeps_local: bool,
    /// Members with a finding of their own.
    pub(super) unusable: Unusable,
    repeated: Bits,
}

/// Whether a value that a fix would set keeps the limits and the pattern of its member.
pub(super) fn keeps(form: &'static Form, member: usize, value: Slot<'_>) -> bool {
    let whole = |low: i64, high: i64| matches!(value, Slot::Whole(number) if (low..=high).contains(&number));
    let text = |rules, sound: &dyn Fn(&str) -> bool| matches!(value, Slot::Text(text) if text::problem(text, rules, form.absent).is_none() && sound(text));
    match &form.members[member].kind {
        Kind::Count { min, max } | Kind::Number { min, max, .. } => whole(*min, *max),
        Kind::Year { from, to } => whole(i64::from(*from), to.map_or(LAST_YEAR, i64::from)),
        Kind::Text { rules, pattern } => {
            text(*rules, &|text| pattern.is_none_or(|pattern| pattern.matches(text)))
        }
        Kind::Url => text(TextRules::LINE, &text::is_url),
        Kind::Date => matches!(value, Slot::Day(_)),
        Kind::Flag => matches!(value, Slot::Flag(_)),
        Kind::Choice(_) => matches!(value, Slot::Box(_)),
        Kind::Group { .. } | Kind::Choices(_) => false,
    }
}

/// The largest year that a report of an edition without end may have.
const LAST_YEAR: i64 = crate::date::LAST_YEAR as i64;

impl<'a, 's> Intake<'a, 's> {
    pub(super) fn new(slots: &'s mut [Slot<'a>], kept: &'a Kept, wants_findings: bool) -> Self {
        Self {
            form: kept.form,
            slots,
            kept,
            about: AboutDraft::default(),
            findings: Findings::default(),
            wants_findings,
            keeps_local: false,
            unusable: Unusable::default(),
            repeated: Bits::default(),
        }
    }

    /// Forgets what came in.
    #[cold]
    pub(super) fn reset(&mut self) {
        self.slots.fill(Slot::Unseen);
        self.about = AboutDraft::default();
        self.findings = Findings::default();
        self.unusable = Unusable::default();
        self.repeated = Bits::default();
    }

    /// A finding in the report as a whole.
    #[cold]
    pub(super) fn find_in_report(&mut self, make: impl FnOnce() -> Finding) {
        self.unusable.all = true;
        if self.wants_findings {
            self.findings.push(Order::report(), make());
        }
    }

    /// A finding at a member.
    #[cold]
    pub(super) fn find(&mut self, member: usize, make: impl FnOnce(&Place) -> Finding) {
        self.unusable.members.add(member);
        let place = &self.form.members[member].place;
        if self.wants_findings {
            let finding = make(place);
            self.findings.push(Order::member(member, &finding.code), finding);
        }
    }

    /// A member written once more.
    #[cold]
    pub(super) fn find_duplicate(&mut self, member: usize) {
        if self.repeated.add(member) {
            self.find(member, message::duplicate);
        }
    }

    /// A reserved member written once more.
    #[cold]
    pub(super) fn find_reserved_duplicate(&mut self, index: usize) {
        if self.about.seen(index) == 2 {
            self.find_reserved(index, message::duplicate);
        }
    }

    /// A finding at a reserved member.
    #[cold]
    pub(super) fn find_reserved(&mut self, index: usize, make: impl FnOnce(&Place) -> Finding) {
        if self.wants_findings {
            let finding = make(&reserved::PLACES[index]);
            self.findings.push(Order::reserved(index, &finding.code), finding);
        }
    }

    /// A finding at an entry of `explanations`.
    #[cold]
    pub(super) fn find_explanation(&mut self, rule: &str, make: impl FnOnce(&Place) -> Finding) {
        if self.wants_findings {
            let finding = make(&crate::explanations::PLACE.below(rule));
            self.findings.push(Order::explanation(rule, &finding.code), finding);
        }
    }

    /// Unknown members of a group or of the report.
    #[cold]
    pub(super) fn find_unknown(&mut self, group: Option<usize>, mut names: Vec<Cow<'_, str>>) {
        if !self.wants_findings || self.form.is_open(group) {
            return;
        }
        names.sort_unstable();
        names.dedup();
        let form = self.form;
        let root = Place::ROOT;
        let place = group.map_or(&root, |group| &form.members[group].place);
        let known = form.children(group).map(|(_, member)| (member.name.text, member.label));
        let (first, end) = form.range(group);
        let last = (end > first).then(|| end - 1);
        let depth = form.depth(group);
        let mut order =
            names.iter().take(message::MOST_UNKNOWN).map(|name| Order::unknown(last, depth, name));
        let findings = message::unknown(place, &names, known);
        self.findings.extend(
            findings.into_iter().map(|finding| {
                (order.next().unwrap_or_else(|| Order::further_unknown(last, depth)), finding)
            }),
        );
    }

    /// A value that cannot be used.
    #[cold]
    fn refuse(&mut self, member: usize, make: impl FnOnce(&Place) -> Finding) {
        self.slots[member] = Slot::Unusable;
        self.find(member, make);
    }

    #[cold]
    pub(super) fn wrong_type(&mut self, member: usize, found: &Found<'_>) {
        let expected = self.form.members[member].kind.expected();
        self.refuse(member, |place| message::wrong_type(place, expected, found));
    }

    /// Looks for own members of a group, or of the report, that are absent and may not be.
    pub(super) fn close(&mut self, group: Option<usize>) {
        let form = self.form;
        let (mut member, end) = form.range(group);
        while member < end {
            let row = &form.members[member];
            if !row.place.optional && self.slots[member].is_absent() {
                self.find(member, |place| message::required(place, row.kind.expected()));
            }
            member = form.end(member);
        }
    }

    #[inline]
    pub(super) fn numeric(&mut self, member: usize, number: Numeric) {
        // The short way of most members of most reports.
        match (&self.form.members[member].kind, number) {
            (Kind::Count { min, max }, Numeric::Unsigned(whole))
                if i64::try_from(whole).is_ok_and(|whole| (*min..=*max).contains(&whole)) =>
            {
                self.slots[member] = Slot::Whole(whole as i64);
            }
            (_, _) => self.any_numeric(member, number),
        }
    }

    #[inline(never)]
    fn any_numeric(&mut self, member: usize, number: Numeric) {
        match self.form.members[member].kind {
            Kind::Count { min, max } => match number.whole() {
                Some(whole) if (min..=max).contains(&whole) => self.slots[member] = Slot::Whole(whole),
                Some(_) => {
                    self.refuse(member, |place| message::out_of_range(place, min, max, 0, &number.found()));
                }
                None => self.wrong_type(member, &number.found()),
            },
            Kind::Number { places, min, max } => self.decimal_number(member, number, (places, min, max)),
            Kind::Year { from, to } => match number.whole() {
                Some(year) if year >= i64::from(from) && year <= to.map_or(LAST_YEAR, i64::from) => {
                    self.slots[member] = Slot::Whole(year);
                }
                Some(_) => self.refuse(member, |place| message::wrong_year(place, from, to, &number.found())),
                None => self.wrong_type(member, &number.found()),
            },
            Kind::Group { .. }
            | Kind::Text { .. }
            | Kind::Url
            | Kind::Date
            | Kind::Flag
            | Kind::Choice(_)
            | Kind::Choices(_) => self.wrong_type(member, &number.found()),
        }
    }

    fn decimal_number(&mut self, member: usize, number: Numeric, (places, min, max): (u8, i64, i64)) {
        let value = number.float();
        match decimal::scale(value, places) {
            Some(scaled) if (min..=max).contains(&scaled) => self.slots[member] = Slot::Whole(scaled),
            None if value.abs() <= decimal::unscale(decimal::MAX_EXACT, places) => {
                self.refuse(member, |place| message::too_many_places(place, places, &number.found()));
            }
            Some(_) | None => {
                self.refuse(member, |place| message::out_of_range(place, min, max, places, &number.found()));
            }
        }
    }

    /// A group that is there; its members come next.
    pub fn begin(&mut self, member: usize) {
        self.slots[member] = Slot::Group;
    }

    /// A count.
    pub fn count(&mut self, member: usize, count: u64) {
        self.numeric(member, Numeric::Unsigned(count));
    }

    /// A year.
    pub fn year(&mut self, member: usize, year: u16) {
        self.numeric(member, Numeric::Unsigned(year.into()));
    }

    /// A decimal.
    pub fn decimal<const PLACES: u8>(&mut self, member: usize, number: Decimal<PLACES>) {
        self.numeric(member, Numeric::Float(number.to_f64()));
    }

    /// A text, web address, or, as JSON has them, a day or choice.
    pub fn text(&mut self, member: usize, value: &'a str) {
        let form = self.form;
        match &form.members[member].kind {
            Kind::Text { rules, pattern } => {
                if let Some(problem) = text::problem(value, *rules, form.absent) {
                    self.refuse(member, |place| message::bad_text(place, *rules, problem, value));
                } else if let Some(pattern) = pattern
                    && !pattern.matches(value)
                {
                    self.refuse(member, |place| message::no_match(place, pattern.message, value));
                } else {
                    self.slots[member] = Slot::Text(value);
                }
            }
            Kind::Url | Kind::Date => self.shaped(member, value),
            Kind::Choice(choices) => match choices.iter().position(|(id, _)| *id == value) {
                Some(index) => self.slots[member] = Slot::Box(index as u16),
                None => {
                    let found = Found::Text(value);
                    self.refuse(member, |place| message::no_choice(place, choices.iter().copied(), &found));
                }
            },
            Kind::Group { .. }
            | Kind::Count { .. }
            | Kind::Number { .. }
            | Kind::Year { .. }
            | Kind::Flag
            | Kind::Choices(_) => self.wrong_type(member, &Found::Text(value)),
        }
    }

    /// A web address or a day.
    fn shaped(&mut self, member: usize, value: &'a str) {
        if let Some(problem) = text::problem(value, TextRules::LINE, self.form.absent) {
            self.refuse(member, |place| message::bad_text(place, TextRules::LINE, problem, value));
        } else if matches!(self.form.members[member].kind, Kind::Date) {
            match Date::parse(value) {
                Some(day) => self.slots[member] = Slot::Day(day),
                None => self.refuse(member, |place| message::bad_date(place, value)),
            }
        } else if text::is_url(value) {
            self.slots[member] = Slot::Text(value);
        } else {
            self.refuse(member, |place| message::bad_url(place, value));
        }
    }

    /// Yes or no.
    pub fn flag(&mut self, member: usize, flag: bool) {
        if matches!(self.form.members[member].kind, Kind::Flag) {
            self.slots[member] = Slot::Flag(flag);
        } else {
            self.wrong_type(member, &Found::Bool(flag));
        }
    }

    /// A day.
    pub fn day(&mut self, member: usize, day: Date) {
        self.slots[member] = Slot::Day(day);
    }

    /// A choice, by index.
    pub fn choice(&mut self, member: usize, index: u16) {
        self.slots[member] = Slot::Box(index);
    }
}
