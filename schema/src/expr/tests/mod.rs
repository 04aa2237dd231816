//! Tests of expressions on a small form made by hand.

mod check;
pub(crate) mod engines;
pub(crate) mod fixture;
mod interval;
mod message;
pub(crate) mod sentence;
mod speed;
