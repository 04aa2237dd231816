//! Documents of random reports, and what other programs make of ours.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::{Value, json};
use tianbao_codegen::render::{Options, PaperFormat, render};
use tianbao_core::decimal;
use tianbao_report::Document;
use tianbao_schema::Form;
use tianbao_schema::form::{Field, Kind};
use tianbao_tests::random::Random;
use tianbao_tests::word::{part, parts, xml_text};
use tianbao_tests::{engines, hostile, mutate, reports};

/// Reports of each form.
const REPORTS: u64 = 12;

fn forms() -> Vec<Form> {
    let random = engines::random().into_iter().map(|(_, engines)| engines.live.form_model().clone());
    [engines::form_2019()].into_iter().chain(random).collect()
}

#[test]
fn every_value_of_a_random_report_is_printed_in_every_format() {
    for (seed, form) in (1..).zip(forms()) {
        for number in 0..REPORTS {
            let mut random = Random::new(seed * 1_000_003 + number);
            let text = reports::valid(&form, &mut random).print();
            let report: Value = serde_json::from_str(&text).expect("a valid report is JSON");
            for format in PaperFormat::ALL {
                let options = Options { instructions: random.once_in(4), marks: random.once_in(2) };
                let bytes = render(&form, Some(&report), format, &options);
                assert_eq!(bytes, render(&form, Some(&report), format, &options), "{}: {text}", form.id);
                let shown = shown(&bytes, format);
                for expected in expected(&form, &report, format) {
                    assert!(
                        shown.contains(&expected),
                        "{format:?} of {}: no {expected:?}\n{text}\n{shown}",
                        form.id
                    );
                }
            }
        }
    }
}

#[test]
fn whatever_a_report_is_it_is_printed() {
    for (seed, form) in (1..).zip(forms()) {
        for number in 0..REPORTS {
            let mut random = Random::new(seed * 2_000_003 + number);
            let report = match number % 2 {
                0 => serde_json::from_str(&mutate::mutated(&form, &mut random).print()).ok(),
                _ => hostile::parsed(&hostile::hostile(&form, &mut random)),
            };
            for format in PaperFormat::ALL {
                let bytes = render(&form, report.as_ref(), format, &Options::default());
                assert!(!shown(&bytes, format).is_empty());
            }
        }
    }
}

/// What a document says, without the marks of its format.
fn shown(bytes: &[u8], format: PaperFormat) -> String {
    if format == PaperFormat::Docx {
        parts(bytes).iter().for_each(|(name, xml)| drop(xml_text(name, xml)));
        let document = part(bytes, "word/document.xml").replace("<w:br/>", "&lt;br/&gt;");
        return xml_text("word/document.xml", &document).replace("<br/>", "\n").replace("\n\n\n", "\n");
    }
    let text = String::from_utf8(bytes.to_vec()).expect("UTF-8");
    match format {
        PaperFormat::Html => without_tags(&text.replace("<br>", "\n")),
        PaperFormat::Markdown => without_escapes(&text.replace("<br>", "\n")),
        PaperFormat::Docx | PaperFormat::Text => text,
    }
}

fn without_tags(page: &str) -> String {
    let mut text = String::new();
    for piece in page.split('<') {
        text.push_str(piece.split_once('>').map_or(piece, |(_, after)| after));
    }
    for (entity, character) in
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
    {
        text = text.replace(entity, character);
    }
    text
}

fn without_escapes(markdown: &str) -> String {
    let mut text = String::new();
    let mut characters = markdown.chars();
    while let Some(character) = characters.next() {
        text.extend(if character == '\\' { characters.next() } else { Some(character) });
    }
    text
}

/// What must be printed of a valid report.
fn expected(form: &Form, report: &Value, format: PaperFormat) -> Vec<String> {
    let present = form.fields().filter_map(|(member, field)| {
        let value = report.pointer(&member.pointer).filter(|value| !value.is_null())?;
        Some(printed(field, value))
    });
    // Between boxes a page has a margin, not spaces; their order is the form's.
    present.flatten().filter(|text| format != PaperFormat::Html || !text.contains('\u{3000}')).collect()
}

fn printed(field: &Field, value: &Value) -> Vec<String> {
    // Numbers with more digits than a double holds are printed as they are.
    let number = |places| {
        let scaled = value.as_f64().and_then(|number| decimal::scale(number, places));
        scaled.map_or_else(|| value.to_string(), |scaled| decimal::print(scaled, places))
    };
    match &field.kind {
        Kind::Count { .. } | Kind::Year { .. } => vec![number(0)],
        Kind::Number { places, .. } => vec![number(*places)],
        Kind::Text { .. } | Kind::Url | Kind::Date => vec![value.as_str().expect("a text").to_owned()],
        Kind::Flag => vec![if value == true { "☑是" } else { "☑否" }.to_owned()],
        Kind::Choice(choices) | Kind::Choices(choices) => {
            let items = value.as_array().cloned().unwrap_or_else(|| vec![value.clone()]);
            let boxes = choices.iter().map(|choice| {
                let mark = if items.iter().any(|item| *item == choice.id) { '☑' } else { '□' };
                format!("{mark}{}", choice.label)
            });
            boxes.collect()
        }
    }
}

/// What only a document with marks carries comes back, too.
#[test]
fn the_real_report_is_read_back() {
    let form = engines::form_2019();
    let mut report: Value = serde_json::from_str(include_str!("fixtures/dongkou-2019.json")).expect("JSON");
    report["local"] = json!({ "county": { "note": "<b>&" } });
    for format in PaperFormat::ALL {
        let name = format!("report.{}", format.extension());
        let bytes = render(&form, Some(&report), format, &Options { instructions: true, marks: true });
        let document = Document::read(&name, bytes).unwrap_or_else(|error| panic!("{name}: {error}"));
        let loaded = document.load(&form).unwrap_or_else(|error| panic!("{name}: {error}"));
        let mut read: Value = serde_json::from_slice(&loaded.json).expect("JSON");
        let mut written = report.clone();
        for report in [&mut read, &mut written] {
            for name in ["$schema", "form", "edition", "local"] {
                if matches!(format, PaperFormat::Markdown | PaperFormat::Text)
                    && let Some(members) = report.as_object_mut()
                {
                    members.remove(name);
                }
            }
        }
        assert_eq!(read, written, "{name}");
    }
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

/// The form has two pages on A4, with every cell filled as far as reports fill them; so says LibreOffice of the Word
/// document and Chromium of the page.
#[test]
fn the_form_has_two_pages() {
    let form = engines::form_2019();
    let text = include_str!("fixtures/dongkou-2019.json");
    let real: Value = serde_json::from_str(text).expect("JSON");
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    for format in [PaperFormat::Docx, PaperFormat::Html] {
        for (name, report) in [("real", Some(&real)), ("sample", Some(&form.sample)), ("blank", None)] {
            let file = folder.join(format!("pages-{name}.{}", format.extension()));
            std::fs::write(&file, render(&form, report, format, &Options::default()))
                .expect("a writable folder");
            if let Some(pages) = pages(&file) {
                assert_eq!(pages, "2", "{}", file.display());
            }
        }
    }
}

/// How many pages a file has on paper; none where nothing here can tell.
fn pages(file: &Path) -> Option<String> {
    let run = Command::new("bash").arg(root().join("tests/documents/look")).arg("--pages").arg(file).output();
    let run = match run {
        Ok(run) => run,
        Err(error) => {
            eprintln!("skipped: pages of {}; there is no bash here ({error})", file.display());
            return None;
        }
    };
    let said = String::from_utf8_lossy(&run.stderr).into_owned();
    assert!(run.status.success(), "tests/documents/look\n{said}");
    if said.contains("skipped:") {
        eprintln!("{}", said.trim());
        return None;
    }
    Some(String::from_utf8_lossy(&run.stdout).trim().to_owned())
}
