//! The functions of the subset, and what is said of everything outside it.

use tianbao_core::Date;

use super::check::Checker;
use super::names::nearest;
use super::parse::{Call, Outside, Raw, RawKind};
use super::{Expression, Node, Type, interval};
use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::form::{MemberId, PatternId};

/// Every function, and how it is called.
const FUNCTIONS: [(&str, &str); 8] = [
    ("has", "has(字段)"),
    ("startsWith", "字段.startsWith('文字')"),
    ("endsWith", "字段.endsWith('文字')"),
    ("matches", "字段.matches(patterns.名字)"),
    ("date", "date(年, 月, 日)"),
    ("string", "string(字段)，只用在 fix 里"),
    ("first", "first(文字, 个数)，只用在 fix 里"),
    ("in", "'编号' in 多选字段"),
];

impl Checker<'_, '_> {
    pub(super) fn call(&mut self, call: &Call, raw: &Raw) -> Option<Expression> {
        let name = call.name.name.as_str();
        match (name, call.target.as_deref(), call.arguments.as_slice()) {
            ("startsWith" | "endsWith", Some(target), [with]) => self.affix(name, target, with, raw),
            ("matches", Some(target), [pattern]) => {
                let (target, pattern) = (self.text_of(target), self.pattern(pattern));
                Some(self.of(Node::Matches(Box::new(target?), pattern?), Type::Bool, raw))
            }
            ("date", None, [year, month, day]) => self.date(year, month, day, raw),
            ("string", None, [of]) if self.fix => self.as_text(of, raw),
            ("first", None, [of, count]) if self.fix => self.first(of, count, raw),
            ("string" | "first", None, _) if !self.fix => {
                let zh = format!("{name}( ) 只能用在 fix 的 set 里，when 和 assert 里不用");
                self.error(Code::TB022, &call.name.range, zh, format!("`{name}` is for fixes only"));
                None
            }
            _ => {
                self.unknown_function(call, raw);
                None
            }
        }
    }

    fn of(&self, node: Node, ty: Type, raw: &Raw) -> Expression {
        Expression { node, ty, span: self.place(&raw.range) }
    }

    fn unknown_function(&mut self, call: &Call, raw: &Raw) {
        let name = call.name.name.as_str();
        if let Some((_, usage)) = FUNCTIONS.iter().find(|(known, _)| *known == name) {
            let zh = format!("{name} 要这样写：{usage}");
            return self.error(Code::TB022, &raw.range, zh, format!("wrong arguments of `{name}`"));
        }
        let place = self.place(&call.name.range);
        let known = FUNCTIONS.iter().map(|(known, _)| *known);
        if let Some(meant) = nearest(&name.to_lowercase(), known.clone().filter(|known| *known != "in"))
            .or_else(|| known.clone().find(|known| known.eq_ignore_ascii_case(&name.replace('_', ""))))
        {
            let zh = format!("没有 {name}( ) 这个函数，是不是 {meant}( )？");
            let en = format!("no function `{name}`; did you mean `{meant}`?");
            self.out.push(Diagnostic::error(Code::TB022, place, zh, en).suggest(place, meant));
            return;
        }
        let zh = format!("规则里没有 {name}( )；函数只有 has、startsWith、endsWith、matches、date");
        let en = format!("`{name}` is outside the subset: has, startsWith, endsWith, matches, date");
        self.out.push(Diagnostic::error(Code::TB022, place, zh, en));
    }

    /// An expression that is a text.
    fn text_of(&mut self, raw: &Raw) -> Option<Expression> {
        let checked = self.any(raw)?;
        if checked.ty == Type::Text {
            return Some(checked);
        }
        let zh = format!("这里要文字，{}", self.is_zh(&checked, raw));
        let en = format!("a text is wanted here, {}", self.is_en(&checked, raw));
        self.error(Code::TB023, &raw.range, zh, en);
        None
    }

    fn affix(&mut self, name: &str, target: &Raw, with: &Raw, raw: &Raw) -> Option<Expression> {
        let target = self.text_of(target);
        let RawKind::Text(with) = &with.kind else {
            let zh = format!("{name}( ) 里要写单引号引起来的文字，如 {name}('http://')");
            self.error(Code::TB023, &with.range, zh, format!("`{name}` takes a text in quotes"));
            return None;
        };
        let target = Box::new(target?);
        let node = match name {
            "startsWith" => Node::StartsWith(target, with.clone()),
            _ => Node::EndsWith(target, with.clone()),
        };
        Some(self.of(node, Type::Bool, raw))
    }

    fn pattern(&mut self, raw: &Raw) -> Option<PatternId> {
        let RawKind::Path(path) = &raw.kind else {
            let zh = "matches( ) 里写 patterns.名字；式样先在 patterns 里起名，再在这里用";
            self.error(Code::TB022, &raw.range, zh, "matches() takes a named pattern: patterns.name");
            return None;
        };
        let [root, name] = path.as_slice() else {
            let zh = "matches( ) 里写 patterns.名字";
            self.error(Code::TB021, &raw.range, zh, "matches() takes patterns.name");
            return None;
        };
        if root.name != "patterns" {
            let zh = "matches( ) 里写 patterns.名字";
            self.error(Code::TB021, &root.range, zh, "matches() takes patterns.name");
            return None;
        }
        if let Some(found) = self.names.find_pattern(&name.name) {
            return Some(found);
        }
        let place = self.place(&name.range);
        let meant = self.names.nearest_pattern(&name.name);
        let zh = match meant {
            Some(meant) => format!("patterns 里没有 {}，是不是 {meant}？", name.name),
            None => format!("patterns 里没有 {}", name.name),
        };
        let diagnostic = Diagnostic::error(Code::TB021, place, zh, format!("no pattern `{}`", name.name));
        self.out.push(match meant {
            Some(meant) => diagnostic.suggest(place, meant),
            None => diagnostic,
        });
        None
    }

    fn date(&mut self, year: &Raw, month: &Raw, day: &Raw, raw: &Raw) -> Option<Expression> {
        let year_range = year.range.clone();
        let year = self.number(year);
        let (RawKind::Int(month_value), RawKind::Int(day_value)) = (&month.kind, &day.kind) else {
            let wrong = if matches!(month.kind, RawKind::Int(_)) { day } else { month };
            let zh = "date( ) 的月和日要直接写数，如 date(year + 1, 1, 31)";
            self.error(Code::TB023, &wrong.range, zh, "month and day of date() are literals");
            return None;
        };
        let (month_value, day_value) = (*month_value, *day_value);
        let year = year?;
        if !matches!(year.ty, Type::Number { places: 0 }) {
            self.error(
                Code::TB023,
                &year_range,
                "date( ) 的年要是整数",
                "the year of date() is a whole number",
            );
            return None;
        }
        let (low, high) = interval::range(self.names, &year)?;
        // CEL compares days as texts, so years have four digits.
        if low < 1000 || high > 9999 {
            let zh = format!("date( ) 的年要在 1000 到 9999 之间，这里可能是 {low} 到 {high}");
            let en = format!("the year of date() lies in 1000 to 9999, this may be {low} to {high}");
            self.error(Code::TB025, &year_range, zh, en);
            return None;
        }
        let real = |year: i128| {
            let (month, day) = (u8::try_from(month_value).ok()?, u8::try_from(day_value).ok()?);
            Date::new(u16::try_from(year).ok()?, month, day)
        };
        // 29 February is a day of a leap year only: real where no other year can be.
        let dated = if low == high { real(low) } else { real(2019) };
        let Some(dated) = dated else {
            let zh = format!("没有 {month_value} 月 {day_value} 日这一天");
            let zh = if month_value == 2 && day_value == 29 {
                "不是每年都有 2 月 29 日".to_owned()
            } else {
                zh
            };
            let place = month.range.start..day.range.end;
            self.error(Code::TB025, &place, zh, "there is no such day in every year");
            return None;
        };
        let node = Node::Date { year: Box::new(year), month: dated.month(), day: dated.day() };
        Some(self.of(node, Type::Date, raw))
    }

    fn as_text(&mut self, of: &Raw, raw: &Raw) -> Option<Expression> {
        let checked = self.any(of)?;
        match checked.ty {
            Type::Number { .. } | Type::Text | Type::Date => {
                Some(self.of(Node::ToText(Box::new(checked)), Type::Text, raw))
            }
            Type::Bool | Type::Choice(_) | Type::Choices(_) => {
                let zh = format!("string( ) 只能用在数、文字和日期上，{}", self.is_zh(&checked, of));
                let en = format!("string() takes numbers, texts and days, {}", self.is_en(&checked, of));
                self.error(Code::TB023, &of.range, zh, en);
                None
            }
        }
    }

    fn first(&mut self, of: &Raw, count: &Raw, raw: &Raw) -> Option<Expression> {
        let text = self.text_of(of);
        let number = match count.kind {
            RawKind::Int(number) => u32::try_from(number).ok().filter(|number| *number > 0),
            _ => None,
        };
        let Some(number) = number else {
            let zh = "first( ) 的个数要直接写数，至少 1，如 first(basics.icp_number, 1)";
            self.error(Code::TB023, &count.range, zh, "the count of first() is a literal, at least 1");
            return None;
        };
        Some(self.of(Node::First(Box::new(text?), number), Type::Text, raw))
    }

    /// `'other' in innovation.features`
    pub(super) fn contains(&mut self, item: &Raw, list: &Raw, raw: &Raw) -> Option<Expression> {
        if let RawKind::Outside(Outside::List) = list.kind {
            let zh = "规则里没有列表；写 字段 == 'a' || 字段 == 'b'";
            self.error(Code::TB022, &list.range, zh, "no lists: write `f == 'a' || f == 'b'`");
            return None;
        }
        let list_checked = self.any(list)?;
        let (Type::Choices(target), Node::Read(field)) = (list_checked.ty, &list_checked.node) else {
            let zh = format!("in 后面要写多选的字段，{}", self.is_zh(&list_checked, list));
            let en = format!("`in` takes a field of kind choices, {}", self.is_en(&list_checked, list));
            self.error(Code::TB023, &list.range, zh, en);
            return None;
        };
        let RawKind::Text(id) = &item.kind else {
            let zh = "in 前面要写单引号引起来的选项编号，如 'other' in innovation.features";
            self.error(Code::TB023, &item.range, zh, "`in` takes the id of a box in quotes");
            return None;
        };
        let span = self.place(&item.range);
        let choice = self.choice_index(target, id, span)?;
        Some(self.of(Node::In { choice, field: *field }, Type::Bool, raw))
    }

    /// A box by its id, as an expression.
    pub(super) fn choice(
        &mut self,
        field: MemberId,
        id: &str,
        span: crate::place::Span,
    ) -> Option<Expression> {
        let choice = self.choice_index(field, id, span)?;
        Some(Expression { node: Node::Choice(choice), ty: Type::Choice(field), span })
    }

    pub(super) fn outside(&mut self, outside: Outside, range: &std::ops::Range<usize>) {
        let (zh, en) = match outside {
            Outside::Conditional => {
                ("规则里没有 ? : ；用 when 写条件，或用 && 与 ||", "no `?:`; use `when`, or && and ||")
            }
            Outside::Divide => {
                ("规则里没有除法 / ；把除数乘到另一边", "no division; multiply the other side")
            }
            Outside::Modulo => ("规则里没有求余 %", "no `%`"),
            Outside::Index => {
                ("规则里没有 [ ]；字段用点连起来，如 basics.site_name", "no `[ ]`; join names by dots")
            }
            Outside::List => ("规则里没有列表；几个条件用 || 连起来", "no lists; join conditions by ||"),
            Outside::Map => ("规则里没有 { }", "no maps or messages"),
            Outside::Macro => (
                "规则里没有 all( )、exists( )、map( )、filter( )；多选用 '编号' in 字段",
                "no macros but has()",
            ),
            Outside::Null => ("规则里没有 null；有没有填用 has( )", "no null; use has()"),
            Outside::Unsigned => ("数后面不写 u", "no unsigned numbers; write digits only"),
            Outside::Bytes => ("引号前面不写 b", "no bytes; write a text"),
            Outside::Member => ("点后面的名字只能接在字段的编号后面", "only paths of fields have members"),
        };
        self.error(Code::TB022, range, zh, en);
    }
}
