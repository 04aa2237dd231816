//! Text with the values that are marked in it.

use super::Mark;
use super::decode::trim;

/// Text on its way into a cell or a line.
#[derive(Default)]
pub(super) struct Marked {
    /// The text so far.
    pub(super) text: String,
    marks: Vec<Mark>,
    /// Values that have not ended, with where they go on in the text.
    open: Vec<(Mark, usize)>,
}

impl Marked {
    /// Begins a value.
    pub(super) fn open_mark(&mut self, path: &str) {
        self.open.push((Mark { path: path.to_owned(), text: String::new() }, self.text.len()));
    }

    /// Ends the value that was begun last; where its text was taken before it ended, it is given back.
    pub(super) fn close_mark(&mut self) -> Option<Mark> {
        let (mut mark, from) = self.open.pop()?;
        let taken = !mark.text.is_empty();
        mark.text.push_str(self.text.get(from..).unwrap_or_default());
        mark.text = trim(&mark.text).to_owned();
        if taken && trim(&self.text).is_empty() {
            return Some(mark);
        }
        self.marks.push(mark);
        None
    }

    /// The text so far and the values in it; those that have not ended go on.
    pub(super) fn take(&mut self) -> (String, Vec<Mark>) {
        for (mark, from) in &mut self.open {
            mark.text.push_str(self.text.get(*from..).unwrap_or_default());
            mark.text.push('\n');
            *from = 0;
        }
        (std::mem::take(&mut self.text), std::mem::take(&mut self.marks))
    }
}
