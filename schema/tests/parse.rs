//! Reading: the tree, its places, and what bad input gives.

use proptest::prelude::*;
use tianbao_schema::codes::Code;
use tianbao_schema::node::{Entry, Node, NodeValue, Scalar, Style};
use tianbao_schema::parse::{Read, read};
use tianbao_schema::source::Source;

fn good(text: &str) -> (Source, Node) {
    let Read { source, root, diagnostics } = read("x.yaml", text.as_bytes());
    assert_eq!(diagnostics, [], "{text}");
    (source, root.expect("a root"))
}

fn entries(node: &Node) -> &[Entry] {
    match &node.value {
        NodeValue::Map { entries, .. } => entries,
        NodeValue::List { .. } | NodeValue::Scalar(_) => panic!("not a mapping: {node:?}"),
    }
}

fn first_value(node: &Node) -> &Scalar {
    match &entries(node).first().expect("an entry").value.value {
        NodeValue::Scalar(scalar) => scalar,
        NodeValue::List { .. } | NodeValue::Map { .. } => panic!("not a scalar: {node:?}"),
    }
}

/// Code, line, column and the words under the carets.
fn problems(bytes: &[u8]) -> Vec<(Code, usize, usize, String)> {
    let Read { source, diagnostics, .. } = read("x.yaml", bytes);
    diagnostics
        .iter()
        .map(|diagnostic| {
            let (line, column) = source.line_column(diagnostic.span.start);
            (diagnostic.code, line, column, source.slice(diagnostic.span).to_owned())
        })
        .collect()
}

fn message(bytes: &[u8]) -> String {
    read("x.yaml", bytes)
        .diagnostics
        .first()
        .map(|diagnostic| diagnostic.message.zh.clone())
        .unwrap_or_default()
}

#[test]
fn a_tree_keeps_its_places() {
    let (source, root) = good("form: 网站\nlist:\n  - { id: a, label: 甲 }\n  - 乙\nlast:\n");
    let spans: Vec<&str> = entries(&root).iter().map(|entry| source.slice(entry.value.span)).collect();
    assert_eq!(spans, ["网站", "- { id: a, label: 甲 }\n  - 乙", ""]);
    assert_eq!(source.slice(root.span), "form: 网站\nlist:\n  - { id: a, label: 甲 }\n  - 乙\nlast");
    let NodeValue::List { items, flow: false } = &entries(&root)[1].value.value else {
        panic!("a block list")
    };
    assert_eq!(source.slice(items[0].span), "{ id: a, label: 甲 }");
    let NodeValue::Scalar(empty) = &entries(&root)[2].value.value else { panic!("a scalar") };
    assert_eq!((empty.text.as_str(), empty.style), ("", Style::Plain));
}

#[test]
fn keys_given_twice_are_kept() {
    let (_, root) = good("a: 1\na: 2\n");
    assert_eq!(entries(&root).len(), 2);
}

#[test]
fn places_inside_scalars_of_every_style() {
    for text in [
        "k: 甲乙 错了 丙\n",
        "k: '甲乙''s 错了 丙'\n",
        "k: \"甲乙\\u4e2d\\n 错了 丙\"\n",
        "k: 甲乙\n  错了\n  丙\n",
        "k: >-\n  甲乙\n  错了\n\n    丙\n",
        "k: |\n  甲乙\n   错了\n\n  丙\n",
        "k: '甲乙\n\n  错了\n  丙'\n",
        "k: \"甲\\\n  乙 错了\"\n",
    ] {
        let (source, root) = good(text);
        let scalar = first_value(&root);
        let at = scalar.text.find("错了").expect("the words");
        assert_eq!(source.slice(scalar.place(at, at + "错了".len())), "错了", "{text}");
    }
}

#[test]
fn the_end_of_a_scalar_is_a_place() {
    for text in ["k: ab\n", "k: 'ab'\n", "k: |\n  ab\n"] {
        let (source, root) = good(text);
        let scalar = first_value(&root);
        let end = scalar.place(scalar.text.trim_end().len(), scalar.text.trim_end().len());
        assert_eq!(&source.text[..end.start], &text[..text.find("ab").unwrap() + 2], "{text}");
    }
}

#[test]
fn encodings() {
    let (gbk, _, _) = encoding_rs::GBK.encode("form: x\ntitle: 政府网站工作年度报表\n");
    assert_eq!(message(&gbk), "文件是 GBK 编码，请另存为 UTF-8（第 2 行起）");
    assert_eq!(problems(&gbk)[0].0, Code::TB001);
    assert_eq!(problems(b"\xFF\xFEf\0")[0].0, Code::TB001);
    assert_eq!(problems(b"form: \xC3\x28\xA0\xA1\xFF\n")[0].0, Code::TB001);
    assert_eq!(message(b"PK\x03\x04\0\0"), "这不是文本文件：第 1 行有空字符（NUL）");
    assert_eq!(problems("\u{FEFF}form: x\n".as_bytes()), []);
    assert_eq!(problems(b"form: x\r\nedition: 1\r\n"), []);
}

#[test]
fn nothing_and_no_mapping() {
    for text in ["", "\n\n", "# 只有注释\n", "---\n"] {
        assert_eq!(
            problems(text.as_bytes()).iter().map(|p| p.0).collect::<Vec<_>>(),
            [Code::TB010],
            "{text:?}"
        );
    }
    assert_eq!(problems(b"- a\n- b\n"), [(Code::TB010, 1, 1, "- a".to_owned())]);
}

#[test]
fn anchors_aliases_and_tags_are_refused_each_with_its_place() {
    let text = "a: &x 1\nb: *x\nc: *nowhere\nd: !!str 2\n";
    let found = problems(text.as_bytes());
    let words: Vec<&str> = found.iter().map(|problem| problem.3.as_str()).collect();
    assert_eq!(words, ["&x", "*x", "*nowhere", "!!str"]);
    assert!(found.iter().all(|problem| problem.0 == Code::TB009));
}

#[test]
fn an_alias_bomb_is_harmless() {
    let mut bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n".to_owned();
    for level in 1..40 {
        let inner = vec![format!("*a{}", level - 1); 10].join(", ");
        bomb.push_str(&format!("a{level}: &a{level} [{inner}]\n"));
    }
    let started = std::time::Instant::now();
    assert_eq!(problems(bomb.as_bytes()).len(), 40 + 39 * 10);
    assert!(started.elapsed().as_secs() < 2);
}

#[test]
fn limits() {
    let deep = format!("a: {}1{}\n", "[".repeat(10_000), "]".repeat(10_000));
    assert_eq!(problems(deep.as_bytes()).iter().map(|p| p.0).collect::<Vec<_>>(), [Code::TB002]);
    let mut block = String::new();
    for level in 0..200 {
        block.push_str(&format!("{}a:\n", "  ".repeat(level)));
    }
    assert_eq!(problems(block.as_bytes()).iter().map(|p| p.0).collect::<Vec<_>>(), [Code::TB002]);
    assert_eq!(
        problems(&vec![b'a'; 100 * 1024 * 1024]).iter().map(|p| p.0).collect::<Vec<_>>(),
        [Code::TB002]
    );
    let many = format!("a: [{}]\n", "1,".repeat(1_000_100));
    assert_eq!(problems(many.as_bytes()).iter().map(|p| p.0).collect::<Vec<_>>(), [Code::TB002]);
}

#[test]
fn several_documents() {
    assert_eq!(problems(b"---\na: 1\n"), []);
    assert_eq!(problems(b"a: 1\n---\nb: 2\n"), [(Code::TB007, 2, 1, "---".to_owned())]);
}

fn printable() -> impl Strategy<Value = String> {
    "[ a-z中文“：’\"'\\\\\n\t，#:{}😀-]{0,24}"
}

/// A scalar in double quotes as JSON writes it.
fn json(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

fn literal(text: &str) -> String {
    text.lines().map(|line| if line.is_empty() { "\n".to_owned() } else { format!("  {line}\n") }).collect()
}

/// Every character that is not white space lies where the file has it, bare or as an escape.
fn assert_places(file: &str, scalar: &Scalar) {
    let mut last = 0;
    for (at, char) in scalar.text.char_indices() {
        let place = scalar.place(at, at + char.len_utf8());
        let written = file.get(place.start..place.end).expect("a range of whole characters");
        assert!(place.start >= last, "places go forward: {file:?}");
        last = place.start;
        let expected = written.starts_with(char) || written.starts_with('\\');
        assert!(char.is_whitespace() || expected, "{char:?} is not {written:?} in {file:?}");
    }
}

proptest! {
    #[test]
    fn quoted_scalars_keep_their_places(text in printable()) {
        for file in [format!("k: {}\n", json(&text)), format!("中: {}\n", json(&text).replace('中', "\\u4e2d"))] {
            let (_, root) = good(&file);
            prop_assert_eq!(&first_value(&root).text, &text);
            assert_places(&file, first_value(&root));
        }
    }

    #[test]
    fn single_quoted_and_block_scalars_keep_their_places(text in "[a-z中“：’'，😀-][ a-z中“：’'，#😀-]{0,10}(\n{1,3}[a-z中，-][ a-z中“：’'，]{0,10}){0,3}") {
        let text = text.trim_end().to_owned();
        let quoted = format!("k: '{}'\n", text.replace('\'', "''").replace('\n', "\n  "));
        for file in [quoted, format!("k: |\n{}", literal(&text)), format!("k: >\n{}", literal(&text))] {
            let (_, root) = good(&file);
            assert_places(&file, first_value(&root));
        }
    }

    #[test]
    fn any_bytes_are_read_without_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = read("x.yaml", &bytes);
    }

    #[test]
    fn any_text_is_read_without_panic(text in "[ \t\na-c:：\\-{}\\[\\],，“”'\"|>&*!?#%@`\u{3000}\u{feff}中（）]{0,80}") {
        let Read { source, diagnostics, .. } = read("x.yaml", text.as_bytes());
        for diagnostic in diagnostics {
            prop_assert!(source.text.get(diagnostic.span.start..diagnostic.span.end).is_some(), "{:?}", diagnostic);
            if let Some(suggestion) = diagnostic.suggestion {
                prop_assert!(source.text.get(suggestion.span.start..suggestion.span.end).is_some());
            }
        }
    }
}

/// Texts of a shape that a careless scan would look at again and again.
#[test]
fn hostile_texts_are_read_in_linear_time() {
    let shapes: &[(&str, &str)] = &[
        ("a: [", "1,"),
        ("a: {", "b：1，"),
        ("a: {", "set: (, "),
        ("a: [中", "，"),
        ("a: [", "'"),
        ("a: ", "- "),
        ("", "- "),
        ("a:\n", "- "),
        ("a:\n", "  - x: '\n"),
        ("rules:\n  - assert: ", "（a ＋ b） ＝＝ “甲” ＆＆ "),
        ("rules:\n  - assert: ", "“甲”"),
        ("a: ", "“ #"),
        ("", "a：b\n"),
        ("", "\ta: 1\n"),
        ("a:\n", "   b\n  c\n"),
        ("a: |\n", "  x\n \ty\n"),
        ("a: >\n    x\n", "   y\n"),
        ("a: '", "x\n  "),
        ("", "{"),
        ("a: ", "！"),
        ("", "\u{FEFF}\u{200B}"),
    ];
    for (start, repeated) in shapes {
        let text = format!("{start}{}", repeated.repeat(100_000 / repeated.len()));
        let started = std::time::Instant::now();
        let _ = read("x.yaml", text.as_bytes());
        let seconds = started.elapsed().as_secs_f64();
        assert!(seconds < 4.0, "{start:?} {repeated:?} took {seconds} s");
    }
}
