//! The top of a spec: the form itself, its years, patterns and sections.

use super::{FieldSpec, LayoutSpec, Pairs, PartSpec, PeriodWord, RuleSpec, Spanned, Tree};
use crate::form::Printed;
use crate::node::Scalar;

mapping! {
    /// 一张表的一个版本
    FormSpec ("表", "form") {
        /// 表的编号：英文小写，词之间用 -，定了不再改
        form: required Scalar,
        /// 版本，写年份那样的数
        edition: required Spanned<i64>,
        /// 同一版本内的修订号，从 1 起，不写就是 1
        revision: optional Spanned<i64>,
        /// 每次修订改了什么，新的写在最后；修订号大于 1 就要写
        revisions: optional Vec<RevisionSpec>,
        /// 本版适用哪些年度的报表
        years: required YearsSpec,
        /// 表的名称，照印的写
        title: required Scalar,
        /// 选填项没有时，表上印什么，一般是“无”
        absent: optional Scalar,
        /// 表在网上的地址，生成的 JSON Schema 的 $id 由它开头
        home: optional Scalar,
        /// 文字的写法：名称 → 规定
        patterns: optional Pairs<PatternSpec>,
        /// 栏目，按表上的顺序
        sections: required Vec<SectionSpec>,
        /// 版面：只写与默认不同的
        layout: optional LayoutSpec,
        /// 项目之间的规则
        rules: optional Vec<RuleSpec>,
        /// 样表：项目路径 → 值，盖在各项的示例上
        sample: optional Pairs<Tree>,
    }
}

mapping! {
    /// 同一版本内的一次修订
    RevisionSpec ("修订", "revision") {
        /// 修订号，从 2 起
        revision: required Spanned<i64>,
        /// 哪天印发，写 '2020-01-10'
        date: required Scalar,
        /// 改了什么、为什么改
        note: required Scalar,
    }
}

mapping! {
    /// 本版适用的年度
    YearsSpec ("years", "`years`") {
        /// 从哪一年
        from: required Spanned<i64>,
        /// 到哪一年；还在用就不写
        to: optional Spanned<i64>,
    }
}

mapping! {
    /// 一种文字写法；whole 与 has 写一个
    PatternSpec ("写法", "pattern") {
        /// 整个值要符合的式子
        whole: optional Scalar,
        /// 值里要含有的式子
        has: optional Scalar,
        /// 符合的例子
        example: required Scalar,
        /// 不符合时说什么，例如：应形如“京ICP备05060933”
        message: required Scalar,
    }
}

words! {
    /// 栏目标题印在哪里
    PrintedWord => Printed {
        "instructions" ("只在填写说明里，表中不印") => Printed::Instructions,
    }
}

mapping! {
    /// 一个栏目（表的左边第一列，填写说明的一、二、三）
    SectionSpec ("栏目", "section") {
        /// 编号；不写，里面的项目就直接放在报表的最外层
        id: optional Scalar,
        /// 只用于补充：项目加进原表的哪个栏目，写那个栏目的编号；其余的键只写 fields
        into: optional Scalar,
        /// 标题；不写，就不编号，也不进填写说明
        label: optional Scalar,
        /// 标题印在哪里
        printed: optional PrintedWord,
        /// 写在标题后面的单位
        unit: optional Scalar,
        /// 写 false，里面的项目就不编 1. 2.
        numbered: optional Spanned<bool>,
        /// 整个栏目可以没有
        optional: optional Spanned<bool>,
        /// 里面的数是什么时间的
        period: optional PeriodWord,
        /// 改了名：上一版里的路径
        was: optional Scalar,
        /// 栏目本身的填写说明，照原文分段
        instruction: optional Vec<PartSpec>,
        /// 项目，按表上的顺序
        fields: required Vec<FieldSpec>,
    }
}
