//! From a document to a report, by the form's own labels, units, order and layout; nothing here knows one form.
//!
//! `fold` makes texts comparable, `labels` lists what the form prints, `tokens` what the document shows, `align` holds
//! the one against the other, `value` and `boxes` read what stands beside a label, `lines` what stands above and below
//! the table, and `marks` compares it with what a document of ours says of itself, `own` with the report that it carries.
//! Whatever is in doubt is said.
//! `issued` holds a newly issued form against the form as it was instead.

mod align;
mod assemble;
mod boxes;
mod context;
mod days;
mod explanations;
mod figures;
mod fold;
mod issued;
mod labels;
mod likeness;
mod lines;
mod marks;
mod not_read;
mod own;
mod remains;
mod site;
mod texts;
mod tokens;
mod trace;
mod value;

pub use assemble::{labels_found, read};
pub use issued::{Difference, Fresh, FreshKind, Issued, Of, What, issued};
pub(crate) use issued::{bare, shared};
pub use not_read::NotRead;
pub use trace::{How, Problem, ProblemCode, ReadValue, Reading};
