//! What `next` did to a spec, for its maintainer.

use std::path::Path;

use tianbao_report::{Proposal, Proposals};
use tianbao_schema::Form;
use tianbao_schema::editions::{Next, Remark};

use super::value::visible;
use crate::files;

/// What came of a newly issued document.
pub(crate) struct Held {
    /// Its name.
    pub(crate) file: String,
    /// True where it has the 填写说明 with it.
    pub(crate) instructions: bool,
    /// What it asks for.
    pub(crate) proposals: Proposals,
}

/// The whole text.
pub(crate) fn human(next: &Next, form: &Form, (old, output): (&Path, &Path), held: Option<&Held>) -> String {
    // What came or went by a pipe has no name that a command could take.
    let named =
        |path: &Path, or: &str| if files::is_standard(path) { or.to_owned() } else { files::name(path) };
    let (old, new) = (named(old, "旧规格.yaml"), named(output, "新规格.yaml"));
    let (title, edition) = (&form.title, next.edition);
    let written = named(output, "标准输出");
    let mut text =
        format!("写好了 {written}：{title} {edition} 版，照 {} 版抄来，下面几处以外一字未动\n", form.edition);
    text += "\n改了\n";
    text += &lines(next, &next.done, "  ");
    if let Some(held) = held {
        text += &document(next, held);
    }
    text += "\n请逐条看\n";
    if held.is_none_or(|held| held.proposals == Proposals::default()) {
        text += &format!("  □ {}\n", unchanged(next, form, &old, &new));
    }
    if held.is_none() {
        text += &format!(
            "  □ 表变了：删去 {new}，拿新印发的表来对照：tianbao next {old} --edition {edition} --document 新表.docx\n"
        );
    }
    text += "  □ 改了编号、挪了地方的，写 was:，旧数据才跟得上\n";
    text += &lines(next, &next.look, "  □ ");
    text += &format!("\n接着\n  tianbao check {new}\n  tianbao preview {new}\n  tianbao diff {old} {new}\n");
    text
}

/// What a newly issued document asks for, done or left to do.
fn document(next: &Next, held: &Held) -> String {
    let Held { file, instructions, proposals } = held;
    let (done, open) = (proposals.done.len(), proposals.open.len());
    let mut text = match done + open {
        0 => format!("\n照 {file} 对照：没有不同\n"),
        _ => format!("\n照 {file} 对照：改了 {done} 处，{open} 处要您定\n"),
    };
    let proposal = |proposal: &Proposal, mark: &str| {
        let place = proposal.place.map(|place| format!("    （新表{place}）")).unwrap_or_default();
        let yaml = proposal.yaml.lines().map(|line| format!("          {}\n", visible(line)));
        let line = line(next, &proposal.remark, mark);
        format!("{}{place}\n{}", line.trim_end(), yaml.collect::<String>())
    };
    text += &proposals.done.iter().map(|done| proposal(done, "  ")).collect::<String>();
    text += &proposals.open.iter().map(|open| proposal(open, "  □ ")).collect::<String>();
    if !instructions {
        text += "  □ 它没有附填写说明，说明没有对照\n";
    }
    text += "  □ 表上看不出的，照印发的通知改：类型、长度、写法、规则、是否必填\n";
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
    remarks.iter().map(|remark| line(next, remark, mark)).collect()
}

fn line(next: &Next, remark: &Remark, mark: &str) -> String {
    match next.line(remark) {
        Some((line, _)) => format!("{mark}第 {line} 行  {}\n", visible(&remark.text)),
        None => format!("{mark}{}\n", visible(&remark.text)),
    }
}
