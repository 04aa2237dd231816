//! The quick way and the parser must say the same of any text.

use serde_json::Value;

use super::*;
use crate::message::Place;
use crate::text::TextRules;

static FORM: Form = Form {
    id: "small",
    edition: 3,
    revision: 1,
    absent: Some("无"),
    members: &[
        Member::new(
            "year",
            Place::of("/year", "年度", None, None, false),
            None,
            Kind::Year { from: 2019, to: None },
        ),
        Member::new(
            "a",
            Place::of("/a", "甲", Some("一"), None, true),
            None,
            Kind::Group { end: 6, by_name: &[] },
        ),
        Member::new(
            "a.name",
            Place::of("/a/name", "甲 › 名称", Some("一.1"), None, false),
            Some(1),
            Kind::Text { rules: TextRules::LINE, pattern: None },
        ),
        Member::new(
            "a.days",
            Place::of("/a/days", "甲 › 天数", Some("一.2"), Some("天"), false),
            Some(1),
            Kind::Number { places: 2, min: 0, max: 100_000 },
        ),
        Member::new(
            "a.kinds",
            Place::of("/a/kinds", "甲 › 种类", Some("一.3"), None, true),
            Some(1),
            Kind::Choices(&[("x", "子"), ("y", "丑")]),
        ),
        Member::new("a.open", Place::of("/a/open", "甲 › 开放", None, None, true), Some(1), Kind::Flag),
        Member::new(
            "total",
            Place::of("/total", "总数", None, Some("个"), false),
            None,
            Kind::Count { min: 0, max: 9_007_199_254_740_991 },
        ),
    ],
    withdrawn: &[],
    rules: &[Rule {
        id: "total.days",
        title: "总数",
        sentence: "总数应不小于天数",
        at: 6,
        severity: crate::Severity::Warning,
        mentions: &[this(3), this(6)],
        reads: &[this(3), this(6)],
        holds: |report, _| report.number(6) * 100 >= report.number(3),
        message: |report, _| format!("总数 {} 小于天数 {}", report.show(6), report.show_with_unit(3)).into(),
        advice: None,
        fix: None,
    }],
    by_name: &[],
};

const SAMPLE: &str = r#"{"form": "small", "edition":3,"local":{"b":[1,{"c":null}]}, "year":2019,
 "a":{"name":"洞口","days":5.25,"kinds":["x","y"],"open":true},"total":1}"#;

/// Both ways, each with what the other does not use switched off.
fn agree(text: &str) {
    let scanned = judge::verdict_by(&FORM, text, true);
    let parsed = judge::verdict_by(&FORM, text, false);
    assert!(scanned.is_none_or(|verdict| Some(verdict) == parsed), "{text}");
    let verdict = FORM.judge(text.as_bytes(), None);
    assert_eq!(Some(&verdict), parsed.as_ref(), "{text}");
    let is_json = serde_json::from_str::<Value>(text).is_ok();
    assert_eq!(is_json, verdict.findings.first().is_none_or(|finding| finding.code != "syntax"), "{text}");
}

#[test]
fn the_sample_is_valid() {
    let verdict = FORM.judge(SAMPLE.as_bytes(), None);
    assert!(verdict.valid, "{verdict:#?}");
    assert_eq!(verdict.rules.failed, ["total.days"]);
    assert_eq!(verdict.findings[0].message, "总数 1 小于天数 5.25 天");
    assert!(judge::verdict_by(&FORM, SAMPLE, true).is_some(), "the quick way takes it");
}

#[test]
fn both_ways_agree_on_mutations() {
    let pieces = [
        "", "\"", "{", "}", "[", "]", ",", ":", "0", "-", ".", "e9", "1e400", "null", "\\u0041", "\\", " ",
        "\n", "true", "无", "a\":1,\"",
    ];
    let starts: Vec<usize> = SAMPLE.char_indices().map(|(at, _)| at).chain([SAMPLE.len()]).collect();
    for window in starts.windows(2) {
        let (before, here, after) =
            (&SAMPLE[..window[0]], &SAMPLE[window[0]..window[1]], &SAMPLE[window[1]..]);
        for piece in pieces {
            agree(&format!("{before}{piece}{after}"));
            agree(&format!("{before}{piece}{here}{after}"));
        }
        agree(before);
        agree(
            &format!("{before}{here}{}", &SAMPLE[window[0].min(SAMPLE.len() / 2)..]).replace('洞', "\\u6d1e"),
        );
    }
}

#[test]
fn both_ways_agree_on_hostile_texts() {
    let deep =
        |open: &str, close: &str, depth: usize| format!("{}1{}", open.repeat(depth), close.repeat(depth));
    for depth in [1, 62, 63, 64, 65, 126, 127, 128, 129, 10_000] {
        for text in [deep("[", "]", depth), deep("{\"x\":", "}", depth)] {
            agree(&text);
            agree(&format!("{{\"x\":{text}}}"));
            agree(&format!("{{\"local\":{text}}}"));
            agree(&format!("{{\"a\":{{\"kinds\":{text}}}}}"));
        }
    }
    for number in [
        "5.0",
        "-0",
        "1e2",
        "9007199254740991",
        "9007199254740992",
        "1e400",
        "01",
        "1.",
        ".5",
        "0.1",
        "0.07",
        "19.99",
        "0.001",
        "99999999999999999999",
        "5.5",
        "123456789012345678",
        "1234567890123456789",
    ] {
        agree(&format!(
            "{{\"year\":{number},\"a\":{{\"days\":{number}}},\"total\":{number},\"edition\":{number},\"revision\":{number}}}"
        ));
    }
    agree(
        r#"{"year":2019,"year":2018,"total":null,"total":5,"form":"small","form":1,"zz":1,"zz":2,"totl":3}"#,
    );
    agree(r#"{"explanations":{"total.days":"故","nothing":"x","b":null,"b":"y","c":5," ":" "},"local":[]}"#);
    agree(r#"{"a":{"kinds":["x","x","z",5,null,[],{}],"name":"无","extra":1}}"#);
    agree(&format!("{{{}\"year\":1}}", (0..1000).map(|at| format!("\"u{at}\":1,")).collect::<String>()));
    agree(&format!("{{\"a\":{{\"kinds\":[{}\"x\"]}}}}", "\"z\",".repeat(1000)));
}

#[test]
fn names_are_compared_to_their_last_byte() {
    const LONG: &str = "abcdefghijklmnopqrstuvwxyz";
    for length in 1..=LONG.len() {
        let name = form::Name::new(&LONG[..length]);
        for after in ["", ":", ": 12345678901234567890"] {
            let text = format!("{}\"{after}", name.text);
            assert!(name.is_first(text.as_bytes()), "{text}");
            for at in 0..=length {
                let mut wrong = text.clone().into_bytes();
                wrong[at] = b'_';
                assert!(!name.is_first(&wrong) && !name.is_first(&text.as_bytes()[..at]), "{text}");
            }
        }
    }
}
