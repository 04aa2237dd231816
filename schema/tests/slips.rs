//! One slip of the keyboard, anywhere in the shipped spec, is one message at its line, and the spec is read as before.

use tianbao_schema::node::{Node, NodeValue};
use tianbao_schema::parse::read;

/// What a spec says, without its places.
fn content(node: &Node, out: &mut String) {
    match &node.value {
        NodeValue::Scalar(scalar) => out.push_str(&format!("{:?}", scalar.text)),
        NodeValue::List { items, .. } => {
            out.push('[');
            items.iter().for_each(|item| content(item, out));
            out.push(']');
        }
        NodeValue::Map { entries, .. } => {
            for entry in entries {
                out.push_str(&format!("{}=", entry.key.text));
                content(&entry.value, out);
            }
        }
    }
}

/// The ways in which a line may be mistyped.
fn slips(line: &str) -> Vec<String> {
    let body = line.trim_start();
    let lead = " ".repeat(line.len() - body.len());
    let word = body.trim_start_matches("- ");
    let Some((key, value)) = word.split_once(": ") else { return Vec::new() };
    if !key.chars().all(|char| char.is_ascii_alphanumeric() || "._".contains(char))
        || value.starts_with([' ', '#'])
    {
        return Vec::new();
    }
    let dash = body.strip_suffix(word).unwrap_or_default();
    let mut slips = vec![
        format!("{lead}{dash}{key}：{value}"),
        format!("{lead}{dash}{key}:{value}"),
        format!("{lead}{dash}{key}:\u{3000}{value}"),
        format!("{lead}{dash}{key}\u{a0}: {value}"),
        format!("{}{dash}{key}: {value}", "\u{3000}".repeat(lead.len() / 2)),
    ];
    if !dash.is_empty() {
        slips.push(format!("{lead}－{key}: {value}"));
        slips.push(format!("{lead}-{key}: {value}"));
    }
    if line.contains("{ ") && line.ends_with(" }") {
        slips.push(line.replacen("{ ", "｛", 1));
        slips.push(line.strip_suffix(" }").unwrap_or_default().to_owned());
        slips.push(line.replace(" }", "｝"));
    }
    slips
}

#[test]
fn each_slip_is_one_message_at_its_line() {
    let text = tianbao_schema::shipped().first().expect("a shipped spec").text;
    let mut expected = String::new();
    content(&read("x.yaml", text.as_bytes()).root.expect("a spec"), &mut expected);
    let lines: Vec<&str> = text.lines().collect();
    let mut tried = 0;
    // Every line would take long in a test that is not optimised; the step visits all kinds of lines.
    for (at, line) in lines.iter().enumerate().step_by(13) {
        for slip in slips(line).into_iter().filter(|slip| slip != line) {
            let mut mistyped = lines.clone();
            mistyped[at] = &slip;
            let found = read("x.yaml", mistyped.join("\n").as_bytes());
            let places: Vec<usize> =
                found.diagnostics.iter().map(|one| found.source.line_column(one.span.start).0).collect();
            assert_eq!(places, [at + 1], "{slip:?} {:?}", found.diagnostics);
            let mut read_as = String::new();
            content(&found.root.expect("a spec"), &mut read_as);
            assert!(read_as == expected, "{slip:?} is read as something else");
            tried += 1;
        }
    }
    assert!(tried > 200, "{tried}");
}
