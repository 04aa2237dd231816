//! How a field is read, by its type.

use tianbao_core::decimal;

use super::{Printer, Type};
use crate::form::{Kind, Reference};

/// Doubles from 2^52 on have no fraction: adding a half to them would round again.
const WHOLE_DOUBLES: &str = "4503599627370496.0";

impl Printer<'_> {
    /// A field: numbers as whole numbers of their last place, all else as it is.
    pub(super) fn read(&mut self, field: Reference, ty: Type) {
        match ty {
            Type::Number { places: 0 } => {
                self.text.push_str("int(");
                self.path(field);
                self.text.push(')');
            }
            Type::Number { places } => self.scaled(field, places),
            Type::Bool | Type::Text | Type::Date | Type::Choice(_) | Type::Choices(_) => self.path(field),
        }
    }

    /// The same rounding as `tianbao_core::decimal::scale`, as short as the field's limits allow.
    fn scaled(&mut self, field: Reference, places: u8) {
        let start = self.text.len();
        self.text.push_str("double(");
        self.path(field);
        self.text.push_str(&format!(") * {}.0", decimal::power(places)));
        let product = self.text.split_off(start);
        let (low, high) = match self.form.member(field.member).field().map(|field| &field.kind) {
            Some(Kind::Number { min, max, .. }) => (*min, *max),
            Some(_) | None => (i64::MIN, i64::MAX),
        };
        let large = low.unsigned_abs().max(high.unsigned_abs()) >= 1 << 51;
        let half = match (low < 0, large) {
            (false, false) => "0.5".to_owned(),
            (false, true) => format!("({product} < {WHOLE_DOUBLES} ? 0.5 : 0.0)"),
            (true, false) => format!("({product} < 0.0 ? -0.5 : 0.5)"),
            (true, true) => {
                let whole = format!("{product} <= -{WHOLE_DOUBLES} || {product} >= {WHOLE_DOUBLES}");
                format!("({whole} ? 0.0 : ({product} < 0.0 ? -0.5 : 0.5))")
            }
        };
        let text = format!("int({product} + {half})");
        self.text.push_str(&text);
    }
}
