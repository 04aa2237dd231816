//! Official report forms in Rust: types, validators and checks, generated from one YAML spec.
//!
//! ```ignore
//! tianbao::form!(spec = "forms/my-form/2024.yaml"); // types and validators, in the current module
//!
//! let verdict = Report::judge(&std::fs::read("report.json")?); // everything found, never a panic
//! let report = Report::from_json(bytes)?;                       // or the typed report
//! ```
//!
//! The shipped forms are in the crate `tianbao-forms`.

pub use tianbao_core::compiled::About;
pub use tianbao_core::{
    Date, Decimal, Finding, Fix, Judge, NotApplicable, PatchOperation, RuleOutcomes, Severity, ValueRead,
    Verdict,
};
#[doc(inline)]
pub use tianbao_core::{date, decimal, finding, pointer, verdict};

#[cfg(feature = "macros")]
pub use tianbao_derive::{Section, form};

mod json_schema;
#[doc(hidden)]
pub mod support;
