//! `tianbao validate` for people.

use insta::assert_snapshot;
use serde_json::{Value, json};

use super::{fixtures, folder, root, run, run_in};

fn real() -> Value {
    let text = std::fs::read(fixtures().join("dongkou-2019.json")).unwrap();
    serde_json::from_slice(&text).unwrap()
}

/// The real report with one member changed; null removes it.
fn changed(pointer: &str, value: Value) -> Vec<u8> {
    let mut report = real();
    let (parent, name) = pointer.rsplit_once('/').unwrap();
    let parent = report.pointer_mut(parent).unwrap().as_object_mut().unwrap();
    if value.is_null() {
        parent.remove(name)
    } else {
        parent.insert(name.to_owned(), value)
    };
    report.to_string().into_bytes()
}

#[test]
fn the_real_report() {
    let ran = run(&["validate", "dongkou-2019.json"]);
    assert_eq!(ran.status, 0);
    assert_snapshot!("real", ran.all());
    assert_snapshot!("real_in_english", run(&["--lang", "en", "validate", "dongkou-2019.json"]).all());
}

#[test]
fn the_readme_shows_what_is_printed() {
    let readme = std::fs::read_to_string(root().join("README.md")).unwrap();
    let printed = run(&["validate", "dongkou-2019.json"]).stdout;
    assert!(readme.contains(&printed), "put this into README.md:\n{printed}");
}

#[test]
fn the_readme_leads_a_new_user_to_a_judged_report() {
    let readme = std::fs::read_to_string(root().join("README.md")).unwrap();
    let place = folder(&[]);
    let mut run_lines = 0;
    for line in readme.lines() {
        if let Some((report, _)) = line.strip_prefix("echo '").and_then(|rest| rest.split_once("' > r.json"))
        {
            std::fs::write(place.path().join("r.json"), report).unwrap();
        }
        let command = line.split('#').next().unwrap_or_default();
        let Some(arguments) = command.strip_prefix("tianbao ").filter(|_| command.contains("my-form")) else {
            continue;
        };
        let ran = run_in(place.path(), &arguments.split_whitespace().collect::<Vec<_>>());
        assert_eq!(ran.status, 0, "{line}\n{}", ran.all());
        run_lines += 1;
    }
    assert_eq!(run_lines, 7, "lines of README.md");
    assert!(place.path().join("generated/my-form/2024/form.rs").exists());
}

#[test]
fn against_last_year() {
    let ran = run(&["validate", "dongkou-2019.json", "--previous", "dongkou-2018.json", "--rules"]);
    assert_snapshot!("real_with_previous", ran.all());
}

#[test]
fn ten_errors() {
    let ran = run(&["validate", "ten-errors.json"]);
    assert_eq!(ran.status, 1);
    assert_snapshot!("ten_errors", ran.all());
}

#[test]
fn a_spec_may_be_named() {
    let spec = root().join("schema/forms/gov-website-work/2019.yaml");
    let shipped = run(&["validate", "ten-errors.json"]);
    let named = run(&["validate", "ten-errors.json", "--spec", spec.to_str().unwrap()]);
    assert_eq!(named.all(), shipped.all());
}

#[test]
fn strict_wants_warnings_mended_or_explained() {
    let ran = run(&["validate", "dongkou-2019.json", "--strict"]);
    assert_eq!(ran.status, 1);
    assert_snapshot!("strict", ran.stdout.lines().nth(1).unwrap());

    let reasons = json!({
        "basics.home_url.scheme": "上级系统里登记的就是这样",
        "basics.police_number.format": "备案证明上没有省份",
    });
    let explained = folder(&[("a.json", &changed("/explanations", reasons))]);
    let ran = run_in(explained.path(), &["validate", "a.json", "--strict"]);
    assert_eq!(ran.status, 0);
    assert_snapshot!("explained", ran.all());
}

#[test]
fn a_draft_counts_what_is_missing() {
    let files = folder(&[
        ("a.json", &changed("/services", Value::Null)),
        ("b.json", &changed("/services/items", json!("3841"))),
    ]);
    let ran = run_in(files.path(), &["validate", "a.json"]);
    assert_eq!(ran.status, 1);
    assert_snapshot!("group_missing", ran.all());
    let ran = run_in(files.path(), &["validate", "a.json", "--draft"]);
    assert_eq!(ran.status, 0);
    assert_snapshot!("draft", ran.all());
    let ran = run_in(files.path(), &["validate", "b.json", "--draft"]);
    assert_eq!(ran.status, 1, "a draft's errors are errors");
}

#[test]
fn several_files() {
    let ran = run(&["validate", "dongkou-2019.json", "missing.json", "ten-errors.json"]);
    assert_eq!(ran.status, 2, "the highest");
    assert!(ran.stdout.starts_with("dongkou-2019.json\n"), "{}", ran.stdout);
    assert!(ran.stdout.contains("\nten-errors.json\n"), "{}", ran.stdout);
    assert!(ran.stderr.contains("missing.json"), "{}", ran.stderr);
}

#[test]
fn nothing_that_a_report_says_reaches_the_terminal_as_a_command() {
    let name = json!("\u{1b}[2J\u{202e}洞口县\u{7}");
    let files = folder(&[
        ("a.json", &changed("/basics/site_name", name)),
        ("b.json", &changed("/\u{1b}[31m", json!(1))),
    ]);
    for file in ["a.json", "b.json"] {
        for format in ["human", "json", "sarif"] {
            let ran = run_in(files.path(), &["validate", file, "--format", format]);
            assert_eq!(ran.status, 1);
            let bare = ran.stdout.chars().find(|character| character.is_control() && *character != '\n');
            assert_eq!(bare, None, "{}", ran.stdout);
        }
    }
}

#[test]
fn yaml_is_read_by_the_fields_kind() {
    let mut text = String::new();
    yaml(&real(), 0, &mut text);
    let files = folder(&[("a.yaml", text.as_bytes())]);
    let from_yaml = run_in(files.path(), &["validate", "a.yaml", "--format", "json"]).json();
    let from_json = run(&["validate", "dongkou-2019.json", "--format", "json"]).json();
    assert_eq!(from_yaml["findings"], from_json["findings"]);
    assert_eq!(from_yaml["rules"], from_json["rules"]);
}

/// As a person would write it: nothing quoted, though dates and numbers of digits stand in text fields.
fn yaml(value: &Value, indent: usize, text: &mut String) {
    for (name, value) in value.as_object().unwrap() {
        let space = " ".repeat(indent);
        match value {
            Value::Object(_) => {
                *text += &format!("{space}{name}:\n");
                yaml(value, indent + 2, text);
            }
            Value::Array(items) => {
                *text += &format!("{space}{name}:\n");
                items.iter().for_each(|item| *text += &format!("{space}  - {}\n", item.as_str().unwrap()));
            }
            Value::String(bare) => *text += &format!("{space}{name}: {bare}\n"),
            Value::Null | Value::Bool(_) | Value::Number(_) => *text += &format!("{space}{name}: {value}\n"),
        }
    }
}

#[test]
fn in_a_draft_what_is_not_filled_in_is_absent_not_faulty() {
    let place = folder(&[(
        "draft.json",
        br#"{"form": "gov-website-work", "year": 2019, "basics": {"page_views": 5}}"#,
    )]);
    let ran = run_in(place.path(), &["validate", "draft.json", "--draft", "--format", "json"]);
    assert_eq!(ran.status, 0, "{}", ran.all());
    for rule in ran.json()["rules"]["not_applicable"].as_array().unwrap() {
        assert_eq!(rule["unusable"], json!([]), "{rule}");
        assert_ne!(rule["absent"], json!([]), "{rule}");
    }
}
