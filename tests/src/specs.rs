//! Random small specs, as YAML text: every kind of field, optional groups, root fields, patterns, and rules of all shapes.

use std::fmt::Write as _;

use crate::expressions::{Named, Reads, Vocabulary};
use crate::random::Random;

/// A spec that `accepts` takes: its fields from the seed, and those of its random rules that the check lets pass.
pub fn spec(seed: u64, accepts: &dyn Fn(&str) -> bool) -> String {
    let mut random = Random::new(seed);
    // A field that the check refuses (absurd limits) costs one more try, never a slip that goes unseen: see the panic.
    for _ in 0..20 {
        let mut writer = Writer::new(seed);
        writer.write(&mut random);
        if accepts(&writer.text) {
            return with_rules(writer, &mut random, accepts);
        }
    }
    panic!("no spec from seed {seed} passes the check");
}

fn with_rules(writer: Writer, random: &mut Random, accepts: &dyn Fn(&str) -> bool) -> String {
    let mut text = format!("{}rules:\n", writer.text);
    let mut kept = 0;
    for number in 0..60 {
        let rule = rule(number, &writer, random);
        let longer = format!("{text}{rule}");
        if accepts(&longer) {
            text = longer;
            kept += 1;
        }
        if kept == 9 {
            break;
        }
    }
    if kept == 0 { writer.text } else { text }
}

fn rule(number: usize, writer: &Writer, random: &mut Random) -> String {
    let vocabulary = &writer.vocabulary;
    let quoted = |expression: String| format!("'{}'", expression.replace('\'', "''"));
    let mut text = format!("  - id: r{number}.holds\n    title: 第{number}条\n");
    if random.once_in(3) {
        let _ = writeln!(text, "    when: {}", quoted(vocabulary.truth(random, 1)));
    }
    let _ = writeln!(text, "    assert: {}", quoted(vocabulary.truth(random, 2)));
    let severity = random.pick(&["error", "warning", "hint"]);
    let _ = writeln!(text, "    severity: {severity}\n    basis: implied");
    text.push_str(&correction(writer.revision, severity, random));
    if random.once_in(2) {
        text.push_str("    message: 这几项对不上，请再看一看\n");
    }
    if random.once_in(3) {
        text.push_str("    advice: 请核对\n");
    }
    if random.once_in(2) {
        let fields: Vec<_> = vocabulary.names.iter().filter(|named| named.reads != Reads::Group).collect();
        let named = *random.pick(&fields);
        let _ = writeln!(text, "    at: {}", named.path);
        let safe = if random.once_in(2) { "      safe: true\n" } else { "" };
        if random.once_in(4) && named.optional {
            let _ = write!(text, "    fix:\n      remove: true\n{safe}");
        } else if let Some(value) = vocabulary.value_for(random, named) {
            let _ = write!(text, "    fix:\n      set: {}\n{safe}", quoted(value));
        }
    }
    text
}

/// What a revision did to a rule: nothing, mostly.
fn correction(revision: usize, severity: &str, random: &mut Random) -> String {
    if revision == 1 || !random.once_in(3) {
        return String::new();
    }
    let by = format!("      revision: {}\n      why: 口径不同\n", 2 + random.below(revision - 1));
    match severity {
        "hint" if random.once_in(2) => format!("    changed:\n      from: warning\n{by}"),
        _ => format!("    withdrawn:\n{by}"),
    }
}

struct Writer {
    text: String,
    revision: usize,
    vocabulary: Vocabulary,
    seed: u64,
    labels: usize,
}

const NAMES: [&str; 14] = [
    "total", "items", "name", "open", "kind", "visits", "type", "note", "match", "day", "area", "value",
    "report", "async",
];

/// Name, scope, expression, example.
const PATTERNS: [(&str, &str, &str, &str); 8] = [
    ("code", "whole", "[A-Z]{2}[0-9]{3}", "AB123"),
    ("han", "has", "[一-鿿]", "一二三"),
    ("either", "whole", "a|ab|abc", "ab"),
    ("host", "whole", "(?:https?://)?[0-9a-z-]+(\\.[0-9a-z-]+)+", "a.gov.cn"),
    ("no_digit", "whole", "[^0-9]+", "abc"),
    ("double", "has", "x{2,3}y?", "axxb"),
    ("odd", "whole", "[\\-a-c\\]]{1,4}(/|\\+)?", "a-b/"),
    ("long", "whole", "([0-9]{4}[一-鿿]?){1,3}号?", "2019年2020"),
];

impl Writer {
    fn new(seed: u64) -> Self {
        let vocabulary = Vocabulary { names: Vec::new(), patterns: Vec::new() };
        Self { text: String::new(), revision: 1, vocabulary, seed, labels: 0 }
    }

    fn line(&mut self, indent: usize, text: &str) {
        let _ = writeln!(self.text, "{:indent$}{text}", "");
    }

    fn write(&mut self, random: &mut Random) {
        self.line(0, &format!("form: random-{}", self.seed));
        self.line(0, &format!("edition: {}", 2019 + random.below(8)));
        self.revision = 1 + random.below(3);
        self.line(0, &format!("revision: {}", self.revision));
        if self.revision > 1 {
            self.line(0, "revisions:");
        }
        for revision in 2..=self.revision {
            self.line(2, &format!("- revision: {revision}"));
            self.line(4, &format!("date: '2022-01-0{revision}'"));
            self.line(4, "note: 更正");
        }
        let to = if random.once_in(2) { ", to: 2021" } else { "" };
        self.line(0, &format!("years: {{ from: {}{to} }}", 2018 + random.below(3)));
        self.line(0, &format!("title: 随机报表{}", self.seed));
        if random.once_in(2) {
            self.line(0, "absent: 无");
        }
        if random.once_in(2) {
            self.line(0, "home: https://forms.example.org");
        }
        self.patterns(random);
        self.line(0, "sections:");
        self.root(random);
        for number in 0..=random.below(3) {
            self.section(number, random);
        }
    }

    fn patterns(&mut self, random: &mut Random) {
        let chosen: Vec<_> = PATTERNS.iter().filter(|_| random.once_in(2)).collect();
        if !chosen.is_empty() {
            self.line(0, "patterns:");
        }
        for (name, scope, expression, example) in chosen {
            self.line(2, &format!("{name}:"));
            self.line(4, &format!("{scope}: '{expression}'"));
            self.line(4, &format!("example: '{example}'"));
            self.line(4, &format!("message: 应形如“{example}”"));
            self.vocabulary.patterns.push((*name).to_owned());
        }
    }

    /// Fields at the root of the report, in a section without id and label.
    fn root(&mut self, random: &mut Random) {
        self.line(2, "- fields:");
        self.line(6, "- id: year");
        self.line(8, "label: 年度");
        self.line(8, "kind: year");
        self.name("year", Reads::Number, false);
        if random.once_in(2) {
            self.field(6, "", "unit_name", false, random);
        }
    }

    fn section(&mut self, number: usize, random: &mut Random) {
        let id = format!("part_{number}");
        let optional = random.once_in(5);
        self.line(2, &format!("- id: {id}"));
        let label = self.label();
        self.line(4, &format!("label: {label}"));
        if optional {
            self.line(4, "optional: true");
        }
        self.line(4, "instruction:");
        self.line(6, "- fill: 请如实填写。");
        self.line(4, "fields:");
        self.name(&id, Reads::Group, optional);
        self.items(6, &id, optional, 2, random);
    }

    fn items(&mut self, indent: usize, parent: &str, optional: bool, depth: usize, random: &mut Random) {
        let first = random.below(NAMES.len());
        for index in 0..=random.below(4) {
            let name = NAMES[(first + index) % NAMES.len()];
            if depth > 0 && random.once_in(4) {
                self.group(indent, &format!("{parent}.{name}"), name, optional, depth, random);
            } else {
                self.field(indent, parent, name, optional, random);
            }
        }
    }

    fn group(
        &mut self,
        indent: usize,
        path: &str,
        name: &str,
        optional: bool,
        depth: usize,
        random: &mut Random,
    ) {
        let own = random.once_in(2);
        self.line(indent, &format!("- id: {name}"));
        let label = self.label();
        self.line(indent + 2, &format!("label: {label}"));
        if own {
            self.line(indent + 2, "optional: true");
        }
        self.line(indent + 2, "fields:");
        self.name(path, Reads::Group, optional || own);
        self.items(indent + 4, path, optional || own, depth - 1, random);
    }

    fn field(&mut self, indent: usize, parent: &str, name: &str, optional: bool, random: &mut Random) {
        let path = if parent.is_empty() { name.to_owned() } else { format!("{parent}.{name}") };
        let own = random.once_in(3);
        self.line(indent, &format!("- id: {name}"));
        let label = self.label();
        self.line(indent + 2, &format!("label: {label}"));
        if own {
            self.line(indent + 2, "optional: true");
        }
        let reads = self.kind(indent + 2, random);
        self.name(&path, reads, optional || own);
    }

    fn kind(&mut self, indent: usize, random: &mut Random) -> Reads {
        match random.below(10) {
            0..=2 => {
                self.line(indent, "kind: count");
                self.limits(indent, random, &["1", "3"], &["9", "1000"]);
                Reads::Number
            }
            3 => {
                self.line(indent, "kind: number");
                if random.once_in(2) {
                    self.line(indent, &format!("places: {}", 1 + random.below(4)));
                }
                self.limits(indent, random, &["-5", "0.5"], &["99.5", "1000"]);
                Reads::Number
            }
            4 | 5 => {
                self.text_kind(indent, random);
                Reads::Text
            }
            6 => {
                let (kind, reads) =
                    if random.once_in(2) { ("url", Reads::Text) } else { ("date", Reads::Date) };
                self.line(indent, &format!("kind: {kind}"));
                reads
            }
            7 => {
                self.line(indent, "kind: flag");
                Reads::Flag
            }
            8 => Reads::Choice(self.choices(indent, "choice", random)),
            _ => Reads::Choices(self.choices(indent, "choices", random)),
        }
    }

    fn limits(&mut self, indent: usize, random: &mut Random, low: &[&str], high: &[&str]) {
        if random.once_in(3) {
            self.line(indent, &format!("min: {}", random.pick(low)));
        }
        if random.once_in(3) {
            self.line(indent, &format!("max: {}", random.pick(high)));
        }
    }

    fn text_kind(&mut self, indent: usize, random: &mut Random) {
        self.line(indent, "kind: text");
        match random.below(4) {
            0 if !self.vocabulary.patterns.is_empty() => {
                let pattern = random.pick(&self.vocabulary.patterns).clone();
                self.line(indent, &format!("pattern: {pattern}"));
            }
            1 => self.line(indent, "length: { min: 2, max: 12 }"),
            2 => self.line(indent, "length: { max: 8 }"),
            _ => {}
        }
        if random.once_in(4) {
            self.line(indent, "lines: many");
        }
    }

    fn choices(&mut self, indent: usize, kind: &str, random: &mut Random) -> Vec<String> {
        self.line(indent, &format!("kind: {kind}"));
        self.line(indent, "choices:");
        let ids: Vec<String> = (0..2 + random.below(4)).map(|index| format!("box_{index}")).collect();
        for id in &ids {
            self.line(indent + 2, &format!("- id: {id}"));
            let label = self.label();
            self.line(indent + 4, &format!("label: {label}"));
        }
        ids
    }

    /// A label that no other member has.
    fn label(&mut self) -> String {
        const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
        self.labels += 1;
        let digits = self.labels.to_string();
        format!("项目{}", digits.bytes().map(|digit| DIGITS[usize::from(digit - b'0')]).collect::<String>())
    }

    fn name(&mut self, path: &str, reads: Reads, optional: bool) {
        self.vocabulary.names.push(Named { path: path.to_owned(), reads, optional });
    }
}
