//! Named patterns: in the portable subset, and true of their own example.

use super::Check;
use crate::codes::Code;
use crate::form::{Pattern, PatternId, Scope};
use crate::node::Scalar;
use crate::pattern::{Matcher, parse};
use crate::spec::{Pairs, PatternSpec};

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
            (None, None) => {
                let zh =
                    format!("写法“{}”要有 whole（整个值要符合的式子）或 has（值里要含有的式子）", name.text);
                self.error(Code::TB041, name.span, zh, "a pattern needs `whole` or `has`");
                return None;
            }
        };
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
                self.pattern_example(&pattern, &matcher, spec.example?);
                Some((pattern, Some(matcher)))
            }
            Err(_) => {
                let zh = "这个式子展开后太大；减少 {m,n} 的次数，或少嵌套几层";
                self.error(Code::TB048, expression.span, zh, "the pattern is too large");
                None
            }
        }
    }

    fn pattern_example(&mut self, pattern: &Pattern, matcher: &Matcher, example: Scalar) {
        if !matcher.is_match(&example.text) {
            self.error(
                Code::TB048,
                example.span,
                format!("例子“{}”不符合自己的式子 {}", example.text, pattern.expression),
                format!("the example does not match `{}`", pattern.expression),
            );
        }
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
