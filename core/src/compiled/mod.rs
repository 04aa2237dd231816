//! What generated form code calls: tables that describe a form, and the engine that reads and judges reports by them.
//!
//! A report is read in one pass into a borrowed draft, one [`Slot`] for each member of the form; the rules are plain Rust
//! functions on that draft. Where nothing is found, nothing but the verdict's list of passed rules is allocated.

mod about;
mod boxes;
mod dfa;
mod draft;
mod form;
mod intake;
mod judge;
mod kept;
mod list;
mod number;
mod outcomes;
mod precise;
mod read;
mod rule;
mod scan;
mod scanner;
mod section;
#[cfg(test)]
mod tests;
mod unusable;
mod visitor;

pub use about::About;
pub use boxes::Boxes;
pub use dfa::{Dfa, classes};
pub use draft::{Draft, Slot};
pub use form::{Form, Kind, Member, Pattern};
pub use intake::Intake;
pub use judge::{Choice, Engine, Report, Values, deserialize, validate_section};
pub use rule::{Reference, Rule, RuleFix, Setting, last, this};
pub use section::{
    ChoiceField, ChoiceOf, ChoicesField, CountField, DateField, FlagField, NumberField, Section, TextField,
    YearField, is_path,
};
