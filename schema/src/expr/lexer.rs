//! The tokens of an expression: to bound what the parser is given, to answer the usual slips in plain words, and to
//! find the ends of calls, for which the parser gives one token only.

use std::ops::Range;

use super::Names;
use super::text::Text;
use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::form::Member;

/// Longest expression, in bytes.
const MAX_LENGTH: usize = 4 << 10;
/// Deepest nesting of brackets.
const MAX_DEPTH: usize = 32;
/// Most operators; with the two above it bounds the parser's stack.
const MAX_OPERATORS: usize = 200;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// `services`
    Name,
    /// `12`, `0.5`
    Number,
    /// `'x'`
    Text,
    /// An operator, a dot, a comma.
    Sign,
    /// `(`, `[`, `{`
    Open,
    /// `)`, `]`, `}`
    Close,
}

/// A token.
#[derive(Clone, Debug)]
pub(super) struct Token {
    /// What it is.
    pub(super) kind: TokenKind,
    /// Its bytes.
    pub(super) range: Range<usize>,
    /// For a bracket, the bytes of the one that matches.
    pub(super) partner: Option<Range<usize>>,
}

/// The tokens of an expression that the parser may be given; none where something is said against it.
pub(super) fn tokens(text: &Text<'_>, names: &Names<'_>, out: &mut Vec<Diagnostic>) -> Option<Vec<Token>> {
    let said_before = out.len();
    let mut lexer =
        Lexer { text, names, at: 0, tokens: Vec::new(), open: Vec::new(), out, good: true, said_before };
    if text.text.len() > MAX_LENGTH {
        let length = text.text.len();
        lexer.limit(
            0..1,
            format!("这条式子有 {length} 个字节，最多 {MAX_LENGTH} 个；请拆成几条规则"),
            "expression is longer than 4 KiB",
        );
        return None;
    }
    match lone_quote(&text.text) {
        Some(at) => lexer.error(at..at + 1, "这个引号没有配对的另一半", "unclosed quote"),
        None => lexer.run(),
    }
    lexer.finish()
}

struct Lexer<'a, 'o> {
    text: &'a Text<'a>,
    names: &'a Names<'a>,
    at: usize,
    tokens: Vec<Token>,
    /// Indexes of open brackets.
    open: Vec<usize>,
    out: &'o mut Vec<Diagnostic>,
    good: bool,
    /// How much was said before this expression was looked at.
    said_before: usize,
}

impl Lexer<'_, '_> {
    fn rest(&self) -> &str {
        self.text.text.get(self.at..).unwrap_or_default()
    }

    fn error(&mut self, range: Range<usize>, zh: impl Into<String>, en: &str) {
        self.coded(Code::TB020, range, zh, en);
    }

    /// Beyond a limit that no real form comes near.
    fn limit(&mut self, range: Range<usize>, zh: impl Into<String>, en: &str) {
        self.coded(Code::TB002, range, zh, en);
    }

    fn coded(&mut self, code: Code, range: Range<usize>, zh: impl Into<String>, en: &str) {
        self.good = false;
        self.out.push(Diagnostic::error(code, self.text.place(&range), zh, en));
    }

    fn error_with(&mut self, range: Range<usize>, zh: impl Into<String>, en: &str, replacement: &str) {
        self.good = false;
        let place = self.text.place(&range);
        self.out.push(Diagnostic::error(Code::TB020, place, zh, en).suggest(place, replacement));
    }

    fn run(&mut self) {
        while let Some(character) = self.rest().chars().next() {
            let start = self.at;
            match character {
                ' ' | '\t' | '\n' | '\r' => self.at += 1,
                '\'' | '"' => self.text(character),
                'a'..='z' | 'A'..='Z' | '_' => self.name(),
                '0'..='9' => self.number(),
                '(' | '[' | '{' => self.bracket(TokenKind::Open),
                ')' | ']' | '}' => self.bracket(TokenKind::Close),
                _ if character.is_ascii() => self.sign(),
                _ => self.foreign(),
            }
            if self.at <= start {
                return;
            }
        }
    }

    fn finish(mut self) -> Option<Vec<Token>> {
        while let Some(index) = self.open.pop() {
            if let Some(range) = self.tokens.get(index).map(|token| token.range.clone()) {
                let sign = self.text.slice(&range).to_owned();
                self.error(range, format!("这个 {sign} 没有配对的右括号"), "unclosed bracket");
            }
        }
        let end = self.text.text.len();
        if self.tokens.is_empty() && self.good {
            self.error(0..end, "这里要写一条式子，现在是空的", "empty expression");
        }
        let operators =
            self.tokens.iter().filter(|token| is_operator(self.text.slice(&token.range), token.kind));
        let operators = operators.count().max(self.longest_chain());
        if operators > MAX_OPERATORS {
            self.limit(
                0..1,
                format!("这条式子有 {operators} 个运算符，最多 {MAX_OPERATORS} 个；请拆成几条规则"),
                "too many operators",
            );
        }
        self.good.then_some(self.tokens)
    }

    /// Most dots in one `a.b().c`, which nest in the parser like operators.
    fn longest_chain(&self) -> usize {
        let (mut longest, mut dots) = (0, 0);
        for token in &self.tokens {
            match token.kind {
                TokenKind::Sign if self.text.slice(&token.range) == "." => dots += 1,
                TokenKind::Sign | TokenKind::Number | TokenKind::Text => dots = 0,
                TokenKind::Name | TokenKind::Open | TokenKind::Close => {}
            }
            longest = longest.max(dots);
        }
        longest
    }

    fn push(&mut self, kind: TokenKind, length: usize) {
        let range = self.at..self.at + length;
        self.at = range.end;
        self.tokens.push(Token { kind, range, partner: None });
    }

    fn text(&mut self, quote: char) {
        let mut escaped = false;
        let close = self.rest().char_indices().skip(1).find(|(_, character)| {
            let closes = *character == quote && !escaped;
            escaped = *character == '\\' && !escaped;
            closes
        });
        match close {
            Some((length, _)) => self.push(TokenKind::Text, length + 1),
            None => {
                let range = self.at..self.at + 1;
                self.at = self.text.text.len();
                // What else was said follows from it.
                self.out.truncate(self.said_before);
                self.open.clear();
                self.error(range, "这个引号没有配对的另一半", "unclosed quote");
            }
        }
    }

    fn name(&mut self) {
        let rest = self.rest();
        let length = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(rest.len());
        let word = rest.get(..length).unwrap_or_default();
        let range = self.at..self.at + length;
        let after_dot = self.tokens.last().is_some_and(|token| self.text.slice(&token.range) == ".");
        let meant = match word {
            _ if after_dot => None,
            "and" | "AND" => Some("&&"),
            "or" | "OR" => Some("||"),
            "not" | "NOT" => Some("!"),
            "True" | "TRUE" => Some("true"),
            "False" | "FALSE" => Some("false"),
            _ => None,
        };
        if let Some(meant) = meant {
            let zh = format!("{word} 在规则里要写 {meant}");
            self.error_with(range, zh, "write the operator as CEL does", meant);
        }
        self.push(TokenKind::Name, length);
    }

    fn number(&mut self) {
        let rest = self.rest();
        let length = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '.').unwrap_or(rest.len());
        let word = rest.get(..length).unwrap_or_default();
        if word.strip_suffix('.').unwrap_or(word).chars().any(|c| !c.is_ascii_digit() && c != '.') {
            let zh = format!("“{word}”不是规则里能写的数；数只由数字和一个小数点组成");
            self.error(self.at..self.at + length, zh, "not a number of the subset");
        }
        self.push(TokenKind::Number, length);
    }

    fn bracket(&mut self, kind: TokenKind) {
        self.push(kind, 1);
        let index = self.tokens.len() - 1;
        let range = self.at - 1..self.at;
        if kind == TokenKind::Open {
            self.open.push(index);
            if self.open.len() > MAX_DEPTH {
                self.limit(
                    range,
                    format!("括号套了 {MAX_DEPTH} 层以上，最多 {MAX_DEPTH} 层"),
                    "brackets nested too deep",
                );
                self.at = self.text.text.len();
                self.open.clear();
            }
            return;
        }
        let sign = self.text.slice(&range).to_owned();
        let open =
            self.open.pop().and_then(|open| self.tokens.get(open).map(|token| (open, token.range.clone())));
        match open {
            Some((open, partner)) if matches(self.text.slice(&partner), &sign) => {
                if let Some(token) = self.tokens.get_mut(open) {
                    token.partner = Some(range);
                }
                self.tokens[index].partner = Some(partner);
            }
            Some((_, partner)) => {
                let opened = self.text.slice(&partner).to_owned();
                self.error(range, format!("{opened} 不能用 {sign} 来配"), "brackets do not match");
            }
            None => self.error(range, format!("这个 {sign} 没有配对的左括号"), "unopened bracket"),
        }
    }

    fn sign(&mut self) {
        let rest = self.rest();
        let known = ["&&", "||", "==", "!=", "<=", ">="].iter().find(|sign| rest.starts_with(**sign));
        let slip =
            SLIPS.iter().find(|(sign, _)| rest.starts_with(sign) && (sign.len() == 3 || known.is_none()));
        let comment = rest.starts_with("//");
        if let Some((sign, meant)) = slip {
            let range = self.at..self.at + sign.len();
            let zh = match *sign {
                "=" => "判断相等要写两个等号 ==".to_owned(),
                _ => format!("{sign} 在规则里要写 {meant}"),
            };
            self.error_with(range, zh, "not an operator of CEL", meant);
            return self.push(TokenKind::Sign, sign.len());
        }
        if comment {
            let before = self.text.text.get(..self.at).unwrap_or_default();
            if let Some(scheme) = ["https:", "http:"].iter().find(|scheme| before.ends_with(**scheme)) {
                let place = self.at - scheme.len()..self.at + 2;
                let zh = format!("网址是文字，要放在一对英文单引号里，例如 '{scheme}//'");
                self.error(place, zh, "a web address is a text: put it in single quotes");
                self.at = self.text.text.len();
                return;
            }
            self.error(
                self.at..self.at + 2,
                "式子里不写注释；注释写在 YAML 的 # 后面",
                "comment inside an expression",
            );
            self.at = self.text.text.len();
            return;
        }
        if known.is_some() {
            return self.push(TokenKind::Sign, 2);
        }
        let sign = rest.chars().next().unwrap_or(' ');
        if !"!<>+-*/%.,?:".contains(sign) {
            self.error(self.at..self.at + 1, format!("规则里不能有 {sign}"), "unexpected character");
        }
        self.push(TokenKind::Sign, 1);
    }

    /// Letters that no name has: most likely a label in place of an id.
    fn foreign(&mut self) {
        let rest = self.rest();
        let length = rest.find(|c: char| c.is_ascii()).unwrap_or(rest.len());
        let word = rest.get(..length).unwrap_or_default().to_owned();
        let range = self.at..self.at + length;
        self.good = false;
        self.at = range.end;
        let place = self.text.place(&range);
        let members: Vec<&Member> =
            self.names.labelled(&word).iter().filter_map(|id| self.names.member(*id)).collect();
        let diagnostic = match members.as_slice() {
            [] => Diagnostic::error(
                Code::TB020,
                place,
                format!("规则里不能直接写“{word}”：字段写编号，文字放在英文单引号里"),
                "only ids, and texts in single quotes, may stand here",
            ),
            [member] => Diagnostic::error(
                Code::TB021,
                place,
                format!("规则里要写编号 {}，不写“{word}”", member.path),
                format!("write the id `{}`, not the label", member.path),
            )
            .suggest(place, member.path.clone()),
            several => {
                let paths: Vec<&str> = several.iter().take(4).map(|member| member.path.as_str()).collect();
                Diagnostic::error(
                    Code::TB021,
                    place,
                    format!("规则里要写编号，不写“{word}”；叫这个名字的有 {}", paths.join("、")),
                    format!("write an id, not a label: {}", paths.join(", ")),
                )
            }
        };
        self.out.push(diagnostic);
    }
}

/// Signs of other languages, longest first, and what was meant.
const SLIPS: &[(&str, &str)] = &[
    ("===", "=="),
    ("!==", "!="),
    ("<>", "!="),
    ("=<", "<="),
    ("=>", ">="),
    ("&&&", "&&"),
    ("=", "=="),
    ("&", "&&"),
    ("|", "||"),
];

/// Of single quotes that do not pair, the one whose neighbours show that its partner is missing.
fn lone_quote(text: &str) -> Option<usize> {
    let quotes: Vec<usize> = text.match_indices('\'').map(|(at, _)| at).collect();
    if quotes.len().is_multiple_of(2) || text.contains(['"', '\\']) {
        return None;
    }
    let opens = |at: usize| {
        let before = text.get(..at).unwrap_or_default().trim_end();
        before.is_empty() || before.ends_with(['(', '[', ',', '=', '<', '>', '+', '&', '|'])
    };
    let closes = |at: usize| {
        let behind = text.get(at + 1..).unwrap_or_default().trim_start();
        behind.is_empty()
            || behind.starts_with([')', ']', ',', '=', '!', '<', '>', '+', '&', '|'])
            || behind.starts_with("in ")
    };
    for pair in quotes.chunks(2) {
        match pair {
            [open, close] if opens(*open) && !closes(*close) => return Some(*open),
            [open, _] if opens(*open) => {}
            _ => return pair.first().copied(),
        }
    }
    None
}

fn matches(open: &str, close: &str) -> bool {
    matches!((open, close), ("(", ")") | ("[", "]") | ("{", "}"))
}

fn is_operator(sign: &str, kind: TokenKind) -> bool {
    match kind {
        TokenKind::Sign => !matches!(sign, "." | ","),
        TokenKind::Name => sign == "in",
        TokenKind::Number | TokenKind::Text | TokenKind::Open | TokenKind::Close => false,
    }
}
