//! What the compiler says of slips in `form!` and `#[derive(Section)]`: one file of `ui/` for each slip; the specs that
//! have one are in `ui/forms/`, next year's form in `forms/`. And that a changed spec is built again.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs, io};

/// Where trybuild builds: what it has built there once serves all that follows.
fn trybuild() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("tests").join("trybuild")
}

#[test]
fn slips() -> io::Result<()> {
    // A spec is looked for beside the Cargo.toml, and trybuild makes one of its own for each crate.
    let forms = trybuild().join(env!("CARGO_PKG_NAME")).join("forms");
    fs::create_dir_all(&forms)?;
    for folder in ["ui/forms", "forms"] {
        for file in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder))? {
            let file = file?;
            fs::copy(file.path(), forms.join(file.file_name()))?;
        }
    }
    trybuild::TestCases::new().compile_fail("ui/*.rs");
    Ok(())
}

/// A crate that uses `form!`, in a folder of its own.
struct User {
    folder: PathBuf,
}

impl User {
    fn new() -> io::Result<Self> {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("");
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("changed-spec");
        fs::create_dir_all(folder.join("src"))?;
        fs::copy(root.join("Cargo.lock"), folder.join("Cargo.lock"))?;
        fs::write(
            folder.join("Cargo.toml"),
            format!(
                "[package]\nname = \"changed-spec\"\nversion = \"0.0.0\"\nedition = \"2024\"\n[workspace]\n\
                 [dependencies]\ntianbao = {{ path = {root:?} }}\n"
            ),
        )?;
        fs::write(
            folder.join("src/lib.rs"),
            "tianbao::form!(spec = \"form.yaml\");\n\
             pub fn visitors(report: &Report) -> u64 { report.visit.visitors }\n",
        )?;
        Ok(Self { folder })
    }

    /// Builds with this spec; gives what cargo says, and whether it was content.
    fn build(&self, spec: Option<&str>) -> io::Result<(bool, String)> {
        if let Some(spec) = spec {
            fs::write(self.folder.join("form.yaml"), spec)?;
        }
        let mut cargo = Command::new(env!("CARGO"));
        // As trybuild does, so that what it has built serves here too.
        cargo.env("CARGO_INCREMENTAL", "0");
        cargo.args(["check", "--offline", "--message-format=short", "--color=never"]);
        let said = cargo.current_dir(&self.folder).env("CARGO_TARGET_DIR", trybuild()).output()?;
        Ok((said.status.success(), String::from_utf8_lossy(&said.stderr).into_owned()))
    }
}

#[test]
fn a_changed_spec_is_built_again() -> io::Result<()> {
    let spec = include_str!("examples/macro/forms/visit.yaml");
    let user = User::new()?;

    let (good, said) = user.build(Some(spec))?;
    assert!(good, "{said}");
    let (good, said) = user.build(None)?;
    assert!(good && !said.contains("Checking changed-spec"), "nothing had changed: {said}");

    // Next year's form has another name for it.
    let (good, said) = user.build(Some(&spec.replace("visitors", "guests")))?;
    assert!(!good && said.contains("no field `visitors` on type `Visit`"), "{said}");
    let (good, said) = user.build(Some(spec))?;
    assert!(good && said.contains("Checking changed-spec"), "{said}");
    Ok(())
}
