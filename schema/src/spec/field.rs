//! Fields, groups and choices as written.

use super::{PartSpec, Spanned, Tree};
use crate::form::{Lines, Period};
use crate::node::Scalar;

/// The kinds that a spec can name; their limits stand in keys of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum KindName {
    /// count
    Count,
    /// number
    Number,
    /// text
    Text,
    /// url
    Url,
    /// date
    Date,
    /// year
    Year,
    /// flag
    Flag,
    /// choice
    Choice,
    /// choices
    Choices,
}

words! {
    /// 项目填什么
    KindWord => KindName {
        "count" ("整数，0 以上") => KindName::Count,
        "number" ("小数，位数由 places 定") => KindName::Number,
        "text" ("文字") => KindName::Text,
        "url" ("网址") => KindName::Url,
        "date" ("日期，2020-01-15") => KindName::Date,
        "year" ("年度，在 years 之内") => KindName::Year,
        "flag" ("是或否") => KindName::Flag,
        "choice" ("单选") => KindName::Choice,
        "choices" ("多选") => KindName::Choices,
    }
}

words! {
    /// 数是什么时间的
    PeriodWord => Period {
        "year" ("全年累计（默认）") => Period::Year,
        "year_end" ("截至年底") => Period::YearEnd,
        "now" ("填报时") => Period::Now,
    }
}

words! {
    /// 文字可以有几行
    LinesWord => Lines {
        "one" ("一行（默认）") => Lines::One,
        "many" ("可以分行") => Lines::Many,
    }
}

mapping! {
    /// 一个项目；写了 fields 就是一组
    FieldSpec ("项目", "field") {
        /// 编号：英文小写，词之间用 _，定了不再改
        id: required Scalar,
        /// 表上印的名称
        label: required Scalar,
        /// 填什么；一组（有 fields）不写
        kind: optional KindWord,
        /// 可以不填
        optional: optional Spanned<bool>,
        /// 单位；写在哪一级，表上就印在哪一级
        unit: optional Scalar,
        /// 数是什么时间的
        period: optional PeriodWord,
        /// 填写说明，照原文分段，标点也照抄，连起来就是原文
        instruction: optional Vec<PartSpec>,
        /// 填写说明另起一行，前面不加冒号
        text_below: optional Spanned<bool>,
        /// 一个填得对的例子
        example: optional Tree,
        /// 最小值
        min: optional Tree,
        /// 最大值
        max: optional Tree,
        /// 小数最多几位，默认 2
        places: optional Spanned<i64>,
        /// 文字的写法，写 patterns 里的名称
        pattern: optional Scalar,
        /// 文字的长度
        length: optional LengthSpec,
        /// 文字可以有几行
        lines: optional LinesWord,
        /// 选项，按表上的顺序
        choices: optional Vec<ChoiceSpec>,
        /// 改了名或挪了地方：上一版里的路径
        was: optional Scalar,
        /// 一组里的项目
        fields: optional Vec<FieldSpec>,
    }
}

mapping! {
    /// 文字的长度，按字数
    LengthSpec ("length", "`length`") {
        /// 最少几个字
        min: optional Spanned<i64>,
        /// 最多几个字
        max: optional Spanned<i64>,
    }
}

mapping! {
    /// 一个选项
    ChoiceSpec ("选项", "choice") {
        /// 编号：英文小写
        id: required Scalar,
        /// 框后面印的字
        label: required Scalar,
        /// 选项后面的横线填的是哪一项
        line: optional Scalar,
        /// 改了编号：上一版里的编号
        was: optional Scalar,
        /// 选项的含义，照原文
        means: optional Scalar,
        /// 选项的填写说明，照原文分段；与 means 写一个
        instruction: optional Vec<PartSpec>,
    }
}
