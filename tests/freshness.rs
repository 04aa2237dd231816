//! The committed files under `generated/` are those that the shipped specs give today.

use std::path::Path;

use tianbao_codegen::output::{self, Difference};
use tianbao_schema::Form;

#[test]
fn committed_files_are_fresh() {
    let forms: Vec<Form> = tianbao_schema::shipped()
        .iter()
        .filter_map(|shipped| tianbao_schema::check(shipped.path, shipped.text.as_bytes()).form)
        .collect();
    assert_eq!(
        forms.len(),
        tianbao_schema::shipped().len(),
        "a shipped spec has errors: run `tianbao check`"
    );
    let files = tianbao_codegen::generate(&forms.iter().collect::<Vec<_>>());
    let out = Path::new(env!("CARGO_MANIFEST_DIR")).join("../generated");
    let stale = output::stale(&out, &files).unwrap_or_else(|error| panic!("{error}"));
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
