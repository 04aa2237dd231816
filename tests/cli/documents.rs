//! Reports in documents: read, judged, mended, and folders of them.

use std::fs;

use insta::assert_snapshot;
use serde_json::{Value, json};
use tempfile::TempDir;

use super::{fixtures, folder, json_of, root, run_in};

fn real() -> Value {
    json_of(&fixtures().join("dongkou-2019.json"))
}

/// A folder with the real report as JSON, and as a document of every format.
fn documents() -> TempDir {
    let place = folder(&[("r.json", real().to_string().as_bytes())]);
    for format in ["docx", "html", "md", "txt"] {
        let ran = run_in(place.path(), &["render", "r.json", "--as", format]);
        assert_eq!(ran.status, 0, "{}", ran.all());
    }
    place
}

#[test]
fn every_format_is_read_back_without_doubt() {
    let place = documents();
    for format in ["docx", "html", "md", "txt"] {
        let ran = run_in(
            place.path(),
            &["read", &format!("r.{format}"), "-o", "back.json", "--strict", "--trace", "t.json"],
        );
        assert_eq!((ran.status, ran.stdout.as_str()), (0, ""), "{}", ran.all());
        assert_eq!(ran.stderr, "从文件读出 57 项，没有疑问。\n");
        let mut expected = real();
        if matches!(format, "md" | "txt") {
            expected.as_object_mut().unwrap().remove("$schema");
        }
        assert_eq!(json_of(&place.path().join("back.json")), expected, "{format}");
        let trace = json_of(&place.path().join("t.json"));
        assert_eq!(trace["problems"], json!([]));
        assert_eq!(trace["values"].as_array().unwrap().len(), 57);
        assert_eq!(trace["values"][0]["path"], "year");
    }
}

#[test]
fn findings_point_into_the_document() {
    let place = documents();
    let findings = |file: &str| run_in(place.path(), &["validate", file, "--format", "json"]).json();
    let (data, word) = (findings("r.json"), findings("r.docx"));
    assert_eq!(data["findings"], word["findings"]);
    assert_eq!(word["read"]["places"][0], json!({ "table": 1, "row": 2, "column": 2 }));
    let schema: Value = json_of(&root().join("generated/verdict.schema.json"));
    let validator = jsonschema::validator_for(&schema).unwrap();
    assert!(validator.is_valid(&word), "{word:#}");
    assert_snapshot!("document", run_in(place.path(), &["validate", "r.txt"]).all());
}

#[test]
fn what_is_in_doubt_is_said() {
    let place = documents();
    let text = fs::read_to_string(place.path().join("r.txt")).unwrap();
    let damaged = text
        .replace("1547391", "154.7万")
        .replace("独立用户访问总量", "独立用户访问量")
        .replace("\t3841", "\t约3841")
        .replace("\t\n\t注册用户数", "\t\n\t注册电话\n\t7\n\n\t\n\t注册用户数");
    fs::write(place.path().join("d.txt"), damaged).unwrap();
    assert_snapshot!("doubts", run_in(place.path(), &["read", "d.txt", "-o", "d.json"]).all());
    assert_eq!(json_of(&place.path().join("d.json"))["services"]["items"], "约3841");
    assert_snapshot!("doubts_judged", run_in(place.path(), &["validate", "d.txt"]).all());
}

#[test]
fn what_cannot_be_read_is_refused() {
    let place = documents();
    let text = fs::read_to_string(place.path().join("r.txt")).unwrap();
    fs::write(place.path().join("glued.txt"), text.replace("总数\n\t16965", "总数16965")).unwrap();
    fs::write(place.path().join("old.doc"), b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 rest").unwrap();
    fs::write(place.path().join("letter.txt"), "关于召开会议的通知\n各单位：\n明天开会。\n").unwrap();
    for (file, words) in [("glued.txt", "连在一起"), ("old.doc", "另存为"), ("letter.txt", "不像")] {
        let ran = run_in(place.path(), &["read", file, "-o", "x.json"]);
        assert_eq!((ran.status, ran.stdout.as_str()), (2, ""), "{}", ran.all());
        assert!(ran.stderr.contains(words), "{file}: {}", ran.stderr);
        assert!(!place.path().join("x.json").exists());
    }
}

#[test]
fn safe_fixes_are_applied_and_offers_named() {
    let place = documents();
    let mut wrong = real();
    // Two digits changed places in one part of a sum.
    wrong["services"]["cases"]["legal_persons"] = json!(3143);
    fs::write(place.path().join("w.json"), wrong.to_string()).unwrap();
    let ran = run_in(place.path(), &["fix", "w.json", "-o", "w.docx"]);
    assert_snapshot!("fixed", ran.all());
    assert_eq!(json_of(&place.path().join("w.json")), wrong, "the input is left alone");
    let ran = run_in(place.path(), &["read", "w.docx"]);
    assert_eq!(ran.json()["basics"]["home_url"], "http://www.dongkou.gov.cn");
    let ran = run_in(place.path(), &["fix", "r.json", "--unsafe", "--in-place"]);
    assert_eq!(ran.status, 0, "{}", ran.all());
    assert_eq!(json_of(&place.path().join("r.json"))["basics"]["police_number"], "湘公网安备43052502000024");
    let ran = run_in(place.path(), &["fix", "r.docx", "--in-place"]);
    assert_eq!(ran.status, 2, "{}", ran.all());
}

#[test]
fn a_folder_is_judged_in_one_table() {
    let place = documents();
    let mut wrong = real();
    wrong["info_release"]["total"] = json!(-1);
    fs::write(place.path().join("w.json"), wrong.to_string()).unwrap();
    fs::write(place.path().join("~$r.docx"), "kept by Word").unwrap();
    fs::write(place.path().join("half.docx"), "PK").unwrap();
    let ran = run_in(place.path(), &["validate", "."]);
    assert_snapshot!("folder", ran.all());
    let all = run_in(place.path(), &["validate", ".", "--format", "json"]);
    assert_eq!(all.json().as_array().unwrap().len(), 6);
}
