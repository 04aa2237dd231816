//! Work with filled reports of any form at run time: read them, tell which form they are of, judge them.

mod apart;
pub mod fix;
pub mod live;
pub mod loaded;
pub mod losses;
pub mod migrate;
pub mod page;
pub mod previous;
pub mod proposals;
pub mod read;
pub mod reading;
pub mod recognise;
pub mod trial;
mod yaml;

pub use apart::{LocalVerdict, apart};
pub use live::{Live, LiveError};
pub use loaded::Loaded;
pub use losses::{Loss, losses};
pub use migrate::{Migrated, migrate};
pub use previous::{WrongPrevious, check_previous};
pub use proposals::{Proposal, Proposals, propose};
pub use read::{Document, Format, Unreadable};
pub use recognise::{Unrecognised, recognise, stated_other, year_of};
pub use trial::Trial;
