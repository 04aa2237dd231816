//! Verdicts as SARIF 2.1.0, for code scanning. A value of a report has no line that is worth naming, so its
//! JSON Pointer stands as a logical location.

use serde_json::{Map, Value, json};
use tianbao_core::{Finding, Severity};

use super::human::Judged;

/// The document for all files.
pub(crate) fn document(judged: &[Judged<'_>]) -> Value {
    let judged: Vec<Judged<'_>> = judged.iter().flat_map(Judged::parts).collect();
    let results: Vec<Value> = judged
        .iter()
        .flat_map(|judged| judged.verdict.findings.iter().map(|finding| result(judged, finding)))
        .collect();
    json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "tianbao",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules(&judged),
            } },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    })
}

/// The rules of every form that judged and the structural codes that were found, each once, in this order.
fn rules(judged: &[Judged<'_>]) -> Vec<Value> {
    let mut seen = Map::new();
    for judged in judged {
        for rule in &judged.form.rules {
            seen.entry(rule.id.as_str()).or_insert_with(|| {
                json!({
                    "id": rule.id,
                    "shortDescription": { "text": rule.title },
                    "fullDescription": { "text": rule.sentence },
                    "defaultConfiguration": { "level": level(rule.severity) },
                })
            });
        }
        for finding in &judged.verdict.findings {
            seen.entry(finding.code.as_ref()).or_insert_with(|| json!({ "id": finding.code }));
        }
    }
    seen.into_iter().map(|(_, rule)| rule).collect()
}

fn result(judged: &Judged<'_>, finding: &Finding) -> Value {
    let Judged { file, verdict, .. } = judged;
    let mut result = json!({
        "ruleId": finding.code,
        "level": level(finding.severity),
        "message": { "text": message(finding) },
        "locations": [{
            "physicalLocation": { "artifactLocation": { "uri": uri(file) } },
            "logicalLocations": [{
                "name": if finding.label.is_empty() { "整份报表" } else { &finding.label },
                "fullyQualifiedName": finding.path,
                "kind": "member",
            }],
        }],
        "properties": {
            "form": verdict.form, "edition": verdict.edition, "revision": verdict.revision,
            "clause": finding.clause, "values": finding.values, "fixes": finding.fixes,
        },
    });
    if let (Some(reason), Some(members)) = (&finding.explanation, result.as_object_mut()) {
        let suppression = json!([{ "kind": "inSource", "justification": reason }]);
        members.insert("suppressions".to_owned(), suppression);
    }
    result
}

fn message(finding: &Finding) -> String {
    match &finding.advice {
        Some(advice) => format!("{}。{advice}", finding.message),
        None => finding.message.to_string(),
    }
}

const fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "note",
    }
}

/// A file name as a URI reference: what a URI may not hold is percent-encoded.
fn uri(file: &str) -> String {
    let mut encoded = String::with_capacity(file.len());
    for byte in file.bytes() {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => {
                encoded.push(char::from(byte))
            }
            b'\\' if cfg!(windows) => encoded.push('/'),
            other => encoded += &format!("%{other:02X}"),
        }
    }
    encoded
}
