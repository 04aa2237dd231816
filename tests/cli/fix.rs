//! `fix`: what it changes, what it leaves to people and why, and that it loses nothing.

use std::fs;

use insta::assert_snapshot;
use serde_json::{Value, json};

use super::{Ran, folder, json_of, root, run_in};

/// The report of the shipped form in which nothing is wrong.
fn valid() -> Value {
    json_of(&root().join("generated/gov-website-work/2019/cases.json"))["valid"]["report"].clone()
}

/// Runs `fix` on a report that differs from the valid one.
fn fix(change: impl FnOnce(&mut Value), arguments: &[&str]) -> Ran {
    let mut report = valid();
    change(&mut report);
    fix_text(&report.to_string(), arguments)
}

fn fix_text(text: &str, arguments: &[&str]) -> Ran {
    let place = folder(&[("r.json", text.as_bytes())]);
    let ran = run_in(place.path(), &[&["fix", "r.json"], arguments].concat());
    assert_eq!(fs::read_to_string(place.path().join("r.json")).unwrap(), text, "the input is left alone");
    ran
}

#[test]
fn a_figure_that_no_finding_offers_to_change_stays() {
    let ran = fix(|report| report["info_release"]["total"] = json!(2500), &["--unsafe"]);
    assert_eq!((ran.status, ran.json()["info_release"]["total"].as_u64()), (0, Some(2500)), "{}", ran.all());
    assert_eq!(ran.stderr, "没有改动。\n");
}

#[test]
fn a_safe_fix_is_applied_though_an_explanation_is_needless_then() {
    let explained = |report: &mut Value| {
        report["basics"]["home_url"] = json!("www.example.gov.cn");
        report["explanations"] = json!({ "basics.home_url.scheme": "服务器不支持" });
    };
    let ran = fix(explained, &[]);
    assert_eq!(ran.json()["basics"]["home_url"], "http://www.example.gov.cn", "{}", ran.all());
    assert_eq!(ran.json()["explanations"]["basics.home_url.scheme"], "服务器不支持");
    assert_eq!(ran.status, 0);
}

#[test]
fn a_safe_fix_may_show_what_was_wrong_all_along() {
    let ran = fix(|report| report["innovation"]["other_text"] = json!("无"), &[]);
    assert_eq!((ran.status, ran.json()["innovation"].get("other_text")), (1, None), "{}", ran.all());
    assert_snapshot!("fix_uncovers", ran.stderr);
}

#[test]
fn what_is_still_to_be_mended_is_said() {
    let ran = fix(|report| report["interaction"]["messages"]["closed"] = json!(-1), &[]);
    assert_eq!(ran.status, 1);
    assert_snapshot!("fix_by_hand", ran.stderr);
}

#[test]
fn what_cannot_be_written_again_is_named_and_nothing_is_written() {
    let twice = valid().to_string().replace("\"total\":2000", "\"total\":2000,\"total\":2001");
    let local =
        r#"{"form":"gov-website-work","year":2019,"local":{"a":{"id":12345678901234567890123,"d":1,"d":2}}}"#;
    for (name, text) in [("fix_twice", &*twice), ("fix_local", local)] {
        let ran = fix_text(text, &["-o", "mended.json"]);
        assert_eq!((ran.status, &*ran.stdout), (2, ""), "{}", ran.all());
        assert_snapshot!(name, ran.stderr);
        let place = folder(&[("r.json", text.as_bytes())]);
        let read = run_in(place.path(), &["read", "r.json", "-o", "data.json"]);
        assert_eq!((read.status, &*read.stderr), (2, &*ran.stderr));
        assert!(!place.path().join("data.json").exists());
    }
}
