//! `stricter`: what an addition tightens in its base. Whatever would loosen it is refused.

use tianbao_core::Severity;
use tianbao_core::decimal::print;

use super::Check;
use crate::codes::Code;
use crate::form::{Content, FixAction, Kind, MemberId, Rule, Withdrawn};
use crate::node::Scalar;
use crate::place::Span;
use crate::spec::{LengthSpec, Pairs, SeverityWord, Spanned, StricterSpec, Tree, nearest};

/// A field or group that was made stricter, and where that stands.
pub(super) struct Tightened {
    pub(super) member: MemberId,
    pub(super) place: Span,
}

impl Check<'_> {
    /// Applies all of it to the base's rules and members.
    pub(super) fn stricter(
        &mut self,
        specs: Option<Pairs<StricterSpec>>,
        rules: &mut [Rule],
        withdrawn: &[Withdrawn],
    ) -> Vec<Tightened> {
        let mut tightened = Vec::new();
        for (key, spec) in specs.map(|specs| specs.entries).unwrap_or_default() {
            if let Some(rule) = rules.iter_mut().find(|rule| rule.id == key.text) {
                self.stricter_rule(&key, spec, rule);
            } else if let Some(id) = self.paths.get(&key.text).copied() {
                if self.stricter_member(&key, spec, id, rules) {
                    tightened.push(Tightened { member: id, place: key.span });
                }
            } else if let Some(gone) = withdrawn.iter().find(|gone| gone.rule.id == key.text) {
                let by = gone.correction.by();
                let zh = format!("“{}”在原表里已经停用（{by}），不能收紧；请删去这一条", key.text);
                self.error(Code::TB055, key.span, zh, "the base has withdrawn this rule");
            } else {
                let known =
                    rules.iter().map(|rule| &rule.id).chain(self.members.iter().map(|member| &member.path));
                let near = nearest(&key.text, known.map(String::as_str));
                let (zh, en) = near.map_or_else(Default::default, |near| {
                    (format!("，是不是 {near}？"), format!("; did you mean `{near}`?"))
                });
                let zh = format!("原表没有“{}”这条规则，也没有这个项目{zh}", key.text);
                self.error(
                    Code::TB021,
                    key.span,
                    zh,
                    format!("the base has no rule or field `{}`{en}", key.text),
                );
            }
        }
        tightened
    }

    fn stricter_rule(&mut self, key: &Scalar, spec: StricterSpec, rule: &mut Rule) {
        let others = keys_of_members(&spec);
        for (name, span) in others {
            let zh = format!("“{}”是规则，只能写 severity；{name} 写在项目上", key.text);
            self.error(Code::TB046, span, zh, format!("`{name}` does not fit a rule"));
        }
        let Some(severity) = spec.severity else {
            if !self.found_in(spec.span) {
                let zh = "收紧一条规则要写 severity，例如 severity: error";
                self.error(Code::TB041, key.span, zh, "give the rule's `severity`");
            }
            return;
        };
        if self.is_more_severe(&severity, rule.severity) {
            rule.severity = severity.value;
        }
    }

    fn is_more_severe(&mut self, new: &SeverityWord, base: Severity) -> bool {
        let (was, is) = (severity(base), severity(new.value));
        if new.value == base {
            let zh = format!("原表里已经是{was}，没有收紧；请删去这一条");
            self.error(Code::TB055, new.span, zh, "this is what the base says; leave it out");
        } else if new.value > base {
            let zh = format!("原表里是{was}，补充不能放宽成{is}；只能收紧，请删去这一条");
            self.error(Code::TB055, new.span, zh, "an addition can only be stricter than its base");
        }
        new.value < base
    }

    /// True where the member is stricter now.
    fn stricter_member(
        &mut self,
        key: &Scalar,
        spec: StricterSpec,
        id: MemberId,
        rules: &mut [Rule],
    ) -> bool {
        if id.index() >= self.base_members {
            let zh = format!("“{}”是补充自己的项目，直接在那里写", key.text);
            self.error(Code::TB046, key.span, zh, "this is the addition's own; write it there");
            return false;
        }
        if let Some(severity) = &spec.severity {
            let zh = format!("“{}”是项目，没有轻重；severity 写在规则上", key.text);
            self.error(Code::TB046, severity.span, zh, "`severity` belongs to a rule");
        }
        if spec.severity.is_none() && keys_of_members(&spec).is_empty() && !self.found_in(spec.span) {
            let zh = "收紧一个项目要写 required: true、min、max 或 length";
            self.error(Code::TB041, key.span, zh, "give `required`, `min`, `max` or `length`");
        }
        let required = spec.required.is_some_and(|required| self.required(required, id, rules));
        let limits = self.narrower(spec.min, spec.max, id);
        let length = spec.length.is_some_and(|length| self.shorter(&length, id));
        required || limits || length
    }

    fn required(&mut self, required: Spanned<bool>, id: MemberId, rules: &mut [Rule]) -> bool {
        let member = self.member(id);
        let label = member.full_label.clone();
        let on_a_line =
            self.members.iter().any(|owner| owner.choices().iter().any(|choice| choice.line == Some(id)));
        let zh = match (required.value, member.optional) {
            (false, false) => format!("“{label}”原表是必填，补充不能改成选填；请删去这一行"),
            (false, true) => format!("“{label}”原表就是选填；required 只写 true"),
            (true, false) => format!("“{label}”原表就是必填，没有收紧；请删去这一行"),
            (true, true) if on_a_line => {
                format!("“{label}”是选项后面的横线，勾了那个选项才填，不能改成必填；请删去这一行")
            }
            (true, true) => {
                self.members[id.index()].optional = false;
                let removes = |rule: &&mut Rule| {
                    rule.at == id && rule.fix.as_ref().is_some_and(|fix| fix.action == FixAction::Remove)
                };
                rules.iter_mut().filter(removes).for_each(|rule| rule.fix = None);
                return true;
            }
        };
        self.error(Code::TB055, required.span, zh, "`required: true` is for optional fields of the base");
        false
    }

    fn narrower(&mut self, min: Option<Tree>, max: Option<Tree>, id: MemberId) -> bool {
        let limits = self.member(id).field().and_then(|field| field.kind.limits());
        let Some((places, low, high)) = limits else {
            for limit in [&min, &max].into_iter().flatten() {
                let zh = "min 和 max 只用于整数和小数";
                self.error(Code::TB046, limit.0.span, zh, "`min` and `max` are for numbers");
            }
            return false;
        };
        let lower = min
            .and_then(|min| self.limit(&min, places))
            .filter(|new| self.is_narrower(new.1, new.0 > low, ("最小值", "大", print(low, places))));
        let upper = max
            .and_then(|max| self.limit(&max, places))
            .filter(|new| self.is_narrower(new.1, new.0 < high, ("最大值", "小", print(high, places))));
        let (min, max) = (lower.map_or(low, |new| new.0), upper.map_or(high, |new| new.0));
        if let (true, Some(place)) = (min > max, upper.or(lower)) {
            let zh = format!("最小值 {} 比最大值 {} 大", print(min, places), print(max, places));
            self.error(Code::TB047, place.1, zh, "`min` is above `max`");
            return false;
        }
        if let Content::Field(field) = &mut self.members[id.index()].content {
            match &mut field.kind {
                Kind::Count { min: low, max: high } | Kind::Number { min: low, max: high, .. } => {
                    (*low, *high) = (min, max);
                }
                Kind::Text { .. }
                | Kind::Url
                | Kind::Date
                | Kind::Year { .. }
                | Kind::Flag
                | Kind::Choice(_)
                | Kind::Choices(_) => {}
            }
        }
        lower.is_some() || upper.is_some()
    }

    fn shorter(&mut self, spec: &LengthSpec, id: MemberId) -> bool {
        let Some(Kind::Text { min_length, max_length, .. }) =
            self.member(id).field().map(|field| field.kind.clone())
        else {
            self.error(Code::TB046, spec.span, "length 只用于文字", "`length` is for texts");
            return false;
        };
        let (low, high) = (i64::from(min_length), max_length.map_or(i64::MAX, i64::from));
        let most = max_length.map_or_else(|| "没有规定".to_owned(), |max| max.to_string());
        let min = spec
            .min
            .filter(|new| self.is_narrower(new.span, new.value > low, ("最少字数", "大", low.to_string())));
        let max = spec
            .max
            .filter(|new| self.is_narrower(new.span, new.value < high, ("最多字数", "小", most.clone())));
        let (new_min, new_max) = (min.map_or(low, |min| min.value), max.map_or(high, |max| max.value));
        if let (true, Some(place)) = (new_min > new_max, max.or(min)) {
            let zh = format!("最多 {new_max} 字，比最少 {new_min} 字还少");
            self.error(Code::TB047, place.span, zh, "`max` is below `min`");
            return false;
        }
        if let Content::Field(field) = &mut self.members[id.index()].content
            && let Kind::Text { min_length, max_length, .. } = &mut field.kind
        {
            *min_length = u32::try_from(new_min).unwrap_or(*min_length);
            *max_length = u32::try_from(new_max).ok().or(*max_length);
        }
        min.is_some() || max.is_some()
    }

    /// Says it where a limit is not narrower than the base's.
    fn is_narrower(&mut self, place: Span, narrower: bool, (what, way, base): (&str, &str, String)) -> bool {
        if !narrower {
            let zh = format!("原表的{what}是 {base}，补充只能收紧，要比它{way}；请改一个数，或删去");
            self.error(
                Code::TB055,
                place,
                zh,
                format!("an addition can only narrow the base's limit, {base}"),
            );
        }
        narrower
    }
}

/// The keys written that tighten a field.
fn keys_of_members(spec: &StricterSpec) -> Vec<(&'static str, Span)> {
    let keys = [
        ("required", spec.required.map(|required| required.span)),
        ("min", spec.min.as_ref().map(|min| min.0.span)),
        ("max", spec.max.as_ref().map(|max| max.0.span)),
        ("length", spec.length.as_ref().map(|length| length.span)),
    ];
    keys.into_iter().filter_map(|(key, span)| Some((key, span?))).collect()
}

fn severity(severity: Severity) -> String {
    format!("“{}”（{}）", severity.label(), severity.key())
}
