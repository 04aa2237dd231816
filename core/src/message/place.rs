//! Where a finding stands, and what is said of the place.

use std::borrow::Cow;

use crate::finding::{Finding, Severity, Text};
use crate::{pointer, print};

/// What findings say of the member at which they stand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    /// JSON Pointer.
    pub path: Text,
    /// Labels from the section down: 信息发布 › 总数.
    pub label: Text,
    /// Place in the 填写说明; none for head and foot.
    pub clause: Option<Text>,
    /// The unit that counts for it.
    pub unit: Option<Text>,
    /// True where it may be absent.
    pub optional: bool,
}

impl Place {
    /// The report itself.
    pub const ROOT: Self = Self::reserved("", "");

    /// A place of a compiled form.
    #[must_use]
    pub const fn of(
        path: &'static str,
        label: &'static str,
        clause: Option<&'static str>,
        unit: Option<&'static str>,
        optional: bool,
    ) -> Self {
        Self {
            path: Cow::Borrowed(path),
            label: Cow::Borrowed(label),
            clause: match clause {
                Some(clause) => Some(Cow::Borrowed(clause)),
                None => None,
            },
            unit: match unit {
                Some(unit) => Some(Cow::Borrowed(unit)),
                None => None,
            },
            optional,
        }
    }

    /// A member that every form has; always optional.
    #[must_use]
    pub const fn reserved(path: &'static str, label: &'static str) -> Self {
        Self::of(path, label, None, None, true)
    }

    /// The same place, one step further down: an item of a list, an entry of `explanations`.
    #[must_use]
    pub fn below(&self, token: &str) -> Self {
        Self { path: Cow::Owned(pointer::join(&self.path, token)), optional: false, ..self.clone() }
    }

    /// A structural finding here, an error.
    #[must_use]
    pub fn found(&self, code: &'static str, message: impl Into<Text>) -> Finding {
        Finding {
            code: Cow::Borrowed(code),
            severity: Severity::Error,
            path: self.path.clone(),
            label: self.label.clone(),
            clause: self.clause.clone(),
            message: message.into(),
            values: Vec::new(),
            advice: None,
            fixes: Vec::new(),
            explanation: None,
        }
    }

    pub(super) fn with_unit(&self, number: &str) -> String {
        print::with_unit(number, self.unit.as_deref())
    }
}
