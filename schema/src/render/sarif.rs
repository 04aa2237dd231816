//! For code hosts: SARIF 2.1.0, the part of it that they show.

use serde::Serialize;
use serde_json::Value;

use crate::codes::Code;
use crate::diagnostic::{Diagnostic, Language, Level};
use crate::place::Span;
use crate::source::Source;

/// One run over several specs.
#[must_use]
pub fn sarif(files: &[(&Source, &[Diagnostic])], language: Language) -> Value {
    let mut codes: Vec<Code> = files.iter().flat_map(|(_, found)| found.iter().map(|one| one.code)).collect();
    codes.sort_unstable();
    codes.dedup();
    let results = files
        .iter()
        .flat_map(|(source, found)| found.iter().map(|one| result(one, source, language, &codes)))
        .collect();
    let driver = Driver {
        name: "tianbao",
        version: env!("CARGO_PKG_VERSION"),
        rules: codes.iter().map(|code| rule(*code)).collect(),
    };
    let log = Log {
        schema: "https://json.schemastore.org/sarif-2.1.0.json",
        version: "2.1.0",
        runs: [Run { tool: Tool { driver }, column_kind: "utf16CodeUnits", results }],
    };
    // Structs with text keys only: this cannot fail.
    serde_json::to_value(log).unwrap_or_default()
}

fn rule(code: Code) -> Rule {
    let explanation = code.explanation();
    let title = explanation.lines().next().unwrap_or_default().trim_start_matches(['#', ' ']);
    Rule {
        id: code.name(),
        short_description: Text { text: title.to_owned() },
        help: Help { text: explanation, markdown: explanation },
    }
}

fn result(diagnostic: &Diagnostic, source: &Source, language: Language, codes: &[Code]) -> ResultItem {
    let artifact = ArtifactLocation { uri: uri(&source.name) };
    let notes = diagnostic.notes.iter().map(|note| {
        let region = region(note.span.unwrap_or(diagnostic.span), source);
        Location {
            physical_location: PhysicalLocation { artifact_location: artifact.clone(), region },
            message: Some(Text { text: note.message.text(language).to_owned() }),
        }
    });
    let fixes = diagnostic.suggestion.iter().map(|suggestion| Fix {
        artifact_changes: [ArtifactChange {
            artifact_location: artifact.clone(),
            replacements: [Replacement {
                deleted_region: region(suggestion.span, source),
                inserted_content: Text { text: suggestion.replacement.clone() },
            }],
        }],
    });
    ResultItem {
        rule_id: diagnostic.code.name(),
        rule_index: codes.binary_search(&diagnostic.code).unwrap_or_default(),
        level: match diagnostic.level {
            Level::Error => "error",
            Level::Warning => "warning",
        },
        message: Text { text: diagnostic.message.text(language).to_owned() },
        locations: [Location {
            physical_location: PhysicalLocation {
                artifact_location: artifact.clone(),
                region: region(diagnostic.span, source),
            },
            message: None,
        }],
        related_locations: notes.collect(),
        fixes: fixes.collect(),
    }
}

fn region(span: Span, source: &Source) -> Region {
    let (start_line, start_column) = source.line_column_utf16(span.start);
    let (end_line, end_column) = source.line_column_utf16(span.end);
    Region { start_line, start_column, end_line, end_column }
}

/// A file name as a relative URI: what is not allowed in one is percent-encoded.
fn uri(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for byte in name.replace('\\', "/").bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[derive(Serialize)]
struct Log {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run {
    tool: Tool,
    column_kind: &'static str,
    results: Vec<ResultItem>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
struct Driver {
    name: &'static str,
    version: &'static str,
    rules: Vec<Rule>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule {
    id: &'static str,
    short_description: Text,
    help: Help,
}

#[derive(Serialize)]
struct Help {
    text: &'static str,
    markdown: &'static str,
}

#[derive(Serialize)]
struct Text {
    text: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ResultItem {
    rule_id: &'static str,
    rule_index: usize,
    level: &'static str,
    message: Text,
    locations: [Location; 1],
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related_locations: Vec<Location>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    fixes: Vec<Fix>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    physical_location: PhysicalLocation,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Text>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    region: Region,
}

#[derive(Clone, Serialize)]
struct ArtifactLocation {
    uri: String,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    start_column: usize,
    end_line: usize,
    end_column: usize,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Fix {
    artifact_changes: [ArtifactChange; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArtifactChange {
    artifact_location: ArtifactLocation,
    replacements: [Replacement; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Replacement {
    deleted_region: Region,
    inserted_content: Text,
}
