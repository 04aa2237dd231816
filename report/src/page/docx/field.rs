//! Fields of Word's old forms, and content controls.

use super::TAG;
use super::tag::Tag;

/// A field of a form: a box to tick, or a list to choose from.
#[derive(Default)]
pub(super) struct Field {
    is_box: bool,
    checked: Option<bool>,
    default: bool,
    choices: Vec<String>,
    chosen: usize,
}

/// A content control.
#[derive(Default)]
pub(super) struct Control {
    /// The field whose value it holds.
    pub(super) path: Option<String>,
    /// It shows what to fill in, and holds nothing.
    pub(super) placeholder: bool,
    /// It is a box, ticked or not.
    pub(super) checked: Option<bool>,
    /// Where it stands between cells: how many cells there were.
    pub(super) cells: Option<usize>,
    /// It marks a value in the text.
    pub(super) open: bool,
}

impl Field {
    /// Takes a property: whether it is on, and its value.
    pub(super) fn set(&mut self, tag: Tag, parent: Option<Tag>, on: bool, value: String) {
        match (tag, parent) {
            (Tag::CheckBox, _) => self.is_box = true,
            (Tag::Checked, Some(Tag::CheckBox)) => self.checked = Some(on),
            (Tag::Default, Some(Tag::CheckBox)) => self.default = on,
            (Tag::Chosen, Some(Tag::ChoiceList)) => self.chosen = value.parse().unwrap_or(0),
            (Tag::ChoiceEntry, Some(Tag::ChoiceList)) => self.choices.push(value),
            _ => {}
        }
    }

    /// What it shows; other fields show the text that follows them.
    pub(super) fn shown(&self) -> Option<&str> {
        if self.is_box {
            return Some(sign(self.checked.unwrap_or(self.default)));
        }
        self.choices.get(self.chosen).map(String::as_str)
    }
}

impl Control {
    /// Takes a property: whether it is on, and its value.
    pub(super) fn set(&mut self, tag: Tag, on: bool, value: Option<String>) {
        match tag {
            Tag::Placeholder => self.placeholder = on,
            Tag::ControlChecked => self.checked = Some(on),
            Tag::ControlName => self.path = value.and_then(|tag| tag.strip_prefix(TAG).map(str::to_owned)),
            _ => {}
        }
    }
}

/// A box.
pub(super) fn sign(checked: bool) -> &'static str {
    if checked { "☑" } else { "□" }
}
