//! Reports that no program should write: each gets a clear finding with a place, from both engines alike, and no panic.

use std::time::{Duration, Instant};

use tianbao_core::Verdict;
use tianbao_tests::engines::{self, Engines};
use tianbao_tests::json::Json;

const REPORT: &str = include_str!("fixtures/dongkou-2019.json");

/// The verdict, which both engines must share.
fn judge(engines: &Engines, text: &[u8]) -> Verdict {
    engines.agree(text, None).unwrap_or_else(|problem| panic!("{problem}"))
}

fn codes(verdict: &Verdict) -> Vec<(&str, &str)> {
    verdict.findings.iter().map(|finding| (&*finding.code, &*finding.path)).collect()
}

/// The real report with one member replaced.
fn with(pointer: &str, value: &str) -> Vec<u8> {
    let mut report = Json::from(&serde_json::from_str(REPORT).unwrap());
    *report.at(pointer.split('/').skip(1)).unwrap() = Json::raw(value);
    report.print().into_bytes()
}

#[test]
fn what_is_not_json_is_one_finding_with_its_place() {
    let engines = engines::both_2019();
    let deep = "[".repeat(10_000);
    let cut = &REPORT[..REPORT.len() / 2];
    let texts: [&[u8]; 20] = [
        b"",
        b" \n ",
        b"hello",
        b"{",
        b"{\"year\":",
        b"{,}",
        b"[1,]",
        b"{} {}",
        b"{\"year\": 1e400}",
        b"{\"year\": NaN}",
        b"{\"year\": Infinity}",
        b"{\"year\": 01}",
        b"{\"reporting_unit\": \"\\ud800\"}",
        b"{\"unheard_of\": \"\\udc00\\ud800\"}",
        b"{\"reporting_unit\": \"a\nb\"}",
        b"{'year': 2019}",
        "\u{feff}{}".as_bytes(),
        &[b'{', b'"', 0xC4, 0xEA, b'"', b'}'],
        deep.as_bytes(),
        cut.as_bytes(),
    ];
    for text in texts {
        let verdict = judge(&engines, text);
        let shown = String::from_utf8_lossy(&text[..text.len().min(60)]);
        assert_eq!(codes(&verdict), [("syntax", "")], "{shown}");
        assert!(!verdict.valid, "{shown}");
        let message = &verdict.findings[0].message;
        assert!(message.contains("行第") || message.contains("开头"), "{shown}: {message}");
        assert!(verdict.rules.passed.is_empty() && verdict.rules.failed.is_empty(), "{shown}");
        assert_eq!(verdict.rules.not_applicable.len(), 28, "{shown}");
    }
}

#[test]
fn ten_thousand_deep_anywhere() {
    let engines = engines::both_2019();
    let deep = format!("{}1{}", "[".repeat(10_000), "]".repeat(10_000));
    let objects = format!("{}1{}", "{\"a\":".repeat(10_000), "}".repeat(10_000));
    for value in [&deep, &objects] {
        for pointer in ["/year", "/basics", "/basics/site_name", "/innovation/features"] {
            assert_eq!(codes(&judge(&engines, &with(pointer, value))), [("syntax", "")], "{pointer}");
        }
        let unknown = format!("{{\"unheard_of\": {value}}}");
        assert_eq!(codes(&judge(&engines, unknown.as_bytes())), [("syntax", "")]);
    }
}

#[test]
fn a_root_that_is_no_object() {
    let engines = engines::both_2019();
    for text in ["null", "[]", "1", "\"x\"", "true", "[{}]", "5.0"] {
        let verdict = judge(&engines, text.as_bytes());
        assert_eq!(codes(&verdict), [("type", "")], "{text}");
        assert_eq!(verdict.rules.not_applicable.len(), 28, "{text}");
    }
}

#[test]
fn an_empty_report_lacks_its_members_once_each() {
    let engines = engines::both_2019();
    let verdict = judge(&engines, b"{}");
    let form = engines::form_2019();
    let expected: Vec<_> = form
        .roots
        .iter()
        .map(|id| form.member(*id))
        .filter(|member| !member.optional)
        .map(|member| ("required", member.pointer.as_str()))
        .collect();
    assert_eq!(codes(&verdict), expected);
}

#[test]
fn wrong_types_everywhere() {
    let engines = engines::both_2019();
    let form = engines::form_2019();
    let values = ["true", "\"x y\"", "5", "-5.5", "[]", "[1]", "{}", "{\"a\":1}"];
    // The optional members of the form are in its sample.
    let sample = Json::from(&form.sample);
    for member in &form.members {
        for value in values {
            let mut report = sample.clone();
            *report.at(member.path.split('.')).unwrap() = Json::raw(value);
            let verdict = judge(&engines, report.print().as_bytes());
            // Whatever is found stands at the member or inside it, but for rules that it breaks.
            let structural = verdict.findings.iter().filter(|finding| !finding.code.contains('.'));
            for finding in structural {
                assert!(finding.path.starts_with(&member.pointer), "{value}: {finding:?}");
            }
        }
    }
    for wrong in ["\"5\"", "5.5", "true", "[]", "{}"] {
        let verdict = judge(&engines, &with("/info_release/total", wrong));
        assert_eq!(codes(&verdict)[0].0, "basics.home_url.scheme");
        assert!(codes(&verdict).contains(&("type", "/info_release/total")), "{wrong}");
    }
}

#[test]
fn numbers_are_judged_by_their_value() {
    let engines = engines::both_2019();
    let found = |pointer: &str, value: &str| {
        let verdict = judge(&engines, &with(pointer, value));
        let at =
            verdict.findings.iter().find(|finding| finding.path == pointer && !finding.code.contains('.'));
        at.map(|finding| finding.code.to_string())
    };
    let posts = "/new_media/wechat/posts";
    for sound in ["5.0", "1e2", "-0", "-0.0", "0", "9007199254740991", "9007199254740991.0", "0.5e1"] {
        assert_eq!(found(posts, sound), None, "{sound}");
    }
    for outside in ["-1", "9007199254740992", "9007199254740993", "1e300", "18446744073709551616", "-1e300"] {
        assert_eq!(found(posts, outside).as_deref(), Some("limit"), "{outside}");
    }
    for wrong in ["5.5", "\"5\"", "1e-300", "[5]"] {
        assert_eq!(found(posts, wrong).as_deref(), Some("type"), "{wrong}");
    }
    let days = "/interaction/messages/average_days";
    for sound in ["0.07", "19.99", "5", "1e-2", "90071992547409.91"] {
        assert_eq!(found(days, sound), None, "{sound}");
    }
    for outside in ["0.001", "-0.01", "1e300", "90071992547409.92", "0.30000000000000004"] {
        assert_eq!(found(days, outside).as_deref(), Some("limit"), "{outside}");
    }
}

#[test]
fn members_given_twice() {
    let engines = engines::both_2019();
    for (first, second) in [("7", "8"), ("7", "null"), ("7", "\"x\""), ("7", "{\"a\":1,\"a\":2}")] {
        let mut report = Json::from(&serde_json::from_str(REPORT).unwrap());
        let columns = report.at(["special_columns"]).unwrap().members().unwrap();
        columns[0].1 = Json::raw(first);
        columns.push(("maintained".to_owned(), Json::raw(second)));
        let verdict = judge(&engines, report.print().as_bytes());
        assert!(codes(&verdict).contains(&("duplicate", "/special_columns/maintained")), "{second}");
        assert!(!verdict.valid);
        let kept = verdict.rules.not_applicable.iter().find(|rule| rule.rule == "special_columns.new");
        assert_eq!(kept.unwrap().unusable, ["special_columns.maintained"]);
    }
}

#[test]
fn a_hundred_thousand_unknown_members() {
    let engines = engines::both_2019();
    let mut report = Json::from(&serde_json::from_str(REPORT).unwrap());
    let members = report.members().unwrap();
    members.extend((0..100_000).map(|index| (format!("unheard_of_{index}"), Json::raw("0"))));
    let text = report.print();
    let start = Instant::now();
    let verdict = judge(&engines, text.as_bytes());
    // Seconds, unoptimised and both engines; quadratic work would take minutes.
    assert!(start.elapsed() < Duration::from_secs(30), "{:?}", start.elapsed());
    let unknown: Vec<_> = verdict.findings.iter().filter(|finding| finding.code == "unknown").collect();
    assert_eq!(unknown.len(), 21);
    assert_eq!(unknown[0].path, "/unheard_of_0");
    assert!(unknown[20].message.contains("99980"), "{}", unknown[20].message);
}

#[test]
fn a_hundred_thousand_of_everything_else() {
    let engines = engines::both_2019();
    let start = Instant::now();
    let many = |item: &str| format!("[{}]", vec![item; 100_000].join(","));
    for item in ["\"other\"", "1", "\"unheard_of\"", "{}"] {
        let verdict = judge(&engines, &with("/innovation/features", &many(item)));
        assert!(!verdict.valid && verdict.findings.len() < 40, "{item}: {}", verdict.findings.len());
    }
    let explained: Vec<_> = (0..100_000).map(|index| format!("\"no.rule.{index}\":\"原因\"")).collect();
    let mut report = Json::from(&serde_json::from_str(REPORT).unwrap());
    report.set("explanations", Json::raw(format!("{{{}}}", explained.join(","))));
    let verdict = judge(&engines, report.print().as_bytes());
    assert!(verdict.findings.len() < 40, "{}", verdict.findings.len());
    let long = format!("\"{}\"", "长".repeat(1_000_000));
    let verdict = judge(&engines, &with("/basics/sponsor", &long));
    // A rule may print the text in full; what is wrong with a report's structure is said in short.
    assert!(
        verdict.findings.iter().all(|finding| finding.code.contains('.') || finding.message.len() < 1000)
    );
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
}
