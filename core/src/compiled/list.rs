//! Takes the items of a choices field in.

use super::{Boxes, Intake, Kind, Slot};
use crate::finding::Finding;
use crate::message::{self, Expected, Found, Place};
use crate::order::Order;

/// The list of a choices field on its way in.
#[derive(Debug)]
pub(super) struct List {
    few: Boxes<'static>,
    /// All of them, once they are many.
    many: Vec<u16>,
    items: usize,
    found: usize,
}

impl List {
    pub(super) fn new() -> Self {
        Self { few: Boxes::NONE, many: Vec::new(), items: 0, found: 0 }
    }

    fn boxes(&self) -> Boxes<'_> {
        if self.is_long() { Boxes::Many(&self.many) } else { self.few }
    }

    /// True where a slot cannot hold it.
    pub(super) fn is_long(&self) -> bool {
        !self.many.is_empty()
    }

    /// Ticks a box; false if it is ticked already.
    fn tick(&mut self, index: u16) -> bool {
        if self.boxes().has(index) {
            return false;
        }
        match self.few.and(index) {
            Some(few) if !self.is_long() => self.few = few,
            Some(_) | None => {
                if !self.is_long() {
                    self.many.extend(self.few.iter());
                }
                self.many.push(index);
            }
        }
        true
    }
}

impl Intake<'_, '_> {
    /// Choices, by index.
    pub fn choices(&mut self, member: usize, indexes: impl Iterator<Item = u16>) {
        let mut list = List::new();
        for index in indexes {
            self.tick(member, &mut list, index);
        }
        self.close_list(member, list);
    }

    /// Choices, by id.
    pub(super) fn texts(&mut self, member: usize, ids: &[String]) {
        let mut list = List::new();
        for id in ids {
            self.item(member, &mut list, &Found::Text(id));
        }
        self.close_list(member, list);
    }

    /// One item of a choices field, as JSON has it.
    pub(super) fn item(&mut self, member: usize, list: &mut List, found: &Found<'_>) {
        let Kind::Choices(choices) = self.form.members[member].kind else { return };
        let Found::Text(id) = found else {
            self.find_item(member, list, |place| message::wrong_type(place, Expected::Choice, found));
            return;
        };
        match choices.iter().position(|(known, _)| known == id) {
            Some(index) => self.tick(member, list, index as u16),
            None => {
                self.find_item(member, list, |place| {
                    message::no_choice(place, choices.iter().copied(), found)
                });
            }
        }
    }

    fn tick(&mut self, member: usize, list: &mut List, index: u16) {
        if list.tick(index) {
            list.items += 1;
        } else if let Kind::Choices(choices) = self.form.members[member].kind {
            let id = choices.get(usize::from(index)).map_or("", |(id, _)| id);
            self.find_item(member, list, |place| message::repeated_choice(place, id));
        }
    }

    #[cold]
    fn find_item(&mut self, member: usize, list: &mut List, make: impl FnOnce(&Place) -> Finding) {
        self.unusable.members.add(member);
        if self.wants_findings && list.found < message::MOST_UNKNOWN {
            let finding = make(&self.form.members[member].place.below(&list.items.to_string()));
            self.findings.push(Order::item(member, list.items, &finding.code), finding);
        }
        list.found += 1;
        list.items += 1;
    }

    pub(super) fn close_list(&mut self, member: usize, list: List) {
        if let Some(further @ 1..) = list.found.checked_sub(message::MOST_UNKNOWN)
            && self.wants_findings
        {
            let finding = message::further_items(&self.form.members[member].place, further);
            self.findings.push(Order::further_items(member), finding);
        }
        let boxes = if list.is_long() { Boxes::Many(self.kept.list(member, list.many)) } else { list.few };
        self.slots[member] = Slot::Boxes(boxes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_order_and_each_once() {
        let mut list = List::new();
        let wanted: Vec<u16> = (0..40).rev().map(|index| index * 13).collect();
        assert!(wanted.iter().all(|index| list.tick(*index)));
        assert!(!list.tick(13) && list.boxes().has(0) && !list.boxes().has(1));
        assert_eq!(list.boxes().iter().collect::<Vec<_>>(), wanted);
    }
}
