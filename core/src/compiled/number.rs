//! A number as JSON text has it, judged by its value.

use serde_json::Number;

use crate::message::Found;

/// A number as the parser gives it.
#[derive(Clone, Copy, Debug)]
pub(super) enum Numeric {
    /// Written without sign, point and exponent.
    Unsigned(u64),
    /// Written with `-`, without point and exponent.
    Signed(i64),
    /// Any other.
    Float(f64),
}

impl Numeric {
    /// Its value where that is whole and fits; values beyond i64 are held at its ends.
    pub(super) fn whole(self) -> Option<i64> {
        match self {
            Self::Unsigned(number) => Some(i64::try_from(number).unwrap_or(i64::MAX)),
            Self::Signed(number) => Some(number),
            // The cast saturates.
            Self::Float(number) => (number.fract() == 0.0).then_some(number as i64),
        }
    }

    pub(super) fn float(self) -> f64 {
        match self {
            Self::Unsigned(number) => number as f64,
            Self::Signed(number) => number as f64,
            Self::Float(number) => number,
        }
    }

    pub(super) fn found(self) -> Found<'static> {
        match self {
            Self::Unsigned(number) => Found::Number(number.into()),
            Self::Signed(number) => Found::Number(number.into()),
            Self::Float(number) => Number::from_f64(number).map_or(Found::Null, Found::Number),
        }
    }
}
