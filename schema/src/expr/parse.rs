//! Text → tree: the library parses, we join its places (it gives one token for each node) and say in plain words what it
//! could not read.

use std::borrow::Cow;
use std::ops::Range;

use cel::IdedExpr;
use cel::common::ast::{CallExpr, Expr, LiteralValue, SelectExpr, SourceInfo, operators};
use cel::parser::{ParseError, Parser};

use super::lexer::{Token, TokenKind};
use super::text::Text;
use super::{Arithmetic, Comparison};
use crate::codes::Code;
use crate::diagnostic::Diagnostic;

/// A node as written, names not resolved, with its bytes in the text.
#[derive(Clone, Debug)]
pub(super) struct Raw {
    pub(super) kind: RawKind,
    pub(super) range: Range<usize>,
}

/// What a node is.
#[derive(Clone, Debug)]
pub(super) enum RawKind {
    /// `a.b.c`, each name with its bytes.
    Path(Vec<Segment>),
    Int(i64),
    /// A number with a point, as written; without its sign.
    Decimal(String),
    Bool(bool),
    Text(String),
    And(Vec<Raw>),
    Or(Vec<Raw>),
    Not(Box<Raw>),
    Negate(Box<Raw>),
    Compare(Comparison, Box<Raw>, Box<Raw>),
    Arithmetic(Arithmetic, Box<Raw>, Box<Raw>),
    In(Box<Raw>, Box<Raw>),
    Has(Vec<Segment>),
    Call(Call),
    /// Something that the subset does not have.
    Outside(Outside),
}

/// One name of a path.
#[derive(Clone, Debug)]
pub(super) struct Segment {
    pub(super) name: String,
    pub(super) range: Range<usize>,
}

/// A function call, `target.name(arguments)` or `name(arguments)`.
#[derive(Clone, Debug)]
pub(super) struct Call {
    pub(super) name: Segment,
    pub(super) target: Option<Box<Raw>>,
    pub(super) arguments: Vec<Raw>,
}

/// What the subset does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outside {
    Conditional,
    Divide,
    Modulo,
    Index,
    List,
    Map,
    Macro,
    Null,
    Unsigned,
    Bytes,
    /// A member of something that is no path, as in `f(x).y`.
    Member,
}

/// Parses; what cannot be read is said in `out`.
pub(super) fn parse(text: &Text<'_>, tokens: &[Token], out: &mut Vec<Diagnostic>) -> Option<Raw> {
    match Parser::new().max_recursion_depth(2_000).parse_with_source_info(&plain_calls(text, tokens)) {
        Ok((expr, info)) => Some(Builder { text, tokens, info: &info }.raw(&expr)),
        Err(errors) => {
            let first = errors.errors.first();
            out.push(translate(first, text, tokens));
            None
        }
    }
}

/// `has` under a name that is no macro of the library: the macro refuses `has(field)` of a field at the root.
const HAS: &str = "hAs";

fn plain_calls<'a>(text: &'a Text<'_>, tokens: &[Token]) -> Cow<'a, str> {
    let mut plain = Cow::Borrowed(text.text.as_ref());
    for pair in tokens.windows(2) {
        if let [name, open] = pair
            && text.slice(&name.range) == "has"
            && text.slice(&open.range) == "("
        {
            plain.to_mut().replace_range(name.range.clone(), HAS);
        }
    }
    plain
}

/// The library's first error in plain words, at the right bytes: it counts lines, and characters in a line.
fn translate(error: Option<&ParseError>, text: &Text<'_>, tokens: &[Token]) -> Diagnostic {
    let at = error.and_then(|error| byte_of(&text.text, error.pos)).unwrap_or(0);
    let message = error.map_or("", |error| error.msg.as_str());
    let end = tokens.last().map_or(0, |token| token.range.end);
    let Some(token) = tokens.iter().find(|token| token.range.end > at) else {
        let place = text.place(&tokens.last().map_or(0..0, |token| token.range.clone()));
        return Diagnostic::error(Code::TB020, place, "式子到这里还没有写完", "unfinished expression");
    };
    let place = text.place(&token.range);
    let word = text.slice(&token.range);
    let before = tokens.iter().rev().find(|before| before.range.end <= token.range.start);
    if message.contains("int literal") || message.contains("double literal") {
        let zh = format!("数 {word} 太大或不是数");
        return Diagnostic::error(Code::TB020, place, zh, "number out of range");
    }
    if message.contains("reserved identifier") {
        let zh = format!("{word} 是 CEL 的保留字，不能作编号");
        return Diagnostic::error(Code::TB020, place, zh, "reserved word of CEL");
    }
    let value = |token: &Token| {
        matches!(token.kind, TokenKind::Name | TokenKind::Number | TokenKind::Text | TokenKind::Open)
    };
    let zh = match before {
        _ if word == "," => "这里不能有逗号；都要成立的条件之间写 &&，一个成立就行的写 ||".to_owned(),
        Some(before)
            if value(token)
                && (value(before) && before.kind != TokenKind::Open || before.kind == TokenKind::Close) =>
        {
            format!("“{}”与“{word}”之间少了运算符", text.slice(&before.range))
        }
        Some(before) if before.kind == TokenKind::Sign && token.kind != TokenKind::Name => {
            format!("“{}”后面少了一项，读到的是“{word}”", text.slice(&before.range))
        }
        _ if token.range.end == end => format!("式子到“{word}”这里还没有写完，或者“{word}”多了"),
        _ => format!("读不懂这里的“{word}”"),
    };
    Diagnostic::error(Code::TB020, place, zh, format!("cannot read the expression at `{word}`"))
}

fn byte_of(text: &str, (line, column): (isize, isize)) -> Option<usize> {
    let line = usize::try_from(line).ok()?.checked_sub(1)?;
    let column = usize::try_from(column).ok()?.checked_sub(1)?;
    let start: usize = text.split_inclusive('\n').take(line).map(str::len).sum();
    let rest = text.get(start..)?;
    Some(start + rest.char_indices().nth(column).map_or(rest.len(), |(at, _)| at))
}

struct Builder<'a> {
    text: &'a Text<'a>,
    tokens: &'a [Token],
    info: &'a SourceInfo,
}

impl Builder<'_> {
    /// The one token that the library gives for a node.
    fn token(&self, id: u64) -> Range<usize> {
        let (start, last) = self.info.offset_for(id).unwrap_or_default();
        start as usize..last as usize + 1
    }

    /// Index of the first token at or after a byte.
    fn index(&self, byte: usize) -> usize {
        self.tokens.partition_point(|token| token.range.start < byte)
    }

    /// The token before a byte.
    fn before(&self, byte: usize) -> Option<&Token> {
        self.index(byte).checked_sub(1).and_then(|index| self.tokens.get(index))
    }

    /// The end of the brackets that open at a token; the token's own end where it opens none.
    fn close(&self, token: &Range<usize>) -> usize {
        let open = self.tokens.get(self.index(token.start));
        open.and_then(|open| open.partner.clone()).map_or(token.end, |partner| partner.end.max(token.end))
    }

    fn raw(&self, expr: &IdedExpr) -> Raw {
        let token = self.token(expr.id);
        match &expr.expr {
            Expr::Literal(literal) => self.literal(literal, token),
            Expr::Ident(name) => {
                let segment = Segment { name: name.trim_start_matches('.').to_owned(), range: token.clone() };
                Raw { kind: RawKind::Path(vec![segment]), range: token }
            }
            Expr::Select(select) => self.select(select, token),
            Expr::Call(call) => self.call(call, token),
            Expr::Comprehension(_) => {
                let name = self.before(token.start).map_or(token.clone(), |name| name.range.clone());
                let range = name.start..self.close(&token);
                Raw { kind: RawKind::Outside(Outside::Macro), range }
            }
            Expr::List(_) => self.outside(Outside::List, token.start..self.close(&token)),
            Expr::Map(_) | Expr::Struct(_) => self.outside(Outside::Map, token.start..self.close(&token)),
            Expr::Unspecified => self.outside(Outside::Null, token),
        }
    }

    fn outside(&self, what: Outside, range: Range<usize>) -> Raw {
        Raw { kind: RawKind::Outside(what), range }
    }

    fn literal(&self, literal: &LiteralValue, token: Range<usize>) -> Raw {
        // The library folds a sign into the number, but not into its place.
        let sign = self.before(token.start).filter(|before| self.text.slice(&before.range) == "-");
        let signed = |negative: bool| match sign {
            Some(sign) if negative => sign.range.start..token.end,
            _ => token.clone(),
        };
        match literal {
            LiteralValue::Boolean(value) => Raw { kind: RawKind::Bool(*value.inner()), range: token },
            LiteralValue::Int(value) => {
                Raw { kind: RawKind::Int(*value.inner()), range: signed(*value.inner() < 0) }
            }
            LiteralValue::Double(value) => {
                let written = RawKind::Decimal(self.text.slice(&token).to_owned());
                let number = Raw { kind: written, range: token.clone() };
                if *value.inner() < 0.0 {
                    return Raw { kind: RawKind::Negate(Box::new(number)), range: signed(true) };
                }
                number
            }
            LiteralValue::String(value) => {
                Raw { kind: RawKind::Text(value.inner().to_owned()), range: token }
            }
            LiteralValue::UInt(_) => self.outside(Outside::Unsigned, token),
            LiteralValue::Bytes(_) => self.outside(Outside::Bytes, token),
            LiteralValue::Null => self.outside(Outside::Null, token),
        }
    }

    /// The token of a select is its dot; the name follows it.
    fn select(&self, select: &SelectExpr, token: Range<usize>) -> Raw {
        let operand = self.raw(&select.operand);
        let name = self.index(token.end);
        let name = self.tokens.get(name).map_or(token, |name| name.range.clone());
        match self.path(operand, &select.field, name) {
            Ok(path) => {
                let start = path.first().map_or(0, |segment| segment.range.start);
                let end = path.last().map_or(start, |segment| segment.range.end);
                Raw { kind: RawKind::Path(path), range: start..end }
            }
            Err(outside) => outside,
        }
    }

    fn path(&self, operand: Raw, field: &str, name: Range<usize>) -> Result<Vec<Segment>, Raw> {
        match operand.kind {
            RawKind::Path(mut path) => {
                path.push(Segment { name: field.to_owned(), range: name });
                Ok(path)
            }
            RawKind::Outside(_) => Err(operand),
            _ => Err(self.outside(Outside::Member, operand.range.start..name.end)),
        }
    }

    fn call(&self, call: &CallExpr, token: Range<usize>) -> Raw {
        match self.operator(call, &token) {
            Some(raw) => raw,
            None => self.function(call, token),
        }
    }

    fn function(&self, call: &CallExpr, token: Range<usize>) -> Raw {
        let target = call.target.as_ref().map(|target| Box::new(self.raw(target)));
        let arguments: Vec<Raw> = call.args.iter().map(|argument| self.raw(argument)).collect();
        // The token is the bracket, or the name before it.
        let open = self.tokens.get(self.index(token.start));
        let name = match open {
            Some(open) if open.kind == TokenKind::Open => {
                self.before(open.range.start).map(|name| name.range.clone())
            }
            Some(_) | None => Some(token.clone()),
        };
        let name = name.unwrap_or_else(|| token.clone());
        let open = self.tokens.get(self.index(name.end)).map_or(name.clone(), |open| open.range.clone());
        let start = target.as_ref().map_or(name.start, |target| target.range.start);
        let range = start..self.close(&open);
        // As written: `has` goes by another name in the parser.
        let name = Segment { name: self.text.slice(&name).to_owned(), range: name };
        if let ("has", None, [Raw { kind: RawKind::Path(path), .. }]) = (&*name.name, &target, &*arguments) {
            return Raw { kind: RawKind::Has(path.clone()), range };
        }
        Raw { kind: RawKind::Call(Call { name, target, arguments }), range }
    }

    fn operator(&self, call: &CallExpr, token: &Range<usize>) -> Option<Raw> {
        let name = call.func_name.as_str();
        if call.target.is_some() || !is_operator(name, call.args.len()) {
            return None;
        }
        let mut children: Vec<Raw> = call.args.iter().map(|child| self.raw(child)).collect();
        // Of an index the token is its bracket.
        let range = children.iter().fold(token.start..self.close(token), |range, child| {
            range.start.min(child.range.start)..range.end.max(child.range.end)
        });
        let last = children.pop().map(Box::new)?;
        let kind = match (name, children.pop().map(Box::new)) {
            (operators::CONDITIONAL, _) => RawKind::Outside(Outside::Conditional),
            (operators::LOGICAL_NOT, None) => RawKind::Not(last),
            (operators::NEGATE, None) => RawKind::Negate(last),
            (name, Some(first)) => binary(name, first, last)?,
            (_, None) => return None,
        };
        Some(Raw { kind, range })
    }
}

fn is_operator(name: &str, arguments: usize) -> bool {
    match name {
        operators::LOGICAL_NOT | operators::NEGATE => arguments == 1,
        operators::CONDITIONAL => arguments == 3,
        operators::IN => arguments == 2,
        _ => arguments == 2 && name.starts_with('_'),
    }
}

fn binary(name: &str, left: Box<Raw>, right: Box<Raw>) -> Option<RawKind> {
    Some(match name {
        operators::EQUALS => RawKind::Compare(Comparison::Equal, left, right),
        operators::NOT_EQUALS => RawKind::Compare(Comparison::NotEqual, left, right),
        operators::LESS => RawKind::Compare(Comparison::Less, left, right),
        operators::LESS_EQUALS => RawKind::Compare(Comparison::LessOrEqual, left, right),
        operators::GREATER => RawKind::Compare(Comparison::Greater, left, right),
        operators::GREATER_EQUALS => RawKind::Compare(Comparison::GreaterOrEqual, left, right),
        operators::ADD => RawKind::Arithmetic(Arithmetic::Add, left, right),
        operators::SUBSTRACT => RawKind::Arithmetic(Arithmetic::Subtract, left, right),
        operators::MULTIPLY => RawKind::Arithmetic(Arithmetic::Multiply, left, right),
        operators::DIVIDE => RawKind::Outside(Outside::Divide),
        operators::MODULO => RawKind::Outside(Outside::Modulo),
        operators::INDEX | operators::OPT_INDEX => RawKind::Outside(Outside::Index),
        operators::LOGICAL_AND => RawKind::And(flat([left, right], |kind| match kind {
            RawKind::And(parts) => Ok(parts),
            other => Err(other),
        })),
        operators::LOGICAL_OR => RawKind::Or(flat([left, right], |kind| match kind {
            RawKind::Or(parts) => Ok(parts),
            other => Err(other),
        })),
        operators::IN => RawKind::In(left, right),
        _ => return None,
    })
}

/// The library balances `a && b && c`; we take it flat.
fn flat(sides: [Box<Raw>; 2], parts: fn(RawKind) -> Result<Vec<Raw>, RawKind>) -> Vec<Raw> {
    let mut flat = Vec::new();
    for side in sides {
        let Raw { kind, range } = *side;
        match parts(kind) {
            Ok(parts) => flat.extend(parts),
            Err(kind) => flat.push(Raw { kind, range }),
        }
    }
    flat
}
