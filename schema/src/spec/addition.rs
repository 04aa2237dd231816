//! A local addition as written: what one province or ministry adds to a form.

use super::{
    LayoutSpec, LengthSpec, Pairs, PartSpec, PatternSpec, RevisionSpec, RuleSpec, SectionSpec, SeverityWord,
};
use super::{Spanned, Tree};
use crate::node::Scalar;

mapping! {
    /// 一个地方或部门在一张表上补充的内容
    AdditionSpec ("补充", "addition") {
        /// 补充哪张表：随附的“编号/版本”，或规格文件的路径（从本文件所在的文件夹算起）
        extends: required Scalar,
        /// 补充的编号：英文小写，词之间用 _，定了不再改；数据写在报表的 local.编号 下
        local: required Scalar,
        /// 补充的名称
        title: required Scalar,
        /// 补充的修订号，从 1 起，不写就是 1
        revision: optional Spanned<i64>,
        /// 补充的每次修订：哪天、改了什么
        revisions: optional Vec<RevisionSpec>,
        /// 另加的文字写法：名称 → 规定
        patterns: optional Pairs<PatternSpec>,
        /// 另加的栏目，印在原表后面
        sections: optional Vec<SectionSpec>,
        /// 另加的栏目的版面，只写 pairs 和 wide
        layout: optional LayoutSpec,
        /// 给原表的栏目、项目加几句填写说明：路径 → 说明，接在原文后面
        instructions: optional Pairs<Vec<PartSpec>>,
        /// 另加的规则，编号以 local.编号. 开头
        rules: optional Vec<RuleSpec>,
        /// 收紧原表：规则编号或项目路径 → 收紧什么
        stricter: optional Pairs<StricterSpec>,
        /// 样表：项目路径 → 值，盖在原表的样表和各项的示例上
        sample: optional Pairs<Tree>,
    }
}

mapping! {
    /// 收紧一条规则（severity）或一个项目（其余）
    StricterSpec ("收紧", "tightening") {
        /// 规则不符合时有多严重：只能比原来重
        severity: optional SeverityWord,
        /// 写 true：选填改为必填
        required: optional Spanned<bool>,
        /// 最小值：只能比原来大
        min: optional Tree,
        /// 最大值：只能比原来小
        max: optional Tree,
        /// 文字的长度：只能比原来窄
        length: optional LengthSpec,
    }
}
