//! What holds for every form's data and is said once on the page.

use serde::Serialize;
use tianbao_schema::Form;

/// A convention: a short title, and what it says.
#[derive(Serialize)]
pub(super) struct Convention {
    title: &'static str,
    text: String,
}

/// A member that every report may have beside the form's own.
#[derive(Serialize)]
pub(super) struct Reserved {
    name: &'static str,
    text: String,
}

/// The conventions, for those who write and read the data.
pub(super) fn all(form: &Form) -> Vec<Convention> {
    let absent = form.absent.as_ref().map_or_else(String::new, |word| {
        format!("表上印“{word}”的，数据里就是没有这一项，不要写成文字“{word}”。")
    });
    let text = |title, text: &str| Convention { title, text: text.to_owned() };
    vec![
        Convention {
            title: "没有的项",
            text: format!(
                "数据里没有这一项，与值为 null，意思一样。{absent}必填项没填，报一处错误；整组没填，只在组上报一处。"
            ),
        },
        text(
            "数",
            "按数值看，不按写法：5、5.0、5e0 是同一个整数；5.5 和加了引号的 \"5\" 不是整数。小数按十进制精确计算。",
        ),
        text(
            "文字",
            "至少一个字；首尾没有空白，没有控制字符；不注明“可以分行”的只有一行。字数按 Unicode 字符数。",
        ),
        text("多余的项", "表上没有的项是错误，重复写的项也是错误。"),
        text(
            "只看对象的程序",
            "先解析成对象再检查的程序，可能看不出项有没有重复写、小数写了几位、某月有没有某日；tianbao 都查。",
        ),
        text(
            "规则",
            "规则读到的项有没填的，或者本身有错，这条规则就不判断，结果里会列出。前提不成立的，算通过。",
        ),
        text(
            "轻重",
            "必须改：不改不能报。须核实：改正，或者在 explanations 里写明原因。提示：看一眼，不影响上报。",
        ),
    ]
}

/// The members that every report may have, in their order.
pub(super) fn reserved(form: &Form) -> Vec<Reserved> {
    tianbao_schema::form::RESERVED_MEMBERS
        .into_iter()
        .map(|name| Reserved { name, text: reserved_text(form, name) })
        .collect()
}

fn reserved_text(form: &Form, name: &str) -> String {
    match name {
        "$schema" => "任意文字，只用来辨认是哪张表。".into(),
        "form" => format!("只能是“{}”。", form.id),
        "edition" => format!("只能是 {}。", form.edition),
        "revision" if form.revision == 1 => "填报时所用的修订号，现在只能是 1。".into(),
        "revision" => format!("填报时所用的修订号，1 至 {}。", form.revision),
        "explanations" => "情况说明：规则编号 → 原因，1 至 500 字。".into(),
        "local" if form.addition.is_some() => {
            "各地的补充：编号 → 它的各项；本补充的见上面各部分，别的补充这里不管。".into()
        }
        "local" => "本地另加的项：编号 → 它的各项；这里的规则不管它。".into(),
        _ => String::new(),
    }
}
