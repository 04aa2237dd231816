//! manifest (being written).

use tianbao_schema::Form;

/// The file's contents.
#[must_use]
pub fn generate(_forms: &[&Form]) -> String {
    crate::output::json(&serde_json::json!({}))
}
