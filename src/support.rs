//! What generated code names; nobody else should.

pub use serde;
pub use tianbao_core::Severity;
pub use tianbao_core::compiled::*;
pub use tianbao_core::decimal::print as print_number;
pub use tianbao_core::finding::Text;
pub use tianbao_core::message::Place;
pub use tianbao_core::print::{ABSENT, first, join};
pub use tianbao_core::text::TextRules;

#[cfg(feature = "schemars")]
pub use crate::json_schema::{def, root};
#[cfg(feature = "schemars")]
pub use schemars;

/// `date(year, month, day)` as [`tianbao_core::Date::ordinal`].
#[must_use]
pub const fn day(year: i64, month: i64, day: i64) -> i64 {
    year * 10_000 + month * 100 + day
}

/// A day from its ordinal, as a report writes it.
#[must_use]
pub fn print_day(ordinal: i64) -> String {
    format!("{:04}-{:02}-{:02}", ordinal / 10_000, ordinal / 100 % 100, ordinal % 100)
}
