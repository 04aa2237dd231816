//! Calendar days written `YYYY-MM-DD` (RFC 3339, full-date).

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The last year that a report of an edition without end may have: the year after it can still be written as a day.
pub const LAST_YEAR: u16 = 9998;

/// A real day of the proleptic Gregorian calendar, year 0 to 9999.
///
/// ```
/// use tianbao_core::Date;
/// let day = Date::parse("2020-02-29").unwrap();
/// assert!(day < Date::new(2020, 3, 1).unwrap());
/// assert_eq!(day.to_string(), "2020-02-29");
/// assert_eq!(Date::parse("2019-02-29"), None);
/// assert_eq!(Date::parse("2020-2-9"), None);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The day, if there is such a day.
    #[must_use]
    pub const fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        if year > 9999 || month < 1 || month > 12 || day < 1 || day > days_in(year, month) {
            return None;
        }
        Some(Self { year, month, day })
    }

    /// Reads `YYYY-MM-DD`; none for any other text and for days that do not exist.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let bytes = text.as_bytes();
        if bytes.len() != 10 || bytes[4] != b'-' || bytes[7] != b'-' {
            return None;
        }
        let number = |range: std::ops::Range<usize>| {
            bytes[range]
                .iter()
                .try_fold(0_u16, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + u16::from(byte - b'0')))
        };
        Self::new(number(0..4)?, number(5..7)? as u8, number(8..10)? as u8)
    }

    /// Year, 0 to 9999.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }

    /// Month, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// Day of the month, 1 to 31.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }

    /// A number that orders days: year × 10000 + month × 100 + day.
    #[must_use]
    pub const fn ordinal(self) -> i64 {
        self.year as i64 * 10_000 + self.month as i64 * 100 + self.day as i64
    }

    /// The day with this [`ordinal`](Self::ordinal), if there is such a day.
    #[must_use]
    pub fn from_ordinal(ordinal: i64) -> Option<Self> {
        let year = u16::try_from(ordinal.div_euclid(10_000)).ok()?;
        Self::new(year, (ordinal.rem_euclid(10_000) / 100) as u8, (ordinal.rem_euclid(100)) as u8)
    }
}

const fn days_in(year: u16, month: u8) -> u8 {
    match month {
        4 | 6 | 9 | 11 => 30,
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Date {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = std::borrow::Cow::<str>::deserialize(deserializer)?;
        Self::parse(&text).ok_or_else(|| serde::de::Error::custom("expected a day written YYYY-MM-DD"))
    }
}
