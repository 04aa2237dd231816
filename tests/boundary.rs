//! Who uses a shipped form builds no YAML reader, no expression language and no regular-expression engine; schemars only
//! where it is asked for.

use std::process::Command;

const KEPT_OUT: [&str; 8] =
    ["serde-saphyr", "serde_yaml", "granit", "cel ", "antlr", "regex", "tianbao-schema", "schemars"];

/// What a package builds, one line for each crate.
fn tree(package: &str, features: &str) -> String {
    let tree = Command::new(env!("CARGO"))
        .args(["tree", "--offline", "--prefix", "none", "--edges", "normal"])
        .args(["--package", package, "--features", features])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap_or_else(|error| panic!("{error}"));
    assert!(tree.status.success(), "{}", String::from_utf8_lossy(&tree.stderr));
    String::from_utf8_lossy(&tree.stdout).into_owned()
}

#[test]
fn users_of_shipped_forms_build_little() {
    for package in ["tianbao-core", "tianbao-forms"] {
        let tree = tree(package, "");
        assert!(tree.contains("serde_json "), "{package}: {tree}");
        for name in KEPT_OUT {
            assert!(!tree.lines().any(|line| line.starts_with(name)), "{package} builds {name}:\n{tree}");
        }
    }
}

#[test]
fn schemars_comes_with_its_feature() {
    let tree = tree("tianbao-forms", "schemars");
    assert!(tree.lines().any(|line| line.starts_with("schemars ")), "{tree}");
}
