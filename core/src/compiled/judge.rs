//! From bytes or typed values to a verdict.

use std::borrow::Cow;

use serde::de::{Deserializer, Error};

use super::kept::Kept;
use super::outcomes::Reports;
use super::unusable::Unusable;
use super::{About, Boxes, Draft, Form, Intake, Slot, read, scan};
use crate::date::Date;
use crate::decimal::Decimal;
use crate::finding::Severity;
use crate::verdict::{Judge, Verdict};
use crate::{explanations, syntax};

/// Forms with so many members have their draft on the stack.
const SMALL: usize = 96;

/// A compiled report: what the generated type `Report` says of itself.
pub trait Report: Sized {
    /// Its form.
    const FORM: &'static Form;

    /// Hands all values to the intake.
    fn fill<'a>(&'a self, intake: &mut Intake<'a, '_>);

    /// The owned report; none where something required is absent.
    fn take(about: About, values: &Values<'_>) -> Option<Self>;

    /// Reads a report.
    ///
    /// # Errors
    /// The verdict, where there is a structural finding.
    fn read(bytes: &[u8]) -> Result<Self, Box<Verdict>> {
        let kept = Kept::new(Self::FORM);
        with_intake(&kept, true, |intake| {
            intake.keeps_local = true;
            read_text(intake, bytes);
            if intake.findings.is_empty()
                && let Some(report) = Self::take(intake.about.take(), &Values { slots: intake.slots })
            {
                return Ok(report);
            }
            Err(Box::new(Self::FORM.judge(bytes, None)))
        })
    }

    /// The verdict on this report.
    fn verdict(&self, previous: Option<&Self>) -> Verdict {
        let kept = Kept::new(Self::FORM);
        with_intake(&kept, true, |intake| {
            self.fill(intake);
            against(intake, previous)
        })
    }

    /// The verdict on a report that is still text.
    fn verdict_of_text(bytes: &[u8], previous: Option<&Self>) -> Verdict {
        let kept = Kept::new(Self::FORM);
        with_intake(&kept, true, |intake| {
            read_text(intake, bytes);
            against(intake, previous)
        })
    }
}

/// The values of a report, to be taken one by one.
#[derive(Debug)]
pub struct Values<'s> {
    slots: &'s [Slot<'s>],
}

/// A choice of a generated enum.
pub trait Choice: Copy + PartialEq + 'static {
    /// All, in the order of the form.
    const ALL: &'static [Self];
}

impl Values<'_> {
    /// True where the group is there.
    #[must_use]
    pub fn has(&self, member: usize) -> bool {
        matches!(self.slots.get(member), Some(Slot::Group))
    }

    fn whole(&self, member: usize) -> Option<i64> {
        if let Some(Slot::Whole(number)) = self.slots.get(member) { Some(*number) } else { None }
    }

    /// A count.
    #[must_use]
    pub fn count(&self, member: usize) -> Option<u64> {
        self.whole(member).and_then(|count| u64::try_from(count).ok())
    }

    /// A year.
    #[must_use]
    pub fn year(&self, member: usize) -> Option<u16> {
        self.whole(member).and_then(|year| u16::try_from(year).ok())
    }

    /// A decimal.
    #[must_use]
    pub fn decimal<const PLACES: u8>(&self, member: usize) -> Option<Decimal<PLACES>> {
        self.whole(member).map(Decimal::from_scaled)
    }

    /// A text or web address.
    #[must_use]
    pub fn text(&self, member: usize) -> Option<String> {
        if let Some(Slot::Text(text)) = self.slots.get(member) { Some((*text).to_owned()) } else { None }
    }

    /// Yes or no.
    #[must_use]
    pub fn flag(&self, member: usize) -> Option<bool> {
        if let Some(Slot::Flag(flag)) = self.slots.get(member) { Some(*flag) } else { None }
    }

    /// A day.
    #[must_use]
    pub fn day(&self, member: usize) -> Option<Date> {
        if let Some(Slot::Day(day)) = self.slots.get(member) { Some(*day) } else { None }
    }

    /// A choice.
    #[must_use]
    pub fn choice<C: Choice>(&self, member: usize) -> Option<C> {
        let Some(Slot::Box(index)) = self.slots.get(member) else { return None };
        C::ALL.get(usize::from(*index)).copied()
    }

    /// Choices, in the order of the report.
    #[must_use]
    pub fn choices<C: Choice>(&self, member: usize) -> Option<Vec<C>> {
        let Some(Slot::Boxes(boxes)) = self.slots.get(member) else { return None };
        Some(Boxes::iter(boxes).filter_map(|index| C::ALL.get(usize::from(index)).copied()).collect())
    }
}

/// `Deserialize` of a report, from any self-describing format.
///
/// # Errors
/// The first structural finding.
pub fn deserialize<'de, R: Report, D: Deserializer<'de>>(deserializer: D) -> Result<R, D::Error> {
    let kept = Kept::new(R::FORM);
    with_intake(&kept, true, |intake| {
        intake.keeps_local = true;
        read::read(intake, deserializer)?;
        let findings = std::mem::take(&mut intake.findings).sorted();
        if let Some(finding) = findings.first() {
            let place = if finding.path.is_empty() {
                String::new()
            } else {
                format!("{} {}: ", finding.path, finding.label)
            };
            return Err(D::Error::custom(format_args!("{place}{}", finding.message)));
        }
        R::take(intake.about.take(), &Values { slots: intake.slots })
            .ok_or_else(|| D::Error::custom("incomplete report"))
    })
}

/// The compiled engine of one form.
#[derive(Clone, Copy, Debug)]
pub struct Engine(pub &'static Form);

impl Judge for Engine {
    fn form(&self) -> &str {
        self.0.id
    }

    fn edition(&self) -> u32 {
        self.0.edition
    }

    fn judge(&self, report: &[u8], previous: Option<&[u8]>) -> Verdict {
        self.0.judge(report, previous)
    }
}

impl Form {
    /// The verdict on a report, against last year's where that is given; any bytes are judged, none panic.
    #[must_use]
    pub fn judge(&'static self, report: &[u8], previous: Option<&[u8]>) -> Verdict {
        let kept = Kept::new(self);
        with_intake(&kept, true, |intake| {
            read_text(intake, report);
            let Some(previous) = previous else {
                return conclude(intake, &[], &Unusable::default());
            };
            with_intake(&kept, false, |last| {
                read_text(last, previous);
                conclude(intake, last.slots, &last.unusable)
            })
        })
    }
}

fn against<R: Report>(intake: &mut Intake<'_, '_>, previous: Option<&R>) -> Verdict {
    let Some(previous) = previous else {
        return conclude(intake, &[], &Unusable::default());
    };
    let kept = Kept::new(R::FORM);
    with_intake(&kept, false, |last| {
        previous.fill(last);
        conclude(intake, last.slots, &last.unusable)
    })
}

/// The verdict on one group, by itself; `form` has only the rules that lie wholly within it.
#[must_use]
pub fn validate_section<S: super::Section>(form: &'static Form, group: usize, section: &S) -> Verdict {
    let kept = Kept::new(form);
    with_intake(&kept, true, |intake| {
        std::iter::successors(Some(group), |group| form.members[*group].parent)
            .for_each(|group| intake.begin(group));
        section.fill(intake);
        conclude(intake, &[], &Unusable::default())
    })
}

/// Judges the rules and puts everything in order.
fn conclude(intake: &mut Intake<'_, '_>, last: &[Slot<'_>], last_unusable: &Unusable) -> Verdict {
    let form = intake.form;
    let mut findings = std::mem::take(&mut intake.findings);
    let (report, last) = (Draft::new(form, intake.slots), Draft::new(form, last));
    let reports = Reports { form, report, last, unusable: &intake.unusable, last_unusable };
    let rules = reports.judge(&mut findings);
    if !intake.about.explanations.is_empty() {
        let known = form.rules.iter().map(|rule| (rule.id, rule.severity));
        // A stored report that explains a rule which was withdrawn since is as good as before.
        let reasons = intake.about.explained().filter(|(rule, _)| !form.withdrawn.contains(rule));
        explanations::apply(reasons, known, &rules, &mut findings);
    }
    Verdict {
        form: Cow::Borrowed(form.id),
        edition: form.edition,
        revision: form.revision,
        valid: !findings.iter().any(|finding| finding.severity == Severity::Error),
        findings: findings.sorted(),
        rules,
    }
}

/// Reads JSON text; text that is not JSON leaves the one finding that says so.
fn read_text<'a>(intake: &mut Intake<'a, '_>, bytes: &'a [u8]) {
    let text = match syntax::utf8(bytes) {
        Ok(text) => text,
        Err(finding) => return intake.find_in_report(|| *finding),
    };
    if scan::scan(intake, text).is_none() {
        intake.reset();
        parse_text(intake, text);
    }
}

fn parse_text<'a>(intake: &mut Intake<'a, '_>, text: &'a str) {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let read = read::read(intake, &mut deserializer).and_then(|()| deserializer.end());
    if let Err(error) = read {
        intake.reset();
        intake.find_in_report(|| syntax::finding_of(text, &error));
    }
}

/// The verdict by the quick way only, where it does not give up, or by the parser only.
#[cfg(test)]
pub(super) fn verdict_by(form: &'static Form, text: &str, quick: bool) -> Option<Verdict> {
    let kept = Kept::new(form);
    with_intake(&kept, true, |intake| {
        if quick {
            scan::scan(intake, text)?;
        } else {
            parse_text(intake, text);
        }
        Some(conclude(intake, &[], &Unusable::default()))
    })
}

/// Gives `work` an empty intake: with its slots on the stack where they are few.
fn with_intake<'a, R>(
    kept: &'a Kept,
    wants_findings: bool,
    work: impl FnOnce(&mut Intake<'a, '_>) -> R,
) -> R {
    let mut few = [Slot::Unseen; SMALL];
    let mut many = Vec::new();
    let slots = match few.get_mut(..kept.form.members.len()) {
        Some(slots) => slots,
        None => {
            many.resize(kept.form.members.len(), Slot::Unseen);
            &mut many
        }
    };
    work(&mut Intake::new(slots, kept, wants_findings))
}
