//! What a draft cannot borrow from the report's own text: texts written with escapes, long lists of boxes.

use std::cell::OnceCell;

use super::Form;

/// A place for each member, made at the first use; most reports need none.
#[derive(Debug)]
pub(super) struct Kept {
    pub(super) form: &'static Form,
    texts: Places<String>,
    lists: Places<Vec<u16>>,
}

type Places<T> = OnceCell<Box<[OnceCell<T>]>>;

impl Kept {
    /// Nothing yet.
    pub(super) fn new(form: &'static Form) -> Self {
        Self { form, texts: OnceCell::new(), lists: OnceCell::new() }
    }

    /// Keeps the text of a member; of several the first.
    #[cold]
    pub(super) fn text(&self, member: usize, text: String) -> &str {
        self.place(&self.texts, member).get_or_init(|| text)
    }

    /// Keeps the boxes of a member; of several the first.
    #[cold]
    pub(super) fn list(&self, member: usize, boxes: Vec<u16>) -> &[u16] {
        self.place(&self.lists, member).get_or_init(|| boxes)
    }

    fn place<'k, T>(&self, places: &'k Places<T>, member: usize) -> &'k OnceCell<T> {
        &places.get_or_init(|| self.form.members.iter().map(|_| OnceCell::new()).collect())[member]
    }
}
