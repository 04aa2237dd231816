//! What a field holds: kinds, choices, patterns.

use serde_json::Value;
use tianbao_core::text::TextRules;

use super::{MemberId, Part};

/// Index of a [`Pattern`] in [`super::Form::patterns`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PatternId(pub usize);

/// Whether a pattern speaks of the whole value or of a part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Scope {
    /// The whole value.
    Whole,
    /// Some part of it.
    Has,
}

/// A named pattern in the portable subset (design section 3), without anchors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// Name: `icp_number`.
    pub name: String,
    /// Whole or part.
    pub scope: Scope,
    /// The expression as written in the spec, without anchors.
    pub expression: String,
    /// A text that it matches.
    pub example: String,
    /// What to say where it does not match: 应形如“京ICP备05060933”.
    pub message: String,
}

impl Pattern {
    /// The expression with the anchors that its scope asks for, as ECMA-262, RE2 and Rust read it alike.
    ///
    /// ```
    /// use tianbao_schema::form::{Pattern, Scope};
    /// let pattern = Pattern {
    ///     name: "code".into(), scope: Scope::Whole, expression: "a|b".into(), example: "a".into(), message: "应形如“a”".into(),
    /// };
    /// assert_eq!(pattern.anchored(), "^(?:a|b)$");
    /// ```
    #[must_use]
    pub fn anchored(&self) -> String {
        match self.scope {
            Scope::Whole => format!("^(?:{})$", self.expression),
            Scope::Has => self.expression.clone(),
        }
    }
}

/// Of what time a figure speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Period {
    /// 全年累计
    Year,
    /// 截至年底
    YearEnd,
    /// 填报时
    Now,
}

impl Period {
    /// Its key in a spec.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::YearEnd => "year_end",
            Self::Now => "now",
        }
    }

    /// Its name for readers.
    #[must_use]
    pub const fn label(self) -> &'static str {
        match self {
            Self::Year => "全年累计",
            Self::YearEnd => "截至年底",
            Self::Now => "填报时",
        }
    }
}

/// Whether a text may have line breaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lines {
    /// One line.
    One,
    /// Any number.
    Many,
}

/// One box of a choice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The value in a report: `portal`.
    pub id: String,
    /// Its id in the edition before, if it had another.
    pub was: Option<String>,
    /// The text beside the box: 政府门户网站.
    pub label: String,
    /// The field that is filled in on the line after the box.
    pub line: Option<MemberId>,
    /// Its paragraph in the 填写说明, in verbatim slices.
    pub instruction: Vec<Part>,
}

/// What a field's value is, with its limits (inclusive).
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// A whole number, 0 to 2^53 − 1 at most.
    Count {
        /// Smallest.
        min: i64,
        /// Largest.
        max: i64,
    },
    /// An exact decimal; limits count units of the last place.
    Number {
        /// Digits after the point, 1 to 15.
        places: u8,
        /// Smallest, in units of the last place.
        min: i64,
        /// Largest, in units of the last place.
        max: i64,
    },
    /// A text.
    Text {
        /// The pattern that it matches.
        pattern: Option<PatternId>,
        /// Fewest Unicode scalar values, at least 1.
        min_length: u32,
        /// Most Unicode scalar values.
        max_length: Option<u32>,
        /// One line or many.
        lines: Lines,
    },
    /// A web address (design section 5).
    Url,
    /// A day, `YYYY-MM-DD`.
    Date,
    /// A year that the edition serves.
    Year {
        /// First.
        from: u16,
        /// Last; none where the edition is open.
        to: Option<u16>,
    },
    /// ☑是 / □否
    Flag,
    /// One box.
    Choice(Vec<Choice>),
    /// Any number of boxes, each at most once; the order of a report's list says nothing.
    Choices(Vec<Choice>),
}

impl Kind {
    /// Its key in a spec.
    #[must_use]
    pub const fn key(&self) -> &'static str {
        match self {
            Self::Count { .. } => "count",
            Self::Number { .. } => "number",
            Self::Text { .. } => "text",
            Self::Url => "url",
            Self::Date => "date",
            Self::Year { .. } => "year",
            Self::Flag => "flag",
            Self::Choice(_) => "choice",
            Self::Choices(_) => "choices",
        }
    }

    /// Its name for readers.
    #[must_use]
    pub const fn label(&self) -> &'static str {
        match self {
            Self::Count { .. } => "整数",
            Self::Number { .. } => "小数",
            Self::Text { .. } => "文字",
            Self::Url => "网址",
            Self::Date => "日期",
            Self::Year { .. } => "年度",
            Self::Flag => "是否",
            Self::Choice(_) => "单选",
            Self::Choices(_) => "多选",
        }
    }

    /// What is asked of the text of a text field; of other kinds, what any text must be like.
    #[must_use]
    pub fn text_rules(&self) -> TextRules {
        match self {
            Self::Text { min_length, max_length, lines, .. } => TextRules {
                min_length: *min_length,
                max_length: *max_length,
                many_lines: *lines == Lines::Many,
            },
            Self::Count { .. }
            | Self::Number { .. }
            | Self::Url
            | Self::Date
            | Self::Year { .. }
            | Self::Flag
            | Self::Choice(_)
            | Self::Choices(_) => TextRules::LINE,
        }
    }

    /// Places, smallest and largest value of a figure, these in units of the last place; none for other kinds.
    #[must_use]
    pub const fn limits(&self) -> Option<(u8, i64, i64)> {
        match self {
            Self::Count { min, max } => Some((0, *min, *max)),
            Self::Number { places, min, max } => Some((*places, *min, *max)),
            Self::Text { .. }
            | Self::Url
            | Self::Date
            | Self::Year { .. }
            | Self::Flag
            | Self::Choice(_)
            | Self::Choices(_) => None,
        }
    }

    /// The boxes of a choice; empty for other kinds.
    #[must_use]
    pub fn choices(&self) -> &[Choice] {
        match self {
            Self::Choice(choices) | Self::Choices(choices) => choices,
            Self::Count { .. }
            | Self::Number { .. }
            | Self::Text { .. }
            | Self::Url
            | Self::Date
            | Self::Year { .. }
            | Self::Flag => &[],
        }
    }
}

/// A field of the report.
#[derive(Clone, Debug, PartialEq)]
pub struct Field {
    /// What its value is.
    pub kind: Kind,
    /// The unit that counts for it, wherever it is written.
    pub unit: Option<String>,
    /// Of what time it speaks; only for counts and numbers.
    pub period: Option<Period>,
    /// A valid value, as JSON.
    pub example: Value,
}
