//! `new`, `check`, `generate`, `preview`, `explain`.

use insta::assert_snapshot;

use super::{fixtures, folder, root, run, run_in};

#[test]
fn a_new_form_works_at_once() {
    let place = folder(&[]);
    let ran = run_in(place.path(), &["new", "my-form"]);
    assert_eq!(ran.status, 0);
    assert_snapshot!("new", ran.all());
    assert_snapshot!("new_check", run_in(place.path(), &["check", "my-form.yaml"]).all());
    let ran = run_in(place.path(), &["generate", "my-form.yaml"]);
    assert_eq!(ran.status, 0);
    assert!(ran.stdout.starts_with("写好  generated/my-form/2024/form.json\n"), "{}", ran.stdout);
    assert!(ran.stdout.ends_with(" 个文件，0 个内容没变、没有动\n"), "{}", ran.stdout);
    let again = run_in(place.path(), &["generate", "my-form.yaml"]);
    assert!(again.stdout.contains("写了 0 个文件"), "{}", again.stdout);

    let report = r#"{"year": 2024, "reporting_unit": "示例市", "letters": {"channel": "web", "received": 10, "closed": 12}}"#;
    std::fs::write(place.path().join("a.json"), report).unwrap();
    let ran = run_in(place.path(), &["validate", "a.json", "--spec", "my-form.yaml"]);
    assert_eq!(ran.status, 0);
    assert_snapshot!("new_validate", ran.all());
}

#[test]
fn new_never_overwrites() {
    let place = folder(&[("my-form.yaml", b"mine")]);
    let ran = run_in(place.path(), &["new", "my-form"]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("没有动它"), "{}", ran.stderr);
    assert_eq!(std::fs::read(place.path().join("my-form.yaml")).unwrap(), b"mine");
}

#[test]
fn check_finds_every_slip() {
    let place = folder(&[]);
    run_in(place.path(), &["new", "a"]);
    let path = place.path().join("a.yaml");
    let spec = std::fs::read_to_string(&path).unwrap();
    let wrong = spec
        .replace("label: 收到来信数量", "label：收到来信数量")
        .replace("letters.closed <= letters.received", "letters.closd <= letters.received");
    std::fs::write(&path, wrong).unwrap();
    let ran = run_in(place.path(), &["check", "a.yaml"]);
    assert_eq!(ran.status, 1);
    assert_snapshot!("check_slips", ran.all());
    for verb in ["generate", "preview"] {
        let ran = run_in(place.path(), &[verb, "a.yaml"]);
        assert_eq!(ran.status, 1);
        assert!(ran.stderr.contains("TB003") && ran.stderr.contains("TB021"), "{}", ran.stderr);
    }
    assert_eq!(std::fs::read_dir(place.path()).unwrap().count(), 1, "nothing was written");
    let ran = run_in(place.path(), &["validate", "a.json", "--spec", "a.yaml"]);
    assert_eq!(ran.status, 1, "a bad spec");
}

#[test]
fn without_a_spec_those_of_the_project_are_meant() {
    let ran = run_in(&root(), &["check"]);
    assert_eq!(ran.status, 0);
    assert_snapshot!("check_project", ran.all());
    assert_eq!(run_in(&root().join("tests/fixtures"), &["check"]).status, 0);
    let elsewhere = folder(&[]);
    let ran = run_in(elsewhere.path(), &["check"]);
    assert_eq!(ran.status, 0);
    assert_snapshot!("check_shipped", ran.all());
}

#[test]
fn stale_files_are_named() {
    let place = folder(&[]);
    run_in(place.path(), &["new", "my-form"]);
    run_in(place.path(), &["generate", "my-form.yaml", "--out", "there"]);
    let fresh = run_in(place.path(), &["generate", "my-form.yaml", "--out", "there", "--check"]);
    assert_eq!(fresh.status, 0, "{}", fresh.all());
    let made = place.path().join("there/my-form/2024");
    std::fs::write(made.join("form.json"), "{}").unwrap();
    std::fs::remove_file(made.join("cases.json")).unwrap();
    let stale = run_in(place.path(), &["generate", "my-form.yaml", "--out", "there", "--check"]);
    assert_eq!(stale.status, 1);
    let lines: Vec<&str> = stale.stdout.lines().take(2).collect();
    assert_eq!(lines, ["过时  there/my-form/2024/form.json", "缺少  there/my-form/2024/cases.json"]);
    assert_eq!(std::fs::read_to_string(made.join("form.json")).unwrap(), "{}", "nothing was touched");
}

#[test]
fn only_some_kinds() {
    let place = folder(&[]);
    run_in(place.path(), &["new", "my-form"]);
    let ran = run_in(place.path(), &["generate", "my-form.yaml", "--only", "schema", "cases"]);
    assert_eq!(ran.status, 0);
    let mut made: Vec<String> = std::fs::read_dir(place.path().join("generated/my-form/2024"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    made.sort();
    assert_eq!(made, ["cases.json", "report.schema.json"]);
}

#[test]
fn a_preview_is_one_page() {
    let place = folder(&[]);
    run_in(place.path(), &["new", "my-form"]);
    let ran = run_in(place.path(), &["preview", "my-form.yaml"]);
    assert_eq!((ran.status, ran.stdout.as_str()), (0, "写好了 my-form.preview.html，用浏览器打开看\n"));
    let page = std::fs::read_to_string(place.path().join("my-form.preview.html")).unwrap();
    assert!(page.contains("收到来信数量"));
    let ran = run_in(place.path(), &["preview", "my-form.yaml", "-o", "-"]);
    assert_eq!(ran.stdout, page);
}

#[test]
fn explain_tells_of_everything() {
    for (name, what) in [
        ("code", "tb021"),
        ("rule", "services.cases.total.sum"),
        ("rule_with_case_of_last_year", "yearly.page_views"),
        ("field", "services.cases.total"),
        ("choices", "innovation.features"),
        ("group", "办件量"),
        ("section", "九"),
        ("labels", "总数"),
        ("pattern", "basics.icp_number"),
    ] {
        let ran = run(&["explain", what]);
        assert_eq!(ran.status, 0, "{}", ran.all());
        assert_snapshot!(format!("explain_{name}"), ran.stdout);
    }
}

#[test]
fn a_clause_may_be_typed_as_the_keyboard_gives_it() {
    let wanted = run(&["explain", "五.5（1）"]).stdout;
    assert!(wanted.starts_with("五.5（1） 办事服务 › 办件量 › 总数"), "{wanted}");
    for typed in ["五.5(1)", "五.5 (1)", "五．５（１）", "五、5（1）", "/services/cases/total"] {
        assert_eq!(run(&["explain", typed]).stdout, wanted, "{typed}");
    }
    assert!(run(&["explain", "五.5"]).stdout.starts_with("五.5 办事服务 › 办件量"));
}

#[test]
fn near_misses_are_suggested() {
    for (typed, meant) in
        [("services.case.total", "services.cases.total"), ("TB999", "TB009"), ("办件", "办件量")]
    {
        let ran = run(&["explain", typed]);
        assert!(ran.all().contains(meant), "{}", ran.all());
    }
    let ran = run(&["explain", "qqqq"]);
    assert_eq!((ran.status, ran.stdout.as_str()), (2, ""));
}

#[test]
fn the_committed_files_are_fresh() {
    let ran = run_in(&fixtures(), &["generate", "--check"]);
    assert_eq!(ran.status, 0, "run `cargo run -- generate`\n{}", ran.all());
}
