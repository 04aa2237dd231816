//! Next year's spec from this one: the text as it is, but for the edition, its years and what bears a date.

mod dated;
mod former;

use super::written::{Written, lines};
use crate::check::check;
use crate::diagnostic::{Level, Message};
use crate::edits::{self, Edit};
use crate::form::{Form, Years};
use crate::node::{Node, NodeValue};
use crate::place::Span;
use crate::source::Source;
use dated::Reach;
use former::former;

/// The last year that a spec may begin with.
const LAST_YEAR: u16 = 9998;

/// A spec for another edition, still as edits of the old text.
#[derive(Clone, Debug)]
pub struct Next {
    /// The old text.
    pub old: Source,
    /// The edition that is to be.
    pub edition: u32,
    /// The years that it serves.
    pub years: Years,
    /// What is changed.
    pub edits: Vec<Edit>,
    /// What was changed, in the order of the text.
    pub done: Vec<Remark>,
    /// What a person has to look at.
    pub look: Vec<Remark>,
}

/// A line for the maintainer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// The byte of the old text that it speaks of; none where it speaks of no place.
    pub at: Option<usize>,
    /// What there is to say.
    pub text: String,
}

impl Remark {
    /// A remark about a place.
    pub fn at(byte: usize, text: impl Into<String>) -> Self {
        Self { at: Some(byte), text: text.into() }
    }
}

impl Next {
    /// The spec of the next edition. Whatever bears a date moves with the years, as far as the result passes `check`.
    ///
    /// # Errors
    /// Where the edition is not later than the spec's own or no year, the spec cannot be read, or it is an addition.
    pub fn of(old: &Source, form: &Form, edition: u32) -> Result<Self, Message> {
        if edition <= form.edition {
            let old = form.edition;
            return Err(Message::new(
                format!("这份规格已经是 {old} 版，新版要比它大，不能是 {edition}"),
                format!("this spec is edition {old}; the next one must be greater than that, not {edition}"),
            ));
        }
        let written =
            Written::of(old).ok_or_else(|| Message::new("这份规格读不了", "the spec cannot be read"))?;
        let years = years(form, edition)?;
        if form.addition.is_some() {
            return Err(Message::new(
                format!(
                    "这是一份补充，不另出新版：抄一份，把 extends 改成新的一版，如 {}/{edition}",
                    form.id
                ),
                format!(
                    "this is an addition; copy it and let it extend the next edition, such as {}/{edition}",
                    form.id
                ),
            ));
        }
        let plain = Self::plain(old, form, &written, edition, years);
        let [all, values, least] =
            Reach::ALL.map(|reach| plain.dated(dated::moved(&written, form, years, reach)));
        let mut next = [all, values].into_iter().find(Self::passes).unwrap_or(least);
        next.mentions(form);
        next.gap(form);
        next.done.sort_by_key(|remark| remark.at);
        Ok(next)
    }

    /// Edition, years, revision and former names; nothing that bears a date.
    fn plain(old: &Source, form: &Form, written: &Written, edition: u32, years: Years) -> Self {
        let (edits, done, look) = (Vec::new(), Vec::new(), Vec::new());
        let mut next = Self { old: old.clone(), edition, years, edits, done, look };
        if let Some(place) = written.spec.edition {
            next.replace(place.span, edition.to_string(), "edition");
        }
        if let Some(spec) = &written.spec.years {
            let ends = [(Some(years.from), spec.from, "years 的 from"), (years.to, spec.to, "years 的 to")];
            for (year, place, what) in ends {
                if let (Some(year), Some(place)) = (year, place) {
                    next.replace(place.span, year.to_string(), what);
                }
            }
        }
        next.leading_comment(form, &written.root);
        former(&old.text, &written.root, true, &mut |at, cut, said| {
            next.done.push(Remark::at(at, said));
            next.edits.push(Edit::new(cut, ""));
        });
        next
    }

    /// The lines above the first key, where they name the edition.
    fn leading_comment(&mut self, form: &Form, root: &Node) {
        let NodeValue::Map { entries, .. } = &root.value else { return };
        let end = entries.first().map_or(0, |entry| entry.key.span.start);
        let head = self.old.text.get(..end).unwrap_or_default().to_owned();
        let name = form.edition.to_string();
        for place in
            dated::numbers(&head).into_iter().filter(|place| head.get(place.start..place.end) == Some(&name))
        {
            let after = head[place.end..].trim_start();
            if after.starts_with("版") || after.starts_with("年版") {
                self.replace(place, self.edition.to_string(), "注释里的版");
            }
        }
    }

    fn replace(&mut self, place: Span, text: String, what: &str) {
        let old = self.old.slice(place);
        if old != text {
            self.done.push(Remark::at(place.start, format!("{what}：{old} → {text}")));
            self.edits.push(Edit::new(place, text));
        }
    }

    fn dated(&self, moved: Vec<(Span, String, String)>) -> Self {
        let mut next = self.clone();
        for (place, text, what) in moved {
            next.replace(place, text, &what);
        }
        next
    }

    /// Makes these edits, too, where the result still passes; false where it does not.
    pub fn attempt(&mut self, edits: impl IntoIterator<Item = Edit>) -> bool {
        let before = self.edits.len();
        self.edits.extend(edits);
        let passes = self.passes();
        if !passes {
            self.edits.truncate(before);
        }
        passes
    }

    /// True where the new text is a spec without errors.
    #[must_use]
    pub fn passes(&self) -> bool {
        let checked = check(&self.old.name, self.text().as_bytes());
        checked.diagnostics.iter().all(|diagnostic| diagnostic.level != Level::Error)
    }

    /// Says what the years of the two editions leave out or have twice.
    fn gap(&mut self, form: &Form) {
        let (last, from) = (form.years.to, self.years.from);
        if let Some(first) = last.map(|last| last + 1).filter(|first| *first < from) {
            let until = from - 1;
            let between = if first == until { first.to_string() } else { format!("{first} 至 {until}") };
            self.look.push(Remark {
                at: None,
                text: format!("{between} 年度没有哪一版管：旧版或新版的 years 要补上"),
            });
        }
        if last.is_some_and(|last| last >= from) {
            let text = format!("旧版也管 {from} 年度：新版从哪年起施行，旧版的 to 就写到前一年");
            self.look.push(Remark { at: None, text });
        }
    }

    /// Lists the lines that name a year of the old edition and were left as they are.
    fn mentions(&mut self, form: &Form) {
        let text = self.old.text.clone();
        let mut listed = Span::default();
        for place in dated::numbers(&text) {
            let year = text.get(place.start..place.end).and_then(|year| year.parse::<u16>().ok());
            let ours = year.is_some_and(|year| dated::is_of(form.years, year));
            let touched =
                self.edits.iter().any(|edit| edit.span.start < place.end && place.start < edit.span.end);
            if ours && !touched && place.start >= listed.end {
                listed = lines(&text, place);
                let now = self.line(&Remark::at(place.start, "")).map(|(_, text)| text).unwrap_or_default();
                self.look.push(Remark::at(place.start, format!("提到旧年份，没有动：{now}")));
            }
        }
    }

    /// The text of the new spec.
    #[must_use]
    pub fn text(&self) -> String {
        edits::apply(&self.old.text, &self.edits)
    }

    /// The line of the new text on which a remark's place stands, and what it says.
    #[must_use]
    pub fn line(&self, remark: &Remark) -> Option<(usize, String)> {
        let text = self.text();
        let at = edits::place_after(remark.at?, &self.edits);
        let line = text.get(..at)?.matches('\n').count();
        Some((line + 1, text.lines().nth(line).unwrap_or_default().trim().to_owned()))
    }
}

/// The years of the next edition: that of its own number, where the old edition was named for its first year. A closed
/// edition is followed by one that is closed after its first year: how long it will serve nobody knows yet.
fn years(form: &Form, edition: u32) -> Result<Years, Message> {
    let old = form.years;
    let named = u32::from(old.from) == form.edition;
    let from = if named { edition } else { u32::from(old.to.unwrap_or(old.from)) + 1 };
    let from = u16::try_from(from).ok().filter(|from| *from <= LAST_YEAR).ok_or_else(|| {
        let first = old.from;
        Message::new(
            format!("这张表的版号就是年份（{first} 版从 {first} 年度起），{from} 不能做年份，最大是 {LAST_YEAR}"),
            format!("this form's editions are years ({first} begins with {first}); {from} is none, at most {LAST_YEAR} is"),
        )
    })?;
    Ok(Years { from, to: old.to.map(|_| from) })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SPEC: &str = "\
# 小表，2019 版；2019 年起施行
form: tiny
edition: 2019
revision: 2                # 改正过一次
revisions:
  - { revision: 2, date: '2020-01-10', note: 规则太严 }
years: { from: 2019, to: 2019 }  # 管哪几年
title: 小表
home: https://forms.example.org/2019
sections:
  - fields:
      - { id: year, label: 年度, kind: year, example: 2019 }
  - id: work
    was: job
    label: 工作
    instruction:
      - fill: 请填写2019年的工作。
    fields:
      - was: work.number
        id: total
        label: 总数   # 旧表叫数量
        kind: count
      - { id: day, was: date, label: 日期, kind: date, example: '2020-02-29' }
sample: { year: 2019, work: { day: '2020-01-15', total: 2019 } }
rules:
  - id: work.day.window
    title: 日期
    assert: work.day >= date(2020, 1, 1) && work.day <= date(2020, 1, 31) && work.day > date(1999, 1, 1)
    severity: error
    basis: stated
    message: 日期应在次年一月
    holds: { work.day: '2020-01-31' }
    fails: { work.day: '2020-02-01' }

  - id: work.total.some
    title: 有没有
    assert: work.total > 0
    severity: error
    basis: implied
    withdrawn:
      revision: 2
      why: 可以没有

  - id: work.total.many
    title: 太多
    assert: work.total < 5000
    severity: hint
    changed: { revision: 2, from: warning, why: 太严 }
    basis: implied
";

    fn next(spec: &str, edition: u32) -> Next {
        let checked = check("小表.yaml", spec.as_bytes());
        let form = checked.form.unwrap_or_else(|| panic!("{:?}", checked.diagnostics));
        Next::of(&checked.source, &form, edition).unwrap_or_else(|message| panic!("{}", message.zh))
    }

    fn told(next: &Next) -> String {
        let number = |remark: &Remark| next.line(remark).map_or(0, |(line, _)| line);
        let line = |remark: &Remark| format!("{} {}\n", number(remark), remark.text);
        next.done.iter().map(line).chain(["--\n".to_owned()]).chain(next.look.iter().map(line)).collect()
    }

    #[test]
    fn everything_dated_moves_and_the_rest_stays() {
        let next = next(SPEC, 2020);
        assert!(next.passes(), "{}", next.text());
        insta::assert_snapshot!("next", format!("{}----\n{}", next.text(), told(&next)));
    }

    #[test]
    fn line_ends_stay_as_they_are() {
        let windows = SPEC.replace('\n', "\r\n");
        assert_eq!(next(&windows, 2020).text(), next(SPEC, 2020).text().replace('\n', "\r\n"));
    }

    #[test]
    fn open_editions_and_gaps() {
        let open = SPEC.replace(", to: 2019 }", " }");
        assert_eq!(next(&open, 2020).years, Years { from: 2020, to: None });
        let gap = next(SPEC, 2022);
        assert!(told(&gap).contains("2020 至 2021 年度没有哪一版管"), "{}", told(&gap));
        let numbered = SPEC.replace("edition: 2019", "edition: 1");
        assert_eq!(next(&numbered, 2).years, Years { from: 2020, to: Some(2020) });
    }

    #[test]
    fn what_would_break_the_spec_is_left_as_it_is() {
        // The year of this rule is not seen: moved alone, its cases would not do what they say.
        let sum = SPEC.replace("date(2020, 1, 31)", "date(2018 + 2, 1, 31)");
        let next = next(&sum, 2020);
        assert!(next.passes(), "{}", next.text());
        assert!(next.text().contains("holds: { work.day: '2020-01-31' }"), "{}", next.text());
        assert!(next.text().contains("day: '2021-01-15'"), "{}", next.text());
    }

    #[test]
    fn editions_only_go_up() {
        let checked = check("小表.yaml", SPEC.as_bytes());
        let form = checked.form.expect("a sound spec");
        assert!(Next::of(&checked.source, &form, 2019).is_err());
        let no_year = Next::of(&checked.source, &form, 99_999).expect_err("no year");
        assert!(no_year.zh.contains("99999 不能做年份"), "{}", no_year.zh);
    }

    #[test]
    fn an_edition_of_several_years_moves_by_the_year_of_its_sample() {
        let several = SPEC
            .replace("to: 2019 }", "to: 2021 }")
            .replace("sample: { year: 2019,", "sample: { year: 2021,")
            .replace("day: '2020-01-15'", "day: '2022-01-15'")
            .replace("date(2020, 1, ", "date(work_year + 1, 1, ")
            .replace("work_year", "year")
            .replace("'2020-01-31'", "'2022-01-31'")
            .replace("'2020-02-01'", "'2022-02-01'");
        for (edition, year) in [(2020, 2020), (2022, 2022), (2023, 2023)] {
            let next = next(&several, edition);
            let text = next.text();
            assert!(next.passes(), "{text}");
            assert!(
                text.contains(&format!("sample: {{ year: {year}, work: {{ day: '{}-01-15'", year + 1)),
                "{text}"
            );
            assert!(text.contains(&format!("holds: {{ work.day: '{}-01-31' }}", year + 1)), "{text}");
        }
    }
}
