//! The lines above and below the table: 填报单位：…, 审核人：…, （2019年度）.

use tianbao_schema::Form;
use tianbao_schema::form::{Kind, Line, MemberId, Piece};

use super::fold;
use super::likeness::{ALIKE, likeness};
use super::site::Site;
use crate::page::Place;

/// A text that no label of the table took: a line, or a cell.
#[derive(Clone, Copy, Debug)]
pub(super) struct Candidate<'p> {
    /// Its text.
    pub(super) text: &'p str,
    /// Where it stands.
    pub(super) place: Place,
    /// The cell beside it, where there is one.
    pub(super) beside: Option<(&'p str, Place)>,
}

/// What was found of the lines of one end of the form.
#[derive(Default)]
pub(super) struct Found {
    /// Fields with their texts, in the order of the form.
    pub(super) sites: Vec<(MemberId, Site)>,
    /// Candidates that were used.
    pub(super) used: Vec<Place>,
}

/// A field of the lines, with the words before it.
struct Wanted {
    field: MemberId,
    /// 审核人; none where no colon stands between words and value.
    label: Option<String>,
}

/// Reads the lines of one end; candidates that stand nearer to the table come first.
pub(super) fn read(form: &Form, lines: &[Line], candidates: &[Candidate<'_>]) -> Found {
    let mut found = Found::default();
    let wanted = wanted(lines);
    for line in lines {
        let matches: Vec<_> = candidates
            .iter()
            .filter_map(|candidate| Some((candidate, whole(line, candidate.text)?)))
            .collect();
        for (candidate, values) in matches {
            found.used.push(candidate.place);
            for (field, text) in values {
                found.add(field, Site::sure(text, candidate.place));
            }
        }
    }
    for candidate in candidates {
        for (field, text, place, exact) in labelled(&wanted, candidate) {
            // A field that a whole line gave is surer than one by its label alone.
            if !found.has_sure(field) || exact {
                found.add(field, if exact { Site::sure(text, place) } else { Site::alike(text, place) });
                found.used.extend([candidate.place, place]);
            }
        }
    }
    for wanted in &wanted {
        if let (false, Some(field)) = (found.has(wanted.field), form.member(wanted.field).field())
            && matches!(field.kind, Kind::Year { .. })
            && let Some((text, place)) = candidates.iter().find_map(|it| Some((year(it.text)?, it.place)))
        {
            found.add(wanted.field, Site::sure(text, place));
        }
    }
    bare(lines, candidates, &mut found);
    found
}

impl Found {
    fn has(&self, field: MemberId) -> bool {
        self.sites.iter().any(|(of, _)| *of == field)
    }

    fn has_sure(&self, field: MemberId) -> bool {
        self.sites.iter().any(|(of, site)| *of == field && !site.alike)
    }

    /// Adds a value; the first counts, another one that differs is a conflict.
    fn add(&mut self, field: MemberId, site: Site) {
        match self.sites.iter_mut().find(|(of, _)| *of == field) {
            None => self.sites.push((field, site)),
            Some((_, known)) if fold::key(&known.text).is_empty() => *known = site,
            Some((_, known)) => {
                let (one, other) = (fold::key(&known.text), fold::key(&site.text));
                if one != other && !other.is_empty() && known.place != site.place {
                    known.rival = Some(site.text);
                }
            }
        }
    }
}

/// The lines of a cell, each a candidate of its own where it begins with a label or is all of a line of the form.
pub(super) fn split<'p>(form: &Form, candidate: Candidate<'p>) -> Vec<Candidate<'p>> {
    let lines = || form.layout.head.iter().chain(&form.layout.foot);
    let wanted = wanted(lines());
    let begins = |text: &str| {
        lines().any(|line| whole(line, text).is_some())
            || !labelled(&wanted, &Candidate { text, ..candidate }).is_empty()
    };
    let text = candidate.text;
    let breaks = text.match_indices('\n').map(|(at, _)| at + 1);
    let next = |start: usize| text[start..].split('\n').next().unwrap_or_default();
    let starts: Vec<usize> = std::iter::once(0).chain(breaks.filter(|at| begins(next(*at)))).collect();
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().zip(ends).map(|(start, end)| Candidate { text: &text[*start..end], ..candidate }).collect()
}

fn wanted<'l>(lines: impl IntoIterator<Item = &'l Line>) -> Vec<Wanted> {
    let mut wanted = Vec::new();
    for line in lines {
        let mut before = "";
        for piece in &line.pieces {
            match piece {
                Piece::Text(text) => before = text,
                Piece::Value { of, .. } => {
                    let words = before.trim_end();
                    let words = words.strip_suffix(['：', ':']).map(|words| fold::key(last_word(words)));
                    wanted.push(Wanted { field: of.member, label: words.filter(|words| !words.is_empty()) });
                    before = "";
                }
                Piece::Figure(_) => {}
            }
        }
    }
    wanted
}

/// The words after the last wide gap: 审核人 in `  审核人`.
fn last_word(words: &str) -> &str {
    words.rsplit(fold::is_space).next().unwrap_or(words)
}

/// The values in a text that has all words of a line of the form, in their order.
pub(super) fn whole(line: &Line, text: &str) -> Option<Vec<(MemberId, String)>> {
    let mut values = Vec::new();
    let mut open: Option<MemberId> = None;
    let mut rest = text.trim_matches(fold::is_space);
    let mut words = false;
    for (index, piece) in line.pieces.iter().enumerate() {
        match piece {
            Piece::Text(literal) => {
                let (start, end) = find(rest, literal)?;
                let value = rest[..start].trim_matches(fold::is_space);
                match open.take() {
                    Some(field) => values.push((field, value.to_owned())),
                    None if index == 0 && value.is_empty() => {}
                    None => return None,
                }
                words |= !fold::key(literal).is_empty();
                rest = &rest[end..];
            }
            Piece::Value { of, .. } => {
                if open.replace(of.member).is_some() {
                    return None;
                }
            }
            Piece::Figure(_) => {}
        }
    }
    let rest = rest.trim_matches(fold::is_space);
    match open {
        Some(field) => values.push((field, rest.to_owned())),
        None if rest.is_empty() => {}
        None => return None,
    }
    (words && !values.is_empty()).then_some(values)
}

/// Where a literal stands in a text, white space and width aside.
fn find(text: &str, literal: &str) -> Option<(usize, usize)> {
    let wanted: Vec<char> = fold::key(literal).chars().collect();
    if wanted.is_empty() {
        return text.char_indices().find(|(_, c)| fold::is_space(*c)).map(|(at, _)| (at, at));
    }
    text.char_indices().find_map(|(start, _)| Some((start, begins(&text[start..], &wanted)? + start)))
}

/// Where the wanted characters end that a text begins with.
fn begins(text: &str, wanted: &[char]) -> Option<usize> {
    let mut wanted = wanted.iter();
    let mut next = wanted.next()?;
    if text.chars().next().is_none_or(fold::is_space) {
        return None;
    }
    for (at, character) in text.char_indices().filter(|(_, character)| !fold::is_space(*character)) {
        if fold::narrow(character) != *next {
            return None;
        }
        match wanted.next() {
            Some(wanted) => next = wanted,
            None => return Some(at + character.len_utf8()),
        }
    }
    None
}

/// The fields that a text brings by their labels, each with a colon after it or in a cell of its own.
fn labelled(wanted: &[Wanted], candidate: &Candidate<'_>) -> Vec<(MemberId, String, Place, bool)> {
    let text = candidate.text;
    let alone = fold::label(text).key;
    if let (Some((_, exact)), Some((value, place))) = (label(wanted, &alone), candidate.beside)
        && let Some((field, _)) = label(wanted, &alone)
    {
        return vec![(field, value.to_owned(), place, exact)];
    }
    // Each: where the label begins, where the value begins, the field, whether the label is the form's own.
    let mut marks: Vec<(usize, usize, MemberId, bool)> = Vec::new();
    for (colon, character) in text.char_indices().filter(|(_, c)| matches!(c, '：' | ':')) {
        let from = marks.last().map_or(0, |(_, value, ..)| *value);
        if let Some((start, field, exact)) = before_colon(wanted, text, from, colon) {
            marks.push((start, colon + character.len_utf8(), field, exact));
        }
    }
    let ends = marks.iter().skip(1).map(|(start, ..)| *start).chain([text.len()]);
    let value = |((_, value, field, exact), end): (&(usize, usize, MemberId, bool), usize)| {
        (*field, text[*value..end].trim_matches(fold::is_space).to_owned(), candidate.place, *exact)
    };
    marks.iter().zip(ends).map(value).collect()
}

/// The label that ends at a colon: of the words before it as many as make one.
fn before_colon(wanted: &[Wanted], text: &str, from: usize, colon: usize) -> Option<(usize, MemberId, bool)> {
    let before = text.get(from..colon)?;
    let starts = before.char_indices().filter(|(at, c)| {
        let first =
            before[..*at].chars().next_back().is_none_or(|c| fold::is_space(c) || matches!(c, '(' | '（'));
        first && !fold::is_space(*c)
    });
    let starts: Vec<usize> = starts.map(|(at, _)| at).collect();
    let found = starts.iter().rev().take(8).filter_map(|start| {
        let (field, exact) = label(wanted, &fold::key(&before[*start..]))?;
        Some((from + start, field, exact))
    });
    found.max_by_key(|(_, _, exact)| *exact)
}

/// The field with this label, and whether it is the form's own; else the one whose label is most like it.
fn label(wanted: &[Wanted], key: &str) -> Option<(MemberId, bool)> {
    let labels = wanted.iter().filter_map(|wanted| Some((wanted.field, wanted.label.as_deref()?)));
    let alike = labels.map(|(field, label)| (field, likeness(key, label)));
    let best = alike.filter(|(_, likeness)| *likeness >= ALIKE).max_by(|a, b| a.1.total_cmp(&b.1))?;
    Some((best.0, best.1 >= 1.0))
}

/// Four digits before 年.
fn year(text: &str) -> Option<String> {
    let key = fold::key(text);
    let digits = |end: usize| {
        let start = end.checked_sub(4)?;
        let year = key.get(start..end)?;
        let more = key[..start].ends_with(|c: char| c.is_ascii_digit());
        (!more && year.bytes().all(|byte| byte.is_ascii_digit())).then(|| year.to_owned())
    };
    key.match_indices('年').find_map(|(end, _)| digits(end))
}

/// Lines that are a value and nothing else stand beside a line of the form that was found.
fn bare(lines: &[Line], candidates: &[Candidate<'_>], found: &mut Found) {
    let mut ordered: Vec<&Candidate<'_>> = candidates.iter().collect();
    ordered.sort_by_key(|candidate| candidate.place);
    for (index, line) in lines.iter().enumerate() {
        let [Piece::Value { of, .. }] = line.pieces[..] else { continue };
        let place_of = |line: &Line| {
            ordered.iter().position(|candidate| line_is(line, candidate.text, found, candidate.place))
        };
        let above = index.checked_sub(1).and_then(|above| place_of(&lines[above])).map(|at| at + 1);
        let below = lines.get(index + 1).and_then(place_of).and_then(|at| at.checked_sub(1));
        let Some(candidate) = above.or(below).and_then(|at| ordered.get(at)) else { continue };
        if !found.used.contains(&candidate.place) && !found.has(of.member) {
            let (text, place) = (candidate.text.to_owned(), candidate.place);
            found.add(of.member, Site { alike: true, ..Site::sure(text, place) });
            found.used.push(place);
        }
    }
}

/// True where a candidate was read as this line of the form, or is its words.
fn line_is(line: &Line, text: &str, found: &Found, place: Place) -> bool {
    if whole(line, text).is_some() {
        return true;
    }
    match line.pieces[..] {
        [Piece::Text(ref words)] => fold::key(words) == fold::key(text),
        [Piece::Value { of, .. }] => {
            found.sites.iter().any(|(field, site)| *field == of.member && site.place == place)
        }
        _ => false,
    }
}
