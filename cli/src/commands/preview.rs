//! `tianbao preview SPEC`

use std::path::{Path, PathBuf};

use tianbao_codegen::preview;
use tianbao_schema::diagnostic::Language;

use super::{Status, check};
use crate::args::Preview;
use crate::files::{self, Failure};
use crate::print::pick;
use crate::specs::Spec;

/// Writes one page that shows a spec: form, fields, 填写说明, rules.
pub(super) fn run(args: &Preview, language: Language) -> Result<Status, Failure> {
    let path = args.output.clone().unwrap_or_else(|| default_output(&args.spec));
    files::not_over(&path, &args.spec)?;
    let checked = Spec::read(&args.spec)?.check();
    if !checked.diagnostics.is_empty() {
        files::complain(check::report(&checked, language).trim_end());
    }
    let Some(form) = checked.form else { return Ok(Status::Wrong) };
    files::write(&path, preview::preview(&form).as_bytes())?;
    if !files::is_standard(&path) {
        let shown = path.display();
        files::print(&pick(
            language,
            format!("写好了 {shown}，用浏览器打开看\n"),
            format!("wrote {shown}; open it in a browser\n"),
        ));
    }
    Ok(Status::Fine)
}

/// In the current directory, so that a preview never lands among the specs.
fn default_output(spec: &Path) -> PathBuf {
    let stem = spec.file_stem().filter(|_| !files::is_standard(spec)).unwrap_or("spec".as_ref());
    PathBuf::from(format!("{}.preview.html", stem.to_string_lossy()))
}
