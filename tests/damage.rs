//! Reading survives what happens to filled forms: every kind of `damage`, read right or reported, never silently wrong.
//!
//! `TIANBAO_DAMAGE=500` tries so many reports of each kind. `cargo test -p tianbao-tests --test damage -- --ignored`
//! puts the table into the README.

use std::fmt::Write as _;
use std::path::Path;

use serde_json::Value;
use tianbao_report::Document;
use tianbao_report::page::Place;
use tianbao_report::reading::{Problem, ProblemCode, Reading};
use tianbao_schema::Form;
use tianbao_schema::form::Member;
use tianbao_tests::damage::{File, KINDS, Kindly, Spoilt};
use tianbao_tests::paper::Paper;
use tianbao_tests::random::Random;
use tianbao_tests::{engines, tidy};

/// Reports of each kind in the normal run.
const NORMAL: u64 = 40;
/// Of so many reports one is of a random form.
const RANDOM_SHARE: u64 = 3;

/// How a spoilt form was read.
enum Outcome {
    /// Every value, none in doubt.
    Right,
    /// Every value; some in doubt.
    Doubted,
    /// Values are wrong or missing, and each is reported; or the file was refused.
    Reported,
    /// A value is wrong, and nothing says so.
    Wrong(String),
}

fn outcome(form: &Form, truth: &Value, file: File) -> Outcome {
    let text = String::from_utf8_lossy(&file.bytes).into_owned();
    let Ok(document) = Document::read(file.name, file.bytes) else { return Outcome::Reported };
    let Ok(loaded) = document.load(form) else { return Outcome::Reported };
    let reading = loaded.reading.expect("a document");
    let wrong: Vec<&Member> = form
        .fields()
        .map(|(member, _)| member)
        .filter(|member| reading.report.pointer(&member.pointer) != truth.pointer(&member.pointer))
        .collect();
    let silent: Vec<&&Member> = wrong.iter().filter(|member| !reported(&reading, member, truth)).collect();
    if !silent.is_empty() {
        return Outcome::Wrong(said(&reading, truth, &silent, &text));
    }
    match (wrong.is_empty(), reading.problems.is_empty()) {
        (true, true) => Outcome::Right,
        (true, false) => Outcome::Doubted,
        (false, _) => Outcome::Reported,
    }
}

/// True where a problem names a field, stands in the row in which it was read, or shows what was not read of its text.
fn reported(reading: &Reading, member: &Member, truth: &Value) -> bool {
    let place = reading.values.iter().find(|value| value.path == member.path).map(|value| row(value.place));
    let lost = truth.pointer(&member.pointer).map_or_else(String::new, |value| match value {
        Value::String(text) => squeezed(text),
        other => other.to_string(),
    });
    let shows = |problem: &Problem| {
        let text = squeezed(&problem.text);
        let whole = !lost.is_empty() && text.contains(&lost) && place.is_none();
        let below =
            problem.place.map(row).zip(place).is_some_and(|(found, (table, row))| found == (table, row + 1));
        let rest = !text.is_empty() && lost.contains(&text) && below;
        match problem.code {
            ProblemCode::LeftOver | ProblemCode::Unreadable | ProblemCode::Boxes => whole || rest,
            _ => false,
        }
    };
    reading.problems.iter().any(|problem| {
        problem.path.as_deref() == Some(&member.path)
            || (place.is_some() && problem.place.map(row) == place)
            || shows(problem)
    })
}

fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

/// The row of a place.
fn row(place: Place) -> (usize, usize) {
    match place {
        Place::Paragraph { paragraph } => (usize::MAX, paragraph),
        Place::Cell { table, row, .. } => (table, row),
        Place::Line { line, .. } => (0, line),
    }
}

fn said(reading: &Reading, truth: &Value, wrong: &[&&Member], text: &str) -> String {
    let mut said = String::new();
    for member in wrong {
        let at =
            |report: &Value| report.pointer(&member.pointer).map_or("nothing".to_owned(), Value::to_string);
        let place = reading.values.iter().find(|value| value.path == member.path).map(|value| value.place);
        let _ =
            writeln!(said, "  {}: read {} at {place:?}, not {}", member.path, at(&reading.report), at(truth));
    }
    for problem in reading.problems.iter().take(12) {
        let _ = writeln!(
            said,
            "    {:?} {:?} {:?} {:?}",
            problem.code, problem.path, problem.text, problem.place
        );
    }
    if std::env::var_os("TIANBAO_DAMAGE_TEXT").is_some() {
        said.push_str(text);
    }
    said
}

/// How often each outcome was seen: right, doubted, reported, wrong.
#[derive(Default)]
struct Counts {
    seen: [u64; 4],
    wrong: Vec<String>,
}

fn count(kind: Kindly, forms: &[Form], reports: u64) -> Counts {
    let mut counts = Counts::default();
    for seed in 0..reports {
        let random = seed % RANDOM_SHARE == RANDOM_SHARE - 1;
        let form =
            if random { &forms[1 + (seed / RANDOM_SHARE) as usize % (forms.len() - 1)] } else { &forms[0] };
        let mut chance = Random::new(seed);
        let truth = tidy::shown(&tidy::report(form, &mut chance));
        let paper = Paper::of(form, &truth);
        let mut spoilt = Spoilt { form, paper, truth, random: chance };
        let Some(file) = kind(&mut spoilt) else { continue };
        match outcome(form, &spoilt.truth, file) {
            Outcome::Right => counts.seen[0] += 1,
            Outcome::Doubted => counts.seen[1] += 1,
            Outcome::Reported => counts.seen[2] += 1,
            Outcome::Wrong(said) => {
                counts.seen[3] += 1;
                counts.wrong.push(format!("{} seed {seed}\n{said}", form.id));
            }
        }
    }
    counts
}

fn forms() -> Vec<Form> {
    let random = engines::random().into_iter().map(|(_, engines)| engines.live.form_model().clone());
    std::iter::once(engines::form_2019()).chain(random).collect()
}

fn reports() -> u64 {
    std::env::var("TIANBAO_DAMAGE").ok().and_then(|count| count.parse().ok()).unwrap_or(NORMAL)
}

#[test]
fn never_silently_wrong() {
    let forms = forms();
    let only = std::env::var("TIANBAO_DAMAGE_KIND").ok();
    let mut wrong = String::new();
    for (name, kind) in
        KINDS.iter().filter(|(name, _)| only.as_deref().is_none_or(|only| name.contains(only)))
    {
        let counts = count(*kind, &forms, reports());
        println!("{name}: {:?}", counts.seen);
        assert!(counts.seen.iter().sum::<u64>() > 0, "{name} befell no report");
        if !counts.wrong.is_empty() {
            let _ = writeln!(
                wrong,
                "{name}: {} wrong\n{}",
                counts.wrong.len(),
                counts.wrong[..counts.wrong.len().min(8)].join("\n")
            );
        }
    }
    assert!(wrong.is_empty(), "{wrong}");
}

#[test]
#[ignore = "writes the README"]
fn write_the_table() {
    let forms = forms();
    let mut table =
        "| 情形 | 读对 | 读对，有提醒 | 已报告 | 悄悄读错 |\n|---|---:|---:|---:|---:|\n".to_owned();
    for (name, kind) in KINDS {
        let [right, doubted, reported, wrong] = count(kind, &forms, reports()).seen;
        let all = right + doubted + reported + wrong;
        let share = |count: u64| format!("{}%", (count * 100 + all / 2) / all.max(1));
        let _ = writeln!(
            table,
            "| {name} | {} | {} | {} | {wrong} |",
            share(right),
            share(doubted),
            share(reported)
        );
    }
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../README.md");
    let readme = std::fs::read_to_string(&path).expect("the README is there");
    let (start, rest) = readme.split_once(BEGIN).expect("the table's beginning is marked");
    let (_, end) = rest.split_once(END).expect("the table's end is marked");
    std::fs::write(&path, format!("{start}{BEGIN}\n{table}{END}{end}")).expect("the README can be written");
}

const BEGIN: &str = "<!-- damage -->";
const END: &str = "<!-- /damage -->";
