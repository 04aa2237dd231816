//! Reports and blank forms in the official layout, in every format.

use serde_json::{Value, json};
use tianbao_codegen::render::{Options, PaperFormat, explanation_heading, render};
use tianbao_schema::Form;
use tianbao_tests::engines::{form, form_2019};
use tianbao_tests::word::{part, parts, xml_text};

fn hostile() -> Form {
    form("hostile.yaml", include_str!("../codegen/tests/hostile.yaml"))
}

fn real() -> Value {
    serde_json::from_str(include_str!("fixtures/dongkou-2019.json")).expect("JSON")
}

fn with_instructions() -> Options {
    Options { instructions: true, ..Options::default() }
}

fn printed(form: &Form, report: Option<&Value>, format: PaperFormat, options: &Options) -> String {
    String::from_utf8(render(form, report, format, options)).expect("UTF-8")
}

fn text(form: &Form, report: Option<&Value>) -> String {
    printed(form, report, PaperFormat::Text, &Options::default())
}

/// The seed is a copy of the official document out of Word: ours is the same but for white space.
#[test]
fn text_has_the_shape_of_the_seed() {
    let seed = include_str!("fixtures/dongkou-2019.txt");
    let start = seed.find("政府网站工作年度报表").expect("the seed has its title");
    let mut report = real();
    report["signature"] = json!({});
    let ours = printed(&form_2019(), Some(&report), PaperFormat::Text, &with_instructions());
    let without_people = |text: &str| {
        let foot = text.find("单位负责人").expect("the foot");
        let rest = text[foot..].find("政府网站").expect("the instructions");
        squeezed(&format!("{}{}", &text[..foot], &text[foot + rest..]))
    };
    assert_eq!(without_people(&ours), without_people(&seed[start..]));
}

/// Without spaces, line breaks and the length of lines to write on.
fn squeezed(text: &str) -> String {
    let mut kept = text.replace("[bookmark: _GoBack]", "");
    kept.retain(|character| !character.is_whitespace() && character != '_');
    kept
}

#[test]
fn a_cell_stands_after_a_tab_and_a_merged_one_goes_on_empty() {
    let text = text(&form_2019(), Some(&real()));
    assert!(text.starts_with("政府网站工作年度报表\n（2019年度）\n填报单位：洞口县人民政府办公室\n\t网站名称\n\t洞口县人民政府\n\n\t首页"));
    assert!(
        text.contains("\n\n\t信息发布\n（单位：条）\n\t总数\n\t16965\n\n\t\n\t概况类信息更新量\n\t78\n\n")
    );
    assert!(text.contains("\n\n\t\n\t\n\t解读材料数量\n（单位：条）\n\t38\n\n"));
    assert!(text.contains("\t□是　　　☑否\n"));
    assert!(text.contains("　　　□千人千网\n□其他________\n\n\n单位负责人：张三          审核人：李四"));
}

#[test]
fn what_is_absent_is_said_only_where_it_may_be() {
    let form = form_2019();
    let mut report = real();
    report["innovation"]["features"] = Value::Null;
    report["basics"]["sponsor"] = Value::Null;
    report["new_media"]["weibo"] = json!({ "name": null, "posts": 5 });
    let filled = text(&form, Some(&report));
    assert!(filled.contains("\t主办单位\n\t\n"), "required");
    assert!(filled.contains("\t微博\n\t名称\n\t\n"), "required in a group that is there");
    assert!(filled.contains("\t创新发展\n\t□搜索即服务"), "required boxes");
    assert!(filled.contains("\t其他\n\t无\n"), "optional");
    let blank = text(&form, None);
    assert!(!blank.contains('无') || blank.matches('无').count() == blank.matches("无障碍").count());
    assert!(blank.contains("□其他________") && !blank.contains('☑'));
}

#[test]
fn explanations_stand_below_the_form() {
    let form = form_2019();
    let mut report = real();
    report["explanations"] = json!({
        "no.such.rule": 5, "basics.sponsor.office": "第一行\n第二行", "basics.home_url.scheme": "上级登记如此", "x": null,
    });
    let heading = |id: &str| explanation_heading(&form, id);
    let expected = format!(
        "\n\n情况说明\n1．{}：上级登记如此\n2．{}：第一行\n第二行\n3．（no.such.rule）：5\n",
        heading("basics.home_url.scheme"),
        heading("basics.sponsor.office")
    );
    let text = text(&form, Some(&report));
    assert!(text.ends_with(&expected), "{text}");
    let page = printed(&form, Some(&report), PaperFormat::Html, &Options::default());
    assert!(page.contains("：第一行<br>第二行</p>"));
    let markdown = printed(&form, Some(&report), PaperFormat::Markdown, &Options::default());
    assert!(markdown.contains("\n\n情况说明\n\n1．") && markdown.contains("：第一行<br>第二行\n\n3．"));
}

#[test]
fn no_two_rules_share_a_heading() {
    let form = form_2019();
    let headings: Vec<String> = form.rules.iter().map(|rule| explanation_heading(&form, &rule.id)).collect();
    for (at, heading) in headings.iter().enumerate() {
        assert!(!headings[..at].contains(heading), "{heading}");
    }
    let mut twins = form.clone();
    let twin = tianbao_schema::form::Rule { id: "twin".to_owned(), ..twins.rules[0].clone() };
    twins.rules.push(twin);
    assert!(explanation_heading(&twins, "twin").ends_with("（twin）"));
    assert!(explanation_heading(&twins, &form.rules[0].id).ends_with(&format!("（{}）", form.rules[0].id)));
}

#[test]
fn what_is_wrong_is_printed_all_the_same() {
    let form = form_2019();
    let report = json!({
        "year": "去年", "reporting_unit": 5, "basics": { "site_kind": "garden", "page_views": 1.5, "site_name": { "a": [1] } },
        "info_release": [], "innovation": { "features": ["other", "garden", "other"] }, "security": { "drills": "是" }, "garden": 1,
    });
    let text = text(&form, Some(&report));
    for expected in [
        "（\"去年\"年度）",
        "填报单位：5\n",
        "\t网站名称\n\t{\"a\":[1]}\n",
        "□专项网站　　　\"garden\"\n",
        "\t1.5\n",
        "☑其他________　　　[\"other\",\"garden\",\"other\"]\n",
        "□是　　　□否　　　\"是\"\n",
    ] {
        assert!(text.contains(expected), "{expected}\n{text}");
    }
    for other in [json!(null), json!([]), json!("x"), json!({ "explanations": [], "basics": 3 })] {
        for format in PaperFormat::ALL {
            assert!(!render(&form, Some(&other), format, &with_instructions()).is_empty());
        }
    }
}

#[test]
fn markdown_shows_what_was_written() {
    let form = form_2019();
    let mut report = real();
    report["basics"]["sponsor"] = json!("a|b\\c*d_e<br>`f`&amp;[g](h)#~");
    report["new_media"]["other"] = json!("第一行\n第二行");
    let markdown = printed(&form, Some(&report), PaperFormat::Markdown, &Options::default());
    assert!(
        markdown.contains("| a\\|b\\\\c\\*d\\_e\\<br\\>\\`f\\`\\&amp;\\[g\\](h)\\#\\~ |  |  |\n"),
        "{markdown}"
    );
    assert!(markdown.contains("| 第一行<br>第二行 |\n"));
    assert!(markdown.contains("|  |  | 解读材料数量<br>（单位：条） | 38 |\n"));
    let rows: Vec<&str> = markdown.lines().filter(|line| line.starts_with('|')).collect();
    assert_eq!(rows.len(), form.layout.grid.rows + 1);
    assert!(
        rows.iter().all(|row| row.replace("\\|", "").matches('|').count() == form.layout.grid.columns + 1)
    );
}

#[test]
fn html_says_which_field_a_value_is_of() {
    let form = form_2019();
    let mut report = real();
    report["innovation"]["features"] = json!(["other"]);
    report["innovation"]["other_text"] = json!("<script>&");
    report["local"] = json!({ "x": { "a": "</script>" } });
    let page = printed(&form, Some(&report), PaperFormat::Html, &Options::default());
    for expected in [
        "<span class=\"ink\" data-field=\"info_release.total\">16965</span></td>",
        "填报单位：<span class=\"ink\" data-field=\"reporting_unit\">洞口县人民政府办公室</span></p>",
        "<span class=\"line\" data-field=\"innovation.other_text\">&lt;script&gt;&amp;</span>",
        "<meta name=\"tianbao:form\" content=\"gov-website-work\">",
        "<meta name=\"tianbao:edition\" content=\"2019\">",
    ] {
        assert!(page.contains(expected), "{expected}\n{page}");
    }
    let start = "<script type=\"application/json\" data-report>";
    let carried =
        page.split(start).nth(1).and_then(|rest| rest.split("</script>").next()).expect("the report");
    assert!(!carried.contains(['<', '>', '&', '\n']));
    assert_eq!(serde_json::from_str::<Value>(carried).expect("JSON"), report);
    for (member, _) in form.fields() {
        assert_eq!(page.matches(&format!("data-field=\"{}\"", member.path)).count(), 1, "{}", member.path);
    }
    let unmarked =
        printed(&form, Some(&report), PaperFormat::Html, &Options { instructions: true, marks: false });
    assert!(!unmarked.contains("data-") && !unmarked.contains("tianbao") && !unmarked.contains("<script"));
}

#[test]
fn word_documents_are_well_formed_and_carry_the_report() {
    let hostile = hostile();
    let sample = hostile.sample.clone();
    let form = form_2019();
    let mut report = real();
    report["basics"]["sponsor"] = json!("a<b>&\u{0}\u{1}\u{b}\u{fffe}\u{ffff}]]>\u{7f}𠮷");
    report["$schema"] = json!("\u{1}]]><&\u{ffff}");
    for (form, report) in [(&form, Some(&report)), (&form, None), (&hostile, Some(&sample)), (&hostile, None)]
    {
        let docx = render(form, report, PaperFormat::Docx, &with_instructions());
        assert_eq!(docx, render(form, report, PaperFormat::Docx, &with_instructions()));
        let parts = parts(&docx);
        assert_eq!(parts[0].0, "[Content_Types].xml");
        let texts: Vec<(&str, String)> =
            parts.iter().map(|(name, xml)| (name.as_str(), xml_text(name, xml))).collect();
        let carried = texts.iter().find(|(name, _)| *name == "customXml/item1.xml");
        assert_eq!(
            carried.map(|(_, text)| serde_json::from_str(text.trim()).expect("JSON")).as_ref(),
            report
        );
    }
    let docx = render(&form, Some(&report), PaperFormat::Docx, &Options::default());
    let document = part(&docx, "word/document.xml");
    assert!(document.contains(">a&lt;b&gt;&amp;]]&gt;\u{7f}𠮷<"), "what XML cannot hold is left out");
    let bare =
        render(&form, Some(&report), PaperFormat::Docx, &Options { instructions: false, marks: false });
    for (name, xml) in parts(&bare) {
        assert!(!xml.contains("w:sdt") && !xml.contains("tianbao:") && !name.starts_with("custom"), "{name}");
    }
}

#[test]
fn every_value_in_word_stands_in_its_control() {
    let form = form_2019();
    let mut report = real();
    report["innovation"] = json!({ "features": ["other"], "other_text": "开放接口" });
    let docx = render(&form, Some(&report), PaperFormat::Docx, &Options::default());
    let document = part(&docx, "word/document.xml");
    for (member, _) in form.fields() {
        assert_eq!(document.matches(&format!("<w:tag w:val=\"tianbao:{}\"/>", member.path)).count(), 1);
    }
    let after = |tag: &str| {
        let at = document.find(&format!("\"tianbao:{tag}\"")).expect("the control");
        let end = document[at..].find("</w:sdtContent>").expect("its end");
        xml_text(
            tag,
            &format!(
                "<x>{}</x>",
                &document[at + document[at..].find("<w:sdtContent>").expect("content") + 14..at + end]
            ),
        )
    };
    assert_eq!(after("info_release.total"), "16965");
    assert_eq!(after("security.drills").replace('\n', ""), "□是　　　☑否");
    assert_eq!(after("innovation.other_text"), "开放接口");
}

#[test]
fn a_path_too_long_for_word_is_no_mark() {
    let long = "a".repeat(60);
    let spec = format!(
        "form: long\nedition: 1\nyears: {{ from: 2024 }}\ntitle: 长\nsections:\n  - fields:\n      - {{ id: {long}, label: 甲, kind: count }}\n      - {{ id: b, label: 乙, kind: count }}\n"
    );
    let form = form("long.yaml", &spec);
    let docx = render(&form, Some(&json!({ &long: 7, "b": 8 })), PaperFormat::Docx, &Options::default());
    let document = part(&docx, "word/document.xml");
    assert_eq!(document.matches("<w:sdt>").count(), 1);
    assert!(document.contains(">7<") && document.contains("tianbao:b"));
}
