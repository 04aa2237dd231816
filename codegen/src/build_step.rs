//! The build step: from a `build.rs`, a spec becomes Rust in `OUT_DIR`.

use std::fmt;
use std::path::{Path, PathBuf};

use tianbao_schema::diagnostic::{Diagnostic, Language, Level};
use tianbao_schema::{Checked, render};

use crate::output::{self, OutputError};

/// Why no Rust came of a spec. `Debug` is for people too, since that is how a `build.rs` that returns it prints it.
pub enum BuildError {
    /// Not called from a `build.rs`.
    NoOutDir,
    /// The spec cannot be read, or the Rust not written.
    File(OutputError),
    /// The spec has errors: all of them, rendered.
    Spec(String),
}

/// Makes `OUT_DIR/form.rs` from a spec, to be taken in by `include!(concat!(env!("OUT_DIR"), "/form.rs"))`.
/// The path is relative to the package; changing the file makes cargo run the build step again.
///
/// ```no_run
/// // build.rs
/// fn main() -> Result<(), tianbao_codegen::BuildError> {
///     tianbao_codegen::build("forms/my-form/2024.yaml")
/// }
/// ```
///
/// # Errors
/// All errors of the spec at once, with their places; or the file that cannot be read or written.
pub fn build(spec: impl AsRef<Path>) -> Result<(), BuildError> {
    build_as(spec, "form.rs")
}

/// As [`build`], with a file name of one's own: for packages with several forms.
///
/// # Errors
/// As [`build`].
pub fn build_as(spec: impl AsRef<Path>, file: &str) -> Result<(), BuildError> {
    let spec = spec.as_ref();
    println!("cargo::rerun-if-changed={}", spec.display());
    let out = std::env::var_os("OUT_DIR").map(PathBuf::from).ok_or(BuildError::NoOutDir)?;
    let text = rust(spec)?;
    let path = out.join(file);
    // Untouched where nothing changed, so that nothing is compiled again.
    if std::fs::read(&path).is_ok_and(|there| there == text.as_bytes()) {
        return Ok(());
    }
    output::replace(&path, text.as_bytes()).map_err(BuildError::File)
}

/// The Rust of a spec; its warnings go to cargo.
fn rust(spec: &Path) -> Result<String, BuildError> {
    let bytes = std::fs::read(spec)
        .map_err(|problem| BuildError::File(OutputError { path: spec.to_owned(), problem }))?;
    let Checked { source, diagnostics, form } = tianbao_schema::check(&spec.display().to_string(), &bytes);
    let Some(form) = form else {
        return Err(BuildError::Spec(render::human(&diagnostics, &source, Language::default(), false)));
    };
    for Diagnostic { code, level, span, message, .. } in &diagnostics {
        match level {
            Level::Error => {}
            Level::Warning => {
                let (line, column) = source.line_column(span.start);
                let text = message.text(Language::default()).replace('\n', " ");
                println!("cargo::warning={}:{line}:{column} [{code}] {text}", source.name);
            }
        }
    }
    Ok(output::header(&form, "form.rs") + &crate::rust::generate(&form))
}

impl fmt::Display for BuildError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoOutDir => formatter.write_str("没有 OUT_DIR：tianbao_codegen::build 要在 build.rs 里调用"),
            Self::File(error) => write!(formatter, "{error}"),
            Self::Spec(rendered) => formatter.write_str(rendered.trim_end()),
        }
    }
}

impl fmt::Debug for BuildError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "\n{self}")
    }
}

impl std::error::Error for BuildError {}
