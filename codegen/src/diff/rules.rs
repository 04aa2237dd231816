//! Rules: added, removed, renamed, reworded, tightened, loosened, of another severity.

use tianbao_core::Severity;
use tianbao_schema::editions::same_condition;
use tianbao_schema::expr::formula;
use tianbao_schema::form::{Basis, FixAction, Form, Piece, Rule, RuleFix, Template};

use super::examples::Outcome;

use super::{At, Change, ChangeKind, Comparison, Level, quoted};

impl Comparison<'_> {
    pub(super) fn rules(&mut self) {
        let (old, new) = (self.old, self.new);
        for (index, rule) in new.rules.iter().enumerate() {
            let before = self.pairing.rules().iter().find(|(_, now)| *now == index);
            match before.and_then(|(before, _)| old.rules.get(*before)) {
                Some(before) => self.rule(before, rule),
                None => {
                    let restored = old.withdrawn.iter().any(|withdrawn| is_same(&withdrawn.rule, rule));
                    let kind = if restored { ChangeKind::RuleRestored } else { ChangeKind::RuleAdded };
                    self.push(softened(Change::new(kind, At::rule(rule)), rule).after(said(rule)));
                }
            }
        }
        for (index, rule) in old.rules.iter().enumerate() {
            if self.pairing.new_rule(index).is_none() {
                self.gone(rule);
            }
        }
        // Inside an edition an id stays, also that of a withdrawn rule.
        let lost = |rule: &&Rule| old.edition == new.edition && new.rule(&rule.id).is_none();
        for rule in old.withdrawn.iter().map(|withdrawn| &withdrawn.rule).filter(lost) {
            self.gone(rule);
        }
    }

    /// A rule that is in force no more: withdrawn, or not there at all.
    fn gone(&mut self, rule: &Rule) {
        let (kind, why) = match self.new.withdrawn.iter().find(|withdrawn| is_same(rule, &withdrawn.rule)) {
            Some(withdrawn) => (ChangeKind::RuleWithdrawn, withdrawn.correction.told()),
            None => (ChangeKind::RuleRemoved, "删去".to_owned()),
        };
        self.push(Change::new(kind, At::rule(rule)).before(said(rule)).note(why));
    }

    fn rule(&mut self, old: &Rule, new: &Rule) {
        let change = |kind| Change::new(kind, At::rule(new));
        if old.id != new.id {
            self.push(change(ChangeKind::RuleRenamed).before(&old.id).after(&new.id));
        }
        let severity = match weight(new.severity).cmp(&weight(old.severity)) {
            std::cmp::Ordering::Less => Some(ChangeKind::SeverityLowered),
            std::cmp::Ordering::Equal => None,
            std::cmp::Ordering::Greater => Some(ChangeKind::SeverityRaised),
        };
        if let Some(kind) = severity {
            let change = change(kind).before(old.severity.label()).after(new.severity.label());
            let why = new.changed.as_ref().filter(|changed| self.is_news(changed.correction.revision));
            let change = match why {
                Some(changed) => change.note(changed.correction.told()),
                None => change,
            };
            self.push(softened(change, new));
        }
        self.condition(old, new);
        self.wording(old, new);
        if self.pairing.new_of(old.at) != Some(new.at) {
            let label = |form: &Form, rule: &Rule| form.member(rule.at).full_label.clone();
            self.push(change(ChangeKind::RuleAt).before(label(self.old, old)).after(label(self.new, new)));
        }
        let fix = (self.fix_text(self.old, old), self.fix_text(self.new, new));
        if fix.0 != fix.1 {
            self.push(change(ChangeKind::RuleFix).before(fix.0).after(fix.1));
        }
        if old.basis != new.basis {
            let label = |basis: Basis| basis.label();
            self.push(change(ChangeKind::RuleBasis).before(label(old.basis)).after(label(new.basis)));
        }
    }

    /// Whether the rule takes other reports than before, shown by one that is taken by one edition only.
    fn condition(&mut self, old: &Rule, new: &Rule) {
        let pairs = [(old.when.as_ref(), new.when.as_ref()), (Some(&old.assert), Some(&new.assert))];
        if pairs
            .iter()
            .all(|(before, now)| same_condition(self.pairing, (self.old, *before), (self.new, *now)))
        {
            return;
        }
        let mut found = false;
        for (kind, wanted) in
            [(ChangeKind::RuleTightened, Outcome::OnlyOld), (ChangeKind::RuleLoosened, Outcome::OnlyNew)]
        {
            if let Some(example) = self.rule_example(old, new, wanted) {
                found = true;
                let mut change = self.conditions(kind, old, new);
                change.example = Some(example);
                self.push(change);
            }
        }
        if !found {
            let change = self.conditions(ChangeKind::RuleRewritten, old, new).note("没有找到结果不同的报表");
            self.push(change);
        }
    }

    fn conditions(&self, kind: ChangeKind, old: &Rule, new: &Rule) -> Change {
        let change = Change::new(kind, At::rule(new));
        softened(change.before(condition(self.old, old)).after(condition(self.new, new)), new)
    }

    fn wording(&mut self, old: &Rule, new: &Rule) {
        let mut texts: Vec<(String, String)> = Vec::new();
        if old.title != new.title {
            texts.push((old.title.clone(), new.title.clone()));
        }
        // A message of our own follows the labels and the condition, which are told already.
        let by_hand = |rule: &Rule, form: &Form| !message(form, &rule.message).starts_with(&rule.sentence);
        if by_hand(old, self.old) || by_hand(new, self.new) {
            texts.push((message(self.old, &old.message), message(self.new, &new.message)));
        }
        let advice = |rule: &Rule| rule.advice.clone().unwrap_or_else(|| "（没有建议）".to_owned());
        texts.push((advice(old), advice(new)));
        texts.retain(|(old, new)| old != new);
        if texts.is_empty() {
            return;
        }
        let (before, after): (Vec<String>, Vec<String>) =
            texts.iter().map(|(old, new)| (quoted(old), quoted(new))).unzip();
        let change = Change::new(ChangeKind::RuleReworded, At::rule(new));
        self.push(change.before(before.join("；")).after(after.join("；")));
    }

    fn fix_text(&self, form: &Form, rule: &Rule) -> String {
        let text = |fix: &RuleFix| {
            let action = match &fix.action {
                FixAction::Remove => "删去".to_owned(),
                FixAction::Set(to) => format!("改为 {}", formula::text(form, to)),
            };
            if fix.safe { format!("{action}（自动）") } else { action }
        };
        rule.fix.as_ref().map_or_else(|| "没有改法".to_owned(), text)
    }
}

/// True for a rule and what it became, whichever of the two is the later.
fn is_same(one: &Rule, other: &Rule) -> bool {
    let was = |rule: &Rule, id: &str| rule.was.as_deref() == Some(id);
    one.id == other.id || was(other, &one.id) || was(one, &other.id)
}

/// A rule that is no error cannot make a report invalid.
fn softened(mut change: Change, rule: &Rule) -> Change {
    if rule.severity != Severity::Error {
        change.level = change.level.min(Level::Additive);
    }
    change
}

const fn weight(severity: Severity) -> u8 {
    match severity {
        Severity::Hint => 0,
        Severity::Warning => 1,
        Severity::Error => 2,
    }
}

fn said(rule: &Rule) -> String {
    format!("{}：{}", rule.severity.label(), rule.sentence)
}

/// `收到 = 0 时，办结 = 0`
fn condition(form: &Form, rule: &Rule) -> String {
    let both: Vec<_> = rule.when.iter().chain([&rule.assert]).collect();
    let texts = formula::Formulas::new(form).texts(&both);
    match texts.as_slice() {
        [when, assert] => format!("{when} 时，{assert}"),
        texts => texts.concat(),
    }
}

/// A message with labels in place of values.
fn message(form: &Form, template: &Template) -> String {
    let piece = |piece: &Piece| match piece {
        Piece::Text(text) => text.clone(),
        Piece::Value { of, .. } => format!("{{{}}}", form.member(of.member).label),
        Piece::Figure(of) => format!("{{{}}}", formula::text(form, of)),
    };
    template.iter().map(piece).collect()
}
