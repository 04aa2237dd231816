//! Two editions of one form beside each other: which member, choice and rule of the one is which of the other, and
//! reports carried over.

mod carry;
mod pairing;

pub use carry::{Carried, Left, carry, look};
pub use pairing::{Pairing, same_condition};
