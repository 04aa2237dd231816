//! The shipped forms as Rust: typed reports, validators and the engines that judge them.
//!
//! ```
//! use tianbao_forms::gov_website_work::edition_2019::Report;
//! let verdict = Report::judge(br#"{"year": 2019}"#);
//! assert!(!verdict.valid);
//! ```

use tianbao::Judge;

/// 政府网站工作年度报表
pub mod gov_website_work {
    /// 2019 版
    pub mod edition_2019 {
        include!("../gov-website-work/2019/form.rs");
    }
}

/// The compiled engine of every shipped form, by form, then edition.
pub static JUDGES: &[&dyn Judge] = &[&gov_website_work::edition_2019::Report::JUDGE];
