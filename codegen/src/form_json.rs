//! form_json (being written).

use tianbao_schema::Form;

/// The file's contents.
#[must_use]
pub fn generate(_form: &Form) -> String {
    "{}\n".to_owned()
}
