//! Word files as pages, each made here of its parts.

mod pages;

use std::io::{Cursor, Write};

use pages::{lines, refused, rows, show};
use tianbao_report::page::{Other, Page, Refused};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const RELATIONS: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Relationships
    xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId3" Target="docProps/core.xml"
    Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"/><Relationship Id="rId1"
    Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="/word/main2.xml"/></Relationships>"#;

fn packed(parts: &[(&str, &[u8])], method: CompressionMethod) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default().compression_method(method)).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn zip(parts: &[(&str, &[u8])]) -> Vec<u8> {
    packed(parts, CompressionMethod::Deflated)
}

fn document(body: &str) -> String {
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" xmlns:v="urn:schemas-microsoft-com:vml"
        xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>{body}<w:sectPr/></w:body></w:document>"#
    )
}

fn docx(body: &str) -> Vec<u8> {
    zip(&[("_rels/.rels", RELATIONS.as_bytes()), ("word/main2.xml", document(body).as_bytes())])
}

fn run(text: &str) -> String {
    format!(r#"<w:r><w:t xml:space="preserve">{text}</w:t></w:r>"#)
}

fn p(text: &str) -> String {
    format!("<w:p>{}</w:p>", run(text))
}

fn cell(properties: &str, content: &str) -> String {
    format!("<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>")
}

fn table(rows: &[String]) -> String {
    let rows: String = rows.iter().map(|row| format!("<w:tr>{row}</w:tr>")).collect();
    format!("<w:tbl><w:tblPr/><w:tblGrid/>{rows}</w:tbl>")
}

fn shown(body: &str) -> String {
    show("a.docx", &docx(body))
}

fn line(body: &str) -> String {
    lines("a.docx", &docx(&format!("<w:p>{body}</w:p>"))).join("/")
}

#[test]
fn merged_cells() {
    let restart = r#"<w:vMerge w:val="restart"/>"#;
    let body = p("标题")
        + &table(&[
            cell(restart, &(p("信息发布") + &p("（单位：条）")))
                + &cell("", &p("总数"))
                + &cell("", &p(" 16965 ")),
            cell("<w:vMerge/>", "<w:p/>") + &cell("", &p("概况类")) + &cell("", &p("78")),
            cell(r#"<w:vMerge w:val="continue"/>"#, "<w:p/>") + &cell(r#"<w:gridSpan w:val="2"/>"#, "<w:p/>"),
            cell(r#"<w:gridSpan w:val="2"/>"#, &p("网站名称")) + &cell("", &p("某县")),
            format!("<w:trPr><w:del w:id=\"1\"/></w:trPr>{}", cell("", &p("删去"))),
            format!("<w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>{}", cell("", &p("右"))),
            cell(r#"<w:hMerge w:val="restart"/>"#, &p("横"))
                + &cell("<w:hMerge/>", "<w:p/>")
                + &cell("<w:vMerge/>", &p("独")),
        ])
        + &p("")
        + &p("落款");
    assert_eq!(
        shown(&body),
        "\
标题
表
  0,0 3x1 信息发布⏎（单位：条）
  0,1 总数
  0,2 16965
  1,1 概况类
  1,2 78
  2,1 1x2 ·
  3,0 1x2 网站名称
  3,2 某县
  4,1 右
  5,0 1x2 横
  5,2 独
落款
"
    );
}

#[test]
fn nested_tables_follow() {
    let inner = table(&[cell("", &p("内"))]);
    let body = table(&[cell("", &(p("前") + &inner + &p("后"))) + &cell("", &p("右"))]) + &p("末");
    assert_eq!(shown(&body), "表\n  0,0 前⏎后\n  0,1 右\n表\n  0,0 内\n末\n");
}

#[test]
fn runs_and_what_stands_between_them() {
    let ends = "<w:r><w:t>一</w:t><w:tab/><w:t> 二 </w:t><w:br/><w:t>三</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>&amp;&#x56DB;</w:t></w:r>";
    assert_eq!(line(ends), "一 二\n三-&四");
    let changed = format!(
        "<w:ins>{}</w:ins><w:del><w:r><w:delText>x</w:delText></w:r></w:del><w:moveFrom>{}</w:moveFrom>",
        run("留"),
        run("y")
    );
    assert_eq!(line(&changed), "留");
    let hidden = r#"<w:pPr><w:tabs><w:tab/></w:tabs><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:rPr><w:vanish/></w:rPr><w:t>x</w:t></w:r><w:r><w:t>见</w:t></w:r>"#;
    assert_eq!(line(hidden), "见");
    let field = r#"<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r><w:r><w:fldChar
        w:fldCharType="separate"/></w:r><w:r><w:t>2020-1-15</w:t></w:r><w:bookmarkStart w:name="_GoBack"/>"#;
    assert_eq!(line(field), "2020-1-15");
    assert_eq!(
        line("<w:hyperlink><w:smartTag><w:r><w:t>网\u{200B}址</w:t></w:r></w:smartTag></w:hyperlink>"),
        "网址"
    );
}

#[test]
fn boxes() {
    let symbols = r#"<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>是</w:t><w:sym w:font="Wingdings" w:char="F0A8"/><w:t>否</w:t>
        <w:sym w:font="Wingdings 2" w:char="F052"/><w:sym w:font="Wingdings 2" w:char="00A3"/></w:r><w:r><w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr><w:t>þ¨</w:t></w:r>"#;
    assert_eq!(line(symbols), "☑是□否☑□☑□");
    let legacy = |content: &str| {
        format!(
            r#"<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:sizeAuto/>{content}</w:checkBox></w:ffData></w:fldChar></w:r>"#
        )
    };
    let all = legacy(r#"<w:default w:val="0"/><w:checked/>"#)
        + &legacy(r#"<w:default w:val="1"/>"#)
        + &legacy(r#"<w:default w:val="1"/><w:checked w:val="0"/>"#);
    assert_eq!(line(&all), "☑☑□");
    let control = |value: &str, text: &str| {
        format!(
            r#"<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val="{value}"/></w14:checkbox></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"#,
            run(text)
        )
    };
    assert_eq!(line(&(control("1", "☒") + &run("是") + &control("0", "☐") + &run("否"))), "☑是□否");
    let list = r#"<w:r><w:fldChar><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="甲"/><w:listEntry w:val="乙"/></w:ddList></w:ffData></w:fldChar></w:r>"#;
    assert_eq!(line(list), "乙");
}

#[test]
fn content_in_versions_and_text_boxes() {
    let text_box = format!("<w:txbxContent>{}{}</w:txbxContent>", p("框一"), p("框二"));
    let body = format!(
        "<w:p>{}<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\">{text_box}</mc:Choice><mc:Fallback>\
        <w:pict><v:textbox>{text_box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>{}</w:p>",
        run("前"),
        run("后")
    );
    assert_eq!(shown(&body), "框一\n框二\n前后\n");
}

#[test]
fn controls_mark_values() {
    let control = |tag: &str, more: &str, content: &str| {
        format!(
            r#"<w:sdt><w:sdtPr><w:alias w:val="x"/><w:tag w:val="{tag}"/>{more}</w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>"#
        )
    };
    let body = table(&[
        cell("", &p("总数")) + &control("tianbao:a.total", "", &cell("", &p("5"))),
        cell("", &p("名称"))
            + &cell("", &format!("<w:p>{}{}</w:p>", control("tianbao:a.name", "", &run("某")), run("县"))),
        cell("", &p("空")) + &cell("", &control("tianbao:a.none", "<w:showingPlcHdr/>", &p("单击输入"))),
        cell("", &p("长")) + &cell("", &(control("tianbao:a.note", "", &(p("一") + &p("二"))) + &p("三"))),
        cell("", &p("别")) + &control("other", "<w:showingPlcHdr/>", &cell("", &p("提示"))),
    ]) + &control("tianbao:text", "", &(p("甲") + &p("乙")))
        + &format!("<w:p>{}{}</w:p>", run("日期："), control("tianbao:day", "", &run("2020-1-15")));
    assert_eq!(
        shown(&body),
        "\
表
  0,0 总数
  0,1 5 {a.total=5}
  1,0 名称
  1,1 某县 {a.name=某}
  2,0 空
  2,1 · {a.none=}
  3,0 长
  3,1 一⏎二⏎三 {a.note=一⏎二}
  4,0 别
  4,1 ·
甲
乙 {text=甲⏎乙}
日期：2020-1-15 {day=2020-1-15}
"
    );
}

#[test]
fn the_report_carried() {
    let carried = |item: &str| -> Page {
        let bytes = zip(&[
            ("_rels/.rels", RELATIONS.as_bytes()),
            ("word/main2.xml", document(&p("a")).as_bytes()),
            ("customXml/itemProps1.xml", b"<x xmlns='urn:tianbao:report'/>"),
            ("customXml/item1.xml", b"<b:Sources xmlns:b='urn:b'/>"),
            ("customXml/item2.xml", item.as_bytes()),
        ]);
        pages::page("a.docx", &bytes)
    };
    let item = r#"<?xml version="1.0"?><report xmlns="urn:tianbao:report">{"form":"a","local":{"x":"&lt;&amp;"}}</report>"#;
    assert_eq!(carried(item).carried, Some(serde_json::json!({"form": "a", "local": {"x": "<&"}})));
    let declared = format!("<?xml version=\"1.0\"?>\n{item}\n");
    assert_eq!(carried(&declared).carried, carried(item).carried);
    assert_eq!(carried("<report>{\"form\":1}</report><!-- urn:tianbao:report -->").carried, None);
    assert_eq!(carried("<report xmlns='urn:tianbao:report'>{</report>").carried, None);
}

#[test]
fn strict_documents_and_parts_stored_or_named_otherwise() {
    let strict = document(&p("甲")).replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    );
    let relations = RELATIONS
        .replace(
            "http://schemas.openxmlformats.org/officeDocument/2006",
            "http://purl.oclc.org/ooxml/officeDocument",
        )
        .replace("/word/main2.xml", "word/Document.xml");
    let bytes = packed(
        &[("_rels/.rels", relations.as_bytes()), ("word\\document.xml", strict.as_bytes())],
        CompressionMethod::Stored,
    );
    assert_eq!(lines("无名", &bytes), ["甲"]);
    let other =
        document(&p("甲")).replace("xmlns:w=", "xmlns:n=").replace("<w:", "<n:").replace("</w:", "</n:");
    let bytes = zip(&[("_rels/.rels", RELATIONS.as_bytes()), ("word/main2.xml", other.as_bytes())]);
    assert_eq!(lines("a.docx", &bytes), ["甲"]);
}

#[test]
fn hostile_files_are_refused() {
    let of = |bytes: &[u8]| refused("a.docx", bytes);
    let with =
        |main: &str| zip(&[("_rels/.rels", RELATIONS.as_bytes()), ("word/main2.xml", main.as_bytes())]);
    assert_eq!(of(&docx(&"<w:tbl><w:tr><w:tc>".repeat(5_000))), Refused::TooDeep);
    let nested = |count: usize| "<w:tbl><w:tr><w:tc>".repeat(count) + &"</w:tc></w:tr></w:tbl>".repeat(count);
    assert_eq!(of(&docx(&nested(65))), Refused::TooDeep);
    assert_eq!(shown(&(nested(64) + &p("末"))).matches('表').count(), 64);
    assert_eq!(of(&docx(&table(&vec![cell("", &p("a")); 100_000]))), Refused::TooManyPieces);
    assert_eq!(of(&docx(&p("a").repeat(100_000))), Refused::TooManyPieces);
    assert_eq!(of(&docx(&"<w:x/>".repeat(600_000))), Refused::TooManyPieces);
    let doctype = document("").replacen("?>", "?><!DOCTYPE w:document [<!ENTITY a \"aaaa\">]>", 1);
    assert_eq!(of(&with(&doctype)), Refused::Doctype { part: "word/main2.xml".into() });
    assert!(matches!(of(&with(&document("<w:p>&a;</w:p>"))), Refused::Xml { .. }));
    assert!(matches!(
        of(&with(
            "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>"
        )),
        Refused::Xml { .. }
    ));
    assert!(matches!(of(&with("<a></b>")), Refused::NoMainPart | Refused::Xml { .. }));
    assert_eq!(of(&with("<workbook/>")), Refused::NoMainPart);
    assert_eq!(of(&with("")), Refused::NoMainPart);
    let wide = format!(r#"<w:gridSpan w:val="{}"/>"#, u64::MAX);
    assert_eq!(shown(&table(&[cell(&wide, &p("a"))])), "表\n  0,0 1x2000 a\n");
    let wide = cell(r#"<w:gridSpan w:val="1500"/>"#, &p("a"));
    assert_eq!(of(&docx(&table(&[wide.clone() + &wide]))), Refused::TooManyPieces);
    assert_eq!(of(&docx("<w:altChunk/>")), Refused::Shell);
}

#[test]
fn bombs_are_counted_while_they_are_unpacked() {
    let zeros = vec![0; 64 << 20];
    let bomb = zip(&[("_rels/.rels", RELATIONS.as_bytes()), ("word/main2.xml", &zeros)]);
    drop(zeros);
    assert!(bomb.len() < 1 << 17);
    assert_eq!(refused("a.docx", &bomb), Refused::PartTooLarge { part: "word/main2.xml".into() });
    let names: Vec<String> = (0..3_000).map(|at| format!("word/{at}")).collect();
    let many: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"".as_slice())).collect();
    assert_eq!(refused("a.docx", &zip(&many)), Refused::TooManyParts);
}

#[test]
fn half_a_file_is_refused() {
    let whole = docx(&p("a"));
    for end in [5, whole.len() / 2, whole.len() - 30, whole.len() - 1] {
        assert!(matches!(refused("a.docx", &whole[..end]), Refused::Zip(_)), "{end}");
    }
    let mut wrong = packed(
        &[("_rels/.rels", RELATIONS.as_bytes()), ("word/main2.xml", document(&p("abcdef")).as_bytes())],
        CompressionMethod::Stored,
    );
    let at = wrong.windows(6).position(|part| part == b"abcdef").unwrap();
    wrong[at] = b'x';
    assert!(matches!(refused("a.docx", &wrong), Refused::Zip(_)));
    assert!(matches!(refused("a.docx", b"words"), Refused::Zip(_)));
}

#[test]
fn other_formats_say_what_to_do() {
    let ole = |stream: &str| {
        let name: Vec<u8> = stream.encode_utf16().flat_map(u16::to_le_bytes).collect();
        [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1\0\0\0".as_slice(), &name].concat()
    };
    assert_eq!(refused("a.doc", &ole("WordDocument")), Refused::Other(Other::Doc));
    assert_eq!(refused("a.docx", &ole("EncryptedPackage")), Refused::Encrypted);
    assert_eq!(refused("a.wps", &ole("WordDocument")), Refused::Other(Other::Wps));
    assert_eq!(refused("a.xls", &ole("Workbook")), Refused::Other(Other::Excel));
    assert_eq!(refused("a.txt", b"%PDF-1.7"), Refused::Other(Other::Printed));
    assert_eq!(refused("a.json", b"{\\rtf1"), Refused::Other(Other::Rtf));
    assert_eq!(
        refused("a.odt", &zip(&[("mimetype", b"a"), ("content.xml", b"<a/>")])),
        Refused::Other(Other::OpenDocument)
    );
    let sheet = RELATIONS.replace("/word/main2.xml", "xl/workbook.xml");
    assert_eq!(refused("a.xlsx", &zip(&[("_rels/.rels", sheet.as_bytes())])), Refused::Other(Other::Excel));
    assert_eq!(refused("a.zip", &zip(&[("b/a.docx", b"")])), Refused::Other(Other::Archive));
    assert_eq!(refused("a.docx", &zip(&[("word/document.xml", b"<a/>")])), Refused::NoMainPart);
    assert_eq!(
        refused("a.xml", b"<?xml version='1.0'?><?mso-application progid=\"Word.Document\"?>"),
        Refused::Other(Other::WordXml)
    );
    for other in [Refused::Other(Other::Doc), Refused::Encrypted, Refused::Shell] {
        assert!(other.message().zh.contains("另存为 .docx"));
    }
    let rows = rows("a.doc", b"<html><table><tr><td>a<td>1</table>");
    assert_eq!(rows, ["a|1"]);
}
