//! What is rendered is read back as it was: random reports of the shipped form and of random forms, in every format.
//!
//! `TIANBAO_ROUND_TRIPS=5000` tries so many reports of each format instead of 300.

use std::fmt::Write as _;

use serde_json::Value;
use tianbao_codegen::render::{Options, PaperFormat, render};
use tianbao_report::Document;
use tianbao_report::reading::How;
use tianbao_schema::Form;
use tianbao_tests::random::Random;
use tianbao_tests::{engines, tidy, word};

/// Reports for each format in the normal run: half of the shipped form, half of the random ones.
const NORMAL: u64 = 300;

fn reports() -> u64 {
    std::env::var("TIANBAO_ROUND_TRIPS").ok().and_then(|count| count.parse().ok()).unwrap_or(NORMAL)
}

fn forms() -> Vec<Form> {
    let random = engines::random().into_iter().map(|(_, engines)| engines.live.form_model().clone());
    std::iter::once(engines::form_2019()).chain(random).collect()
}

/// Where the report that was read differs from the one that was rendered, or that there is doubt.
fn difference(form: &Form, report: &Value, name: &str, bytes: Vec<u8>) -> Option<String> {
    let read = Document::read(name, bytes).map_err(|refused| refused.to_string());
    let loaded = read.and_then(|document| document.load(form).map_err(|refused| refused.to_string()));
    let reading = match loaded {
        Ok(loaded) => loaded.reading.expect("a document"),
        Err(refused) => return Some(format!("refused: {refused}")),
    };
    let mut said = String::new();
    if reading.report != *report {
        let (found, wanted) = (lines(&reading.report), lines(report));
        wanted.iter().filter(|line| !found.contains(line)).for_each(|line| _ = writeln!(said, "  - {line}"));
        found.iter().filter(|line| !wanted.contains(line)).for_each(|line| _ = writeln!(said, "  + {line}"));
    }
    for problem in &reading.problems {
        let path = problem.path.as_deref().unwrap_or_default();
        let _ = writeln!(said, "  {:?} {path} {:?} {}", problem.code, problem.text, problem.message);
    }
    (!said.is_empty()).then_some(said)
}

/// Every value with its place, one a line.
fn lines(report: &Value) -> Vec<String> {
    fn walk(path: &str, value: &Value, lines: &mut Vec<String>) {
        match value {
            Value::Object(members) if !members.is_empty() => {
                members.iter().for_each(|(name, value)| walk(&format!("{path}/{name}"), value, lines));
            }
            _ => lines.push(format!("{path} = {value}")),
        }
    }
    let mut all = Vec::new();
    walk("", report, &mut all);
    all
}

/// Renders with marks, takes them away where `strip` does, and reads.
fn round_trips(format: PaperFormat, strip: Option<fn(Vec<u8>) -> Vec<u8>>) {
    let forms = forms();
    let mut failed = Vec::new();
    for seed in 0..reports() {
        let form =
            if seed % 2 == 0 { &forms[0] } else { &forms[1 + (seed as usize / 2) % (forms.len() - 1)] };
        let mut random = Random::new(seed);
        let report = tidy::report(form, &mut random);
        let options = Options { instructions: random.once_in(2), marks: true };
        let bytes = render(form, Some(&report), format, &options);
        let bytes = match strip {
            Some(strip) => strip(bytes),
            None => bytes,
        };
        let carried = strip.is_none() && matches!(format, PaperFormat::Docx | PaperFormat::Html);
        let expected = if carried { report } else { tidy::shown(&report) };
        let name = format!("report.{}", format.extension());
        if let Some(difference) = difference(form, &expected, &name, bytes) {
            failed.push(format!("{} seed {seed}\n{difference}", form.id));
        }
    }
    assert!(
        failed.is_empty(),
        "{} of {} differ\n{}",
        failed.len(),
        reports(),
        failed[..failed.len().min(12)].join("\n")
    );
}

/// A text without what stands from each `from` to the next `to`.
fn without(text: &str, from: &str, to: &str) -> String {
    let mut pieces = text.split(from);
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |kept, piece| kept + piece.split_once(to).expect("it ends").1)
}

/// As a program leaves it that knows no content controls and no properties.
fn plain_word(bytes: Vec<u8>) -> Vec<u8> {
    let mut parts = word::parts(&bytes);
    parts.retain(|(name, _)| name != "docProps/custom.xml" && !name.starts_with("customXml/"));
    for (_, text) in parts.iter_mut().filter(|(name, _)| name == "word/document.xml") {
        assert!(text.contains("<w:sdtPr>"), "there are marks");
        *text = without(text, "<w:sdtPr>", "</w:sdtPr>");
        for tag in ["<w:sdt>", "</w:sdt>", "<w:sdtContent>", "</w:sdtContent>"] {
            *text = text.replace(tag, "");
        }
    }
    word::document(&parts)
}

/// As the editor of a website leaves it: no scripts, no attributes of ours, nothing in the head.
fn plain_html(bytes: Vec<u8>) -> Vec<u8> {
    let text = String::from_utf8(bytes).expect("UTF-8");
    assert!(text.contains(" data-field=") && text.contains("<script"), "there are marks");
    let text = without(&text, "<script", "</script>");
    without(&without(&text, " data-field=\"", "\""), "<meta name=\"tianbao:", ">").into_bytes()
}

/// Texts that a document shows otherwise than they are, or that stand for nothing where no mark says more.
const ODD: [&str; 16] = [
    "示例_",
    "_下_",
    "__",
    "👨\u{200D}👩\u{200D}👧",
    "❤\u{FE0F}",
    "一\u{200B}二",
    "一\u{FEFF}二",
    "一\u{2066}二",
    "一  二",
    "—",
    "-",
    "/",
    "A｜B",
    "｜",
    "[comment: x]",
    "**a**",
];

/// The sample of the form.
fn valid(form: &Form) -> Value {
    let cases = include_str!("../generated/gov-website-work/2019/cases.json");
    let cases: Value = serde_json::from_str(cases).expect("generated");
    let mut report = serde_json::json!({ "form": form.id, "edition": form.edition });
    let members = report.as_object_mut().expect("an object");
    members.extend(cases["valid"]["report"].as_object().expect("a report").clone());
    report
}

#[test]
fn marked_texts_come_back_to_the_letter() {
    let form = engines::form_2019();
    let mut report = valid(&form);
    report["explanations"] = serde_json::json!({ "basics.sponsor.office": "按“三定”规定" });
    for text in ODD {
        for pointer in
            ["/basics/sponsor", "/new_media/weibo/name", "/innovation/other_text", "/signature/head"]
        {
            let mut odd = report.clone();
            odd["explanations"]["basics.sponsor.office"] = text.into();
            *odd.pointer_mut(pointer).expect("a member") = text.into();
            for format in [PaperFormat::Docx, PaperFormat::Html] {
                let bytes = render(&form, Some(&odd), format, &Options::default());
                let name = format!("report.{}", format.extension());
                assert_eq!(difference(&form, &odd, &name, bytes), None, "{pointer} = {text:?}, {name}");
            }
        }
    }
}

/// Where nothing marks a value, what comes back otherwise is never called exact.
#[test]
fn what_a_text_cannot_hold_is_not_exact() {
    let form = engines::form_2019();
    for text in ODD {
        for (path, pointer) in [("basics.sponsor", "/basics/sponsor"), ("signature.head", "/signature/head")]
        {
            let mut odd = valid(&form);
            *odd.pointer_mut(pointer).expect("a member") = text.into();
            for format in [PaperFormat::Markdown, PaperFormat::Text] {
                let bytes = render(&form, Some(&odd), format, &Options::default());
                let document =
                    Document::read(&format!("report.{}", format.extension()), bytes).expect("a text");
                let reading = document.load(&form).expect("the form").reading.expect("a document");
                let read = reading.values.iter().find(|value| value.path == path);
                let told = reading.problems.iter().any(|problem| problem.path.as_deref() == Some(path));
                let same = reading.report.pointer(pointer) == odd.pointer(pointer);
                let exact = read.is_some_and(|read| read.how == How::Exact);
                assert!(same || (!exact && (read.is_some() || told)), "{path} = {text:?}: {read:?}");
            }
        }
    }
}

#[test]
fn word() {
    round_trips(PaperFormat::Docx, None);
}

#[test]
fn word_without_marks() {
    round_trips(PaperFormat::Docx, Some(plain_word));
}

#[test]
fn html() {
    round_trips(PaperFormat::Html, None);
}

#[test]
fn html_without_marks() {
    round_trips(PaperFormat::Html, Some(plain_html));
}

#[test]
fn markdown() {
    round_trips(PaperFormat::Markdown, None);
}

#[test]
fn text() {
    round_trips(PaperFormat::Text, None);
}
