//! The report that a document of ours carries: a value of it counts where the document shows just that.

use serde_json::Value;
use tianbao_codegen::render::printed_text;
use tianbao_schema::Form;
use tianbao_schema::form::Member;

use crate::page::{Origin, Page, unseen};

/// A carried report, and how its document shows white space.
#[derive(Clone, Copy)]
pub(super) struct Own<'p> {
    report: Option<&'p Value>,
    html: bool,
}

impl<'p> Own<'p> {
    pub(super) fn of(page: &'p Page) -> Self {
        Self { report: page.carried.as_ref(), html: page.origin == Origin::Html }
    }

    /// The value of a field, where what is marked as this field is how it is printed.
    pub(super) fn value(self, form: &Form, member: &Member, marked: &str) -> Option<&'p Value> {
        let report = self.report?;
        let printed = printed_text(form, report, member.id)?;
        report.pointer(&member.pointer).filter(|_| self.shows(marked, &printed))
    }

    /// The reason given for a rule, where it is what the document shows.
    pub(super) fn explanation(self, rule: &str, text: &str) -> Option<&'p str> {
        let given = self.report?.get("explanations")?.get(rule)?.as_str()?;
        self.shows(text, given).then_some(given)
    }

    /// True where both are the same to the eye.
    fn shows(self, found: &str, printed: &str) -> bool {
        let seen = self.seen(printed);
        !seen.is_empty() && self.seen(found) == seen
    }

    /// What is seen of a text: in a web page white space is one space, at the ends of a line none.
    fn seen(self, text: &str) -> String {
        let text: String =
            text.replace('\t', " ").chars().filter(|char| *char != '\r' && !unseen(*char)).collect();
        let line = |line: &str| line.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
        let text = match self.html {
            true => text.split('\n').map(line).collect::<Vec<_>>().join("\n"),
            false => text,
        };
        text.trim_matches([' ', '\n']).to_owned()
    }
}
