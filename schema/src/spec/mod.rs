//! A spec as written: one struct for each kind of mapping in the YAML, every key optional and with its place.
//!
//! Reading a node tree into these reports unknown, missing and repeated keys and values of the wrong shape; what the
//! values *mean* is looked at by [`crate::check()`]. The same declarations give the JSON Schema of the spec language.

#[macro_use]
mod mapping;
mod addition;
mod field;
mod form;
mod instruction;
mod layout;
mod read;
mod rule;
mod schema;
mod truth;

pub use addition::{AdditionSpec, StricterSpec};
pub use field::{ChoiceSpec, FieldSpec, KindName, KindWord, LengthSpec, LinesWord, PeriodWord};
pub use form::{FormSpec, PatternSpec, PrintedWord, RevisionSpec, SectionSpec, YearsSpec};
pub use instruction::PartSpec;
pub use layout::LayoutSpec;
pub(crate) use read::nearest;
pub use read::{FromNode, Pairs, Reader, Spanned, Tree, looks_like_other};
pub use rule::{BasisWord, ChangedSpec, FixSpec, RuleSpec, SeverityWord, WithdrawnSpec};
pub use schema::schema;
