//! Official report forms in Rust: types, validators and checks, generated from one YAML spec.
//!
//! ```
//! tianbao::form!(spec = "tests/examples/macro/forms/visit.yaml"); // types and validators, in the current module
//!
//! # fn main() -> Result<(), Box<tianbao::Verdict>> {
//! let text = br#"{"visit": {"date": "2024-05-20", "visitors": 7, "children": 2}}"#;
//! let verdict = Report::judge(text); // everything found, never a panic
//! assert!(verdict.valid);
//! let report = Report::from_json(text)?; // or the typed report
//! assert_eq!(report.visit.visitors - report.visit.children, 5);
//! # Ok(())
//! # }
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

/// ```
/// #[derive(tianbao::Section)]
/// #[section(form = "gov-website-work", edition = 2019, path = "info_release")]
/// struct News {
///     total: u64,
///     overview: u64,
///     dynamics: u64,
///     catalog: u64,
/// }
///
/// # fn main() {
/// let verdict = News { total: 7, overview: 3, dynamics: 3, catalog: 3 }.validate();
/// assert_eq!(verdict.findings[0].code, "info_release.total.sum");
/// # }
/// ```
#[cfg(feature = "macros")]
pub use tianbao_derive::Section;
#[cfg(feature = "macros")]
pub use tianbao_derive::form;

mod json_schema;
#[doc(hidden)]
pub mod support;
