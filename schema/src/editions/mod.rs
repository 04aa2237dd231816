//! Two editions of one form beside each other: which member, choice and rule of the one is which of the other, and
//! reports carried over; and the spec that the next edition begins with.

mod carry;
mod mistaken;
pub mod next;
mod pairing;
pub mod written;

pub use carry::{Carried, Left, carry, look};
pub use mistaken::{Mistaken, mistaken};
pub use next::{Next, Remark};
pub use pairing::{Pairing, same_condition};
