//! Web pages as pages: what a browser shows.

mod pages;

use encoding_rs::GB18030;
use pages::{lines, refused, rows, show};
use tianbao_report::page::{Other, Refused, html};

fn shown(page: &str) -> String {
    show("a.html", page.as_bytes())
}

#[test]
fn merged_cells_and_broken_labels() {
    let page = "<html><head><title>无</title><style>p{}</style></head><body><h1>报表</h1><p>（2019<b>年度</b>）</p>\
        <table border=1><tbody><tr><td rowspan=3><p>信息<span style='x:y'>发</span>布</p><p>（单位：<br>条）</p></td><td>总数\
        </td><td>&nbsp;16965 </td></tr><tr><td>概况类</td><td>78</td></tr><tr><td colspan=2>备注\n  一 二</td></tr>\
        <tr><td colspan='2'>网站\n    名称</td><td></td></tr></tbody></table><div>落款<br>日期</div><script>var a='<p>b';</script>";
    assert_eq!(
        shown(page),
        "\
报表
（2019年度）
表
  0,0 3x1 信息发布⏎（单位：⏎条）
  0,1 总数
  0,2 \u{a0}16965
  1,1 概况类
  1,2 78
  2,1 1x2 备注一 二
  3,0 1x2 网站名称
  3,2 ·
落款⏎日期
"
    );
}

#[test]
fn nested_tables_follow_and_rows_end_with_their_group() {
    let page = "<table><tr><td>前<table><caption>标题</caption><tr><td rowspan=0>a<td>b<tr><td>c<tbody><tr><td>d<td>e</table>后</table>";
    assert_eq!(shown(page), "表\n  0,0 前⏎后\n标题\n表\n  0,0 2x1 a\n  0,1 b\n  1,1 c\n  2,0 d\n  2,1 e\n");
}

#[test]
fn controls_show_what_they_hold() {
    let page = "<table><tr><td><input type=checkbox checked>是<input type=radio>否<td><select><option>甲<option selected>乙</select>\
        <td><input value='12'><input type=hidden value=x><td><textarea>\n一\n  二</textarea></table>";
    assert_eq!(rows("a.html", page.as_bytes()), ["☑是□否|乙|12|一⏎  二"]);
    let symbols =
        "<p><span style='font-family:Wingdings'>þ</span>是<font face='Wingdings 2'>£</font>否\u{F0A8}</p>";
    assert_eq!(lines("a.html", symbols.as_bytes()), ["☑是□否□"]);
}

#[test]
fn what_is_hidden_is_not_read() {
    let page = "<p>甲<span style='display: none'>x</span><span hidden>y</span><!-- z --><span style='mso-hide:all'>w</span>\
        \u{200B}乙</p><template><p>t</p></template><p>&nbsp;</p>";
    assert_eq!(lines("a.html", page.as_bytes()), ["甲乙", "\u{a0}"]);
}

#[test]
fn word_writes_pages_of_its_own() {
    let page = "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\"><head><meta http-equiv=Content-Type content=\"text/html; \
        charset=gb2312\"><!--[if gte mso 9]><xml><w:View>Print</w:View></xml><![endif]--></head><body><p class=MsoNormal \
        align=center><span\nstyle='mso-spacerun:yes'>&nbsp; </span>政府网站工作<span lang=EN-US><o:p></o:p></span>年度\n报表</p>\
        <table class=MsoTableGrid><tr style='mso-yfti-irow:0'><td width=10><p>网站名称<o:p>&nbsp;</o:p></p></td><td>\
        <![if !supportMisalignedColumns]><p>洞口县人民\n政府</p><![endif]></td></tr><![if !supportMisalignedColumns]><tr height=0><td \
        width=1 style='border:none'></td></tr><![endif]></table></body></html>";
    let shown = show("a.doc", &GB18030.encode(page).0);
    assert_eq!(
        shown,
        "\u{a0} 政府网站工作年度报表\n表\n  0,0 网站名称\u{a0}\n  0,1 洞口县人民政府\n  1,0 ·\n"
    );
}

#[test]
fn marks_and_the_report_carried() {
    let page = "<script type='application/json' data-report>{\"form\":\"a\",\"local\":{\"x\":\"<\"}}</script><table><tr>\
        <td data-field='a.total'> 5 </td><td><span data-field='a.kind'>☑甲</span>　<b data-field='a.none'></b></td></table>\
        <p>负责人：<span data-field='leader'>某</span></p><div data-field='note'><p>一</p><p>二</p></div><p>末</p>";
    assert_eq!(
        shown(page),
        "表\n  0,0 5 {a.total=5}\n  0,1 ☑甲\u{3000} {a.kind=☑甲} {a.none=}\n负责人：某 {leader=某}\n一\n二 {note=一⏎二}\n末\n"
    );
    let carried = pages::page("a.html", page.as_bytes()).carried;
    assert_eq!(carried, Some(serde_json::json!({"form": "a", "local": {"x": "<"}})));
}

#[test]
fn kept_white_space() {
    let page = "<pre>a  b\n c</pre><p style='white-space: pre-wrap'>x\n  y</p><p>p   q\n r</p>";
    assert_eq!(lines("a.html", page.as_bytes()), ["a  b\n c", "x\n  y", "p q r"]);
}

#[test]
fn hostile_pages_are_refused() {
    let of = |page: &str| refused("a.html", page.as_bytes());
    assert_eq!(of(&"<table><tr><td>".repeat(10_000)), Refused::TooDeep);
    assert_eq!(of(&"<div>".repeat(10_000)), Refused::TooDeep);
    assert_eq!(of(&"<div>".repeat(1_600_000)), Refused::TooDeep);
    assert_eq!(of(&"<div></span>".repeat(600_000)), Refused::TooDeep);
    assert_eq!(of(&"<b><p>".repeat(100_000)), Refused::TooManyPieces);
    assert_eq!(of(&"<svg><div></svg>".repeat(100_000)), Refused::TooDeep);
    assert_eq!(of(&"<table><tr><td>".repeat(65)), Refused::TooDeep);
    assert_eq!(of(&format!("<table>{}", "<tr><td>a<td>b".repeat(100_000))), Refused::TooManyPieces);
}

#[test]
fn more_hostile_pages() {
    let of = |page: &str| refused("a.html", page.as_bytes());
    let attributes: String = (0..700_000).map(|at| format!("a{at} ")).collect();
    assert_eq!(of(&format!("<p {attributes}>")), Refused::TooManyPieces);
    assert_eq!(of(&"<p>".repeat(2_700_000)), Refused::TooManyPieces);
    let large = " ".repeat(html::MAX_BYTES + 1);
    assert_eq!(of(&large), Refused::HtmlTooLarge { bytes: html::MAX_BYTES + 1 });
    let wide = "<table><tr><td colspan=1000000>a<td>b</table>";
    assert_eq!(shown(wide), "表\n  0,0 1x1000 a\n  0,1000 b\n");
    let wider = "<table><tr><td colspan=1000>a<td colspan=1000>b<td>c</table>";
    assert_eq!(of(wider), Refused::TooManyPieces);
    assert_eq!(shown("<table><tr><td rowspan=1000000>a</table>"), "表\n  0,0 a\n");
    assert_eq!(shown("<table><tr><td>半截<td"), "表\n  0,0 半截\n");
    assert_eq!(
        of("MIME-Version: 1.0\nContent-Type: multipart/related\n\n<html>"),
        Refused::Other(Other::Mhtml)
    );
}
