//! Checking stays linear: twice the rules take about twice the time.

use std::time::{Duration, Instant};

use super::fixture::{count, form, plain};
use crate::Form;
use crate::expr::{
    Expression, Names, Wanted, check, interval, normal_form, on_large_stack, presence, references, sentence,
};
use crate::form::{Content, Field, MemberId};

/// The fixture with many counts in one group.
fn wide(fields: usize) -> Form {
    let mut form = form();
    let group = form.find("services.cases").expect("a group").clone();
    for number in 0..fields {
        let mut member = form.find("services.cases.total").expect("a field").clone();
        member.id = MemberId(form.members.len() as u32);
        member.name = format!("f{number}");
        member.path = format!("services.cases.f{number}");
        member.label = format!("第{number}项");
        member.content = Content::Field(Field { kind: count(), unit: None, period: None, example: 1.into() });
        if let Content::Group(children) = &mut form.members[group.id.index()].content {
            children.push(member.id);
        }
        form.members.push(member);
    }
    form
}

fn time(form: &Form, rules: usize, typo: &str) -> Duration {
    let start = Instant::now();
    on_large_stack(|| {
        let names = Names::new(&form.members, &form.patterns);
        for rule in 0..rules {
            let (a, b, c) = (rule * 2, rule * 2 + 1, (rule * 7) % (rules * 2));
            let text = format!("services.cases.f{a}{typo} >= services.cases.f{b} + services.cases.f{c}");
            let mut out = Vec::new();
            let Some(checked) = check(&plain(&text), &names, Wanted::Truth, &mut out) else { continue };
            let _ = references(&[&checked]);
            let _ = interval::verdict(&names, None, &checked);
            presence(&names, None, &checked, &mut out);
            let _ = normal_form(&checked);
            let both: Option<&Expression> = None;
            assert!(sentence::of(&names, both, &checked).is_some() && out.is_empty());
        }
    });
    start.elapsed()
}

/// Four times the rules over four times the fields; far from sixteen times the time, also where every rule has a slip.
#[test]
fn many_rules() {
    for typo in ["", "x_y"] {
        let few = time(&wide(1_000), 500, typo);
        let many = time(&wide(4_000), 2_000, typo);
        println!("500 rules {few:?}, 2,000 rules {many:?}");
        assert!(many < few * 10, "{few:?} {many:?}");
    }
}
