//! Exact decimal numbers with a fixed number of places: a scaled whole number.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The largest whole number that every consumer of JSON holds exactly, 2^53 − 1.
pub const MAX_EXACT: i64 = 9_007_199_254_740_991;

/// A decimal number of at most `PLACES` places, kept as a whole number of its last place.
///
/// `0.1 + 0.2 == 0.3` holds; at most 2^53 − 1 units of the last place.
///
/// ```
/// use tianbao_core::Decimal;
/// let days = Decimal::<2>::from_scaled(525);
/// assert_eq!(days.to_string(), "5.25");
/// assert_eq!(Decimal::<2>::from_f64(19.99), Some(Decimal::from_scaled(1999)));
/// assert_eq!(Decimal::<2>::from_f64(0.001), None);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Decimal<const PLACES: u8>(i64);

impl<const PLACES: u8> Decimal<PLACES> {
    /// A decimal of so many units of the last place.
    #[must_use]
    pub const fn from_scaled(scaled: i64) -> Self {
        Self(scaled)
    }

    /// Units of the last place.
    #[must_use]
    pub const fn scaled(self) -> i64 {
        self.0
    }

    /// The decimal that a JSON number stands for; none where it has more places or is too large.
    #[must_use]
    pub fn from_f64(number: f64) -> Option<Self> {
        scale(number, PLACES).map(Self)
    }

    /// The nearest binary number, as JSON text is written from it.
    #[must_use]
    pub fn to_f64(self) -> f64 {
        unscale(self.0, PLACES)
    }
}

impl<const PLACES: u8> fmt::Display for Decimal<PLACES> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&print(self.0, PLACES))
    }
}

impl<const PLACES: u8> Serialize for Decimal<PLACES> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0 % power(PLACES) == 0 {
            serializer.serialize_i64(self.0 / power(PLACES))
        } else {
            serializer.serialize_f64(self.to_f64())
        }
    }
}

impl<'de, const PLACES: u8> Deserialize<'de> for Decimal<PLACES> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let number = f64::deserialize(deserializer)?;
        Self::from_f64(number).ok_or_else(|| {
            serde::de::Error::custom(format_args!("expected a number of at most {PLACES} places"))
        })
    }
}

/// `number` as a whole number of units of the last of `places` places; none where it is not one
/// (more places, not finite, or more than 2^53 − 1 units).
///
/// Up to 2^51 units every decimal is found. Above, a binary number is too coarse to tell the last places apart, so some are
/// refused as having more places; the generated CEL rounds in the same way.
#[must_use]
pub fn scale(number: f64, places: u8) -> Option<i64> {
    let scaled = (number * power(places) as f64).round();
    if scaled.is_nan() || scaled.abs() > MAX_EXACT as f64 {
        return None;
    }
    let scaled = scaled as i64;
    (unscale(scaled, places) == number).then_some(scaled)
}

/// The binary number nearest to `scaled` units of the last of `places` places.
#[must_use]
pub fn unscale(scaled: i64, places: u8) -> f64 {
    scaled as f64 / power(places) as f64
}

/// 10^`places`; `places` is at most 15 in a checked form.
#[must_use]
pub fn power(places: u8) -> i64 {
    10_i64.saturating_pow(u32::from(places))
}

/// A scaled number as people write it: no trailing zeros, no exponent.
///
/// ```
/// assert_eq!(tianbao_core::decimal::print(-1050, 2), "-10.5");
/// assert_eq!(tianbao_core::decimal::print(500, 2), "5");
/// ```
#[must_use]
pub fn print(scaled: i64, places: u8) -> String {
    if places == 0 {
        return scaled.to_string();
    }
    let unit = power(places).unsigned_abs();
    let sign = if scaled < 0 { "-" } else { "" };
    let (whole, rest) = (scaled.unsigned_abs() / unit, scaled.unsigned_abs() % unit);
    if rest == 0 {
        return format!("{sign}{whole}");
    }
    let digits = format!("{rest:0width$}", width = usize::from(places));
    format!("{sign}{whole}.{}", digits.trim_end_matches('0'))
}
