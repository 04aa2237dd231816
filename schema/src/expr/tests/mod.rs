//! Tests of expressions on a small form made by hand.

mod check;
mod engines;
pub(crate) mod fixture;
mod interval;
mod message;
pub(crate) mod sentence;
