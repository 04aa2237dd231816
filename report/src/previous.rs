//! Last year's report, which must be of the same form and edition (comparing across editions is for migration).

use serde_json::Value;
use thiserror::Error;
use tianbao_core::syntax;
use tianbao_schema::Form;
use tianbao_schema::diagnostic::Message;

/// A report that cannot be last year's.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}", self.message().zh)]
pub enum WrongPrevious {
    /// It is not JSON; what the reader says.
    Syntax(String),
    /// It is no JSON object.
    NotAnObject,
    /// It says that it is of another form.
    OtherForm {
        /// The form that judges.
        wanted: String,
        /// What it says.
        named: String,
    },
    /// It says that it is of another edition.
    OtherEdition {
        /// The edition that judges.
        wanted: u32,
        /// What it says.
        named: String,
    },
}

impl WrongPrevious {
    /// What is wrong and what to do, in both languages.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::Syntax(said) => {
                Message::new(format!("上年报表{said}"), format!("last year's report is not JSON: {said}"))
            }
            Self::NotAnObject => {
                Message::new("上年报表应是一个 JSON 对象 {…}", "last year's report must be a JSON object {…}")
            }
            Self::OtherForm { wanted, named } => Message::new(
                format!("上年报表写明是“{named}”，不是 {wanted}；请给同一张表的报表"),
                format!(
                    "last year's report says that it is of “{named}”, not of {wanted}; give a report of the same form"
                ),
            ),
            Self::OtherEdition { wanted, named } => Message::new(
                format!("上年报表写明是 {named} 版，不是 {wanted} 版；请给同一版的报表，不同版的要先迁移"),
                format!(
                    "last year's report says that it is of edition {named}, not {wanted}; give one of the same edition"
                ),
            ),
        }
    }
}

/// Whether a text can stand for last year's report of a form: JSON, an object, and of the same form and edition where
/// it says of which it is. What else is wrong with it only keeps rules from being judged.
pub fn check_previous(form: &Form, text: &[u8]) -> Result<(), WrongPrevious> {
    let said = |finding: &tianbao_core::Finding| WrongPrevious::Syntax(finding.message.to_string());
    let text = syntax::utf8(text).map_err(|finding| said(&finding))?;
    let report: Value =
        serde_json::from_str(text).map_err(|error| said(&syntax::finding_of(text, &error)))?;
    let Value::Object(members) = &report else { return Err(WrongPrevious::NotAnObject) };
    match members.get("form") {
        Some(Value::String(named)) if *named != form.id => {
            return Err(WrongPrevious::OtherForm { wanted: form.id.clone(), named: named.clone() });
        }
        Some(_) | None => {}
    }
    match members.get("edition").and_then(Value::as_f64) {
        Some(named) if named != f64::from(form.edition) => {
            Err(WrongPrevious::OtherEdition { wanted: form.edition, named: named.to_string() })
        }
        Some(_) | None => Ok(()),
    }
}
