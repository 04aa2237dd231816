//! The documents made from a form: a small form full of characters that mean something elsewhere, and the shipped ones.

use tianbao_codegen::render::{Options, PaperFormat, render};
use tianbao_codegen::{docs, instructions, preview};
use tianbao_schema::Form;

fn form(name: &str, text: &str) -> Form {
    let checked = tianbao_schema::check(name, text.as_bytes());
    checked.form.unwrap_or_else(|| panic!("{name}: {:#?}", checked.diagnostics))
}

fn hostile() -> Form {
    form("hostile.yaml", include_str!("hostile.yaml"))
}

fn shipped() -> impl Iterator<Item = Form> {
    tianbao_schema::shipped().iter().map(|spec| form(spec.path, spec.text))
}

fn blank(form: &Form) -> String {
    let page = render(form, None, PaperFormat::Html, &Options { instructions: true, marks: true });
    String::from_utf8(page).expect("a page is UTF-8")
}

/// Every page of a form.
fn pages(form: &Form) -> [(&'static str, String); 4] {
    [
        ("fields.html", docs::html(form, None)),
        ("instructions.html", instructions::html(form)),
        ("blank.html", blank(form)),
        ("preview", preview::preview(form)),
    ]
}

#[test]
fn fields_in_markdown() {
    insta::assert_snapshot!(docs::markdown(&hostile(), None));
}

#[test]
fn instructions_in_markdown() {
    insta::assert_snapshot!(instructions::markdown(&hostile()));
}

#[test]
fn no_text_of_a_spec_becomes_markup() {
    for (name, page) in pages(&hostile()) {
        assert!(!page.contains("<script>alert"), "{name}");
        assert!(!page.contains("<b>“引号”"), "{name}");
        let scripts = page.matches("</script>").count();
        assert_eq!(scripts, page.matches("<script>").count(), "{name}");
        assert!(page.contains("&lt;script&gt;alert(&quot;表&quot;)"), "{name}");
    }
}

#[test]
fn pages_are_well_formed_and_self_contained() {
    for form in shipped().chain([hostile()]) {
        for (name, page) in pages(&form) {
            balanced(name, &page);
            for outside in ["src=", "href=\"http", "url(", "@import", "<link"] {
                assert!(!page.contains(outside), "{name} has {outside}");
            }
            assert!(page.contains("Content-Security-Policy\" content=\"default-src 'none'"), "{name}");
        }
    }
}

#[test]
fn every_link_leads_to_one_place() {
    for form in shipped().chain([hostile()]) {
        for (name, page) in pages(&form) {
            links_lead_to_one_place(name, &page);
        }
    }
}

fn links_lead_to_one_place(name: &str, page: &str) {
    let ids: Vec<_> = attributes(page, "id").collect();
    for (at, id) in ids.iter().enumerate() {
        assert!(!ids[..at].contains(id), "{name}: id {id} stands twice");
    }
    for target in attributes(page, "href") {
        let id = target.strip_prefix('#').unwrap_or_else(|| panic!("{name}: {target}"));
        assert!(ids.contains(&id), "{name}: {target} leads nowhere");
    }
}

/// The made-up edition beside the shipped one.
#[test]
fn what_is_new_since_the_edition_before_is_shown_and_marked() {
    let old = shipped().find(|form| form.id == "gov-website-work").expect("it is shipped");
    let new = form("2020.yaml", include_str!("../../tests/forms/gov-website-work-2020.yaml"));
    let since = tianbao_codegen::diff::compare(&old, &new);
    let (html, markdown) = (docs::html(&new, Some(&since)), docs::markdown(&new, Some(&since)));
    balanced("fields.html", &html);
    links_lead_to_one_place("fields.html", &html);
    let chapter = markdown.split("## 本版变化\n").nth(1).and_then(|rest| rest.split("\n## ").next());
    let card = |id: &str| {
        let card = markdown.split(&format!("<a id=\"{id}\"></a>\n")).nth(1).expect("a card");
        card.split("<a id=").next().unwrap_or_default().trim_end().to_owned()
    };
    let cards = ["services.users", "services.windows.open", "services.windows.rated.open"].map(card);
    insta::assert_snapshot!("news", [chapter.unwrap_or_default(), &cards.join("\n\n")].join("\n"));
    assert!(!docs::markdown(&old, None).contains("本版变化"));
}

#[test]
fn every_field_and_rule_has_its_link_in_both_formats() {
    for form in shipped() {
        let (html, markdown) = (docs::html(&form, None), docs::markdown(&form, None));
        let members = form.members.iter().filter(|member| {
            // The group of a section has the section's own heading.
            form.sections.iter().all(|section| section.member != Some(member.id))
        });
        for member in members {
            assert!(html.contains(&format!(
                "<article class=\"card {}\" id=\"{}\"",
                kind(member),
                member.path
            )));
            assert!(markdown.contains(&format!("<a id=\"{}\"></a>", member.path)));
            assert!(html.contains(&format!("<code>{}</code>", member.pointer)));
        }
        for rule in &form.rules {
            assert!(html.contains(&format!("id=\"{}\" data-entry=\"rule\"", rule.id)));
            assert!(markdown.contains(&format!("<a id=\"{}\"></a>", rule.id)));
        }
    }
}

fn kind(member: &tianbao_schema::form::Member) -> &'static str {
    if member.is_group() { "group" } else { "field" }
}

/// The 填写说明 is the official text, clause by clause; only white space and the marks of the format differ.
#[test]
fn instructions_are_the_official_text() {
    let seed = include_str!("../../tests/fixtures/dongkou-2019.txt");
    let start = seed.find("政府网站工作年度报表填写说明").expect("the seed has a 填写说明");
    let official: Vec<String> = lines(&seed[start..]);
    let form = shipped().find(|form| form.id == "gov-website-work").expect("it is shipped");
    assert_eq!(lines(&plain_markdown(&instructions::markdown(&form))), official);
    assert_eq!(lines(&plain_html(&instructions::html(&form))), official);
}

/// The paragraphs of a text, without white space.
fn lines(text: &str) -> Vec<String> {
    let lines = text.lines().map(|line| line.split_whitespace().collect::<String>());
    lines.filter(|line| !line.is_empty()).collect()
}

fn plain_markdown(text: &str) -> String {
    let lines = text.lines().map(|line| line.trim_start_matches('#').replace("**", "").replace('\\', ""));
    lines.collect::<Vec<_>>().join("\n")
}

fn plain_html(page: &str) -> String {
    let (_, main) = page.split_once("<main").expect("a page has a main part");
    let mut text = String::new();
    for piece in main.split('<').skip(1).map(|piece| piece.split_once('>').map_or("", |(_, text)| text)) {
        text.push_str(piece);
    }
    text.replace("&quot;", "\"").replace("&amp;", "&")
}

fn attributes<'a>(page: &'a str, name: &str) -> impl Iterator<Item = &'a str> {
    let start = format!(" {name}=\"");
    let body = page.find("<body").map_or(page, |at| &page[at..]);
    let pieces: Vec<&str> = body.split(start.as_str()).skip(1).collect();
    pieces.into_iter().filter_map(|piece| piece.split('"').next())
}

/// Every element that is opened is closed, in order.
fn balanced(name: &str, page: &str) {
    const VOID: [&str; 6] = ["meta", "input", "br", "col", "wbr", "hr"];
    let mut open: Vec<&str> = Vec::new();
    let mut rest = page;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        let tag = rest.split('>').next().unwrap_or_default();
        if let Some(closed) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(closed), "{name}: </{closed}>");
            continue;
        }
        if tag.starts_with('!') {
            continue;
        }
        let element = tag.split_whitespace().next().unwrap_or_default();
        assert!(element.chars().all(|letter| letter.is_ascii_alphanumeric()), "{name}: <{tag}>");
        if matches!(element, "script" | "style") {
            rest = rest.split_once(&format!("</{element}>")).map_or("", |(_, after)| after);
        } else if !VOID.contains(&element) {
            open.push(element);
        }
    }
    assert!(open.is_empty(), "{name}: {open:?} stay open");
}
