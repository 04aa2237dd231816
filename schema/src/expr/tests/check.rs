use std::fmt::Write as _;

use super::fixture::{form, good, good_fix, plain};
use crate::diagnostic::Diagnostic;
use crate::expr::{Names, Node, Type, Wanted, check};
use crate::node::{Scalar, Style};
use crate::place::Span;

/// What is said of a condition: code, the words underlined, the message, the mended words.
fn said(text: &str) -> String {
    said_of(text, &plain(text), Wanted::Truth)
}

fn said_of(source: &str, scalar: &Scalar, wanted: Wanted) -> String {
    let form = form();
    let names = Names::new(&form.members, &form.patterns);
    let mut out = Vec::new();
    let checked = check(scalar, &names, wanted, &mut out);
    assert_eq!(checked.is_none(), !out.is_empty(), "{source}: {out:?}");
    out.iter().map(|diagnostic| line(source, diagnostic)).collect()
}

fn line(source: &str, diagnostic: &Diagnostic) -> String {
    let slice = |span: Span| source.get(span.start..span.end).expect("a place between characters").to_owned();
    let mut line = format!("{} [{}] {}", diagnostic.code, slice(diagnostic.span), diagnostic.message.zh);
    if let Some(suggestion) = &diagnostic.suggestion {
        write!(line, " → [{}] {}", slice(suggestion.span), suggestion.replacement).unwrap();
    }
    line.push('\n');
    line
}

fn all(texts: &[&str]) -> String {
    texts
        .iter()
        .map(|text| format!("{text}\n    {}", said(text).replace('\n', "\n    ").trim_end()) + "\n")
        .collect()
}

#[test]
fn unknown_names() {
    insta::assert_snapshot!(all(&[
        "services.cases.totl == services.cases.natural_persons + services.cases.legal_persons",
        "services.case.total == 0",
        "serices.cases.total == 0",
        "cases.total == 0",
        "total == 0",
        "previous.services.cases.totle >= 0",
        "previous == 0",
        "has(new_media.weibo.nam)",
        "has(new_media.wiebo)",
        "basics.sponsor.matches(patterns.gov_hots)",
        "basics.sponsor.matches(pattern.gov_host)",
        "nothing_like_it == 0",
        "services.cases.total.sum == 0",
        "basics.sponsor == '长沙市人民政府' && services.cases.totl == 0",
        "总数 == 0 && 其他 == 'x'",
        "patterns.gov_host == 'x'",
    ]));
}

#[test]
fn outside_the_subset() {
    insta::assert_snapshot!(all(&[
        "new_media.present ? true : false",
        "messages.closed / 2 == 0",
        "messages.closed % 2 == 0",
        "basics.site_kind in ['portal', 'special']",
        "basics.sponsor.size() > 3",
        "size(basics.sponsor) > 3",
        "basics.sponsor.contains('政府')",
        "basics.home_url.startWith('http')",
        "basics.home_url.starts_with('http')",
        "innovation.features.exists(x, x == 'other')",
        "innovation.features.all(x, x == 'other')",
        "innovation.features[0] == 'other'",
        "basics.sponsor == null",
        "messages.closed == 1u",
        "messages.closed == 1e3",
        "basics.sponsor == b'x'",
        "string(messages.closed) == '3'",
        "basics.sponsor.matches('[0-9]+')",
        "matches(basics.sponsor, patterns.gov_host)",
        "{'a': 1} == messages.closed",
        "date(2019, 1) == signature.date",
        "basics.sponsor.startsWith(basics.home_url)",
    ]));
}

#[test]
fn types_that_do_not_fit() {
    insta::assert_snapshot!(all(&[
        "services.cases.total",
        "services.cases.total == basics.sponsor",
        "services.cases.total + basics.sponsor == 3",
        "basics.sponsor < '政府'",
        "new_media.present < true",
        "messages.closed <= messages.received <= 5",
        "services.cases == 3",
        "!messages.closed",
        "messages.closed && new_media.present",
        "signature.date == messages.closed",
        "innovation.features == 'other'",
        "'x' in basics.sponsor",
        "messages.closed in innovation.features",
        "messages.closed.startsWith('3')",
        "basics.site_kind == basics.sponsor",
        "date(year, messages.closed, 1) == signature.date",
        "previous.services == 1",
        "-basics.sponsor == 3",
    ]));
}

#[test]
fn texts_in_quotes() {
    insta::assert_snapshot!(all(&[
        "basics.site_kind == '政府门户网站'",
        "basics.site_kind == “政府门户网站”",
        "basics.site_kind == 'portel'",
        "'nothing' == basics.site_kind",
        "'others' in innovation.features",
        "services.cases.total == '5'",
        "services.cases.total + '5' == 6",
        "new_media.present == '是'",
        "signature.date >= '2020-01-01'",
        "signature.date >= '明天'",
        "basics.sponsor == ‘洞口县’",
        "messages.closed ＝＝ 0　&& （messages.received ≥ 1）",
        "services.cases.total == 'five'",
    ]));
}

#[test]
fn what_cannot_be_read() {
    let deep = format!("{}true{}", "(".repeat(40), ")".repeat(40));
    let long = format!("basics.sponsor == '{}'", "长".repeat(2_000));
    let many = vec!["messages.closed"; 210].join(" + ") + " == 0";
    let chain = "basics".to_owned() + &".a".repeat(300);
    let bounded = [deep, long, many, chain].map(|text| {
        let said = said(&text);
        said.split_once("] ").map(|(_, message)| message.to_owned()).unwrap_or(said)
    });
    insta::assert_snapshot!(bounded.concat());
    insta::assert_snapshot!(all(&[
        "",
        "   ",
        "messages.closed = 0",
        "messages.closed === 0",
        "messages.closed <> 0",
        "messages.closed =< 0",
        "new_media.present and new_media.present",
        "not new_media.present",
        "new_media.present & new_media.present",
        "(messages.closed == 0",
        "messages.closed == 0)",
        "(messages.closed == 0]",
        "basics.sponsor == '洞口县",
        "basics.sponsor == '洞口县' messages.closed",
        "basics.sponsor == '洞口县' == ",
        "messages.closed == ",
        "messages.closed == * 3",
        "messages.closed 0",
        "has(year)",
        "has('x')",
        "has(services.cases.totl)",
        "messages.closed == 99999999999999999999",
        "messages.closed == 0 // 注释",
        "messages.closed == 0 # x",
        "if == 3",
        "basics.in == 3",
        ". == 3",
        "messages.closed == 0;",
        "a.b.c(",
        "''",
        "@",
    ]));
}

#[test]
fn arithmetic_and_days_that_cannot_be() {
    insta::assert_snapshot!(all(&[
        "basics.page_views * basics.page_views >= 0",
        "basics.page_views * 2000 >= 1",
        "basics.page_views * 10 >= 1 && messages.closed * 5000 > 3",
        "messages.average_days == 0.0000000000000001",
        "messages.average_days * 0.0000000000001 * 0.001 == 0",
        "signature.date == date(year, 2, 30)",
        "signature.date == date(year, 13, 1)",
        "signature.date == date(2020, 2, 29) || signature.date == date(year, 2, 29)",
        "signature.date == date(year + 9000, 1, 1)",
        "signature.date == date(year - 2019, 1, 1)",
    ]));
}

#[test]
fn fixes() {
    let form = form();
    let said_for = |target: &str, text: &str| {
        let wanted = Wanted::FixFor(form.find(target).unwrap().id);
        format!("{target}: {text}\n    {}", said_of(text, &plain(text), wanted))
    };
    insta::assert_snapshot!(
        [
            said_for("services.cases.total", "basics.sponsor"),
            said_for("services.cases.total", "messages.average_days"),
            said_for("basics.home_url", "'http://' + messages.closed"),
            said_for("basics.home_url", "messages.closed + 'x'"),
            said_for("basics.site_kind", "'政府门户网站'"),
            said_for("basics.sponsor", "first(basics.icp_number, 0)"),
            said_for("basics.sponsor", "first(messages.closed, 1)"),
            said_for("basics.sponsor", "string(new_media.present)"),
            said_for("new_media.present", "'true'"),
            said_for("innovation.features", "'other'"),
        ]
        .concat()
    );
    good_fix(&form, "services.cases.total", "services.cases.natural_persons + services.cases.legal_persons");
    good_fix(&form, "basics.home_url", "'http://' + basics.home_url");
    let police = "first(basics.icp_number, 1) + '公网安备' + basics.police_number";
    let fix = good_fix(&form, "basics.police_number", police);
    assert!(matches!(&fix.node, Node::Concat(parts) if parts.len() == 3));
    assert!(matches!(good_fix(&form, "basics.site_kind", "'portal'").node, Node::Choice(0)));
    let scaled = good_fix(&form, "messages.average_days", "messages.closed");
    assert_eq!(scaled.ty, Type::Number { places: 2 });
    good_fix(&form, "basics.sponsor", "'收到 ' + string(messages.closed) + ' 条'");
    good_fix(&form, "new_media.present", "has(new_media.weibo)");
}

#[test]
fn good_rules() {
    let form = form();
    for text in [
        "services.cases.total == services.cases.natural_persons + services.cases.legal_persons",
        "basics.home_url.startsWith('http://') || basics.home_url.startsWith(\"https://\")",
        "basics.home_url.matches(patterns.gov_host)",
        "basics.site_kind == 'portal' && 'special' != basics.site_kind",
        "basics.site_kind == previous.basics.site_kind",
        "new_media.present == has(new_media.weibo)",
        "has(innovation.other_text) == ('other' in innovation.features)",
        "signature.date >= date(year + 1, 1, 1) && signature.date <= date(year + 1, 1, 31)",
        "messages.average_days <= messages.closed * 2.5 - -3",
        "-messages.closed <= 0 || !(new_media.present == true)",
        "has(previous.new_media.weibo)",
    ] {
        good(&form, text);
    }
    let scaled = good(&form, "messages.average_days <= messages.closed");
    let Node::Compare(_, left, right) = &scaled.node else { panic!() };
    assert_eq!((left.ty, right.ty), (Type::Number { places: 2 }, Type::Number { places: 2 }));
    assert!(matches!(right.node, Node::Rescale { by: 2, .. }));
    let literal = good(&form, "messages.average_days == 1.5");
    let Node::Compare(_, _, right) = &literal.node else { panic!() };
    assert_eq!(right.node, Node::Number(150));
}

/// Every expression's span is the text that it was written as.
#[test]
fn spans_of_what_is_good() {
    let form = form();
    let text = "has( new_media.weibo ) || basics.sponsor.endsWith( '办公厅' ) && date(year + 1, 1, 31) > signature.date || -5 < messages . closed - 3";
    let mut spans = Vec::new();
    good(&form, text).visit(&mut |of| spans.push(&text[of.span.start..of.span.end]));
    insta::assert_snapshot!(spans.join("\n"));
}

/// A quoted scalar: a `''` stands for one sign, so the text is shorter than the file.
#[test]
fn the_caret_in_a_quoted_scalar() {
    let source = "    assert: 'basics.sponsor == ''洞口县'' && services.cases.totl == 0'";
    let start = source.find('\'').unwrap();
    let (mut text, mut offsets, mut skip) = (String::new(), Vec::new(), false);
    for (at, character) in source.char_indices().skip_while(|(at, _)| *at <= start) {
        if at + 1 == source.len() {
            break;
        }
        if character == '\'' && !skip {
            skip = true;
            continue;
        }
        skip = false;
        let from = at..at + character.len_utf8();
        offsets.extend(from.clone().map(|byte| Span::new(byte, byte + 1)));
        text.push(character);
    }
    offsets.push(Span::new(source.len() - 1, source.len() - 1));
    assert!(text.contains("'洞口县' &&"));
    let scalar = Scalar { text, style: Style::Quoted, span: Span::new(start, source.len()), offsets };
    insta::assert_snapshot!(said_of(source, &scalar, Wanted::Truth));
}

/// A folded scalar: line breaks and indentation become one space.
#[test]
fn the_caret_in_a_folded_scalar() {
    let source = "    assert: >-\n      basics.sponsor == '洞口县人民政府'\n      && services.cases.totl == 0 &&\n      basics.site_kind == “政府门户网站”\n";
    let (mut text, mut offsets) = (String::new(), Vec::new());
    let body = source.find("basics").unwrap();
    let mut at = body;
    for line in source[body..].split_inclusive('\n') {
        let content = line.trim();
        let start = at + line.find(content).unwrap();
        if !text.is_empty() {
            text.push(' ');
            offsets.push(Span::new(at - 1, start));
        }
        offsets.extend((start..start + content.len()).map(|byte| Span::new(byte, byte + 1)));
        text.push_str(content);
        at += line.len();
    }
    offsets.push(Span::new(source.len(), source.len()));
    let scalar = Scalar { text, style: Style::Block, span: Span::new(12, source.len()), offsets };
    insta::assert_snapshot!(said_of(source, &scalar, Wanted::Truth));
}

/// Bad input of any kind gets an answer, never a panic.
#[test]
fn hostile_texts() {
    let form = form();
    let names = Names::new(&form.members, &form.patterns);
    let pieces = [
        "messages.closed",
        "'洞",
        "“x”",
        "(",
        ")",
        "[",
        "{",
        "==",
        "&&",
        "!",
        "-",
        ".",
        ",",
        "in",
        "has",
        "date",
        "0",
        "1.5",
        "1e400",
        "\\",
        "\n",
        "　",
        "；",
        "patterns",
        "previous",
        "true",
        "?",
        ":",
        "\u{0}",
        "’",
        "\"",
        "first",
        "''",
    ];
    let mut seed = 7_u64;
    for _ in 0..4_000 {
        let mut text = String::new();
        for _ in 0..12 {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            text.push_str(pieces[(seed >> 33) as usize % pieces.len()]);
            if seed >> 60 > 7 {
                text.push(' ');
            }
        }
        let mut out = Vec::new();
        let wanted = if seed >> 62 > 1 {
            Wanted::Truth
        } else {
            Wanted::FixFor(form.find("basics.sponsor").unwrap().id)
        };
        let checked = check(&plain(&text), &names, wanted, &mut out);
        assert!(checked.is_some() || !out.is_empty(), "{text}");
        for diagnostic in &out {
            line(&text, diagnostic);
        }
    }
}

/// The largest expressions that the limits let through, on the small stack of a test thread.
#[test]
fn the_largest_expressions() {
    let form = form();
    let sum = vec!["messages.closed"; 190].join(" + ");
    let deep = format!("{}messages.closed{} == 0", "(0 - ".repeat(32), ")".repeat(32));
    let texts = [
        format!("{sum} == 0"),
        deep,
        vec!["new_media.present"; 100].join(" && "),
        format!("{}new_media.present{}", "!(".repeat(32), ")".repeat(32)),
        format!("{}new_media.present", "!".repeat(199)),
        format!("{}messages.closed == 0", "-".repeat(199)),
    ];
    for text in texts {
        let checked = good(&form, &text);
        let rule = super::engines::rule(&form, None, &text);
        let cel = crate::expr::cel::rule(&form, &rule);
        let report = serde_json::json!({ "messages": { "closed": 0 }, "new_media": { "present": true } });
        let holds = crate::judge::holds(&form, &rule, &report, &serde_json::Value::Null);
        let ran = crate::expr::cel::Program::new(&cel)
            .and_then(|program| program.run(&report, &serde_json::json!({})));
        assert_eq!(ran, Ok(holds), "{cel}");
        assert!(!crate::expr::formula::text(&form, &checked).is_empty());
    }
}
