//! Rules as written.

use tianbao_core::Severity;

use super::{Pairs, Spanned, Tree};
use crate::form::Basis;
use crate::node::Scalar;

words! {
    /// 不符合时有多严重
    SeverityWord => Severity {
        "error" ("必须改") => Severity::Error,
        "warning" ("须核实：改正，或写明原因") => Severity::Warning,
        "hint" ("提示") => Severity::Hint,
    }
}

words! {
    /// 规则的依据
    BasisWord => Basis {
        "stated" ("填写说明写明") => Basis::Stated,
        "implied" ("由定义推出") => Basis::Implied,
        "example" ("照填写说明的示例") => Basis::Example,
        "notice" ("印发通知要求") => Basis::Notice,
    }
}

mapping! {
    /// 项目之间的一条规则
    RuleSpec ("规则", "rule") {
        /// 编号：一般是项目路径加一个词
        id: required Scalar,
        /// 改了编号：上一版里的编号
        was: optional Scalar,
        /// 短标题，中文
        title: required Scalar,
        /// 什么时候查；不写就总是查
        when: optional Scalar,
        /// 应当成立的式子
        assert: required Scalar,
        /// 不符合时有多严重
        severity: required SeverityWord,
        /// 依据
        basis: required BasisWord,
        /// 问题算在哪一项上，写项目路径；一般不用写
        at: optional Scalar,
        /// 不符合时说什么；不写就由式子生成
        message: optional Scalar,
        /// 填报人该做什么
        advice: optional Scalar,
        /// 怎么改
        fix: optional FixSpec,
        /// 某次修订停用了这条规则：编号保留，不再查
        withdrawn: optional WithdrawnSpec,
        /// 某次修订把轻重改轻了
        changed: optional ChangedSpec,
        /// 刚好成立的例子：项目路径 → 值，盖在样表上
        holds: optional Pairs<Tree>,
        /// 刚好不成立的例子
        fails: optional Pairs<Tree>,
    }
}

mapping! {
    /// 停用
    WithdrawnSpec ("停用", "withdrawal") {
        /// 哪次修订停用的
        revision: required Spanned<i64>,
        /// 那次修订的日期，可以不写
        date: optional Scalar,
        /// 为什么停用
        why: required Scalar,
    }
}

mapping! {
    /// 轻重改过
    ChangedSpec ("轻重的改动", "change of severity") {
        /// 哪次修订改的
        revision: required Spanned<i64>,
        /// 那次修订的日期，可以不写
        date: optional Scalar,
        /// 原来的轻重
        from: required SeverityWord,
        /// 为什么改
        why: required Scalar,
    }
}

mapping! {
    /// 改法；set 与 remove 写一个
    FixSpec ("改法", "fix") {
        /// 改成什么，写式子
        set: optional Scalar,
        /// 写 true：删去这一项
        remove: optional Spanned<bool>,
        /// 写 true：不会丢内容，可以自动改
        safe: optional Spanned<bool>,
    }
}
