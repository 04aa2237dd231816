//! Revisions: told in full and in order, and doing only what a correction inside an edition may do.

use tianbao_core::{Date, Severity};

use super::Check;
use crate::codes::Code;
use crate::form::{Changed, Correction, Revision};
use crate::node::Scalar;
use crate::spec::{ChangedSpec, RevisionSpec, Spanned, WithdrawnSpec};

impl Check<'_> {
    /// The form's revision, and what the spec tells of each one after the first.
    pub(super) fn revisions(&mut self, written: Option<Spanned<i64>>, specs: Vec<RevisionSpec>) {
        let last = written.and_then(|revision| self.in_range(revision, 1, 9999)).unwrap_or(1);
        self.revision = last as u32;
        let told: Vec<i64> = specs.iter().filter_map(|spec| Some(spec.revision.as_ref()?.value)).collect();
        for spec in specs {
            self.revision(spec, last);
        }
        let untold = (2..=last).find(|number| !told.contains(number));
        if let (Some(number), Some(place)) = (untold, written) {
            let zh = format!(
                "修订 {number} 没有写在 revisions 里；每次修订都写上 date（哪天）和 note（改了什么）"
            );
            let en = format!("revision {number} is not told in `revisions`; give its date and a note");
            self.error(Code::TB054, place.span, zh, en);
        }
    }

    fn revision(&mut self, spec: RevisionSpec, last: i64) {
        let (Some(number), Some(date), Some(note)) = (spec.revision, spec.date, spec.note) else { return };
        let before = self.revisions.last().map(|revision| (i64::from(revision.number), revision.date));
        let wrong = match number.value {
            ..2 => {
                Some(("修订从 2 起；第一次印发不用写在这里".to_owned(), "the first issue is not told here"))
            }
            of if of > last => {
                let zh = format!("这里写到修订 {of}，前面的 revision 还是 {last}；请把 revision 改成 {of}");
                Some((zh, "this is above the form's `revision`"))
            }
            of if before.is_some_and(|(before, _)| of <= before) => Some((
                "修订从小到大写，新的在最后，各写一次".to_owned(),
                "revisions stand in order, the newest last",
            )),
            _ => None,
        };
        if let Some((zh, en)) = wrong {
            self.error(Code::TB054, number.span, zh, en);
            return;
        }
        let Some(day) = self.day(&date) else { return };
        if let Some((number, _)) = before.filter(|(_, before)| day < *before) {
            let zh = format!("比修订 {number} 的日期还早");
            self.error(Code::TB054, date.span, zh, "this is before the day of the revision before");
        }
        self.revisions.push(Revision { number: number.value as u32, date: day, note: note.text });
    }

    fn day(&mut self, written: &Scalar) -> Option<Date> {
        let day = Date::parse(&written.text);
        if day.is_none() {
            let zh = format!("日期写成 '2020-01-10' 这样，要真有这一天；现在是“{}”", written.text);
            self.error(Code::TB054, written.span, zh, "expected a day written 'YYYY-MM-DD'");
        }
        day
    }

    /// By which revision a rule was withdrawn.
    pub(super) fn withdrawn(&mut self, spec: &WithdrawnSpec) -> Option<Correction> {
        self.correction(spec.revision?, spec.date.as_ref(), spec.why.as_ref()?)
    }

    /// What a rule's severity was. Who passed must not fail by a correction, so it only ever becomes milder.
    pub(super) fn changed(&mut self, spec: &ChangedSpec, severity: Severity) -> Option<Changed> {
        let correction = self.correction(spec.revision?, spec.date.as_ref(), spec.why.as_ref()?);
        let from = spec.from.as_ref()?;
        // The gravest comes first.
        let wrong = match from.value.cmp(&severity) {
            std::cmp::Ordering::Less => None,
            std::cmp::Ordering::Equal => Some((
                "from 写原来的轻重；它与现在的 severity 一样，就是没有改",
                "this is the severity that it has now",
            )),
            std::cmp::Ordering::Greater => Some((
                "修订只能把规则改轻：合格的报表不能因为修订变成不合格；要改重，请出新的一版",
                "a revision may only lower a severity; a stricter rule needs a new edition",
            )),
        };
        if let Some((zh, en)) = wrong {
            self.error(Code::TB054, from.span, zh, en);
        }
        Some(Changed { from: from.value, correction: correction? })
    }

    fn correction(
        &mut self,
        number: Spanned<i64>,
        date: Option<&Scalar>,
        why: &Scalar,
    ) -> Option<Correction> {
        if !(2..=i64::from(self.revision)).contains(&number.value) {
            let zh = match self.revision {
                1 => "本版还没有修订过；先把 revision 改成 2，在 revisions 里写上日期和改了什么".to_owned(),
                last => format!("本版是修订 {last}，没有修订 {}", number.value),
            };
            self.error(Code::TB054, number.span, zh, format!("there is no revision {}", number.value));
            return None;
        }
        // One that is not told in full has been spoken of.
        let told = self.revisions.iter().find(|told| i64::from(told.number) == number.value)?;
        let (revision, issued) = (told.number, told.date);
        if let Some(written) = date
            && self.day(written).is_some_and(|day| day != issued)
        {
            let zh = format!("修订 {revision} 的日期是 {issued}；这里可以不写 date");
            self.error(
                Code::TB054,
                written.span,
                zh,
                format!("revision {revision} is of {issued}; `date` may be left out"),
            );
        }
        Some(Correction { revision, date: issued, why: why.text.clone() })
    }
}
