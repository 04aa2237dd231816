//! The build step: from a `build.rs`, a spec becomes Rust in `OUT_DIR`.

use std::fmt;
use std::path::{Path, PathBuf};

use tianbao_schema::diagnostic::Language;
use tianbao_schema::{Checked, render};

use crate::output::{self, GeneratedFile, OutputError};

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
    let Built { rust, warnings, base } = built(spec)?;
    if let Some(base) = base {
        println!("cargo::rerun-if-changed={}", base.display());
    }
    warnings.iter().for_each(|warning| println!("cargo::warning={warning}"));
    output::write(&out, &[GeneratedFile { path: file.to_owned(), contents: rust.into() }])?;
    Ok(())
}

/// What came of a spec.
struct Built {
    rust: String,
    /// A line each.
    warnings: Vec<String>,
    /// Of an addition: the file of what it extends.
    base: Option<PathBuf>,
}

fn built(spec: &Path) -> Result<Built, BuildError> {
    let bytes = std::fs::read(spec).map_err(|problem| OutputError { path: spec.to_owned(), problem })?;
    let folder = spec.parent().unwrap_or(Path::new(""));
    let Checked { source, diagnostics, form } =
        tianbao_schema::check_beside(&spec.display().to_string(), &bytes, folder);
    let Some(form) = form else {
        return Err(BuildError::Spec(render::human(&diagnostics, &source, Language::default(), false)));
    };
    let warnings = diagnostics.iter().map(|found| {
        let (line, column) = source.line_column(found.span.start);
        let text = found.message.text(Language::default()).replace('\n', " ");
        format!("{}:{line}:{column} [{}] {text}", source.name, found.code)
    });
    let base = form.addition.as_ref().and_then(|addition| addition.base_file.as_ref());
    Ok(Built {
        rust: output::header(&form, "form.rs") + &crate::rust::generate(&form),
        warnings: warnings.collect(),
        base: base.map(|base| folder.join(base)),
    })
}

impl From<OutputError> for BuildError {
    fn from(error: OutputError) -> Self {
        Self::File(error)
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoOutDir => {
                formatter.write_str("没有 OUT_DIR：tianbao_codegen::build 要在 build.rs 里调用")
            }
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

#[cfg(test)]
mod tests {
    use super::*;

    const SPEC: &str = "form: tiny\nedition: 1\nyears: { from: 2024 }\ntitle: 小表\nsections:\n  - fields:\n      - { id: year, label: 年度, kind: year }\n";

    const ADDITION: &str = "extends: tiny.yaml\nlocal: here\ntitle: 补充\nsections:\n  - fields:\n      - { id: extra, label: 另加, kind: count }\n";

    fn spec(text: &str) -> std::io::Result<(tempfile::TempDir, PathBuf)> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("tiny.yaml");
        std::fs::write(&path, text)?;
        Ok((folder, path))
    }

    #[test]
    fn a_spec_becomes_rust() -> Result<(), Box<dyn std::error::Error>> {
        let (_folder, path) = spec(SPEC)?;
        let Built { rust, warnings, .. } = built(&path)?;
        assert!(rust.starts_with("// @generated") && rust.contains("pub struct Report"), "{rust}");
        assert_eq!(warnings, [""; 0]);
        Ok(())
    }

    #[test]
    fn an_addition_becomes_rust_with_what_it_extends() -> Result<(), Box<dyn std::error::Error>> {
        let (folder, path) = spec(SPEC)?;
        let addition = folder.path().join("here.yaml");
        std::fs::write(&addition, ADDITION)?;
        let Built { rust, base, .. } = built(&addition)?;
        assert!(rust.contains("pub local: Local") && rust.contains("pub year: u16"), "{rust}");
        assert_eq!(base, Some(path));
        Ok(())
    }

    #[test]
    fn all_errors_are_told_at_once_as_a_person_reads_them() -> Result<(), Box<dyn std::error::Error>> {
        let (_folder, path) = spec(&SPEC.replace("kind: year", "kind: yaer").replace("title", "titel"))?;
        let told = format!("{:?}", built(&path).err().expect("the spec has two errors"));
        assert!(told.contains("yaer") && told.contains("titel") && told.contains("tiny.yaml:7:"), "{told}");
        Ok(())
    }

    #[test]
    fn a_missing_spec_is_named() {
        let told = built(Path::new("forms/missing.yaml")).err().expect("there is no such file").to_string();
        assert!(told.starts_with("forms/missing.yaml"), "{told}");
    }
}
