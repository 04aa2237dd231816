//! What `#[derive(tianbao::Section)]` asks of a struct of one's own: its fields' types, and how they come in.

use super::{Choice, Intake};
use crate::date::Date;
use crate::decimal::Decimal;

/// A struct that holds one group of a form.
pub trait Section {
    /// The group's path: `services.cases`.
    const PATH: &'static str;

    /// Hands all values to the intake.
    fn fill<'a>(&'a self, intake: &mut Intake<'a, '_>);
}

/// True for equal texts, in constants.
#[must_use]
pub const fn is_path(one: &str, other: &str) -> bool {
    let (one, other) = (one.as_bytes(), other.as_bytes());
    let mut at = 0;
    while at < one.len() && at < other.len() && one[at] == other[at] {
        at += 1;
    }
    at == one.len() && at == other.len()
}

macro_rules! field_trait {
    ($name:ident $(<const $parameter:ident: $type:ty>)?, $message:literal, $note:literal) => {
        #[doc = $message]
        #[diagnostic::on_unimplemented(message = $message, label = "`{Self}` does not fit", note = $note)]
        pub trait $name$(<const $parameter: $type>)? {
            /// Hands the value to the intake.
            fn give<'a>(&'a self, intake: &mut Intake<'a, '_>, member: usize);
        }
    };
}

field_trait!(
    CountField,
    "a count of the form needs u64 or u32, not `{Self}`",
    "整数用 u64；选填的项目才用 Option"
);
field_trait!(YearField, "a year of the form needs u16, not `{Self}`", "年度用 u16；选填的项目才用 Option");
field_trait!(
    TextField,
    "a text of the form needs String or &str, not `{Self}`",
    "文字和网址用 String；选填的项目才用 Option"
);
field_trait!(
    FlagField,
    "a yes-or-no of the form needs bool, not `{Self}`",
    "是否用 bool；选填的项目才用 Option"
);
field_trait!(
    DateField,
    "a day of the form needs tianbao::Date, not `{Self}`",
    "日期用 tianbao::Date；选填的项目才用 Option"
);

/// A generated enum with the very boxes that the number stands for: one of another edition with other boxes is none.
#[diagnostic::on_unimplemented(
    message = "a choice of the form needs its generated enum or String, not `{Self}`",
    label = "`{Self}` does not fit",
    note = "单选用这一版为这一项生成的枚举，或写选项编号的 String；多选用它们的 Vec"
)]
pub trait ChoiceOf<const BOXES: u64>: Choice {}

field_trait!(
    ChoiceField<const BOXES: u64>,
    "a choice of the form needs its generated enum or String, not `{Self}`",
    "单选用这一版为这一项生成的枚举，或写选项编号的 String；选填的项目才用 Option"
);
field_trait!(
    ChoicesField<const BOXES: u64>,
    "choices of the form need a Vec of their generated enum or of String, not `{Self}`",
    "多选用 Vec，里面是这一版为这一项生成的枚举，或写选项编号的 String；选填的项目才用 Option"
);
field_trait!(
    NumberField<const PLACES: u8>,
    "a number of the form with {PLACES} places needs tianbao::Decimal<{PLACES}>, not `{Self}`",
    "小数用 tianbao::Decimal；选填的项目才用 Option"
);

impl<const PLACES: u8> NumberField<PLACES> for Decimal<PLACES> {
    fn give<'a>(&'a self, intake: &mut Intake<'a, '_>, member: usize) {
        intake.decimal(member, *self);
    }
}

impl CountField for u64 {
    fn give<'a>(&'a self, intake: &mut Intake<'a, '_>, member: usize) {
        intake.count(member, *self);
    }
}

impl CountField for u32 {
    fn give<'a>(&'a self, intake: &mut Intake<'a, '_>, member: usize) {
        intake.count(member, (*self).into());
    }
}

impl YearField for u16 {
    fn give<'a>(&'a self, intake: &mut Intake<'a, '_>, member: usize) {
        intake.year(member, *self);
    }
}

impl TextField for String {
    fn give<'a>(&'a self, intake: &mut Intake<'a, '_>, member: usize) {
        intake.text(member, self);
    }
}

impl TextField for &str {
    fn give<'a>(&'a self, intake: &mut Intake<'a, '_>, member: usize) {
        intake.text(member, self);
    }
}

impl FlagField for bool {
    fn give<'a>(&'a self, intake: &mut Intake<'a, '_>, member: usize) {
        intake.flag(member, *self);
    }
}

impl DateField for Date {
    fn give<'a>(&'a self, intake: &mut Intake<'a, '_>, member: usize) {
        intake.day(member, *self);
    }
}

impl<const BOXES: u64> ChoiceField<BOXES> for String {
    fn give<'a>(&'a self, intake: &mut Intake<'a, '_>, member: usize) {
        intake.text(member, self);
    }
}

impl<const BOXES: u64, C: ChoiceOf<BOXES>> ChoiceField<BOXES> for C {
    fn give<'a>(&'a self, intake: &mut Intake<'a, '_>, member: usize) {
        intake.choice(member, index(self));
    }
}

impl<const BOXES: u64> ChoicesField<BOXES> for Vec<String> {
    fn give<'a>(&'a self, intake: &mut Intake<'a, '_>, member: usize) {
        intake.texts(member, self);
    }
}

impl<const BOXES: u64, C: ChoiceOf<BOXES>> ChoicesField<BOXES> for Vec<C> {
    fn give<'a>(&'a self, intake: &mut Intake<'a, '_>, member: usize) {
        intake.choices(member, self.iter().map(index));
    }
}

fn index<C: Choice>(choice: &C) -> u16 {
    C::ALL.iter().position(|known| known == choice).unwrap_or_default() as u16
}
