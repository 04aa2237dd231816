//! Patterns: the subset of regular expressions that every engine reads alike (design section 3), and matching.

use std::ops::Range;

use regex_automata::dfa::{Automaton, dense};
use regex_automata::util::syntax;
use regex_automata::{Anchored, Input};

use crate::form::{Pattern, Scope};

/// Bytes that a pattern's expression may have.
const MAX_LENGTH: usize = 1024;
/// Brackets inside brackets.
const MAX_DEPTH: usize = 16;
/// Repetitions that `{m,n}` may ask for.
const MAX_REPEAT: u32 = 255;
/// Bytes that a pattern's automaton may take.
const MAX_AUTOMATON: usize = 1 << 20;

/// A pattern that is not in the subset: where, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PatternError {
    /// Bytes of the expression.
    pub at: Range<usize>,
    /// 中文
    pub zh: String,
    /// English
    pub en: String,
}

/// Checks that an expression lies in the portable subset.
///
/// # Errors
/// The first thing that does not.
///
/// ```
/// use tianbao_schema::pattern::parse;
/// assert!(parse("[一-鿿]ICP备([0-9]{8}|[0-9]{10})").is_ok());
/// assert!(parse(r"\d+").is_err());
/// assert!(parse("^a").is_err());
/// ```
pub fn parse(expression: &str) -> Result<(), PatternError> {
    if expression.is_empty() {
        return Err(PatternError {
            at: 0..0, zh: "式子是空的".into(), en: "the pattern is empty".into()
        });
    }
    if expression.len() > MAX_LENGTH {
        return Err(PatternError {
            at: 0..expression.len(),
            zh: format!("式子太长，最多 {MAX_LENGTH} 字节"),
            en: format!("the pattern is longer than {MAX_LENGTH} bytes"),
        });
    }
    let mut parser = Parser { expression, at: 0, depth: 0 };
    parser.alternatives()?;
    match parser.peek() {
        None => Ok(()),
        Some(_) => Err(parser.error(1, "多了一个右括号 )，或者该写成 \\)", "unmatched `)`")),
    }
}

struct Parser<'a> {
    expression: &'a str,
    at: usize,
    depth: usize,
}

impl Parser<'_> {
    fn peek(&self) -> Option<char> {
        self.expression[self.at..].chars().next()
    }

    fn take(&mut self, wanted: char) -> bool {
        let found = self.peek() == Some(wanted);
        if found {
            self.at += wanted.len_utf8();
        }
        found
    }

    fn error(&self, characters: usize, zh: &str, en: &str) -> PatternError {
        let length: usize = self.expression[self.at..].chars().take(characters).map(char::len_utf8).sum();
        PatternError { at: self.at..self.at + length, zh: zh.into(), en: en.into() }
    }

    fn alternatives(&mut self) -> Result<(), PatternError> {
        loop {
            while let Some(next) = self.peek() {
                if next == '|' || next == ')' {
                    break;
                }
                self.atom(next)?;
                self.quantifier()?;
            }
            if !self.take('|') {
                return Ok(());
            }
        }
    }

    fn atom(&mut self, next: char) -> Result<(), PatternError> {
        match next {
            '(' => self.group(),
            '[' => self.class(),
            '\\' => self.escape(false).map(|_| ()),
            '^' | '$' => Err(self.error(
                1,
                "不用写 ^ 和 $：whole 本来就管整个值；要这个字符写 \\^ \\$",
                "no anchors: `whole` is anchored; escape the character",
            )),
            '.' => Err(self.error(
                1,
                "不能用 . 代表任意字符；写明是哪些字符，例如 [0-9]；要这个字符写 \\.",
                "`.` is not portable; list the characters, or write `\\.`",
            )),
            '*' | '+' | '?' => Err(self.error(
                1,
                "重复号前面没有可以重复的内容；要这个字符前面加 \\",
                "nothing to repeat here",
            )),
            '{' | '}' | ']' => Err(self.error(
                1,
                "这个括号没有配对；要这个字符前面加 \\",
                "unmatched bracket; escape the character",
            )),
            other if other.is_control() => {
                Err(self.error(1, "不能有控制字符", "control characters are not allowed"))
            }
            other => {
                self.at += other.len_utf8();
                Ok(())
            }
        }
    }

    fn group(&mut self) -> Result<(), PatternError> {
        let start = self.at;
        self.at += 1;
        if self.depth == MAX_DEPTH {
            return Err(self.error(1, "括号套得太深", "brackets are nested too deeply"));
        }
        if self.take('?') && !self.take(':') {
            return Err(self.error(1, "(? 后面只能是冒号：(?:…)", "only `(?:…)` is portable"));
        }
        self.depth += 1;
        self.alternatives()?;
        self.depth -= 1;
        if self.take(')') {
            return Ok(());
        }
        self.at = start;
        Err(self.error(1, "左括号 ( 没有配对的 )", "unclosed `(`"))
    }

    /// One escaped character; `-` only inside a class.
    fn escape(&mut self, in_class: bool) -> Result<char, PatternError> {
        let escaped = self.expression[self.at + 1..].chars().next();
        match escaped {
            Some(character) if r"^$\.*+?()[]{}|/".contains(character) || (in_class && character == '-') => {
                self.at += 2;
                Ok(character)
            }
            Some(_) | None => Err(self.error(
                2,
                "\\ 后面只能是 ^ $ \\ . * + ? ( ) [ ] { } | /；数字写 [0-9]，汉字写 [一-鿿]",
                "only punctuation can be escaped; write classes out, as in [0-9]",
            )),
        }
    }

    fn class(&mut self) -> Result<(), PatternError> {
        let start = self.at;
        self.at += 1;
        self.take('^');
        let mut items = 0;
        loop {
            let rest = &self.expression[self.at..];
            if ["&&", "--", "~~"].iter().any(|operator| rest.starts_with(operator)) {
                return Err(self.error(
                    2,
                    "方括号里不能连写 && -- ~~",
                    "`&&`, `--`, `~~` are not portable in a class",
                ));
            }
            match self.peek() {
                None => {
                    self.at = start;
                    return Err(self.error(1, "左方括号 [ 没有配对的 ]", "unclosed `[`"));
                }
                Some(']') if items > 0 => {
                    self.at += 1;
                    return Ok(());
                }
                Some(']') => return Err(self.error(1, "方括号是空的", "the class is empty")),
                Some(_) => self.class_item()?,
            }
            items += 1;
        }
    }

    fn class_item(&mut self) -> Result<(), PatternError> {
        let start = self.at;
        let first = self.class_character()?;
        let rest = &self.expression[self.at..];
        if !rest.starts_with('-') || rest.starts_with("-]") {
            return Ok(());
        }
        self.at += 1;
        let last = self.class_character()?;
        if first <= last {
            return Ok(());
        }
        let at = start..self.at;
        Err(PatternError { at, zh: "范围前后颠倒".into(), en: "the range runs backwards".into() })
    }

    fn class_character(&mut self) -> Result<char, PatternError> {
        match self.peek() {
            Some('\\') => self.escape(true),
            Some('[') => Err(self.error(1, "方括号里的 [ 要写成 \\[", "escape `[` inside a class")),
            Some(character) if !character.is_control() => {
                self.at += character.len_utf8();
                Ok(character)
            }
            Some(_) | None => Err(self.error(1, "方括号里少了字符", "a character is missing in the class")),
        }
    }

    fn quantifier(&mut self) -> Result<(), PatternError> {
        if self.take('{') {
            self.repeat()?;
        } else if !(self.take('?') || self.take('*') || self.take('+')) {
            return Ok(());
        }
        match self.peek() {
            Some('?' | '*' | '+' | '{') => {
                Err(self.error(1, "重复号不能连写", "quantifiers cannot be stacked"))
            }
            Some(_) | None => Ok(()),
        }
    }

    fn repeat(&mut self) -> Result<(), PatternError> {
        let rest = &self.expression[self.at..];
        let Some((inside, _)) = rest.split_once('}') else {
            self.at -= 1;
            return Err(self.error(1, "{ 没有配对的 }；要这个字符写 \\{", "unclosed `{`"));
        };
        let length = inside.len();
        let number = |text: &str| {
            let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
            text.parse::<u32>().ok().filter(|number| digits && *number <= MAX_REPEAT)
        };
        let valid = match inside.split_once(',') {
            None => number(inside).is_some(),
            Some((from, "")) => number(from).is_some(),
            Some((from, to)) => matches!((number(from), number(to)), (Some(from), Some(to)) if from <= to),
        };
        if !valid {
            let zh = format!("重复次数写成 {{8}}、{{1,}} 或 {{1,5}}，最多 {MAX_REPEAT}");
            let at = self.at..self.at + length;
            return Err(PatternError {
                at,
                zh,
                en: format!("write {{8}}, {{1,}} or {{1,5}}, at most {MAX_REPEAT}"),
            });
        }
        self.at += length + 1;
        Ok(())
    }
}

/// A pattern made ready to be matched.
#[derive(Clone, Debug)]
pub struct Matcher {
    automaton: dense::DFA<Vec<u32>>,
    scope: Scope,
}

impl Matcher {
    /// Compiles a pattern.
    ///
    /// # Errors
    /// A text (English) where its automaton would be too large.
    pub fn new(pattern: &Pattern) -> Result<Self, String> {
        let expression = match pattern.scope {
            Scope::Whole => format!("(?:{})\\z", pattern.expression),
            Scope::Has => pattern.expression.clone(),
        };
        let kind = match pattern.scope {
            Scope::Whole => regex_automata::dfa::StartKind::Anchored,
            Scope::Has => regex_automata::dfa::StartKind::Unanchored,
        };
        let configuration = dense::Config::new()
            .start_kind(kind)
            .accelerate(false)
            .dfa_size_limit(Some(MAX_AUTOMATON))
            .determinize_size_limit(Some(4 * MAX_AUTOMATON));
        let automaton = dense::Builder::new()
            .configure(configuration)
            .syntax(syntax::Config::new())
            .build(&expression)
            .map_err(|error| error.to_string())?;
        Ok(Self { automaton, scope: pattern.scope })
    }

    /// True where the text matches.
    #[must_use]
    pub fn is_match(&self, text: &str) -> bool {
        let anchored = match self.scope {
            Scope::Whole => Anchored::Yes,
            Scope::Has => Anchored::No,
        };
        let input = Input::new(text).anchored(anchored).earliest(true);
        // A DFA built without quit bytes has no other error than "no match".
        self.automaton.try_search_fwd(&input).is_ok_and(|found| found.is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pattern(scope: Scope, expression: &str) -> Pattern {
        let (name, example, message) = ("p".into(), String::new(), String::new());
        Pattern { name, scope, expression: expression.into(), example, message }
    }

    #[test]
    fn what_engines_read_differently_is_refused_at_its_place() {
        let cases = [
            (r"a\d", 1..3),
            ("a.b", 1..2),
            ("^a", 0..1),
            ("a$", 1..2),
            ("(?=a)", 2..3),
            ("(a", 0..1),
            ("a)", 1..2),
            ("[a", 0..1),
            ("[]", 1..2),
            ("[a&&b]", 2..4),
            ("[[a]]", 1..2),
            ("[z-a]", 1..4),
            ("a**", 2..3),
            ("a+?", 2..3),
            ("*a", 0..1),
            ("a{", 1..2),
            ("a{3,2}", 2..5),
            ("a{999}", 2..5),
            ("汉\\p", 3..5),
            ("", 0..0),
        ];
        for (expression, at) in cases {
            assert_eq!(parse(expression).map_err(|error| error.at), Err(at), "{expression}");
        }
        for expression in [r"a\.b", "(a|b)?c{2,}", "[^0-9-]", r"[\-\]]", "(?:一|二)+", "https?://"] {
            assert_eq!(parse(expression), Ok(()), "{expression}");
        }
    }

    #[test]
    fn whole_and_has_differ() {
        let whole = Matcher::new(&pattern(Scope::Whole, "[一-鿿]+|ab")).unwrap();
        assert!(
            whole.is_match("汉字")
                && whole.is_match("ab")
                && !whole.is_match("汉字a")
                && !whole.is_match("ab\n")
        );
        let has = Matcher::new(&pattern(Scope::Has, "[一-鿿]")).unwrap();
        assert!(has.is_match("a汉b") && !has.is_match("abc"));
    }
}
