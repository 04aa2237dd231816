//! What `next` did to a spec, for its maintainer.

use std::path::Path;

use tianbao_schema::Form;
use tianbao_schema::editions::{Next, Remark};

use super::value::visible;
use crate::files;

/// The whole text.
pub(crate) fn human(next: &Next, form: &Form, (old, output): (&Path, &Path)) -> String {
    let (old, new) = (files::name(old), files::name(output));
    let (title, edition) = (&form.title, next.edition);
    let mut text =
        format!("写好了 {new}：{title} {edition} 版，照 {} 版抄来，下面几处以外一字未动\n", form.edition);
    text += "\n改了\n";
    text += &lines(next, &next.done, "  ");
    text += &format!("\n请逐条看\n  □ {}\n", unchanged(next, form, &old, &new));
    text += "  □ 表变了：照新印发的改；改了编号、挪了地方的写 was:，旧数据才跟得上\n";
    text += &lines(next, &next.look, "  □ ");
    text += &format!("\n接着\n  tianbao check {new}\n  tianbao preview {new}\n  tianbao diff {old} {new}\n");
    text
}

/// What to do where the form is the same as last year.
fn unchanged(next: &Next, form: &Form, old: &str, new: &str) -> String {
    let (from, to) = (form.years.from, next.years.from);
    match form.years.to {
        Some(_) => {
            format!("表没有变，就不用新的一版：删去 {new}，在 {old} 里写 years: {{ from: {from}, to: {to} }}")
        }
        None => format!(
            "表没有变，就不用新的一版：删去 {new}，{old} 的 years 没有写 to，{to} 年度照样适用；变了，就在那里补上 to: {}",
            to - 1
        ),
    }
}

fn lines(next: &Next, remarks: &[Remark], mark: &str) -> String {
    let line = |remark: &Remark| match next.line(remark) {
        Some((line, _)) => format!("{mark}第 {line} 行  {}\n", visible(&remark.text)),
        None => format!("{mark}{}\n", visible(&remark.text)),
    };
    remarks.iter().map(line).collect()
}
