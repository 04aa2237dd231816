//! Reports and blank forms in the official layout: Word, HTML, Markdown, text.
//!
//! [`sheet`] says once what stands where; a module for each format writes it down. Nothing here fails: a report that is
//! not valid is printed all the same, what has the wrong type as JSON.

mod docx;
mod explanations;
mod html;
mod markdown;
mod paper;
pub(crate) mod sheet;
mod text;
mod widths;

pub use explanations::explanation_heading;
use serde_json::Value;
use sheet::Sheet;
pub use sheet::printed_text;
use tianbao_schema::Form;

/// Heading of the explanations below the table.
pub const EXPLANATIONS: &str = "情况说明";

/// What the tags of content controls in Word begin with; the field's path follows.
pub const TAG: &str = "tianbao:";

/// The namespace of the part of a Word document that carries the report.
pub const NAMESPACE: &str = "urn:tianbao:report";

/// A format that people read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PaperFormat {
    /// `.docx`, to edit and print.
    Docx,
    /// `.html`, one file, to look at and print.
    Html,
    /// `.md`
    Markdown,
    /// `.txt`: a tab before each cell, a blank line between rows.
    Text,
}

impl PaperFormat {
    /// Every format.
    pub const ALL: [Self; 4] = [Self::Docx, Self::Html, Self::Markdown, Self::Text];

    /// The ending of a file's name.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Docx => "docx",
            Self::Html => "html",
            Self::Markdown => "md",
            Self::Text => "txt",
        }
    }
}

/// What is printed beside the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// The 填写说明 after it.
    pub instructions: bool,
    /// In Word and HTML: which field a value is of, which form it is, and the report as data.
    pub marks: bool,
}

impl Default for Options {
    fn default() -> Self {
        Self { instructions: false, marks: true }
    }
}

/// A report in the official layout; without a report, the blank form. The same bytes on every machine.
#[must_use]
pub fn render(form: &Form, report: Option<&Value>, format: PaperFormat, options: &Options) -> Vec<u8> {
    let print = Print { form, report, options, sheet: sheet::sheet(form, report) };
    match format {
        PaperFormat::Docx => docx::docx(&print),
        PaperFormat::Html => html::html(&print).into_bytes(),
        PaperFormat::Markdown => markdown::markdown(&print).into_bytes(),
        PaperFormat::Text => text::text(&print).into_bytes(),
    }
}

/// What a format is made of.
struct Print<'a> {
    form: &'a Form,
    report: Option<&'a Value>,
    options: &'a Options,
    sheet: Sheet,
}

impl Print<'_> {
    /// The whole report as JSON on one line that neither HTML nor XML can take for anything else.
    fn carried(&self) -> Option<String> {
        let report = self.report.filter(|_| self.options.marks)?;
        let mut json = String::new();
        for character in report.to_string().chars() {
            match character {
                '<' | '>' | '&' | '\u{7f}'..='\u{9f}' | '\u{2028}' | '\u{2029}' | '\u{fffe}' | '\u{ffff}' => {
                    json.push_str(&format!("\\u{:04x}", u32::from(character)));
                }
                other => json.push(other),
            }
        }
        Some(json)
    }
}
