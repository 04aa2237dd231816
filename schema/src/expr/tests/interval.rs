use super::fixture::{form, good};
use crate::expr::{Names, interval, negated_form, normal_form, presence, references};

fn decided(when: Option<&str>, assert: &str) -> Option<bool> {
    let form = form();
    let names = Names::new(&form.members, &form.patterns);
    let when = when.map(|when| good(&form, when));
    interval::verdict(&names, when.as_ref(), &good(&form, assert))
}

#[test]
fn rules_that_can_never_fail() {
    for assert in [
        "services.cases.total >= 0",
        "services.cases.total <= services.cases.total",
        "services.cases.total <= services.cases.total + messages.closed",
        "messages.closed + messages.received - messages.closed == messages.received",
        "messages.closed > 5 || messages.closed <= 5",
        "new_media.present || !new_media.present",
        "has(basics.sponsor)",
        "has(basics)",
        "basics.site_kind == 'portal' || basics.site_kind != 'portal'",
        "date(year + 1, 1, 1) > date(year, 12, 31)",
        "messages.average_days * 100 >= 0 - 1",
        "messages.closed != 0.5",
        "has(new_media.other) || new_media.other == 'x'",
        "!(messages.closed < 3 && messages.closed > 3)",
        "year == 2019",
    ] {
        assert_eq!(decided(None, assert), Some(true), "{assert}");
    }
    assert_eq!(decided(Some("messages.received == 0"), "messages.received <= 3"), Some(true));
    assert_eq!(decided(Some("messages.received < 0"), "messages.closed == 0"), Some(true));
    assert_eq!(
        decided(Some("messages.received > 3 && messages.received < 3"), "messages.closed == 0"),
        Some(true)
    );
}

#[test]
fn rules_that_can_never_hold() {
    for assert in [
        "services.cases.total < 0",
        "services.cases.total == services.cases.total + 1",
        "messages.closed == 0.5",
        "basics.site_kind == 'portal' && basics.site_kind == 'special'",
        "messages.closed > 5 && messages.closed < 3",
        "messages.closed * 2 == 3",
        "new_media.present && !new_media.present",
        "!has(basics.sponsor)",
        "year > 2019",
    ] {
        assert_eq!(decided(None, assert), Some(false), "{assert}");
    }
    assert_eq!(decided(Some("new_media.present"), "!new_media.present"), Some(false));
    assert_eq!(decided(Some("basics.site_kind == 'portal'"), "basics.site_kind == 'special'"), Some(false));
}

#[test]
fn rules_that_are_open() {
    for assert in [
        "services.cases.total == services.cases.natural_persons + services.cases.legal_persons",
        "has(new_media.weibo) || has(new_media.other)",
        "has(previous.basics.sponsor)",
        "has(innovation.other_text) == ('other' in innovation.features)",
        "signature.date >= date(year + 1, 1, 1) && signature.date <= date(year + 1, 1, 31)",
        "basics.page_views * 10 >= previous.basics.page_views && basics.page_views <= previous.basics.page_views * 10",
        "messages.average_days == 0",
        "messages.average_days < 0.01",
        "messages.closed > 2 && messages.closed < 4",
        "basics.sponsor.endsWith('办公厅') || basics.sponsor.endsWith('办公室')",
    ] {
        assert_eq!(decided(None, assert), None, "{assert}");
    }
    assert_eq!(
        decided(Some("messages.received == 0 && messages.closed == 0"), "messages.average_days == 0"),
        None
    );
}

#[test]
fn one_normal_form_for_the_same_rule() {
    let form = form();
    let same = |one: &str, other: &str| {
        assert_eq!(normal_form(&good(&form, one)), normal_form(&good(&form, other)), "{one} / {other}");
    };
    same("messages.closed <= messages.received", "messages.received >= messages.closed");
    same("messages.closed <= messages.received", "!(messages.closed > messages.received)");
    same("messages.closed < messages.received", "messages.closed + 1 <= messages.received");
    same("messages.closed * 2 <= messages.received * 2", "messages.closed <= messages.received");
    same("messages.closed * 2 <= 5", "messages.closed <= 2");
    same("!(has(new_media.weibo) || has(new_media.other))", "!has(new_media.other) && !has(new_media.weibo)");
    same("messages.closed == messages.received", "messages.received - messages.closed == 0");
    same("basics.sponsor == basics.icp_number", "basics.icp_number == basics.sponsor");
    same("messages.average_days == 1.50", "messages.average_days == 1.5");
    let differ = |one: &str, other: &str| {
        assert_ne!(normal_form(&good(&form, one)), normal_form(&good(&form, other)), "{one} / {other}");
    };
    differ("messages.closed <= messages.received", "messages.closed < messages.received");
    differ("messages.closed == 0", "previous.messages.closed == 0");
    differ("messages.closed * 2 == 5", "messages.closed == 2");
    differ("basics.sponsor.startsWith('a')", "basics.sponsor.endsWith('a')");
    let rule = good(&form, "messages.closed <= messages.received && messages.closed > 0");
    let against = good(&form, "messages.closed > messages.received || messages.closed == 0");
    assert_ne!(
        negated_form(&rule),
        normal_form(&against),
        "> 0 and == 0 differ below 0, whatever the limits"
    );
    let against = good(&form, "messages.closed > messages.received || messages.closed <= 0");
    assert_eq!(negated_form(&rule), normal_form(&against));
}

#[test]
fn reads_and_mentions_in_order() {
    let form = form();
    let rule = good(
        &form,
        "previous.messages.closed <= messages.received && has(new_media.weibo) && 'other' in innovation.features",
    );
    let found = references(&[&rule]);
    let path = |reference: &crate::form::Reference| {
        let year = if reference.previous { "previous." } else { "" };
        format!("{year}{}", form.member(reference.member).path)
    };
    let list = |of: &[crate::form::Reference]| of.iter().map(path).collect::<Vec<_>>().join(" ");
    assert_eq!(
        list(&found.mentions),
        "messages.received new_media.weibo innovation.features previous.messages.closed"
    );
    assert_eq!(list(&found.reads), "messages.received innovation.features previous.messages.closed");
}

#[test]
fn has_that_establishes_nothing() {
    let form = form();
    let names = Names::new(&form.members, &form.patterns);
    let said = |text: &str| {
        let mut out = Vec::new();
        presence(&names, None, &good(&form, text), &mut out);
        let lines = out.iter().map(|found| {
            format!("{text} [{}] {}\n", &text[found.span.start..found.span.end], found.message.zh)
        });
        lines.collect::<String>()
    };
    insta::assert_snapshot!(
        [
            said("has(new_media.other) && new_media.other == 'x'"),
            said("has(new_media.weibo) && new_media.weibo.posts > 3"),
            said("has(new_media.weibo.posts) && new_media.weibo.name == 'x'"),
            said("has(basics.sponsor)"),
            said("has(previous.basics.sponsor)"),
            said("has(previous.basics) || previous.basics.sponsor == 'x'"),
            said("has(new_media.weibo.name)"),
        ]
        .concat()
    );
}
