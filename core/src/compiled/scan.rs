//! The quick way through a report as programs write them: no escapes, no exponents, nothing strange.
//!
//! It never decides that a text is *not* JSON, and takes no text that `serde_json` would refuse: at the first thing it does
//! not know it gives up, and [`super::read`] reads the text from the beginning. Members that are expected next are
//! recognised by comparing bytes, without looking for the end of their names.

use std::borrow::Cow;

use super::list::List;
use super::scanner::{DEEPEST, Scanner};
use super::{Form, Intake, Kind, Slot};
use crate::message::Found;

/// Reads a report; none where it gives up, and the intake is then to be reset.
pub(super) fn scan<'a>(intake: &mut Intake<'a, '_>, text: &'a str) -> Option<()> {
    let mut scanner = Scanner { text, bytes: text.as_bytes(), at: 0, null_seen: false };
    scanner.space();
    scanner.expect(b'{')?;
    scanner.members(intake, None, 1)?;
    scanner.space();
    (scanner.at == text.len()).then_some(())
}

impl<'a> Scanner<'a> {
    /// The members of an object whose brace is behind us.
    fn members(&mut self, intake: &mut Intake<'a, '_>, group: Option<usize>, depth: usize) -> Option<()> {
        let form = intake.form;
        let (mut expected, end) = form.range(group);
        let mut unknown = Vec::new();
        let mut in_order = true;
        let mut more = !self.empty(b'}');
        while more {
            self.expect(b'"')?;
            if expected < end && self.is_name(&form.members[expected].name) {
                self.colon()?;
                self.own(intake, expected, depth)?;
                expected = form.end(expected);
            } else {
                let name = self.string()?;
                self.colon()?;
                let reserved = group.map_or_else(|| form.reserved(name), |_| None);
                if let Some(index) = reserved {
                    self.reserved(intake, index, depth)?;
                } else if let Some(member) = form.find(group, name) {
                    in_order = false;
                    self.own(intake, member, depth)?;
                    expected = form.end(member);
                } else if intake.keeps_local && form.is_open(group) {
                    return None;
                } else {
                    self.skip(depth)?;
                    unknown.push(Cow::Borrowed(name));
                }
            }
            more = self.more(b'}')?;
        }
        if !unknown.is_empty() {
            intake.find_unknown(group, unknown);
        }
        // Where all members come in the form's order and none is null, none is absent.
        if !in_order || self.null_seen || expected < end {
            intake.close(group);
        }
        Some(())
    }

    /// The value of one of the form's own members.
    #[inline]
    fn own(&mut self, intake: &mut Intake<'a, '_>, member: usize, depth: usize) -> Option<()> {
        if !matches!(intake.slots[member], Slot::Unseen) {
            self.skip(depth)?;
            intake.find_duplicate(member);
            return Some(());
        }
        match self.peek()? {
            b'"' => {
                self.at += 1;
                let text = self.string()?;
                intake.text(member, text);
            }
            b'-' | b'0'..=b'9' => {
                let number = self.number()?;
                intake.numeric(member, number);
            }
            b't' => {
                self.literal(b"true")?;
                intake.flag(member, true);
            }
            b'f' => {
                self.literal(b"false")?;
                intake.flag(member, false);
            }
            b'n' => {
                self.literal(b"null")?;
                intake.slots[member] = Slot::Null;
                self.null_seen = true;
            }
            b'{' if is_group(intake.form, member) => {
                if depth == DEEPEST {
                    return None;
                }
                self.at += 1;
                intake.begin(member);
                self.members(intake, Some(member), depth + 1)?;
            }
            b'[' if matches!(intake.form.members[member].kind, Kind::Choices(_)) => {
                self.at += 1;
                self.choices(intake, member)?;
            }
            open @ (b'{' | b'[') => {
                self.skip(depth)?;
                intake.wrong_type(member, if open == b'{' { &Found::Object } else { &Found::List });
            }
            _ => return None,
        }
        Some(())
    }

    fn choices(&mut self, intake: &mut Intake<'a, '_>, member: usize) -> Option<()> {
        let mut list = List::new();
        let mut more = !self.empty(b']');
        while more {
            self.expect(b'"')?;
            let item = self.string()?;
            intake.item(member, &mut list, &Found::Text(item));
            // What a slot cannot hold is kept at the first reading: the parser's.
            if list.is_long() {
                return None;
            }
            more = self.more(b']')?;
        }
        intake.close_list(member, list);
        Some(())
    }

    fn reserved(&mut self, intake: &mut Intake<'a, '_>, index: usize, depth: usize) -> Option<()> {
        if !intake.about.see(index) {
            self.skip(depth)?;
            intake.find_reserved_duplicate(index);
            return Some(());
        }
        match (index, self.peek()?) {
            (_, b'n') => self.literal(b"null"),
            (0, b'"') => {
                self.at += 1;
                intake.about.schema = Some(Cow::Borrowed(self.string()?));
                Some(())
            }
            (1, b'"') => {
                self.at += 1;
                let id = self.string()?;
                intake.form_id(Cow::Borrowed(id));
                Some(())
            }
            (2 | 3, b'-' | b'0'..=b'9') => {
                let number = self.number()?;
                intake.reserved_number(index, number);
                Some(())
            }
            (4, b'{') => {
                self.at += 1;
                self.explanations(intake)
            }
            (5, b'{') if !intake.keeps_local => self.skip(depth),
            _ => None,
        }
    }

    fn explanations(&mut self, intake: &mut Intake<'a, '_>) -> Option<()> {
        let mut more = !self.empty(b'}');
        while more {
            self.expect(b'"')?;
            let rule = self.string()?;
            self.colon()?;
            self.expect(b'"')?;
            let text = self.string()?;
            if intake.about.explanations.contains_key(rule) {
                return None;
            }
            intake.explanation(Cow::Borrowed(rule), Cow::Borrowed(text));
            more = self.more(b'}')?;
        }
        Some(())
    }
}

fn is_group(form: &Form, member: usize) -> bool {
    matches!(form.members[member].kind, Kind::Group { .. })
}
