//! JSON and SARIF output, held against their schemas by a validator that is not ours.

use serde_json::{Value, json};

use super::{folder, root, run, run_in};

fn assert_valid(schema: &Value, instance: &Value) {
    let validator = jsonschema::options().should_validate_formats(true).build(schema).unwrap();
    let errors: Vec<String> =
        validator.iter_errors(instance).map(|error| format!("{}: {error}", error.instance_path())).collect();
    assert_eq!(errors, Vec::<String>::new(), "{instance:#}");
}

fn sarif_schema() -> Value {
    let path = root().join("tests/cli/sarif-2.1.0.schema.json");
    // The published schema has a pattern with a stray bracket, which a strict validator refuses.
    let text = std::fs::read_to_string(path).unwrap().replace("[a-zA-Z]{2}]?$", "[a-zA-Z]{2}$");
    serde_json::from_str(&text).unwrap()
}

fn verdict_schema() -> Value {
    let place = folder(&[]);
    run_in(place.path(), &["generate", "--only", "verdict-schema", "--out", "."]);
    serde_json::from_slice(&std::fs::read(place.path().join("verdict.schema.json")).unwrap()).unwrap()
}

#[test]
fn json_is_what_the_design_says() {
    let ran = run(&["validate", "dongkou-2019.json", "--format", "json"]);
    assert_eq!((ran.status, ran.stderr.as_str()), (0, ""));
    let verdict = ran.json();
    let members: Vec<&str> = verdict.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(members, ["file", "form", "edition", "revision", "valid", "findings", "rules"]);
    assert_eq!(verdict["file"], "dongkou-2019.json");
    let counts =
        ["passed", "failed", "not_applicable"].map(|list| verdict["rules"][list].as_array().unwrap().len());
    assert_eq!(counts, [22, 3, 3]);
    let found: Vec<&Value> =
        verdict["findings"].as_array().unwrap().iter().map(|finding| &finding["code"]).collect();
    assert_eq!(found, ["basics.home_url.scheme", "basics.sponsor.office", "basics.police_number.format"]);
    assert_valid(&verdict_schema(), &verdict);
}

#[test]
fn several_files_make_an_array() {
    let ran = run(&["validate", "dongkou-2019.json", "ten-errors.json", "--format", "json"]);
    assert_eq!(ran.status, 1);
    let verdicts = ran.json();
    assert_eq!(verdicts.as_array().unwrap().len(), 2);
    for verdict in verdicts.as_array().unwrap() {
        assert_valid(&verdict_schema(), verdict);
    }
    let one_left = run(&["validate", "dongkou-2019.json", "missing.json", "--format", "json"]);
    assert_eq!(one_left.json().as_array().unwrap().len(), 1, "still an array");
}

#[test]
fn sarif_of_reports_is_sarif() {
    let files =
        folder(&[("奇怪 的#名.json", b"{\"form\": \"gov-website-work\", \"x\": 1e400}"), ("b.json", b"{}")]);
    for (place, arguments) in [
        (super::fixtures(), vec!["validate", "ten-errors.json", "dongkou-2019.json", "--format", "sarif"]),
        (files.path().to_owned(), vec!["validate", "奇怪 的#名.json", "b.json", "--format", "sarif"]),
    ] {
        let document = run_in(&place, &arguments).json();
        assert_valid(&sarif_schema(), &document);
        assert_ne!(document["runs"][0]["results"], json!([]));
    }
}

#[test]
fn an_explained_warning_is_suppressed_in_sarif() {
    let report = std::fs::read_to_string(super::fixtures().join("dongkou-2019.json")).unwrap();
    let explained =
        report.replacen('{', "{\"explanations\": {\"basics.home_url.scheme\": \"上级登记如此\"},", 1);
    let files = folder(&[("a.json", explained.as_bytes())]);
    let document = run_in(files.path(), &["validate", "a.json", "--format", "sarif"]).json();
    assert_valid(&sarif_schema(), &document);
    let suppression = &document["runs"][0]["results"][0]["suppressions"][0];
    assert_eq!(suppression["justification"], "上级登记如此");
}

#[test]
fn diagnostics_are_json_and_sarif_too() {
    let spec = "form: a\nedition： 2024\n";
    let files = folder(&[("a.yaml", spec.as_bytes())]);
    let ran = run_in(files.path(), &["check", "a.yaml", "--format", "sarif"]);
    assert_eq!(ran.status, 1);
    assert_valid(&sarif_schema(), &ran.json());
    let ran = run_in(files.path(), &["check", "a.yaml", "--format", "json"]);
    assert!(ran.stdout.contains("TB003"), "{}", ran.stdout);
    ran.json();
}
