use super::fixture::{form, good, plain};
use crate::diagnostic::Level;
use crate::expr::{Names, message};

fn said(assert: &str, text: &str) -> String {
    let form = form();
    let names = Names::new(&form.members, &form.patterns);
    let mut out = Vec::new();
    let template = message::check(&plain(text), &names, None, &good(&form, assert), &mut out);
    assert_eq!(template.is_none(), out.iter().any(|found| found.level == Level::Error), "{text}");
    let lines = out.iter().map(|found| {
        let slice = &text[found.span.start..found.span.end];
        let mended = found.suggestion.as_ref().map(|s| format!(" → {}", s.replacement)).unwrap_or_default();
        format!("    {} [{slice}] {}{mended}\n", found.code, found.message.zh)
    });
    let lines: String = lines.collect();
    format!("{text}\n{}", if lines.is_empty() { format!("    {template:?}\n") } else { lines })
}

#[test]
fn places() {
    let rule = "messages.closed <= messages.received && has(new_media.other)";
    insta::assert_snapshot!(
        [
            said(rule, "办结 {messages.closed}，收到 {messages.received:unit}"),
            said(rule, "{{{messages.closed}}}，一个 } 和 {{x}}"),
            said(rule, "收到 {messages.recieved}"),
            said(rule, "收到 {messages.received:units}"),
            said(rule, "收到 {messages}"),
            said(rule, "总数 {services.cases.total}"),
            said(rule, "其他 {new_media.other}"),
            said(rule, "上年 {previous.messages.closed} 不在"),
            said(rule, "收到 {messages.received"),
            said(rule, "收到 {}"),
            said(rule, "{收到留言数量}"),
            said("basics.sponsor == 'x'", "主办单位 {basics.sponsor:unit}"),
            said("basics.sponsor == previous.basics.sponsor", "上年是 {previous.basics.sponsor}"),
        ]
        .concat()
    );
}

#[test]
fn what_a_message_says() {
    let rule = "messages.closed <= messages.received";
    insta::assert_snapshot!(
        [
            said(rule, "办结留言数量不应大于收到留言数量"),
            said(rule, "办结留言数量大于收到留言数量"),
            said(rule, "办结留言数量应不超过收到留言数量"),
            said(rule, "收到留言数量少于办结留言数量"),
            said(rule, "办结 {messages.closed} 条，多于收到留言数量"),
            said(rule, "办结留言数量小于收到留言数量"),
            said(rule, "办结留言数量应大于收到留言数量"),
            said(rule, "办结留言数量不应少于收到留言数量"),
            said(rule, "收到留言数量不得超过办结留言数量"),
            said(rule, "“办结留言数量”与“总数”不符"),
            said(rule, "最多 100 条，见 http://a.cn/2019、“3 条”、A4、50%，{messages.closed:unit}"),
            said("messages.closed * 10 <= messages.received", "相差 10 倍，不是 12 倍"),
            said("signature.date <= date(2020, 1, 31)", "应在 2020 年 1 月 31 日以前，不在 2 月"),
            said("basics.site_kind == 'portal'", "应勾选“政府门户网站”，不是“微博”"),
        ]
        .concat()
    );
}
