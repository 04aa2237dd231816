//! `tianbao new FORM`

use std::path::Path;

use tianbao_schema::diagnostic::Language;

use super::Status;
use crate::args::New;
use crate::files::{self, Failure};
use crate::print::pick;

const TEMPLATE: &str = include_str!("../../../templates/new/form.yaml");

/// Writes a small spec to start from. Nothing is ever overwritten.
pub(super) fn run(args: &New, language: Language) -> Result<Status, Failure> {
    let form = &args.form;
    if !is_kebab_case(form) {
        return Err(Failure::new(
            format!("报表编号“{form}”不行：用小写英文字母开头，只含小写字母、数字和连字符，如 my-form"),
            format!("`{form}` is no form id: lower-case letters, digits and hyphens, such as my-form"),
        ));
    }
    let name = format!("{form}.yaml");
    let path = Path::new(&name);
    if path.exists() {
        return Err(Failure::new(
            format!("{name} 已经在了，没有动它；换一个编号，或先把它移走"),
            format!("{name} exists and was left alone; choose another id, or move it away"),
        ));
    }
    files::write(path, TEMPLATE.replace("{{ form }}", form).as_bytes())?;
    files::print(&pick(
        language,
        format!(
            "写好了 {name}：五个字段，能直接用。接下来：\n  \
             tianbao check {name}       改一处，查一次，错处指到字\n  \
             tianbao preview {name}     做成一页网页，看空表、字段和填写说明\n  \
             tianbao generate {name}    生成类型、JSON Schema、文档，放在 generated/{form}/\n"
        ),
        format!(
            "wrote {name}: five fields, ready to use. Next:\n  \
             tianbao check {name}       after every change\n  \
             tianbao preview {name}     one page to look at\n  \
             tianbao generate {name}    types, JSON Schema, documentation in generated/{form}/\n"
        ),
    ));
    Ok(Status::Fine)
}

fn is_kebab_case(id: &str) -> bool {
    id.starts_with(|first: char| first.is_ascii_lowercase())
        && id.split('-').all(|word| {
            !word.is_empty()
                && word.chars().all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit())
        })
}
