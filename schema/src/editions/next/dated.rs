//! What in a spec bears a date of its edition: years and days in the sample, in examples and cases, and in rules.

use crate::editions::written::{Entry, Written};
use crate::form::{Form, Kind, Years};
use crate::node::{Node, NodeValue, Scalar};
use crate::place::Span;
use crate::spec::{Pairs, Tree};

/// How much is moved: as much as leaves a spec that passes `check`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// Everything.
    All,
    /// All but rules and their cases.
    Values,
    /// Only the years that must lie in those of the edition.
    Years,
}

impl Reach {
    /// From the furthest.
    pub(super) const ALL: [Self; 3] = [Self::All, Self::Values, Self::Years];
}

struct Mover<'a> {
    form: &'a Form,
    years: Years,
    /// The year of the sample, which moves to the first of the new edition; everything else goes as far.
    told: u16,
    reach: Reach,
    moved: Vec<(Span, String, String)>,
}

/// What is moved: place, new text, and what it is.
pub(super) fn moved(
    written: &Written,
    form: &Form,
    years: Years,
    reach: Reach,
) -> Vec<(Span, String, String)> {
    let told = sample_year(written, form).unwrap_or(form.years.from);
    let mut mover = Mover { form, years, told, reach, moved: Vec::new() };
    for (path, entry) in written.entries() {
        if let Entry::Field(field) = entry
            && let Some(Tree(example)) = &field.example
        {
            mover.value(&path, example, &format!("{path} 的例子"), false);
        }
    }
    mover.pairs(written.spec.sample.as_ref(), "样表", false);
    for rule in written.spec.rules.iter().flatten() {
        for (pairs, what) in [(&rule.holds, "刚好通过的例子"), (&rule.fails, "刚好不通过的例子")]
        {
            mover.pairs(pairs.as_ref(), what, true);
        }
        if reach == Reach::All {
            [&rule.when, &rule.assert].into_iter().flatten().for_each(|text| mover.expression(text));
        }
    }
    mover.moved
}

impl Mover<'_> {
    fn pairs(&mut self, pairs: Option<&Pairs<Tree>>, what: &str, case: bool) {
        for (key, Tree(node)) in pairs.iter().flat_map(|pairs| &pairs.entries) {
            let path = key.text.trim_start_matches("previous.");
            self.value(path, node, &format!("{what} {path}"), case);
        }
    }

    /// The value of a member; of a group each of its own.
    fn value(&mut self, path: &str, node: &Node, what: &str, case: bool) {
        match &node.value {
            NodeValue::Scalar(scalar) => self.scalar(path, scalar, what, case),
            NodeValue::Map { entries, .. } => {
                for entry in entries {
                    self.value(&format!("{path}.{}", entry.key.text), &entry.value, what, case);
                }
            }
            NodeValue::List { .. } => {}
        }
    }

    fn scalar(&mut self, path: &str, scalar: &Scalar, what: &str, case: bool) {
        let Some(field) = self.form.find(path).and_then(|member| member.field()) else { return };
        match field.kind {
            Kind::Year { .. } => self.year(scalar, what, self.years.from),
            Kind::Date if self.reach == Reach::All || (self.reach == Reach::Values && !case) => {
                self.year(scalar, what, 0);
            }
            Kind::Date
            | Kind::Count { .. }
            | Kind::Number { .. }
            | Kind::Text { .. }
            | Kind::Url
            | Kind::Flag
            | Kind::Choice(_)
            | Kind::Choices(_) => {}
        }
    }

    /// Moves a year, or a day, with the edition; not before the least.
    fn year(&mut self, scalar: &Scalar, what: &str, least: u16) {
        let text = &scalar.text;
        let (Some(year), Some(rest)) = (text.get(..4), text.get(4..)) else { return };
        let Some(moved) = self.later(year).map(|moved| moved.max(least)) else { return };
        // There is no such day in most years.
        let rest = if rest == "-02-29" { "-02-28" } else { rest };
        self.moved.push((scalar.place(0, text.len()), format!("{moved}{rest}"), what.to_owned()));
    }

    /// The years of `date(2020, 1, 31)`.
    fn expression(&mut self, text: &Scalar) {
        for (at, call) in text.text.match_indices("date(") {
            let start = at + call.len();
            if let Some(moved) = text.text.get(start..start + 4).and_then(|year| self.later(year)) {
                let place = text.place(start, start + 4);
                self.moved.push((place, moved.to_string(), "规则里的日期".to_owned()));
            }
        }
    }

    /// A year of the old edition, or the one after it, as one of the new edition.
    fn later(&self, year: &str) -> Option<u16> {
        let year: u16 = year.parse().ok()?;
        let old = self.form.years;
        let old = Years { to: Some(old.to.unwrap_or(self.told)), ..old };
        is_of(old, year).then(|| year + self.years.from).and_then(|sum| sum.checked_sub(self.told))
    }
}

/// The year that the sample is of.
fn sample_year(written: &Written, form: &Form) -> Option<u16> {
    let entries = written.spec.sample.iter().flat_map(|sample| &sample.entries);
    let years = entries.filter(|(key, _)| {
        let field = form.find(&key.text).and_then(|member| member.field());
        field.is_some_and(|field| matches!(field.kind, Kind::Year { .. }))
    });
    let mut told = years.filter_map(|(_, Tree(node))| match &node.value {
        NodeValue::Scalar(scalar) => scalar.text.parse().ok(),
        NodeValue::Map { .. } | NodeValue::List { .. } => None,
    });
    told.next()
}

/// True for a year that an edition serves, and for the one after, in which the last report is filled in.
pub(super) fn is_of(years: Years, year: u16) -> bool {
    (years.from..=years.to.unwrap_or(years.from) + 1).contains(&year)
}

/// Numbers of four digits that stand alone in a text.
pub(super) fn numbers(text: &str) -> Vec<Span> {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let starts = (0..bytes.len()).filter(|at| digit(*at) && !at.checked_sub(1).is_some_and(digit));
    let ends = starts.map(|start| Span::new(start, start + (start..).take_while(|at| digit(*at)).count()));
    ends.filter(|span| span.end - span.start == 4).collect()
}
