//! The generated files in the hands of others: `tests/consumers/run`, as far as what it needs is installed.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};
use tianbao_codegen::render::{Options, PaperFormat, render};
use tianbao_core::{Judge as _, Severity, Verdict};
use tianbao_report::Live;
use tianbao_schema::form::{Form, Kind};
use tianbao_tests::random::Random;
use tianbao_tests::{engines, hostile, mutate, reports};

/// Reports of each form; each is judged by three validators or evaluators.
const REPORTS: u64 = 60;

#[test]
fn other_languages_agree() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("consumers");
    let mut run = Command::new("bash");
    run.arg(folder.join("run")).arg("--installed").env("TIANBAO_CONSUMERS_SAMPLE", sample());
    run.env("TIANBAO_CONSUMERS_DOCX", document());
    let run = match run.output() {
        Ok(run) => run,
        Err(error) => {
            eprintln!("skipped: consumers in other languages; there is no bash here ({error})");
            return;
        }
    };
    let said = String::from_utf8_lossy(&run.stdout);
    said.lines().filter(|line| line.starts_with("skipped:")).for_each(|line| eprintln!("{line}"));
    assert!(run.status.success(), "tests/consumers/run\n{said}{}", String::from_utf8_lossy(&run.stderr));
}

/// The real report as a Word document.
fn document() -> PathBuf {
    let report: Value = serde_json::from_str(include_str!("fixtures/dongkou-2019.json")).expect("JSON");
    let docx = render(&engines::form_2019(), Some(&report), PaperFormat::Docx, &Options::default());
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("consumers.docx");
    std::fs::write(&path, docx).expect("the target folder can be written");
    path
}

/// Random reports of the shipped form and of random small specs with what tianbao says of them, as a file.
fn sample() -> PathBuf {
    let mut all = vec![("gov-website-work 2019", engines::both_2019().live)];
    all.extend(engines::random().into_iter().map(|(name, engines)| (name, engines.live)));
    let subjects: Vec<Value> =
        (1..).zip(all).map(|(seed, (name, live))| subject(seed, name, &live)).collect();
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("consumers.json");
    std::fs::write(&path, Value::from(subjects).to_string()).expect("the target folder can be written");
    path
}

fn subject(seed: u64, name: &str, live: &Live) -> Value {
    let form = live.form_model();
    let schema = tianbao_codegen::json_schema::schema(form);
    let comments =
        schema["allOf"].as_array().into_iter().flatten().filter_map(|rule| rule["$comment"].as_str());
    let said: Vec<String> = comments.map(|comment| comment.trim_start_matches("rule ").to_owned()).collect();
    let judged: Vec<Value> = (0..REPORTS)
        .filter_map(|number| {
            let mut random = Random::new(seed * 1_000_003 + number);
            let report = match number % 3 {
                0 => reports::valid(form, &mut random).print().into_bytes(),
                1 => mutate::mutated(form, &mut random).print().into_bytes(),
                _ => hostile::hostile(form, &mut random),
            };
            let previous = random.once_in(2).then(|| reports::valid(form, &mut random).print().into_bytes());
            let verdict = live.judge(&report, previous.as_deref());
            let previous = previous.as_deref().and_then(hostile::parsed);
            judged(form, &said, hostile::parsed(&report)?, previous, &verdict)
        })
        .collect();
    assert!(judged.len() > 20, "{name}: only {} reports", judged.len());
    json!({ "form": name, "schema": schema, "reports": judged })
}

/// A report and what others should find; none where they need not see what is wrong (design section 5).
fn judged(
    form: &Form,
    said: &[String],
    report: Value,
    previous: Option<Value>,
    verdict: &Verdict,
) -> Option<Value> {
    let is_rule = |code: &str| form.rules.iter().any(|rule| rule.id == code);
    let structural: Vec<_> = verdict.of(Severity::Error).filter(|finding| !is_rule(&finding.code)).collect();
    let hidden = |pointer: &str| {
        let field = form.fields().find(|(member, _)| member.pointer == pointer);
        field.is_some_and(|(_, field)| matches!(field.kind, Kind::Number { .. } | Kind::Date))
    };
    if structural.iter().any(|finding| finding.code == "duplicate" || hidden(&finding.path)) {
        return None;
    }
    let accepted =
        structural.is_empty() && !verdict.rules.failed.iter().any(|rule| said.iter().any(|id| id == rule));
    let not_applicable: Vec<&str> = verdict.rules.not_applicable.iter().map(|kept| &*kept.rule).collect();
    let rules = structural
        .is_empty()
        .then(|| json!({ "failed": verdict.rules.failed, "not_applicable": not_applicable }));
    Some(json!({ "report": report, "previous": previous, "accepted": accepted, "rules": rules }))
}
