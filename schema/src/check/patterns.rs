//! Named patterns: in the portable subset, and true of their own example.

use super::Check;
use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::form::{Pattern, PatternId, Scope};
use crate::node::{Scalar, Style};
use crate::pattern::{Matcher, parse};
use crate::spec::{Pairs, PatternSpec, looks_like_other};

impl Check<'_> {
    pub(super) fn patterns(&mut self, specs: Option<Pairs<PatternSpec>>) {
        for (name, spec) in specs.map(|specs| specs.entries).unwrap_or_default() {
            self.name(&name, false);
            let pattern = self.pattern(&name, spec);
            let (pattern, matcher) = pattern.unwrap_or_else(|| (placeholder(&name), None));
            self.patterns.push(pattern);
            self.matchers.push(matcher);
        }
    }

    fn pattern(&mut self, name: &Scalar, spec: PatternSpec) -> Option<(Pattern, Option<Matcher>)> {
        let (scope, expression) = match (spec.whole, spec.has) {
            (Some(whole), None) => (Scope::Whole, whole),
            (None, Some(has)) => (Scope::Has, has),
            (Some(_), Some(second)) => {
                let zh = "whole（整个值）和 has（含有）只写一个";
                self.error(Code::TB046, second.span, zh, "give either `whole` or `has`");
                return None;
            }
            (None, None) if self.found_in(spec.span) => return None,
            (None, None) => {
                let zh =
                    format!("写法“{}”要有 whole（整个值要符合的式子）或 has（值里要含有的式子）", name.text);
                self.error(Code::TB041, name.span, zh, "a pattern needs `whole` or `has`");
                return None;
            }
        };
        let expression = self.in_ascii(scope, expression, spec.example.as_ref());
        if let Err(error) = parse(&expression.text) {
            let place = expression.place(error.at.start, error.at.end);
            self.error(Code::TB048, place, error.zh, error.en);
            return None;
        }
        let pattern = Pattern {
            name: name.text.clone(),
            scope,
            expression: expression.text.clone(),
            example: spec.example.as_ref()?.text.clone(),
            message: spec.message?.text,
        };
        match Matcher::new(&pattern) {
            Ok(matcher) => {
                // Where the pattern may be at fault, the values that it fits are not looked at.
                let fits = self.pattern_example(&pattern, &matcher, spec.example?);
                Some((pattern, Some(matcher).filter(|_| fits)))
            }
            Err(_) => {
                let zh = "这个式子展开后太大；减少 {m,n} 的次数，或少嵌套几层";
                self.error(Code::TB048, expression.span, zh, "the pattern is too large");
                None
            }
        }
    }

    /// The expression with ASCII signs, where it fits its own example only so.
    fn in_ascii(&mut self, scope: Scope, written: Scalar, example: Option<&Scalar>) -> Scalar {
        let Some(example) = example.filter(|_| !written.text.is_ascii()) else { return written };
        let fits = |text: &str| {
            let pattern = Pattern { scope, expression: text.to_owned(), ..placeholder(&written) };
            parse(text).is_ok() && Matcher::new(&pattern).is_ok_and(|matcher| matcher.is_match(&example.text))
        };
        let mended = [BRACKETS, SIGNS].into_iter().map(|signs| ascii(&written.text, signs));
        let Some(mended) = mended.into_iter().find(|mended| fits(mended)).filter(|_| !fits(&written.text))
        else {
            return written;
        };
        let mut signs: Vec<String> = Vec::new();
        for sign in written.text.chars().filter(|sign| !sign.is_ascii() && !mended.contains(*sign)) {
            if !signs.contains(&sign.to_string()) {
                signs.push(sign.to_string());
            }
        }
        let signs = signs.join(" ");
        let zh = format!("式子里的 {signs} 是中文的，要用英文的，整个式子放在英文单引号里：'{mended}'");
        let diagnostic = Diagnostic::error(Code::TB003, written.span, zh, "Chinese signs in a pattern");
        let quoted = format!("'{}'", mended.replace('\'', "''"));
        self.diagnostics.push(match written.style {
            Style::Plain | Style::Quoted => diagnostic.suggest(written.span, quoted),
            Style::Block => diagnostic,
        });
        Scalar { text: mended, ..written }
    }

    fn pattern_example(&mut self, pattern: &Pattern, matcher: &Matcher, example: Scalar) -> bool {
        // One that YAML reads as something else is told already.
        let told = example.style == Style::Plain && looks_like_other(&example.text).is_some();
        let fits = matcher.is_match(&example.text);
        if !fits && !told {
            self.error(
                Code::TB048,
                example.span,
                format!("例子“{}”不符合自己的式子 {}", example.text, pattern.expression),
                format!("the example does not match `{}`", pattern.expression),
            );
        }
        fits
    }

    /// The pattern of a name.
    pub(super) fn pattern_named(&mut self, name: &Scalar) -> Option<PatternId> {
        let found = self.patterns.iter().position(|pattern| pattern.name == name.text);
        if found.is_none() {
            let known: Vec<&str> = self.patterns.iter().map(|pattern| pattern.name.as_str()).collect();
            let near = crate::spec::nearest(&name.text, known.iter().copied()).map(str::to_owned);
            let others = || match known.as_slice() {
                [] => ("先在 patterns 里写一个".to_owned(), "declare it under `patterns`".to_owned()),
                known => (format!("现有：{}", known.join("、")), format!("known: {}", known.join(", "))),
            };
            let (zh, en) = near
                .map_or_else(others, |near| (format!("是不是 {near}？"), format!("did you mean {near}?")));
            let zh = format!("patterns 里没有“{}”这个写法，{zh}", name.text);
            self.error(Code::TB021, name.span, zh, format!("no pattern `{}`; {en}", name.text));
        }
        found.map(PatternId)
    }
}

/// Brackets of a Chinese keyboard, which a pattern hardly means as such.
const BRACKETS: &str = "［］｛｝｜【】";
/// All signs of which it may mean the ASCII twin.
const SIGNS: &str = "［］｛｝｜【】（）？＋＊－．＾，";

/// A pattern out of its Chinese quotes, with these signs in ASCII.
fn ascii(text: &str, signs: &str) -> String {
    let bare = text.trim_matches(['“', '”', '‘', '’', '＇', '＂', '\'', '"']).chars();
    let narrow = |char| match char {
        '【' => '[',
        '】' => ']',
        _ => u32::from(char).checked_sub(0xFEE0).and_then(char::from_u32).unwrap_or(char),
    };
    bare.map(|char| if signs.contains(char) { narrow(char) } else { char }).collect()
}

/// Stands in for a pattern that was refused, so that fields that use it say nothing more.
fn placeholder(name: &Scalar) -> Pattern {
    Pattern {
        name: name.text.clone(),
        scope: Scope::Has,
        expression: String::new(),
        example: String::new(),
        message: String::new(),
    }
}
