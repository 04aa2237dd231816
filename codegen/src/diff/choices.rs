//! The boxes of choices.

use tianbao_schema::Form;
use tianbao_schema::form::{Choice, Field, Member};

use super::{At, Change, ChangeKind, Comparison, quoted};

impl Comparison<'_> {
    pub(super) fn choices(
        &mut self,
        (old, old_field): (&Member, &Field),
        (new, new_field): (&Member, &Field),
    ) {
        let (olds, news) = (old_field.kind.choices(), new_field.kind.choices());
        if olds.is_empty() || news.is_empty() {
            return;
        }
        let at = At::both(old, new);
        let paired = self.pairing.choices(olds, news);
        for (choice, now) in olds.iter().zip(&paired) {
            match now.and_then(|index| news.get(index)) {
                Some(now) => self.choice(&at, choice, now),
                None => self.push(
                    Change::new(ChangeKind::ChoiceRemoved, at.clone()).before(name(choice)).note("删去"),
                ),
            }
        }
        for (index, choice) in news.iter().enumerate() {
            if !paired.contains(&Some(index)) {
                self.push(Change::new(ChangeKind::ChoiceAdded, at.clone()).after(name(choice)).note("新增"));
            }
        }
        let order: Vec<usize> = paired.iter().flatten().copied().collect();
        if !order.is_sorted() {
            let labels = |choices: Vec<&Choice>| {
                choices.iter().map(|choice| choice.label.as_str()).collect::<Vec<_>>().join("、")
            };
            let kept = olds.iter().zip(&paired).filter(|(_, now)| now.is_some()).map(|(choice, _)| choice);
            let mut sorted = order.clone();
            sorted.sort_unstable();
            let now = sorted.iter().filter_map(|index| news.get(*index)).collect();
            let change = Change::new(ChangeKind::ChoicesReordered, at);
            self.push(change.before(labels(kept.collect())).after(labels(now)));
        }
    }

    fn choice(&mut self, at: &At, old: &Choice, new: &Choice) {
        if old.id != new.id {
            self.push(Change::new(ChangeKind::ChoiceRenamed, at.clone()).before(name(old)).after(name(new)));
        }
        if old.label != new.label {
            self.push(
                Change::new(ChangeKind::ChoiceRelabelled, at.clone())
                    .before(quoted(&old.label))
                    .after(quoted(&new.label)),
            );
        }
        if old.line.and_then(|line| self.pairing.new_of(line)) != new.line
            || old.line.is_some() != new.line.is_some()
        {
            let line = |form: &Form, choice: &Choice| {
                choice.line.map_or_else(|| "没有横线".to_owned(), |line| form.member(line).path.clone())
            };
            let change = Change::new(ChangeKind::ChoiceLine, at.clone());
            self.push(
                change.before(format!("“{}” {}", old.label, line(self.old, old))).after(line(self.new, new)),
            );
        }
        // What a box means is what is counted.
        let all =
            |choice: &Choice| choice.instruction.iter().map(|part| part.text.as_str()).collect::<String>();
        if all(old) != all(new) {
            let text = |choice: &Choice| match all(choice) {
                text if text.is_empty() => "（无）".to_owned(),
                text => quoted(&text),
            };
            let change = Change::new(ChangeKind::ScopeChanged, at.clone());
            self.push(change.before(text(old)).after(text(new)).note("同名不同口径，与上年不可比"));
        } else {
            self.instruction(ChangeKind::ScopeChanged, at.clone(), &old.instruction, &new.instruction);
        }
    }
}

fn name(choice: &Choice) -> String {
    format!("“{}”（{}）", choice.label, choice.id)
}
