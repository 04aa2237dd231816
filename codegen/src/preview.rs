//! One page for those who look after a form: the form itself, blank and filled, its 填写说明, its fields and rules.

use serde::Serialize;
use tianbao_schema::Form;

use crate::instructions::{Chapter, Slice, chapters, kinds};
use crate::render::sheet::{Sheet, sheet};
use crate::{docs, templates};

/// The page.
#[must_use]
pub fn preview(form: &Form) -> String {
    let before = [("page-form", "表样"), ("page-instructions", "填写说明")];
    templates::render(
        "preview/preview.html",
        Preview {
            page: docs::page_after(form, &before),
            blank: sheet(form, None),
            filled: sheet(form, Some(&form.sample)),
            chapters: chapters(form),
            kinds: kinds(),
        },
    )
}

#[derive(Serialize)]
struct Preview {
    #[serde(flatten)]
    page: docs::Page,
    blank: Sheet,
    filled: Sheet,
    chapters: Vec<Chapter>,
    kinds: Vec<Slice>,
}
