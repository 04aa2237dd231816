//! The leaf that generated form code and every tool build on: findings and verdicts, exact decimals,
//! dates, JSON Pointers, the trait [`Judge`] and the text reader.
//!
//! No YAML, no expression language and no regular-expression engine is built by those who use it.

pub mod date;
pub mod decimal;
pub mod finding;
pub mod pointer;
pub mod verdict;

pub use date::Date;
pub use decimal::Decimal;
pub use finding::{Finding, Fix, PatchOperation, Severity, ValueRead};
pub use verdict::{Judge, NotApplicable, RuleOutcomes, Verdict};
