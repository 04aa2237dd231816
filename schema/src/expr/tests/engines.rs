//! The interpreter and the CEL text of every rule agree, on random reports that the form's schema accepts.

use serde_json::{Map, Value, json};
use tianbao_core::Severity;
use tianbao_core::decimal::{MAX_EXACT, scale, unscale};

use super::fixture::{form, good};
use super::sentence::shipped;
use crate::Form;
use crate::expr::cel::{self, Program};
use crate::expr::{Expression, formula, references};
use crate::form::{Basis, Content, Kind, MemberId, Rule};
use crate::judge;

pub(crate) fn rule(form: &Form, when: Option<&str>, assert: &str) -> Rule {
    let (when, assert) = (when.map(|when| good(form, when)), good(form, assert));
    let both: Vec<&Expression> = when.iter().chain([&assert]).collect();
    let found = references(&both);
    Rule {
        id: "rule".to_owned(),
        was: None,
        title: String::new(),
        severity: Severity::Error,
        changed: None,
        basis: Basis::Implied,
        at: found.mentions[0].member,
        sentence: String::new(),
        message: Vec::new(),
        advice: None,
        fix: None,
        mentions: found.mentions.clone(),
        reads: found.reads.clone(),
        cases: None,
        when,
        assert,
    }
}

/// Small numbers meet often, large ones are at the limits.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }

    fn whole(&mut self, low: i64, high: i64) -> i64 {
        let value = match self.below(8) {
            0 => high,
            1 => low,
            2 => high - self.below(4) as i64,
            3 => (self.below(1 << 30) as i64) << 22,
            _ => self.below(4) as i64,
        };
        value.clamp(low, high)
    }

    fn pick<'t>(&mut self, texts: &[&'t str]) -> &'t str {
        texts[self.below(texts.len() as u64) as usize]
    }

    fn value(&mut self, kind: &Kind) -> Value {
        match kind {
            Kind::Count { min, max } => self.number(*min, *max),
            Kind::Year { from, to } => self.number(i64::from(*from), i64::from(to.unwrap_or(9998))),
            Kind::Number { places, min, max } => {
                // Above 2^51 units not every decimal is told from its neighbours: such numbers are no valid values.
                let value = unscale(self.whole(*min, (*max).min(MAX_EXACT)), *places);
                json!(scale(value, *places).map_or(0.0, |_| value))
            }
            Kind::Text { .. } => {
                self.pick(&["洞口县政府办公室", "it's \\ok", "湘公网安备43052502000024", "x"]).into()
            }
            Kind::Url => self.pick(&["www.a.gov.cn", "http://a.gov.cn", "https://b.cn/x"]).into(),
            Kind::Date => {
                self.pick(&["2019-12-31", "2020-01-01", "2020-01-31", "2020-02-01", "9999-12-31"]).into()
            }
            Kind::Flag => (self.below(2) == 0).into(),
            Kind::Choice(choices) => choices[self.below(choices.len() as u64) as usize].id.clone().into(),
            Kind::Choices(choices) => {
                choices.iter().filter(|_| self.below(2) == 0).map(|choice| choice.id.clone()).collect()
            }
        }
    }

    fn number(&mut self, low: i64, high: i64) -> Value {
        let whole = self.whole(low, high);
        if self.below(3) == 0 { json!(whole as f64) } else { json!(whole) }
    }

    pub(crate) fn group(&mut self, form: &Form, members: &[MemberId]) -> Value {
        let mut group = Map::new();
        for id in members {
            let member = form.member(*id);
            if member.optional && self.below(2) == 0 {
                if self.below(2) == 0 {
                    group.insert(member.name.clone(), Value::Null);
                }
                continue;
            }
            let value = match &member.content {
                Content::Group(children) => self.group(form, children),
                Content::Field(field) => self.value(&field.kind),
            };
            group.insert(member.name.clone(), value);
        }
        Value::Object(group)
    }
}

fn agree(form: &Form, rules: &[Rule], rounds: usize) -> [usize; 3] {
    let programs: Vec<Program> = rules
        .iter()
        .map(|rule| Program::new(&cel::rule(form, rule)).unwrap_or_else(|error| panic!("{error}")))
        .collect();
    let mut random = Random(2019);
    let mut outcomes = [0; 3];
    for _ in 0..rounds {
        let report = random.group(form, &form.roots);
        let previous = if random.below(3) == 0 { json!({}) } else { random.group(form, &form.roots) };
        for (rule, program) in rules.iter().zip(&programs) {
            let ready = judge::readiness(form, rule, &report, &previous, &|_| false).is_ok();
            let expected = !ready || judge::holds(form, rule, &report, &previous);
            let text = cel::rule(form, rule);
            assert_eq!(program.run(&report, &previous), Ok(expected), "{text}\n{report}\n{previous}");
            outcomes[if ready { usize::from(expected) } else { 2 }] += 1;
        }
    }
    outcomes
}

const RULES: &[(Option<&str>, &str)] = &[
    (None, "services.cases.total == services.cases.natural_persons + services.cases.legal_persons"),
    (None, "services.cases.total - services.cases.natural_persons * 2 > -3"),
    (None, "-services.cases.total + 3 <= -(services.cases.natural_persons - 1)"),
    (None, "services.cases.total - (services.cases.natural_persons - services.cases.legal_persons) != 2"),
    (None, "(services.cases.total + 1) * 3 <= services.cases.natural_persons * 2"),
    (None, "messages.average_days <= messages.closed"),
    (None, "messages.average_days * 2 == messages.average_days + 0.01"),
    (None, "messages.average_days < 0.02 || messages.average_days == 90071992547409.91"),
    (None, "messages.average_days >= previous.messages.average_days"),
    (None, "basics.home_url.startsWith('http://') || basics.home_url.startsWith('https://')"),
    (
        None,
        "basics.home_url.matches(patterns.gov_host) != basics.police_number.matches(patterns.police_full)",
    ),
    (None, "basics.sponsor == 'it\\'s \\\\ok' || basics.sponsor.endsWith('办公室')"),
    (None, "basics.sponsor == previous.basics.sponsor"),
    (
        Some("basics.site_kind == 'portal'"),
        "basics.sponsor.endsWith('办公厅') || basics.sponsor.endsWith('办公室')",
    ),
    (None, "basics.site_kind != previous.basics.site_kind"),
    (Some("new_media.present"), "has(new_media.weibo) || has(new_media.other)"),
    (Some("!new_media.present"), "!has(new_media.weibo) && !has(new_media.other)"),
    (None, "!(has(new_media.weibo) && has(new_media.other)) || new_media.present"),
    (None, "has(new_media.weibo) == new_media.present"),
    (None, "has(previous.new_media.weibo) != has(new_media.weibo)"),
    (None, "has(innovation.other_text) == ('other' in innovation.features)"),
    (None, "new_media.weibo.posts > 0 && new_media.weibo.name != 'x'"),
    (None, "previous.new_media.weibo.posts <= new_media.weibo.posts"),
    (None, "(messages.closed > 1) == (messages.received > 1) && !(messages.closed == 3)"),
    (None, "(messages.closed > 1 || new_media.present) && (messages.received > 1 || !new_media.present)"),
    (None, "signature.date >= date(year + 1, 1, 1) && signature.date <= date(year + 1, 1, 31)"),
    (None, "signature.date < date(2020, 1, 31) || date(year, 12, 31) == signature.date"),
    (
        None,
        "basics.page_views * 10 >= previous.basics.page_views && basics.page_views <= previous.basics.page_views * 10",
    ),
];

#[test]
fn interpreter_and_cel_agree() {
    let form = form();
    let rules: Vec<Rule> = RULES.iter().map(|(when, assert)| rule(&form, *when, assert)).collect();
    let [failed, passed, skipped] = agree(&form, &rules, 400);
    assert!(failed > 2_000 && passed > 3_000 && skipped > 800, "{failed} {passed} {skipped}");
}

#[test]
fn interpreter_and_cel_agree_on_the_2019_form() {
    let form = shipped();
    let [failed, passed, skipped] = agree(&form, &form.rules, 200);
    assert!(failed > 500 && passed > 500 && skipped > 100, "{failed} {passed} {skipped}");
}

#[test]
fn cel_of_the_2019_form() {
    let form = shipped();
    let lines = form.rules.iter().map(|rule| format!("{}\n    {}\n", rule.id, cel::rule(&form, rule)));
    insta::assert_snapshot!(lines.collect::<String>());
}

#[test]
fn cel_of_some_rules() {
    let form = form();
    let lines = RULES
        .iter()
        .map(|(when, assert)| format!("{assert}\n    {}\n", cel::rule(&form, &rule(&form, *when, assert))));
    insta::assert_snapshot!(lines.collect::<String>());
}

/// Whatever the JSON, running a rule is a value or an error, never a panic.
#[test]
fn hostile_reports() {
    let form = form();
    let rules: Vec<Rule> = RULES.iter().map(|(when, assert)| rule(&form, *when, assert)).collect();
    let reports = [
        json!(null),
        json!([]),
        json!("x"),
        json!({ "services": 5, "messages": [], "basics": null, "new_media": "x", "signature": true, "year": "2019" }),
        json!({ "services": { "cases": { "total": "5", "natural_persons": 1e300, "legal_persons": -7.5 } }, "year": -1 }),
        json!({ "messages": { "average_days": 1e308, "closed": u64::MAX, "received": i64::MIN }, "year": 0.5,
            "signature": { "date": "2019-02-30" }, "innovation": { "features": [1, "other", null] } }),
    ];
    for report in &reports {
        for previous in &reports {
            for rule in &rules {
                let _ = judge::readiness(&form, rule, report, previous, &|_| true);
                let _ = judge::holds(&form, rule, report, previous);
                let _ = judge::finding(&form, rule, report, previous);
                let _ = Program::new(&cel::rule(&form, rule)).map(|program| program.run(report, previous));
            }
        }
    }
    assert!(
        Program::new("1 +").is_err() && Program::new("1 + 1").unwrap().run(&json!({}), &json!({})).is_err()
    );
}

#[test]
fn formulas() {
    let (small, full) = (form(), shipped());
    let writer = formula::Formulas::new(&full);
    let mut lines = String::new();
    for rule in &full.rules {
        let both: Vec<&Expression> = rule.when.iter().chain([&rule.assert]).collect();
        lines.push_str(&format!("{}\n    {}\n", rule.id, writer.texts(&both).join("  ⇒  ")));
    }
    for (_, assert) in RULES {
        lines.push_str(&format!("{assert}\n    {}\n", formula::text(&small, &good(&small, assert))));
    }
    insta::assert_snapshot!(lines);
}
