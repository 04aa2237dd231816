//! The six members that every report may have beside the form's own (design section 5), in their order.

use crate::explanations;
use crate::message::Place;

/// Their names, in the order in which they are written; all are optional.
pub const NAMES: [&str; 6] = ["$schema", "form", "edition", "revision", "explanations", "local"];

/// Index of `local` among them: additions of one place, by their ids.
pub const LOCAL: usize = 5;

/// What findings say of them; the index is that of [`crate::order::Order::reserved`].
pub const PLACES: [Place; 6] = [
    Place::reserved("/$schema", "数据格式"),
    Place::reserved("/form", "报表编号"),
    Place::reserved("/edition", "报表版本"),
    Place::reserved("/revision", "报表修订"),
    explanations::PLACE,
    Place::reserved("/local", "本地加填"),
];
