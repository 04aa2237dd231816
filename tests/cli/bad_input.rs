//! Files that nobody should be hurt by: each gets a clear error with a place, the right exit status, and no half-written file.

use std::fs;

use super::{Ran, folder, root, run_in, run_with};

/// A report that is no report: what it is, its bytes, the exit status, and words that the answer holds.
type BadReport = (&'static str, Vec<u8>, i32, &'static str);

fn reports() -> Vec<BadReport> {
    let deep =
        |depth: usize| format!("{{\"basics\": {}1{}}}", "[".repeat(depth), "]".repeat(depth)).into_bytes();
    let unknown: Vec<String> = (0..100_000).map(|number| format!("\"m{number}\": 1")).collect();
    vec![
        ("empty", Vec::new(), 2, "JSON"),
        ("half", b"{\"form\": \"gov-website-work\", \"year\":".to_vec(), 2, "第 1 行"),
        ("gbk", b"{\"reporting_unit\": \"\xb6\xb4\xbf\xda\"}".to_vec(), 2, "UTF-8"),
        ("utf16", b"\xff\xfe{\0}\0".to_vec(), 2, "UTF-8"),
        ("nan", b"{\"year\": NaN}".to_vec(), 2, "第 1 行"),
        ("infinite", b"{\"form\": \"gov-website-work\", \"year\": 1e400}".to_vec(), 2, "第 1 行"),
        ("surrogate", b"{\"reporting_unit\": \"\\ud800\"}".to_vec(), 2, "第 1 行"),
        ("deep", deep(10_000), 2, "第 1 行"),
        (
            "twice",
            b"{\"form\": \"gov-website-work\", \"year\": 2019, \"year\": 2018}".to_vec(),
            1,
            "[duplicate]",
        ),
        ("types", b"{\"form\": \"gov-website-work\", \"year\": [], \"basics\": 1}".to_vec(), 1, "[type]"),
        (
            "minus_zero",
            b"{\"form\": \"gov-website-work\", \"basics\": {\"page_views\": -0.0}}".to_vec(),
            1,
            "[required]",
        ),
        (
            "too_large",
            b"{\"form\": \"gov-website-work\", \"basics\": {\"page_views\": 9007199254740992}}".to_vec(),
            1,
            "[limit]",
        ),
        (
            "unknown",
            format!("{{\"form\": \"gov-website-work\", {}}}", unknown.join(", ")).into_bytes(),
            1,
            "99980",
        ),
        ("list", b"[]".to_vec(), 2, "JSON"),
        ("other_form", b"{\"form\": \"other\"}".to_vec(), 2, "other"),
        ("alien", b"{\"a\": 1}".to_vec(), 2, "--spec"),
    ]
}

#[test]
fn bad_reports() {
    for (name, bytes, status, words) in reports() {
        let place = folder(&[("a.json", &bytes)]);
        for format in ["human", "json", "sarif"] {
            let ran = run_in(place.path(), &["validate", "a.json", "--format", format]);
            assert_eq!(ran.status, status, "{name} {format}: {}", start(&ran));
            if format == "human" {
                assert!(ran.all().contains(words), "{name}: {}", start(&ran));
            } else if !ran.stdout.is_empty() {
                ran.json();
            }
        }
    }
}

#[test]
fn bad_yaml_reports() {
    let bomb = "a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n";
    for (name, text, status, words) in [
        ("empty", "", 2, "没有内容"),
        ("tab", "form: gov-website-work\n\tyear: 2019\n", 2, "第 2 行"),
        ("bomb", bomb, 2, "第 1 行"),
        ("colon", "form： gov-website-work\n", 2, "第 1 行"),
        ("twice", "form: gov-website-work\nyear: 2019\nyear: 2019\n", 1, "[duplicate]"),
    ] {
        let place = folder(&[("a.yaml", text.as_bytes())]);
        let ran = run_in(place.path(), &["validate", "a.yaml"]);
        assert_eq!(ran.status, status, "{name}: {}", ran.all());
        assert!(ran.all().contains(words), "{name}: {}", ran.all());
    }
}

/// A spec that is no spec: what it is, its bytes, and the code that says so.
fn bad_specs() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let template =
        std::fs::read_to_string(root().join("templates/new/form.yaml")).unwrap().replace("{{ form }}", "a");
    let with_rule = |rule: &str| template.replace("letters.closed <= letters.received ", rule).into_bytes();
    let brackets =
        with_rule(&format!("letters.closed <= {}letters.received{} ", "(".repeat(100), ")".repeat(100)));
    let long =
        with_rule(&format!("letters.closed <= {}letters.received ", "letters.closed + ".repeat(60_000)));
    vec![
        ("empty", Vec::new(), "TB010"),
        ("gbk", b"form: a\ntitle: \xd5\xfe\xb8\xae\xcd\xf8\xd5\xbe\n".to_vec(), "TB001"),
        ("binary", vec![0xff; 1000], "TB001"),
        ("half", b"form: a\nsections:\n  - { id: a, label: \"b".to_vec(), "TB007"),
        ("bomb", b"a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]\n".to_vec(), "TB009"),
        ("huge", vec![b'a'; 100_000_000], "TB002"),
        ("deep", "[".repeat(10_000).into_bytes(), "TB002"),
        ("brackets", brackets, "TB002"),
        ("long_rule", long, "TB002"),
    ]
}

#[test]
fn bad_spec_files() {
    for (name, bytes, code) in bad_specs() {
        let place = folder(&[("a.yaml", &bytes)]);
        for format in ["human", "json", "sarif"] {
            let ran = run_in(place.path(), &["check", "a.yaml", "--format", format]);
            assert_eq!(ran.status, 1, "{name} {format}: {}", start(&ran));
            assert!(ran.stdout.contains(code), "{name} {format}: {}", start(&ran));
            assert!(ran.stdout.len() < 1_000_000, "{name}: {} bytes are no answer", ran.stdout.len());
        }
        for verb in ["generate", "preview"] {
            assert_eq!(run_in(place.path(), &[verb, "a.yaml"]).status, 1, "{name} {verb}");
        }
        assert_eq!(fs::read_dir(place.path()).unwrap().count(), 1, "{name}: nothing was written");
    }
}

#[test]
fn missing_files_and_directories() {
    let place = folder(&[]);
    fs::create_dir(place.path().join("d")).unwrap();
    for (arguments, words) in [
        (&["validate", "no.json"][..], "读不了 no.json：没有这个文件"),
        (&["validate", "d"], "d 是目录"),
        (&["check", "no.yaml"], "读不了 no.yaml"),
        (&["check", "d"], "d 是目录"),
        (&["generate", "no.yaml"], "读不了 no.yaml"),
        (&["preview", "d"], "d 是目录"),
        (&["explain", "year", "--spec", "no.yaml"], "读不了 no.yaml"),
        (&["validate", "no.json", "--previous", "d"], "d 是目录"),
    ] {
        let ran = run_in(place.path(), arguments);
        assert_eq!((ran.status, ran.stdout.as_str()), (2, ""), "{arguments:?}");
        assert!(ran.stderr.contains(words), "{arguments:?}: {}", ran.stderr);
    }
}

#[test]
fn output_that_cannot_be_written() {
    let place = folder(&[("taken", b"a file, no folder")]);
    run_in(place.path(), &["new", "a"]);
    let before = fs::read_dir(place.path()).unwrap().count();
    for arguments in [
        &["generate", "a.yaml", "--out", "taken"][..],
        &["generate", "a.yaml", "--out", "taken/below"],
        &["preview", "a.yaml", "-o", "taken/a.html"],
    ] {
        let ran = run_in(place.path(), arguments);
        assert_eq!((ran.status, ran.stdout.as_str()), (2, ""), "{arguments:?}: {}", ran.all());
        assert!(ran.stderr.starts_with("错误：写不了 "), "{arguments:?}: {}", ran.stderr);
    }
    assert_eq!(fs::read_dir(place.path()).unwrap().count(), before, "nothing half-written is left");
}

#[test]
fn last_year_must_be_of_the_same_form() {
    let place = folder(&[
        ("other.json", b"{\"form\": \"other\"}"),
        ("edition.json", b"{\"form\": \"gov-website-work\", \"edition\": 2018}"),
        ("half.json", b"{\"form\":"),
        ("a.json", b"{\"form\": \"gov-website-work\"}"),
    ]);
    for previous in ["other.json", "edition.json", "half.json"] {
        let ran = run_in(place.path(), &["validate", "a.json", "--previous", previous]);
        assert_eq!(ran.status, 2, "{}", ran.all());
        assert!(ran.stderr.contains(previous) && ran.stderr.contains("上年报表"), "{}", ran.stderr);
    }
}

#[test]
fn standard_input_is_judged_like_a_file() {
    let place = folder(&[]);
    let ran = run_with(place.path(), &["validate", "-"], b"{\"form\":");
    assert_eq!(ran.status, 2);
    let ran = run_with(place.path(), &["check", "-"], b"form\xef\xbc\x9aa\n");
    assert_eq!(ran.status, 1);
    assert!(ran.stdout.contains("<stdin>:1:5"), "{}", ran.stdout);
}

/// The first part of an answer that may be long.
fn start(ran: &Ran) -> String {
    ran.all().chars().take(2_000).collect()
}

#[test]
fn what_was_read_is_never_written_over() {
    let report = fs::read(root().join("tests/fixtures/dongkou-2019.json")).unwrap();
    let place = folder(&[("a.json", &report)]);
    assert_eq!(run_in(place.path(), &["new", "my-form"]).status, 0);
    let spec = fs::read(place.path().join("my-form.yaml")).unwrap();
    for (file, before, arguments) in [
        ("my-form.yaml", &spec, vec!["preview", "my-form.yaml", "-o", "./my-form.yaml"]),
        ("a.json", &report, vec!["read", "a.json", "-o", "a.json"]),
        ("a.json", &report, vec!["read", "a.json", "--trace", "a.json", "-o", "b.json"]),
        ("a.json", &report, vec!["render", "a.json", "--as", "md", "-o", "a.json"]),
    ] {
        let ran = run_in(place.path(), &arguments);
        assert_eq!(ran.status, 2, "{arguments:?}: {}", ran.all());
        assert!(ran.stderr.contains("换个名字"), "{}", ran.stderr);
        assert_eq!(&fs::read(place.path().join(file)).unwrap(), before, "{arguments:?}");
    }
}

#[test]
fn what_can_be_judged_is_judged_beside_what_cannot() {
    let report = fs::read(root().join("tests/fixtures/dongkou-2019.json")).unwrap();
    let place = folder(&[("a.json", &report), ("bad.yaml", b"form: x\n")]);
    fs::create_dir(place.path().join("nothing")).unwrap();
    let ran = run_in(place.path(), &["validate", "nothing", "a.json"]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("nothing 是目录") && ran.stdout.contains("1 份报表"), "{}", ran.all());
    let ran = run_in(place.path(), &["check", "none.yaml", "bad.yaml", "--format", "json"]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("none.yaml") && ran.stdout.contains("bad.yaml"), "{}", ran.all());
    ran.json();
}

#[test]
fn a_named_spec_judges_whatever_it_is_given() {
    let place = folder(&[("form.json", b"{\"form\": \"other\"}"), ("number.json", b"5")]);
    for (file, code) in [("form.json", "choice"), ("number.json", "type")] {
        let ran =
            run_in(place.path(), &["validate", file, "--spec", "gov-website-work/2019", "--format", "json"]);
        assert_eq!(ran.status, 1, "{}", ran.all());
        assert_eq!(ran.json()["findings"][0]["code"], code, "{}", ran.stdout);
    }
}

#[test]
fn two_specs_of_one_edition_do_not_overwrite_each_other() {
    let place = folder(&[]);
    assert_eq!(run_in(place.path(), &["new", "my-form"]).status, 0);
    fs::copy(place.path().join("my-form.yaml"), place.path().join("copy.yaml")).unwrap();
    let ran = run_in(place.path(), &["generate", "my-form.yaml", "copy.yaml"]);
    assert_eq!(ran.status, 2);
    assert!(ran.stderr.contains("my-form.yaml 和 copy.yaml"), "{}", ran.stderr);
    assert!(!place.path().join("generated").exists());
    let ran = run_in(place.path(), &["generate", "copy.yaml", "--out", "here", "--check"]);
    assert!(ran.stdout.ends_with("更新：tianbao generate copy.yaml --out here\n"), "{}", ran.stdout);
}

#[test]
fn nothing_invisible_is_printed_as_it_is_and_nothing_as_code() {
    let report = br#"{"form": "gov-website-work", "reporting_unit": "a\u0000b",
        "explanations": {"basics.home_url.scheme": "\u57df\n\u540d"}}"#;
    let place = folder(&[("a.json", report)]);
    let ran = run_in(place.path(), &["validate", "a.json"]);
    assert!(ran.stdout.contains("a〔U+0000〕b") && !ran.stdout.contains("\\u{"), "{}", ran.stdout);
}
