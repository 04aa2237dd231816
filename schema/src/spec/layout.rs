//! The layout as written: only what does not follow from the tree.

use crate::node::Scalar;

mapping! {
    /// 版面，只写与默认不同的
    LayoutSpec ("版面", "layout") {
        /// 纸张，默认 A4
        paper: optional Scalar,
        /// 表格上面的行；{title} 是表名，{项目路径} 是填的值
        head: optional Vec<Scalar>,
        /// 表格下面的行
        foot: optional Vec<Scalar>,
        /// 哪几项并排在一行，写项目路径
        pairs: optional Vec<Vec<Scalar>>,
        /// 哪一项不印名称、占一整格，写栏目编号或项目路径
        wide: optional Vec<Scalar>,
    }
}
