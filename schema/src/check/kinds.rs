//! What a field's value is: its kind with the limits that go with it.

use tianbao_core::decimal::{MAX_EXACT, print};

use super::{Check, values};
use crate::codes::Code;
use crate::form::{Choice, Kind, Lines, Period};
use crate::node::Scalar;
use crate::place::Span;
use crate::spec::{ChoiceSpec, FieldSpec, KindName, LengthSpec, Tree};

/// Decimal places that a number may have.
const MAX_PLACES: i64 = 9;
/// Characters that a text's length may be limited to.
const MAX_TEXT: i64 = 100_000;

impl KindName {
    /// The keys that only some kinds know and that this one does.
    const fn keys(self) -> &'static [&'static str] {
        match self {
            Self::Count => &["min", "max", "unit", "period"],
            Self::Number => &["min", "max", "unit", "period", "places"],
            Self::Text => &["pattern", "length", "lines"],
            Self::Year => &["unit"],
            Self::Choice | Self::Choices => &["choices"],
            Self::Url | Self::Date | Self::Flag => &[],
        }
    }

    const fn word(self) -> &'static str {
        match self {
            Self::Count => "count",
            Self::Number => "number",
            Self::Text => "text",
            Self::Url => "url",
            Self::Date => "date",
            Self::Year => "year",
            Self::Flag => "flag",
            Self::Choice => "choice",
            Self::Choices => "choices",
        }
    }
}

/// The keys that only some kinds know, where they are written.
fn special_keys(spec: &FieldSpec) -> Vec<(&'static str, Span)> {
    [
        ("min", spec.min.as_ref().map(|value| value.0.span)),
        ("max", spec.max.as_ref().map(|value| value.0.span)),
        ("unit", spec.unit.as_ref().map(|value| value.span)),
        ("period", spec.period.as_ref().map(|value| value.span)),
        ("places", spec.places.map(|value| value.span)),
        ("pattern", spec.pattern.as_ref().map(|value| value.span)),
        ("length", spec.length.as_ref().map(|value| value.span)),
        ("lines", spec.lines.as_ref().map(|value| value.span)),
        ("choices", spec.choices.as_ref().map(|_| spec.span)),
    ]
    .into_iter()
    .filter_map(|(key, span)| span.map(|span| (key, span)))
    .collect()
}

impl Check<'_> {
    /// A group has none of the keys of a field, but for unit and period.
    pub(super) fn keys_of_group(&mut self, spec: &FieldSpec, member: &crate::form::Member) {
        let kind = spec.kind.as_ref().map(|kind| ("kind", kind.span));
        let example = spec.example.as_ref().map(|example| ("example", example.0.span));
        let keys = special_keys(spec).into_iter().filter(|(key, _)| *key != "unit" && *key != "period");
        for (key, span) in keys.chain(kind).chain(example) {
            let zh = format!("“{}”有 fields，是一组，不能再写 {key}；写到里面的项目上", member.label);
            self.error(Code::TB046, span, zh, format!("a group cannot have `{key}`"));
        }
        if !member.instruction.is_empty() {
            let zh = format!("“{}”是一组，填写说明里只印标题；instruction 写到里面的项目上", member.label);
            self.error(Code::TB046, spec.span, zh, "a group cannot have an instruction");
        }
    }

    /// The kind of a field, and the period written on it.
    pub(super) fn kind(&mut self, spec: FieldSpec, id: &Scalar) -> Option<(Kind, Option<Period>)> {
        let Some(word) = &spec.kind else {
            // An unknown word has its own diagnostic already.
            if !self.found_in(spec.span) {
                let zh = format!("项目 {} 要写 kind（填什么），一组则写 fields", id.text);
                self.error(Code::TB041, id.span, zh, format!("`{}` needs a kind", id.text));
            }
            return None;
        };
        let name = word.value;
        for (key, span) in special_keys(&spec) {
            if !name.keys().contains(&key) {
                let zh = format!("kind: {} 的项目不能写 {key}，请删去", name.word());
                self.error(Code::TB046, span, zh, format!("`{key}` does not fit kind {}", name.word()));
            }
        }
        let period = spec.period.as_ref().map(|period| period.value);
        let kind = match name {
            KindName::Count => {
                let (min, max) = self.limits(spec.min, spec.max, 0);
                Kind::Count { min, max }
            }
            KindName::Number => {
                let places =
                    spec.places.and_then(|places| self.in_range(places, 1, MAX_PLACES)).unwrap_or(2) as u8;
                let (min, max) = self.limits(spec.min, spec.max, places);
                Kind::Number { places, min, max }
            }
            KindName::Text => {
                let (min_length, max_length) = self.length(spec.length);
                Kind::Text {
                    pattern: spec.pattern.and_then(|pattern| self.pattern_named(&pattern)),
                    min_length,
                    max_length,
                    lines: spec.lines.map_or(Lines::One, |lines| lines.value),
                }
            }
            KindName::Url => Kind::Url,
            KindName::Date => Kind::Date,
            KindName::Year => Kind::Year { from: self.years.from, to: self.years.to },
            KindName::Flag => Kind::Flag,
            KindName::Choice => Kind::Choice(self.boxes(spec.choices, id, spec.span)),
            KindName::Choices => Kind::Choices(self.boxes(spec.choices, id, spec.span)),
        };
        Some((kind, period))
    }

    fn boxes(&mut self, specs: Option<Vec<ChoiceSpec>>, id: &Scalar, field: Span) -> Vec<Choice> {
        if specs.as_ref().is_none_or(Vec::is_empty) && !self.found_in(field) {
            let zh = format!("{} 要有 choices（选项）", id.text);
            self.error(Code::TB041, id.span, zh, format!("`{}` needs choices", id.text));
        }
        self.choices(specs.unwrap_or_default())
    }

    /// Smallest and largest value, in units of the last place. By default 0 and all that JavaScript holds exactly.
    fn limits(&mut self, min: Option<Tree>, max: Option<Tree>, places: u8) -> (i64, i64) {
        let lower = min.and_then(|min| self.limit(&min, places)).unwrap_or((0, Span::default()));
        let upper = max.and_then(|max| self.limit(&max, places)).unwrap_or((MAX_EXACT, Span::default()));
        if lower.0 > upper.0 {
            let (min, max) = (print(lower.0, places), print(upper.0, places));
            let zh = format!("最小值 {min} 比最大值 {max} 大");
            self.error(Code::TB047, upper.1.max(lower.1), zh, "`min` is above `max`");
            return (0, MAX_EXACT);
        }
        (lower.0, upper.0)
    }

    pub(super) fn limit(&mut self, limit: &Tree, places: u8) -> Option<(i64, Span)> {
        let span = limit.0.span;
        let scaled = values::plain(&limit.0).and_then(|text| values::scaled(text, places));
        let Some(scaled) = scaled.filter(|scaled| places > 0 || *scaled >= 0) else {
            let zh = match places {
                0 => "界限应是 0 以上的整数，不加引号和逗号".to_owned(),
                _ => format!("界限应是至多 {places} 位小数的数，不加引号和逗号"),
            };
            self.error(Code::TB043, span, zh, format!("expected a number of at most {places} places"));
            return None;
        };
        Some((scaled, span))
    }

    fn length(&mut self, spec: Option<LengthSpec>) -> (u32, Option<u32>) {
        let Some(spec) = spec else { return (1, None) };
        let min = spec.min.and_then(|min| self.in_range(min, 1, MAX_TEXT)).unwrap_or(1);
        let max = spec.max.and_then(|max| self.in_range(max, 1, MAX_TEXT));
        if let (Some(max), Some(place)) = (max, spec.max)
            && max < min
        {
            self.error(
                Code::TB047,
                place.span,
                format!("最多 {max} 字，比最少 {min} 字还少"),
                "`max` is below `min`",
            );
        }
        (min as u32, max.map(|max| max as u32))
    }
}
