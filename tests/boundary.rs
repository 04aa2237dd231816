//! Who uses a shipped form builds no YAML reader, no expression language and no regular-expression engine.

use std::process::Command;

const KEPT_OUT: [&str; 7] =
    ["serde-saphyr", "serde_yaml", "granit", "cel ", "antlr", "regex", "tianbao-schema"];

#[test]
fn users_of_shipped_forms_build_little() {
    for package in ["tianbao-core", "tianbao-forms"] {
        let tree = Command::new(env!("CARGO"))
            .args(["tree", "--offline", "--prefix", "none", "--edges", "normal", "--package", package])
            .current_dir(env!("CARGO_MANIFEST_DIR"))
            .output()
            .unwrap_or_else(|error| panic!("{error}"));
        let tree = String::from_utf8_lossy(&tree.stdout).into_owned();
        assert!(tree.contains("serde_json "), "{package}: {tree}");
        for name in KEPT_OUT {
            assert!(!tree.lines().any(|line| line.starts_with(name)), "{package} builds {name}:\n{tree}");
        }
    }
}
