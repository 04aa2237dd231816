//! Documents that other programs made or saved are read: python-docx and LibreOffice, where they are installed.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use serde_json::{Value, json};
use tianbao_codegen::render::{Options, PaperFormat, render};
use tianbao_report::Document;
use tianbao_report::reading::Reading;
use tianbao_schema::Form;
use tianbao_tests::paper::{Paper, Slot};
use tianbao_tests::random::Random;
use tianbao_tests::{engines, tidy};

/// Reports that go through each program.
const REPORTS: u64 = 3;

fn reports(form: &Form) -> Vec<Value> {
    let fixture = serde_json::from_str(include_str!("fixtures/dongkou-2019.json")).unwrap();
    let random = (1..REPORTS).map(|seed| tidy::report(form, &mut Random::new(seed)));
    std::iter::once(fixture).chain(random).collect()
}

fn read(form: &Form, path: &Path) -> Reading {
    let bytes = std::fs::read(path).unwrap();
    let loaded = Document::read("report.docx", bytes).unwrap().load(form).unwrap();
    loaded.reading.expect("a document")
}

fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// Python with python-docx; none where it is not installed.
fn python() -> Option<PathBuf> {
    let python = Path::new(env!("CARGO_MANIFEST_DIR")).join("consumers/.venv/bin/python");
    let mut run = Command::new(&python);
    let found =
        run.args(["-c", "import docx"]).stderr(Stdio::null()).status().is_ok_and(|status| status.success());
    if !found {
        eprintln!("skipped: python-docx is not installed (tests/consumers/run installs it)");
    }
    found.then_some(python)
}

fn form_in_word(python: &Path, form: &Path, word: &Path) {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("consumers/python/form_in_word.py");
    let run = Command::new(python).arg(script).args([form, word]).output().unwrap();
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
}

#[test]
fn a_document_of_python_docx_is_read() {
    let Some(python) = python() else { return };
    let form = engines::form_2019();
    let folder = folder("python-docx");
    for (number, report) in reports(&form).iter().enumerate() {
        let (data, word) = (folder.join(format!("{number}.json")), folder.join(format!("{number}.docx")));
        std::fs::write(&data, in_cells(&Paper::of(&form, report)).to_string()).unwrap();
        form_in_word(&python, &data, &word);
        let reading = read(&form, &word);
        assert_eq!(reading.report, tidy::shown(report), "report {number}: {:?}", reading.problems);
        assert_eq!(reading.problems, [], "report {number}");
    }
}

/// The form as lines and merged cells.
fn in_cells(paper: &Paper) -> Value {
    let mut cells: Vec<Value> = Vec::new();
    for (row, slots) in paper.rows.iter().enumerate() {
        let mut column = 0;
        for slot in slots {
            if !slot.goes_on {
                let below = paper.rows[row + 1..].iter();
                let rows = 1 + below.take_while(|slots| goes_on_at(slots, column)).count();
                cells.push(json!({
                    "row": row, "column": column, "rows": rows, "columns": slot.span, "text": slot.text,
                }));
            }
            column += slot.span;
        }
    }
    json!({
        "head": paper.head, "foot": paper.foot, "rows": paper.rows.len(), "columns": paper.columns(), "cells": cells,
    })
}

fn goes_on_at(slots: &[Slot], column: usize) -> bool {
    let mut at = 0;
    for slot in slots {
        if at == column {
            return slot.goes_on;
        }
        at += slot.span;
    }
    false
}

#[test]
fn what_libreoffice_saved_is_read() {
    let form = engines::form_2019();
    let (written, saved) = (folder("libreoffice/written"), folder("libreoffice/saved"));
    let profile = folder("libreoffice/profile");
    let mut run = Command::new("soffice");
    run.arg(format!("-env:UserInstallation=file://{}", profile.display()));
    run.args(["--headless", "--convert-to", "docx:MS Word 2007 XML", "--outdir"]).arg(&saved);
    let reports = reports(&form);
    for (number, report) in reports.iter().enumerate() {
        for marks in [true, false] {
            let path = written.join(format!("{number}-{marks}.docx"));
            let options = Options { instructions: number == 0, marks };
            std::fs::write(&path, render(&form, Some(report), PaperFormat::Docx, &options)).unwrap();
            run.arg(path);
        }
    }
    let Ok(run) = run.output() else {
        eprintln!("skipped: LibreOffice is not installed");
        return;
    };
    for (number, report) in reports.iter().enumerate() {
        for marks in [true, false] {
            let path = saved.join(format!("{number}-{marks}.docx"));
            if !path.exists() {
                eprintln!("skipped: LibreOffice saved nothing: {}", String::from_utf8_lossy(&run.stderr));
                return;
            }
            let reading = read(&form, &path);
            let (found, wanted) = (tidy::shown(&reading.report), tidy::shown(report));
            assert_eq!(found, wanted, "report {number}, marks {marks}: {:?}", reading.problems);
        }
    }
}
