//! Texts in quotes: what they are compared with decides what they mean, and what is said where they cannot mean it.

use tianbao_core::Date;

use super::check::Checker;
use super::names::nearest;
use super::numbers::bare_number;
use super::{Expression, Node, Type};
use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::form::{Choice, MemberId};
use crate::place::Span;

impl Checker<'_, '_> {
    /// Both sides of a comparison, a text literal taken as the box that it names.
    pub(super) fn literals(
        &mut self,
        first: Expression,
        second: Expression,
    ) -> Option<(Expression, Expression)> {
        if let (Node::Text(_), Node::Text(_)) = (&first.node, &second.node) {
            return Some((first, second));
        }
        let meant_second = self.literal(&second, &first);
        let meant_first = self.literal(&first, &second);
        Some((meant_first?.unwrap_or(first), meant_second?.unwrap_or(second)))
    }

    /// What a literal means beside `other`: none where it is wrong (and that was said), `Some(None)` where it stays.
    fn literal(&mut self, literal: &Expression, other: &Expression) -> Option<Option<Expression>> {
        let Node::Text(text) = &literal.node else { return Some(None) };
        let number = bare_number(&literal.node);
        match other.ty {
            Type::Text => Some(None),
            Type::Choice(field) => self.choice(field, text, literal.span).map(Some),
            Type::Number { .. } if number.is_some() => {
                let number = number.unwrap_or_default();
                let zh = format!("数直接写，不加引号：写 {number}，不写 '{number}'");
                self.quoted(literal.span, &zh, "write a number without quotes", Some(number));
                None
            }
            Type::Bool if matches!(other.node, Node::Read(_)) => {
                let zh = "是否项不和文字比：填“是”直接写字段，填“否”写 !字段";
                self.quoted(literal.span, zh, "a flag stands by itself: `flag` or `!flag`", None);
                None
            }
            Type::Date => {
                let day = Date::parse(text);
                let meant = day.map(|day| format!("date({}, {}, {})", day.year(), day.month(), day.day()));
                let zh = match &meant {
                    Some(meant) => format!("日期要写 {meant}，不写 '{text}'"),
                    None => "日期要写 date(年, 月, 日)".to_owned(),
                };
                self.quoted(literal.span, &zh, "write a day as date(year, month, day)", meant);
                None
            }
            Type::Number { .. } | Type::Bool if self.names.find(text).is_some() => {
                let zh = format!("{text} 是字段的编号，直接写，不加引号");
                self.quoted(literal.span, &zh, "a field stands without quotes", Some(text.clone()));
                None
            }
            // The comparison itself says what does not fit.
            Type::Number { .. } | Type::Bool | Type::Choices(_) => Some(None),
        }
    }

    fn quoted(&mut self, span: Span, zh: &str, en: &str, meant: Option<String>) {
        let diagnostic = Diagnostic::error(Code::TB024, span, zh, en);
        self.out.push(match meant {
            Some(meant) => diagnostic.suggest(span, meant),
            None => diagnostic,
        });
        self.said(span);
    }

    /// Index of the box with an id.
    pub(super) fn choice_index(&mut self, field: MemberId, id: &str, span: Span) -> Option<usize> {
        let names = self.names;
        let member = names.member(field)?;
        let choices = member.choices();
        if let Some(found) = choices.iter().position(|choice| choice.id == id) {
            return Some(found);
        }
        let mended_here = self.curly.len();
        let curly = self.said(span);
        // Its quotes are right, or mended in their own place: only what they hold is replaced.
        let inside = self.text.inside(span).filter(|_| self.curly.len() == mended_here);
        let mut zh =
            if curly { "规则里的文字要用英文单引号；".to_owned() } else { String::new() };
        let labelled = choices.iter().find(|choice| choice.label == id);
        let meant = labelled.map(|choice| choice.id.as_str());
        let meant = meant.or_else(|| nearest(id, choices.iter().map(|choice| choice.id.as_str())));
        match (labelled, meant) {
            (Some(choice), _) => zh.push_str(&format!("选项要写编号 {}，不写“{id}”", choice.id)),
            (None, Some(meant)) => zh.push_str(&format!("“{}”没有选项 {id}，是不是 {meant}？", member.label)),
            (None, None) => {
                zh.push_str(&format!("“{}”没有选项 {id}；有的是 {}", member.label, ids(choices)));
            }
        }
        let en = format!("`{}` has no choice `{id}`; there are {}", member.path, ids(choices));
        let diagnostic = Diagnostic::error(Code::TB024, span, zh, en);
        self.out.push(match (meant, inside) {
            (Some(meant), Some(inside)) => diagnostic.suggest(inside, meant),
            (Some(meant), None) => diagnostic.suggest(span, format!("'{meant}'")),
            (None, _) => diagnostic,
        });
        None
    }

    /// Notes that something was said of a text; true where it stands in Chinese quotes.
    fn said(&mut self, span: Span) -> bool {
        let mut curly = std::mem::take(&mut self.curly);
        curly.retain(|start| self.place(&(*start..start + 1)).start != span.start);
        self.curly = curly;
        self.chinese.contains(&span.start)
    }

    /// Says of the texts in Chinese quotes what was not said with something else.
    pub(super) fn quotes(&mut self) {
        for start in std::mem::take(&mut self.curly) {
            let rest = self.text.text.get(start + 1..).unwrap_or_default();
            let content = rest.split('\'').next().unwrap_or_default().to_owned();
            let place = self.place(&(start..start + content.len() + 2));
            let zh = format!("规则里的文字要用英文单引号：'{content}'");
            self.out.push(
                Diagnostic::error(
                    Code::TB024,
                    place,
                    zh,
                    "texts in expressions stand in ASCII single quotes",
                )
                .suggest(place, format!("'{content}'")),
            );
        }
    }
}

fn ids(choices: &[Choice]) -> String {
    choices.iter().map(|choice| choice.id.as_str()).collect::<Vec<_>>().join("、")
}
