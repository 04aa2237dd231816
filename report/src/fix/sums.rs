//! Where a total is not its parts: every figure that could be the wrong one.
//!
//! The total always could. A part could where the slips that hands make explain the difference exactly: two digits that
//! changed places, a digit that was lost, a digit that was typed twice.

use serde_json::Value;
use tianbao_core::{Finding, Fix, PatchOperation, decimal, print};
use tianbao_schema::Form;
use tianbao_schema::expr::Balance;
use tianbao_schema::form::Reference;

/// What setting one figure of a failed sum would mend.
#[must_use]
pub fn offers(form: &Form, report: &Value, finding: &Finding) -> Vec<Fix> {
    let rule = form.rule(&finding.code);
    let Some(balance) = rule.and_then(|rule| Balance::of(&rule.assert)) else { return Vec::new() };
    let Some(difference) = difference(form, report, &balance) else { return Vec::new() };
    let offer = |(reference, factor): &(Reference, i128)| {
        offer(form, report, &balance, difference, *reference, *factor)
    };
    balance.terms.iter().filter_map(offer).collect()
}

/// By how much the sides differ, in units of the last place.
fn difference(form: &Form, report: &Value, balance: &Balance) -> Option<i128> {
    let mut sum = balance.constant;
    for (reference, factor) in &balance.terms {
        let (value, _) = figure(form, report, *reference)?;
        sum = sum.checked_add(factor.checked_mul(i128::from(value))?)?;
    }
    Some(sum)
}

/// A figure of this year's report, in units of its last place, with its places.
fn figure(form: &Form, report: &Value, reference: Reference) -> Option<(i64, u8)> {
    if reference.previous {
        return None;
    }
    let member = form.member(reference.member);
    let (places, ..) = member.field()?.kind.limits()?;
    let number = report.pointer(&member.pointer)?.as_f64()?;
    Some((decimal::scale(number, places)?, places))
}

fn offer(
    form: &Form,
    report: &Value,
    balance: &Balance,
    difference: i128,
    reference: Reference,
    factor: i128,
) -> Option<Fix> {
    let member = form.member(reference.member);
    let (now, places) = figure(form, report, reference)?;
    if difference % factor != 0 {
        return None;
    }
    let right = i64::try_from(i128::from(now) - difference / factor).ok()?;
    let (_, min, max) = member.field()?.kind.limits()?;
    if right == now || !(min..=max).contains(&right) {
        return None;
    }
    let (now, right_text) = (decimal::print(now, places), decimal::print(right, places));
    let total = reference == balance.total;
    let why = match slip(&now, &right_text) {
        Some(slip) => format!("（{}）", slip.words()),
        None if total => String::new(),
        None => return None,
    };
    Some(Fix {
        safe: false,
        description: format!("{}{why}", print::set(&member.full_label, &right_text)).into(),
        patch: vec![PatchOperation::Add {
            path: member.pointer.clone().into(),
            value: print::number_value(right, places),
        }],
    })
}

/// A slip of the hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Slip {
    Swapped,
    Lost,
    Doubled,
}

impl Slip {
    fn words(self) -> &'static str {
        match self {
            Self::Swapped => "两位数字颠倒了",
            Self::Lost => "漏了一位数字",
            Self::Doubled => "多打了一遍某位数字",
        }
    }
}

/// The slip that made one figure of another.
fn slip(typed: &str, meant: &str) -> Option<Slip> {
    let (typed, meant) = (typed.as_bytes(), meant.as_bytes());
    if typed.len() == meant.len() {
        let differ: Vec<usize> = (0..typed.len()).filter(|at| typed[*at] != meant[*at]).collect();
        let [one, other] = differ[..] else { return None };
        return (typed[one] == meant[other] && typed[other] == meant[one]).then_some(Slip::Swapped);
    }
    if typed.len() + 1 == meant.len() {
        return (0..meant.len()).any(|at| without(meant, at) == typed).then_some(Slip::Lost);
    }
    let twice = |at: &usize| typed.get(at + 1) == Some(&typed[*at]);
    let doubled = typed.len() == meant.len() + 1
        && (0..typed.len()).filter(twice).any(|at| without(typed, at) == meant);
    doubled.then_some(Slip::Doubled)
}

fn without(digits: &[u8], at: usize) -> Vec<u8> {
    let mut rest = digits.to_vec();
    rest.remove(at);
    rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_of_the_hand() {
        assert_eq!(slip("3143", "3134"), Some(Slip::Swapped));
        assert_eq!(slip("10762", "16702"), Some(Slip::Swapped));
        assert_eq!(slip("10762", "17602"), None);
        assert_eq!(slip("1076", "10762"), Some(Slip::Lost));
        assert_eq!(slip("107762", "10762"), Some(Slip::Doubled));
        assert_eq!(slip("107862", "10762"), None);
        assert_eq!(slip("12.5", "15.2"), Some(Slip::Swapped));
    }
}
