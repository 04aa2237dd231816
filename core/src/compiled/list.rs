//! Takes the items of a choices field in.

use super::{Boxes, Intake, Kind, Slot};
use crate::finding::Finding;
use crate::message::{self, Expected, Found, Place};
use crate::order::Order;

/// The list of a choices field on its way in.
#[derive(Debug, Default)]
pub(super) struct List {
    boxes: Boxes,
    items: usize,
    found: usize,
}

impl Intake<'_, '_> {
    /// Choices, by index.
    pub fn choices(&mut self, member: usize, indexes: impl Iterator<Item = u16>) {
        let mut list = List::default();
        for index in indexes {
            self.tick(member, &mut list, index);
        }
        self.close_list(member, list);
    }

    /// Choices, by id.
    pub(super) fn texts(&mut self, member: usize, ids: &[String]) {
        let mut list = List::default();
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
        if list.boxes.tick(index) {
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
            self.findings.push((Order::item(member, list.items, &finding.code), finding));
        }
        list.found += 1;
        list.items += 1;
    }

    pub(super) fn close_list(&mut self, member: usize, list: List) {
        if let Some(further @ 1..) = list.found.checked_sub(message::MOST_UNKNOWN)
            && self.wants_findings
        {
            let finding = message::further_items(&self.form.members[member].place, further);
            self.findings.push((Order::further_items(member), finding));
        }
        self.slots[member] = Slot::Boxes(list.boxes);
    }
}
