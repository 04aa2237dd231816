//! A local addition (made up: 示例省) on every command: the national form's verdict stays what it is, the addition's
//! stands apart.

use std::fs;

use insta::assert_snapshot;
use serde_json::{Value, json};
use tempfile::TempDir;

use super::{Ran, fixtures, folder, json_of, root, run_in};

/// A report that is valid for the national form and for the addition.
fn sound() -> Value {
    let mut report = json_of(&fixtures().join("dongkou-2019.json"));
    report["basics"]["home_url"] = json!("http://www.example.gov.cn");
    report["basics"]["sponsor"] = json!("示例县人民政府办公室");
    report["basics"]["police_number"] = json!("湘公网安备43052502000024");
    report["local"] = json!({
        "shili": {
            "county_sites": { "total": 12, "inspected": 12, "failed": 1 },
            "elderly_access": { "done": true, "services": 36, "inspection_number": "示网检2019-007" },
            "mobile_items": 20,
        },
        "elsewhere": { "of another": ["addition"] },
    });
    report
}

/// A folder with the addition and a report.
fn place(report: &Value) -> TempDir {
    let spec = fs::read(root().join("tests/forms/shili-2019.yaml")).unwrap();
    folder(&[("shili.yaml", &spec), ("r.json", report.to_string().as_bytes())])
}

fn validate(place: &TempDir, more: &[&str]) -> Ran {
    run_in(place.path(), &[&["validate", "r.json", "--spec", "shili.yaml"], more].concat())
}

#[test]
fn it_says_what_it_adds() {
    let ran = run_in(&root(), &["check", "tests/forms/shili-2019.yaml", "tests/forms/city-2020.yaml"]);
    assert_snapshot!("addition_check", ran.all());
}

#[test]
fn a_base_with_errors_is_mended_first() {
    let place = folder(&[
        ("form.yaml", "form: my-form\nedition: 2024\ntitle: 表\n".as_bytes()),
        ("here.yaml", "extends: form.yaml\nlocal: here\ntitle: 补充\n".as_bytes()),
        ("there.yaml", "extends: here.yaml\nlocal: there\ntitle: 补充的补充\n".as_bytes()),
    ]);
    let ran = run_in(place.path(), &["check", "here.yaml", "there.yaml"]);
    assert_snapshot!("addition_base_errors", ran.all());
}

#[test]
fn valid_for_both() {
    let place = place(&sound());
    let ran = validate(&place, &["--rules"]);
    assert_snapshot!("addition_valid", ran.all());
    let national = run_in(place.path(), &["validate", "r.json"]);
    assert_eq!((ran.status, national.status), (0, 0), "{}", national.all());
    let unjudged = "没有查的补充：shili、elsewhere；要查，用它的规格（--spec）。\n";
    assert!(national.stdout.ends_with(unjudged), "{}", national.all());
}

#[test]
fn valid_for_the_national_form_only() {
    let mut report = sound();
    report["basics"]["sponsor"] = json!("示例县人民政府");
    report["services"]["items"] = json!(30);
    report["services"]["fully_online_items"] = json!(30);
    report["local"]["shili"]["county_sites"] = json!({ "total": 12, "inspected": 13, "filed": 1 });
    report["security"]["assessments"] = json!(0);
    report["explanations"] = json!({ "local.shili.elderly_access.services.items": "另有 6 项在省平台办理" });
    let place = place(&report);
    let ran = validate(&place, &[]);
    assert_snapshot!("addition_fails", ran.all());
    assert_eq!(run_in(place.path(), &["validate", "r.json"]).status, 0);
}

#[test]
fn the_json_has_one_member_more() {
    let mut report = sound();
    report["local"]["shili"]["county_sites"]["inspected"] = json!(13);
    let place = place(&report);
    let (ran, national) = (
        validate(&place, &["--format", "json"]),
        run_in(place.path(), &["validate", "r.json", "--format", "json"]),
    );
    assert_eq!((ran.status, national.status), (1, 0));
    let mut verdict = ran.json();
    let schema = json_of(&root().join("generated/verdict.schema.json"));
    let validator = jsonschema::validator_for(&schema).unwrap();
    validator.validate(&verdict).unwrap_or_else(|error| panic!("{error}"));
    let local = verdict.as_object_mut().unwrap().remove("local").unwrap();
    assert_eq!(verdict, national.json());
    assert_snapshot!("addition_json", serde_json::to_string_pretty(&local).unwrap());
    let sarif = validate(&place, &["--format", "sarif"]).json();
    assert_eq!(sarif["runs"][0]["results"][0]["ruleId"], "local.shili.county_sites.inspected.limit");
}

#[test]
fn a_folder_counts_both() {
    let mut report = sound();
    report["local"]["shili"]["county_sites"]["inspected"] = json!(13);
    let place = place(&report);
    fs::create_dir(place.path().join("all")).unwrap();
    fs::rename(place.path().join("r.json"), place.path().join("all/a.json")).unwrap();
    fs::write(place.path().join("all/b.json"), sound().to_string()).unwrap();
    let ran = run_in(place.path(), &["validate", "all", "--spec", "shili.yaml"]);
    assert_snapshot!("addition_folder", ran.all());
}

#[test]
fn documents_come_back_with_what_is_added() {
    let place = place(&sound());
    for format in ["docx", "html"] {
        let name = format!("r.{format}");
        let rendered = run_in(place.path(), &["render", "r.json", "--as", format, "--spec", "shili.yaml"]);
        assert_eq!(rendered.status, 0, "{}", rendered.all());
        let ran =
            run_in(place.path(), &["read", &name, "--spec", "shili.yaml", "-o", "back.json", "--strict"]);
        assert_eq!(ran.status, 0, "{}", ran.all());
        assert_eq!(json_of(&place.path().join("back.json")), sound(), "{format}");
    }
    let blank = run_in(place.path(), &["render", "--as", "txt", "--spec", "shili.yaml", "-o", "-"]);
    assert!(
        blank.stdout.contains("县级政府门户网站") && blank.stdout.contains("检测报告编号"),
        "{}",
        blank.all()
    );
}

#[test]
fn explain_and_fix_know_it() {
    let mut report = sound();
    report["basics"]["home_url"] = json!("www.example.gov.cn");
    let place = place(&report);
    let explained: String = ["十.2", "basics.home_url.scheme"]
        .map(|what| run_in(place.path(), &["explain", what, "--spec", "shili.yaml"]).all())
        .concat();
    assert_snapshot!("addition_explain", explained);
    let fixed = run_in(place.path(), &["fix", "r.json", "--spec", "shili.yaml"]);
    assert_eq!((fixed.status, fixed.json()), (0, sound()), "{}", fixed.stderr);
}

#[test]
fn every_output_is_generated_in_a_folder_of_its_own() {
    let place = place(&sound());
    let ran = run_in(place.path(), &["generate", "shili.yaml", "--out", "out"]);
    assert_eq!(ran.status, 0, "{}", ran.all());
    let manifest = json_of(&place.path().join("out/manifest.json"));
    assert_eq!(manifest["forms"][0]["local"]["local"], "shili");
    for output in manifest["forms"][0]["files"].as_array().unwrap() {
        let path = output["path"].as_str().unwrap();
        assert!(path.starts_with("gov-website-work/2019/local/shili/"), "{path}");
        assert!(place.path().join("out").join(path).is_file(), "{path}");
    }
    let own = place.path().join("out/gov-website-work/2019/local/shili");
    let schema = json_of(&own.join("report.schema.json"));
    assert_eq!(
        (&schema["$id"], &schema["x-local"]),
        (&json!("urn:tianbao:gov-website-work:2019:shili"), &json!("shili"))
    );
    let validator = jsonschema::options().should_validate_formats(true).build(&schema).unwrap();
    assert!(validator.is_valid(&sound()));
    assert!(validator.is_valid(&json_of(&own.join("cases.json"))["valid"]["report"]));
    let previewed = run_in(place.path(), &["preview", "shili.yaml", "-o", "page.html"]);
    assert_eq!(previewed.status, 0, "{}", previewed.all());
    let page = fs::read_to_string(place.path().join("page.html")).unwrap();
    assert!(page.contains("含补充：示例省政府网站工作年度报表补充项（shili，修订 1）"));
}

#[test]
fn the_one_in_the_manual_is_sound() {
    let manual = fs::read_to_string(root().join("docs/maintainer.md")).unwrap();
    let (_, from) = manual.split_once("写一份**补充**：\n\n```yaml\n").unwrap();
    let (spec, _) = from.split_once("```").unwrap();
    let place = folder(&[("shili.yaml", spec.as_bytes())]);
    let ran = run_in(place.path(), &["check", "shili.yaml"]);
    assert!(ran.status == 0 && ran.stdout.contains("没有问题"), "{}", ran.all());
}

#[test]
fn beside_its_base_it_is_an_addition_and_no_revision() {
    let place = place(&sound());
    let diff = run_in(place.path(), &["diff", "gov-website-work/2019", "shili.yaml"]);
    assert_eq!(diff.status, 0);
    assert_snapshot!("addition_diff", diff.stdout);
}
