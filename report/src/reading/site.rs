//! Where the value of a field stands in a document, before it is read.

use serde_json::Value;

use crate::page::Place;

/// A text that is the value of a field, as far as labels tell.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Site {
    /// The text.
    pub(super) text: String,
    /// Where it stands; that of the label where nothing stands beside it.
    pub(super) place: Place,
    /// The unit printed with its label.
    pub(super) unit: Option<String>,
    /// True where its label is not quite the form's.
    pub(super) alike: bool,
    /// The label as found, where it is not quite the form's.
    pub(super) label: Option<String>,
    /// True where a number, a remark or the order of rows differs, and nothing is in doubt.
    pub(super) varied: bool,
    /// True where an empty cell stands between label and value.
    pub(super) shifted: bool,
    /// True where nothing tells it from another field with the same label.
    pub(super) unsure: bool,
    /// The value that the report in the document has, where it is shown here as it is.
    pub(super) own: Option<Value>,
    /// Another text for the same field, from another place.
    pub(super) rival: Option<String>,
}

impl Site {
    pub(super) fn sure(text: String, place: Place) -> Self {
        Self {
            text,
            place,
            unit: None,
            alike: false,
            label: None,
            varied: false,
            shifted: false,
            unsure: false,
            own: None,
            rival: None,
        }
    }

    pub(super) fn alike(text: String, place: Place) -> Self {
        Self { alike: true, ..Self::sure(text, place) }
    }
}
