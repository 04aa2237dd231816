//! The leaf that generated form code and every tool build on: findings and verdicts, exact decimals,
//! dates, JSON Pointers, the trait [`Judge`] and the text reader.
//!
//! # Structure in detail, the same in both engines
//!
//! - A value has one finding at most (beside `duplicate`): `type` comes before all others; of a text the first of
//!   [`text::TextProblem`], and its named pattern (or url, date) only where the text has no such problem.
//!   `blank` is found in text, url and date; elsewhere a text is `type`.
//! - A number with too many places, or outside its limits, is `limit`; so is a year outside the edition's. A fraction in a
//!   count or year is `type`.
//! - In a list of choices each item is looked at by itself, at its own pointer (`/innovation/features/2`): not a text →
//!   `type` ([`message::Expected::Choice`]), no box → `choice`, a box that stood before → `unique`. All these count as
//!   findings of the field. 20 bad items of a list are found at most, then one `choice` at the field says how many more; so
//!   too with explanations of rules that do not exist.
//! - Of a member written twice the first counts (also where it is null), the rest is not looked at: one `duplicate`. Inside
//!   `local` and unknown members nothing is looked at. An unknown member written twice is one finding.
//! - An absent required group is one `required` at the group. A root that is not an object is one `type` at "".
//! - `explanations` that are null are absent. Where a structural finding stands on an explanation it explains nothing.
//! - `form` of another text or `edition` of another number is `choice`, of another kind (`edition: 1.5` too) `type`.
//! - Where the report is not JSON, or its root no object, no rule is judged: every field mentioned is unusable.
//!   A field of the report that has a finding (also `required`) is listed as unusable, not also as absent.
//! - Last year's report is read the same way, its findings are not reported, its fields with findings are unusable.
//! - Findings stand in the order of [`order::Order`].
//!
//! No YAML, no expression language and no regular-expression engine is built by those who use it.

pub mod compiled;
pub mod date;
pub mod decimal;
pub mod explanations;
pub mod finding;
pub mod message;
pub mod nearest;
pub mod order;
pub mod pointer;
pub mod print;
pub mod reserved;
pub mod syntax;
pub mod text;
pub mod verdict;

pub use date::Date;
pub use decimal::Decimal;
pub use finding::{Finding, Fix, PatchOperation, Severity, ValueRead};
pub use verdict::{Judge, NotApplicable, RuleOutcomes, Verdict};
