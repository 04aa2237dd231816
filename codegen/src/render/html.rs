//! One web page that needs nothing else, to look at and to print.

use serde::Serialize;

use super::paper::Paper;
use super::sheet::Sheet;
use super::{EXPLANATIONS, Print};
use crate::instructions::{Chapter, chapters};
use crate::templates;

#[derive(Serialize)]
struct Page<'a> {
    title: &'a str,
    form: &'a str,
    edition: u32,
    revision: u32,
    blank: bool,
    marks: bool,
    paper: Paper,
    sheet: &'a Sheet,
    explanations_heading: &'static str,
    carried: Option<String>,
    instructions: bool,
    chapters: Vec<Chapter>,
}

pub(super) fn html(print: &Print<'_>) -> String {
    let Print { form, report, options, sheet } = print;
    let page = Page {
        title: &form.title,
        form: &form.id,
        edition: form.edition,
        revision: form.revision,
        blank: report.is_none(),
        marks: options.marks,
        paper: Paper::named(&form.layout.paper),
        sheet,
        explanations_heading: EXPLANATIONS,
        carried: print.carried(),
        instructions: options.instructions,
        chapters: if options.instructions { chapters(form) } else { Vec::new() },
    };
    templates::render("render/report.html", page)
}
