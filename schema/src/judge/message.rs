//! Messages with their values put in.

use serde_json::Value;
use tianbao_core::{decimal, print};

use super::evaluate::day;
use super::values::Reports;
use crate::expr::{Expression, Type};
use crate::form::{Form, Piece, Template};

/// A message as it is said of these reports.
#[must_use]
pub fn message(form: &Form, template: &Template, report: &Value, previous: &Value) -> String {
    let reports = Reports { form, report, previous };
    template
        .iter()
        .map(|piece| match piece {
            Piece::Text(text) => text.clone(),
            Piece::Value { of, unit } => {
                let field = form.member(of.member).field();
                let unit = field.and_then(|field| field.unit.as_deref()).filter(|_| *unit);
                match reports.printed(*of) {
                    Some(value) => print::with_unit(&value, unit),
                    None => print::ABSENT.to_owned(),
                }
            }
            Piece::Figure(figure) => self::figure(&reports, figure),
        })
        .collect()
}

fn figure(reports: &Reports<'_>, figure: &Expression) -> String {
    let Some(number) = reports.number(figure) else { return print::ABSENT.to_owned() };
    match figure.ty {
        Type::Number { places } => decimal::print(number, places),
        Type::Date => day(number),
        Type::Bool | Type::Text | Type::Choice(_) | Type::Choices(_) => print::ABSENT.to_owned(),
    }
}
