//! Work with filled reports of any form at run time: read them, tell which form they are of, judge them.

pub mod fix;
pub mod live;
pub mod loaded;
pub mod page;
pub mod previous;
pub mod read;
pub mod reading;
pub mod recognise;
mod yaml;

pub use live::{Live, LiveError};
pub use loaded::Loaded;
pub use previous::{WrongPrevious, check_previous};
pub use read::{Document, Format, Unreadable};
pub use recognise::{Unrecognised, recognise};
