//! The committed files under `generated/` are those that the shipped specs give today.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{fs, io};

use serde_json::Value;
use tianbao_codegen::GeneratedFile;
use tianbao_codegen::output::{self, Difference};
use tianbao_schema::Form;

fn out() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../generated")
}

fn generated() -> Vec<GeneratedFile> {
    let forms: Vec<Form> = tianbao_schema::shipped()
        .iter()
        .filter_map(|shipped| tianbao_schema::check(shipped.path, shipped.text.as_bytes()).form)
        .collect();
    assert_eq!(
        forms.len(),
        tianbao_schema::shipped().len(),
        "a shipped spec has errors: run `tianbao check`"
    );
    tianbao_codegen::generate(&forms.iter().collect::<Vec<_>>())
}

#[test]
fn committed_files_are_fresh() {
    let files = generated();
    let stale = output::stale(&out(), &files).unwrap_or_else(|error| panic!("{error}"));
    let list: Vec<String> = stale
        .iter()
        .map(|(file, difference)| match difference {
            Difference::Missing => format!("  generated/{} is missing", file.path),
            Difference::Stale => format!("  generated/{} is stale", file.path),
        })
        .collect();
    assert!(
        list.is_empty(),
        "{} files are not what the specs give:\n{}\nmake them: cargo run -- generate   ({})",
        list.len(),
        list.join("\n"),
        output::COMMAND,
    );
}

#[test]
fn nothing_else_lies_there_and_the_manifest_lists_it_all() -> io::Result<()> {
    let expected: BTreeSet<String> = generated().into_iter().map(|file| file.path).collect();
    let mut there = BTreeSet::new();
    for form in tianbao_schema::shipped() {
        list(&out().join(form.form), form.form, &mut there)?;
    }
    let there_only: Vec<&String> = there.difference(&expected).collect();
    assert!(there_only.is_empty(), "nobody generates {there_only:?} under generated/: remove them");

    let manifest: Value = serde_json::from_str(&fs::read_to_string(out().join("manifest.json"))?)?;
    let forms = manifest["forms"].as_array().into_iter().flatten();
    let files = forms.chain([&manifest]).flat_map(|holder| holder["files"].as_array().into_iter().flatten());
    let listed: BTreeSet<String> = files.filter_map(|file| Some(file["path"].as_str()?.to_owned())).collect();
    assert_eq!(listed, expected);
    Ok(())
}

/// The files below a folder, by their paths from `generated/`.
fn list(folder: &Path, name: &str, found: &mut BTreeSet<String>) -> io::Result<()> {
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        let path = format!("{name}/{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            list(&entry.path(), &path, found)?;
        } else {
            found.insert(path);
        }
    }
    Ok(())
}
