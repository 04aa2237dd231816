//! `#[derive(tianbao::Section)]` on a struct of one's own.

/// 信息发布, as a downstream program holds it.
#[derive(tianbao::Section)]
#[section(form = "gov-website-work", edition = 2019, path = "info_release")]
struct News {
    total: u64,
    overview: u32,
    dynamics: u64,
    catalog: u64,
}

/// 移动新媒体, with an optional group left out.
#[derive(tianbao::Section)]
#[section(form = "gov-website-work", edition = 2019, path = "new_media")]
struct NewMedia {
    present: bool,
    other: Option<String>,
}

#[test]
fn judges_the_rules_within_the_section() {
    let news = News { total: 10, overview: 5, dynamics: 5, catalog: 5 };
    let verdict = news.validate();
    assert_eq!(verdict.rules.failed, ["info_release.total.sum"]);
    assert_eq!(verdict.rules.passed, ["info_release.total.more"]);
    assert_eq!(verdict.findings[0].path, "/info_release/total");
}

#[test]
fn judges_texts_of_the_section() {
    let verdict = NewMedia { present: true, other: Some("无".into()) }.validate();
    let codes: Vec<_> = verdict.findings.iter().map(|finding| &*finding.code).collect();
    assert_eq!(codes, ["blank"]);
    let verdict = NewMedia { present: true, other: None }.validate();
    assert_eq!(verdict.rules.failed, ["new_media.some"]);
}

mod words {
    tianbao::form!(spec = "forms/words.yaml");
}

/// A group whose fields are called by words of Rust, named as the generated types name them.
#[derive(tianbao::Section)]
#[section(spec = "forms/words.yaml", path = "box")]
struct Words {
    self_: u64,
    r#gen: u64,
    r#type: words::BoxType,
}

#[test]
fn fields_may_be_words_of_rust() {
    let words = Words { self_: 1, r#gen: 9_007_199_254_740_992, r#type: words::BoxType::Box };
    let verdict = words.validate();
    assert_eq!((&*verdict.findings[0].path, &*verdict.findings[0].code), ("/box/gen", "limit"));
    let report = words::Report::from_json(br#"{"box": {"self": 1, "gen": 2, "type": "box"}}"#).unwrap();
    assert!(report.validate().valid && report.r#box.self_ == 1);
}
