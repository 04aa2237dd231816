//! A report with its verdicts: what every format tells of.

use serde_json::Value;
use tianbao_core::Verdict;
use tianbao_report::LocalVerdict;
use tianbao_report::reading::Reading;
use tianbao_schema::form::Form;

/// A report that was judged, with what is needed to tell of it.
#[derive(Clone, Copy)]
pub(crate) struct Judged<'a> {
    /// Name of the file, as given.
    pub(crate) file: &'a str,
    /// The form that judged.
    pub(crate) form: &'a Form,
    /// The report; none where it is no JSON.
    pub(crate) report: Option<&'a Value>,
    /// How it was read, where it came from a document.
    pub(crate) reading: Option<&'a Reading>,
    /// What the judge says.
    pub(crate) verdict: &'a Verdict,
    /// What the judge of an addition says beside that.
    pub(crate) local: Option<Local<'a>>,
    /// True where last year's report was given.
    pub(crate) previous_given: bool,
}

/// What an addition to the form says of the report.
#[derive(Clone, Copy)]
pub(crate) struct Local<'a> {
    /// The form with the addition.
    pub(crate) form: &'a Form,
    /// What the judge says.
    pub(crate) verdict: &'a LocalVerdict,
}

impl<'a> Judged<'a> {
    /// The same report as the addition sees it.
    pub(crate) fn by_addition(&self) -> Option<Self> {
        let Local { form, verdict } = self.local?;
        Some(Self { form, verdict: &verdict.verdict, local: None, ..*self })
    }

    /// By the form, then by its addition.
    pub(crate) fn parts(&self) -> impl Iterator<Item = Self> + use<'a> {
        std::iter::once(*self).chain(self.by_addition())
    }
}
