//! A form in the shapes that offices give it, held against its own spec, tells no difference; spoilt in whatever way, it
//! never panics.

use tianbao_codegen::render::{Options, PaperFormat, render};
use tianbao_report::Document;
use tianbao_report::reading::{Difference, What, issued};
use tianbao_tests::damage::{KINDS, Kindly, Spoilt};
use tianbao_tests::engines;
use tianbao_tests::paper::Paper;
use tianbao_tests::random::Random;

/// What is only written down in another way.
const SAME: [&str; 24] = [
    "标签里有换行、空格",
    "数字、标签用全角",
    "标签用半角括号",
    "单位写在数字后",
    "千分位",
    "以万计的约数",
    "方框之间没有空格",
    "方框在文字后",
    "只留选中的",
    "日期的别的写法",
    "表头、表尾在表格里",
    "附填写说明",
    "书签、批注的残留",
    "前面有信息表",
    "套在排版表格里",
    "标签前有编号",
    "合并的格子逐行重复",
    "合并的格子拆开",
    "值的格子拆成两格",
    "一格一行",
    "格子后加竖线",
    "“标签 值”一行",
    "Markdown 表格",
    "制表符隔开的行",
];

/// What the filled form of 2019, spoilt in one way, tells; nothing where it is refused.
fn told(kind: Kindly, seed: u64) -> Vec<Difference> {
    let form = engines::form_2019();
    let paper = Paper::of(&form, &form.sample);
    let mut spoilt = Spoilt { form: &form, paper, truth: form.sample.clone(), random: Random::new(seed) };
    let document = kind(&mut spoilt).and_then(|file| Document::read(file.name, file.bytes).ok());
    let told = document.as_ref().and_then(Document::page).map(|page| issued(page, &form));
    told.and_then(Result::ok).map(|told| told.differences).unwrap_or_default()
}

#[test]
fn other_shapes_of_the_same_form_tell_nothing() {
    assert!(SAME.iter().all(|same| KINDS.iter().any(|(name, _)| name == same)), "a name of `damage`");
    for (name, kind) in KINDS {
        let told: Vec<Vec<Difference>> = (0..3).map(|seed| told(kind, seed)).collect();
        if SAME.contains(&name) {
            assert!(told.iter().all(Vec::is_empty), "{name}: {told:?}");
        }
    }
}

#[test]
fn rows_more_and_less_are_told() {
    let kind = |wanted: &str| KINDS.iter().find(|(name, _)| *name == wanted).expect("a name of `damage`").1;
    for seed in 0..5 {
        let [less] = &told(kind("少一行"), seed)[..] else { panic!("one row is gone") };
        assert_eq!(less.what, What::Gone);
        let [more] = &told(kind("多一行"), seed)[..] else { panic!("one row is new") };
        assert!(matches!(more.what, What::New(_)), "{more:?}");
    }
}

#[test]
fn random_forms_that_did_not_change_tell_nothing() {
    let mut wrong = Vec::new();
    let mut tried = 0;
    for (name, engines) in engines::random() {
        let form = engines.live.form_model();
        for format in PaperFormat::ALL {
            for report in [None, Some(&form.sample)] {
                let options = Options { instructions: true, marks: false };
                let bytes = render(form, report, format, &options);
                let document =
                    Document::read(&format!("新表.{}", format.extension()), bytes).expect("a document");
                let page = document.page().expect("no data");
                // Where hardly a label is printed, nothing tells that it is this form.
                let Ok(told) = issued(page, form) else { continue };
                tried += 1;
                if !told.differences.is_empty() {
                    wrong.push(format!("{name} {format:?} {}: {:?}", report.is_some(), told.differences));
                }
            }
        }
    }
    assert!(wrong.is_empty() && tried > 100, "{tried}: {}", wrong.join("\n"));
}

#[test]
fn a_document_of_thousands_of_rows_is_held_in_time() {
    let form = engines::form_2019();
    let options = Options { instructions: true, marks: false };
    let page = render(&form, None, PaperFormat::Html, &options);
    let page = String::from_utf8(page).expect("a web page is UTF-8");
    let rows: String =
        (0..2_800).map(|row| format!("<tr><td>新{row}</td><td>名称</td><td>{row}</td></tr>")).collect();
    let paragraphs: String =
        (0..1_000).map(|at| format!("<p>{at}.名称：{}</p>", "很长的文字。".repeat(200))).collect();
    let page = page.replacen("</table>", &format!("{rows}</table>"), 1).replacen(
        "</body>",
        &format!("{paragraphs}</body>"),
        1,
    );
    let begun = std::time::Instant::now();
    let document = Document::read("新表.html", page.into_bytes()).expect("a document");
    let told = document.page().map(|page| issued(page, &form));
    assert!(begun.elapsed().as_secs() < 30, "{:?}", begun.elapsed());
    assert!(told.is_some_and(|told| told.is_ok_and(|told| told.differences.len() < 1_000)));
}
