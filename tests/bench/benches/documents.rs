//! Reading, judging and writing one report as a document.

use std::hint::black_box;

use serde_json::Value;
use tianbao_bench::REAL;
use tianbao_bench::race::{race, runner};
use tianbao_codegen::render::{Options, PaperFormat, render};
use tianbao_forms::gov_website_work::edition_2019::Report;
use tianbao_report::{Document, Loaded};
use tianbao_schema::{check, shipped};

fn main() {
    let shipped = shipped()[0];
    let form = check(shipped.path, shipped.text.as_bytes()).form.expect("a sound spec");
    let report: Value = serde_json::from_slice(REAL).expect("the fixture is JSON");
    let write = |report: &Value, format| render(&form, Some(report), format, &Options::default());
    let [word, html, markdown, text] = PaperFormat::ALL.map(|format| write(&report, format));
    let read = |name: &str, bytes: &[u8]| -> Loaded {
        let document = Document::read(name, black_box(bytes).to_vec()).expect("our own document");
        document.load(&form).expect("a report")
    };
    let reading = read("a.docx", &word).reading.expect("a document");
    assert_eq!(reading.report, report);

    let measured = race(
        vec![
            runner("**读、校验、写 `.docx`**", || {
                let loaded = read("a.docx", &word);
                let verdict = Report::judge(&loaded.json);
                let report = loaded.reading.map(|reading| reading.report);
                (verdict, report.map(|report| write(&report, PaperFormat::Docx)))
            }),
            runner("读 `.docx`", || read("a.docx", &word)),
            runner("读 `.html`", || read("a.html", &html)),
            runner("读 `.md`", || read("a.md", &markdown)),
            runner("读 `.txt`", || read("a.txt", &text)),
            runner("写 `.docx`", || write(&report, PaperFormat::Docx)),
            runner("写 `.html`", || write(&report, PaperFormat::Html)),
            runner("写 `.md`", || write(&report, PaperFormat::Markdown)),
            runner("写 `.txt`", || write(&report, PaperFormat::Text)),
        ],
        30,
    );
    println!("| 一份报表 | 毫秒 |\n|---|---:|");
    for measured in measured {
        println!("| {} | {:.2} |", measured.name, measured.time * 1e3);
    }
}
