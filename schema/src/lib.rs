//! The spec language of tianbao: YAML text becomes a [`form::Form`], the checked model, or diagnostics that point at the very word.

pub mod check;
pub mod codes;
pub mod diagnostic;
pub mod editions;
pub mod edits;
pub mod expr;
pub mod form;
pub mod judge;
pub mod node;
pub mod parse;
pub mod pattern;
pub mod place;
pub mod render;
mod scan;
pub mod search;
mod shipped;
pub mod source;
pub mod spec;

pub use check::{Checked, check, check_beside};
pub use form::Form;
pub use shipped::{Shipped, shipped};
