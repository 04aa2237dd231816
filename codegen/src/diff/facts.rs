//! What a field's values may be: kind, unit, period, limits, places, lines, pattern.

use serde_json::{Value, json};
use tianbao_core::decimal;
use tianbao_schema::Form;
use tianbao_schema::form::{Field, Kind, Lines, Member, Pattern, PatternId};

use super::examples::Outcome;
use super::{At, Change, ChangeKind, Comparison, quoted};

/// A field in its form.
type Placed<'a> = (&'a Member, &'a Field);

impl Comparison<'_> {
    pub(super) fn facts(&mut self, old: Placed<'_>, new: Placed<'_>) {
        let at = At::both(old.0, new.0);
        let (old_kind, new_kind) = (&old.1.kind, &new.1.kind);
        if old_kind.key() != new_kind.key() {
            let change = Change::new(ChangeKind::KindChanged, at.clone());
            self.push(change.before(old_kind.label()).after(new_kind.label()));
        }
        self.unit(&at, old, new);
        let none = || "没有".to_owned();
        if old.1.period != new.1.period {
            let label = |field: &Field| field.period.map_or_else(none, |period| period.label().to_owned());
            let change = Change::new(ChangeKind::PeriodChanged, at.clone());
            self.push(change.before(label(old.1)).after(label(new.1)).note("同名不同口径，与上年不可比"));
        }
        match (old_kind, new_kind) {
            (Kind::Count { min, max }, Kind::Count { min: new_min, max: new_max }) => {
                self.limits(&at, old, new, ((*min, *max), (*new_min, *new_max), 0));
            }
            (
                Kind::Number { places, min, max },
                Kind::Number { places: new_places, min: new_min, max: new_max },
            ) => self.number(&at, old, new, ((*places, *min, *max), (*new_places, *new_min, *new_max))),
            (Kind::Text { .. }, Kind::Text { .. }) => self.text(&at, old, new),
            // Years are told once, of the form; the rest has no limits, or is told as another kind.
            (
                Kind::Count { .. }
                | Kind::Number { .. }
                | Kind::Text { .. }
                | Kind::Url
                | Kind::Date
                | Kind::Year { .. }
                | Kind::Flag
                | Kind::Choice(_)
                | Kind::Choices(_),
                _,
            ) => {}
        }
    }

    fn unit(&mut self, at: &At, (old, old_field): Placed<'_>, (new, new_field): Placed<'_>) {
        let text = |unit: &Option<String>| unit.clone().unwrap_or_else(|| "没有".to_owned());
        if old_field.unit != new_field.unit {
            let change = Change::new(ChangeKind::UnitChanged, at.clone());
            self.push(change.before(text(&old_field.unit)).after(text(&new_field.unit)));
        } else if old.written_unit != new.written_unit {
            let place = |member: &Member| {
                let here = member.written_unit.as_ref();
                here.map_or_else(|| "印在上一级".to_owned(), |unit| format!("“{unit}”印在本项"))
            };
            let change = Change::new(ChangeKind::LayoutUnit, at.clone());
            self.push(change.before(place(old)).after(place(new)));
        }
    }

    fn number(
        &mut self,
        at: &At,
        old: Placed<'_>,
        new: Placed<'_>,
        ((places, min, max), (new_places, new_min, new_max)): ((u8, i64, i64), (u8, i64, i64)),
    ) {
        if places != new_places {
            let kind = if new_places < places { ChangeKind::PlacesFewer } else { ChangeKind::PlacesMore };
            let change = Change::new(kind, at.clone());
            self.push(change.before(format!("{places} 位小数")).after(format!("{new_places} 位小数")));
        }
        let common = places.max(new_places);
        let scale = |value: i64, of: u8| value.saturating_mul(decimal::power(common - of));
        // The default maximum moves with the places: it is no change of its own.
        let written = |value: i64| value < decimal::MAX_EXACT;
        let (low, new_low) = (scale(min, places), scale(new_min, new_places));
        let (high, new_high) = if places == new_places || written(max) || written(new_max) {
            (scale(max, places), scale(new_max, new_places))
        } else {
            (decimal::MAX_EXACT, decimal::MAX_EXACT)
        };
        self.limits(at, old, new, ((low, high), (new_low, new_high), common));
    }

    /// Limits in units of the last of so many places.
    fn limits(
        &mut self,
        at: &At,
        old: Placed<'_>,
        new: Placed<'_>,
        ((min, max), (new_min, new_max), places): ((i64, i64), (i64, i64), u8),
    ) {
        let print = |value: i64| decimal::print(value, places);
        let json = |value: i64| {
            if places == 0 { json!(value) } else { json!(decimal::unscale(value, places)) }
        };
        let range = |low: i64, high: i64| match high < decimal::MAX_EXACT {
            true => format!("{} 至 {}", print(low), print(high)),
            false => format!("{} 以上", print(low)),
        };
        let before_after = (range(min, max), range(new_min, new_max));
        let tighter = [(new_min > min).then_some(new_min - 1), (new_max < max).then_some(new_max + 1)];
        let looser = [(new_min < min).then_some(min - 1), (new_max > max).then_some(max + 1)];
        for (kind, values, old_accepts) in
            [(ChangeKind::LimitsTightened, tighter, true), (ChangeKind::LimitsLoosened, looser, false)]
        {
            let Some(value) = values.into_iter().flatten().next() else { continue };
            let mut change = Change::new(kind, at.clone()).before(&before_after.0).after(&before_after.1);
            change.example = self.value(old, new, &json(value), Outcome::of(old_accepts));
            self.push(change);
        }
    }

    fn text(&mut self, at: &At, old: Placed<'_>, new: Placed<'_>) {
        let (
            Kind::Text { pattern, min_length, max_length, lines },
            Kind::Text { pattern: new_pattern, min_length: new_min, max_length: new_max, lines: new_lines },
        ) = (&old.1.kind, &new.1.kind)
        else {
            return;
        };
        self.lengths(at, old, new, ((*min_length, *max_length), (*new_min, *new_max)));
        let kind = match (lines, new_lines) {
            (Lines::Many, Lines::One) => Some(ChangeKind::LinesOne),
            (Lines::One, Lines::Many) => Some(ChangeKind::LinesMany),
            (Lines::One, Lines::One) | (Lines::Many, Lines::Many) => None,
        };
        if let Some(kind) = kind {
            let label = |lines: &Lines| match lines {
                Lines::One => "只能一行",
                Lines::Many => "可以分行",
            };
            self.push(Change::new(kind, at.clone()).before(label(lines)).after(label(new_lines)));
        }
        self.pattern(at, old, new, (*pattern, *new_pattern));
    }

    fn lengths(
        &mut self,
        at: &At,
        old: Placed<'_>,
        new: Placed<'_>,
        ((min, max), (new_min, new_max)): ((u32, Option<u32>), (u32, Option<u32>)),
    ) {
        let length = |min: u32, max: Option<u32>| match max {
            Some(max) => format!("{min} 至 {max} 字"),
            None => format!("{min} 字以上"),
        };
        let most = |max: Option<u32>| max.unwrap_or(u32::MAX);
        let (max_number, new_max_number) = (most(max), most(new_max));
        let tighter = [
            (new_min > min).then_some(new_min - 1),
            (new_max_number < max_number).then(|| new_max_number + 1),
        ];
        let looser =
            [(new_min < min).then_some(min - 1), (new_max_number > max_number).then(|| max_number + 1)];
        for (kind, lengths, old_accepts) in
            [(ChangeKind::LimitsTightened, tighter, true), (ChangeKind::LimitsLoosened, looser, false)]
        {
            let Some(wanted) = lengths.into_iter().flatten().next() else { continue };
            let mut change =
                Change::new(kind, at.clone()).before(length(min, max)).after(length(new_min, new_max));
            if wanted <= 10_000 {
                let text: String = new.0.label.chars().cycle().take(wanted as usize).collect();
                change.example = self.value(old, new, &json!(text), Outcome::of(old_accepts));
            }
            self.push(change);
        }
    }

    fn pattern(
        &mut self,
        at: &At,
        old: Placed<'_>,
        new: Placed<'_>,
        (pattern, new_pattern): (Option<PatternId>, Option<PatternId>),
    ) {
        let of = |form: &Form, id: Option<PatternId>| id.and_then(|id| form.patterns.get(id.0).cloned());
        let (pattern, new_pattern) = (of(self.old, pattern), of(self.new, new_pattern));
        if pattern.as_ref().map(Pattern::anchored) == new_pattern.as_ref().map(Pattern::anchored) {
            return;
        }
        let text = |pattern: &Option<Pattern>| {
            pattern.as_ref().map_or_else(|| "没有格式".to_owned(), |pattern| quoted(&pattern.expression))
        };
        let change = |kind| Change::new(kind, at.clone()).before(text(&pattern)).after(text(&new_pattern));
        let tighter = self.text_example(old, new, Outcome::OnlyOld);
        let looser = self.text_example(old, new, Outcome::OnlyNew);
        let added = pattern.is_none();
        let removed = new_pattern.is_none();
        if tighter.is_some() || added {
            let mut change = change(ChangeKind::PatternTightened);
            change.example = tighter.clone();
            self.push(change);
        }
        if looser.is_some() || removed {
            let mut change = change(ChangeKind::PatternLoosened);
            change.example = looser.clone();
            self.push(change);
        }
        if tighter.is_none() && looser.is_none() && !added && !removed {
            self.push(change(ChangeKind::PatternChanged).note("没有找到结果不同的写法"));
        }
    }

    /// A value as an example, where it is indeed taken by one edition only.
    fn value(
        &self,
        old: Placed<'_>,
        new: Placed<'_>,
        value: &Value,
        wanted: Outcome,
    ) -> Option<super::Example> {
        self.value_example(old, new, std::iter::once(value.clone()), wanted)
    }
}
