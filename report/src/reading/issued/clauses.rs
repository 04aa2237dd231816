//! The 填写说明: its paragraphs held against the form's clauses, in the order of both, then wherever they stand.

use tianbao_schema::Form;
use tianbao_schema::form::Subject;

use super::words::{bare, numbered, shared};
use super::{Difference, Fresh, FreshKind, Of, Paragraph, What, fold};
use crate::page::Place;
use crate::reading::likeness::likeness;

/// Two paragraphs that share less are not one.
const ALIKE: f64 = 0.7;

/// A clause does not become so many times longer.
const LONGER: usize = 8;
/// Paragraphs that are no clause of the form are listed up to so many.
const MOST_NEW: usize = 200;
/// Of a paragraph that is no clause so many characters are shown.
const MOST_SHOWN: usize = 2_000;

/// A paragraph of the 填写说明.
#[derive(Debug)]
struct Said<'a, T> {
    /// Whose it is, or where it stands.
    of: T,
    numbered: bool,
    label: String,
    /// The label that the table has for it now.
    renamed: Option<String>,
    text: String,
    /// As it stands.
    whole: &'a str,
}

impl<T> Said<'_, T> {
    /// True for its label, or the one that the table has for it now.
    fn is_called(&self, label: &str) -> bool {
        let key = fold::key(label);
        fold::key(&self.label) == key
            || self.renamed.as_deref().is_some_and(|renamed| fold::key(renamed) == key)
    }
}

/// Compares the 填写说明; what the table told already is not said twice.
pub(super) fn compare(form: &Form, paragraphs: &[Paragraph<'_>], differences: &mut Vec<Difference>) {
    let printed: Vec<(Of, Vec<String>)> =
        form.clauses().iter().map(|clause| (part(clause.subject), clause.paragraphs())).collect();
    let renamed = |of: Of| {
        differences.iter().find_map(|difference| match &difference.what {
            What::Label(label) if difference.of == Some(of) => Some(label.clone()),
            _ => None,
        })
    };
    let wanted: Vec<Said<'_, Of>> = printed
        .iter()
        .flat_map(|(of, texts)| {
            texts
                .iter()
                .flat_map(|text| text.lines())
                .map(|text| Said { renamed: renamed(*of), ..said(*of, text) })
        })
        .collect();
    let found: Vec<Said<'_, Place>> = paragraphs.iter().map(|(text, place)| said(*place, text)).collect();
    let mut partner = in_order(&wanted, &found);
    elsewhere(&wanted, &found, &mut partner);
    let mut own = Vec::new();
    for (at, clause) in wanted.iter().enumerate() {
        match partner[at] {
            Some(other) => own.extend(pair(clause, &found[other])),
            None => own.push(Difference::new(clause.of, What::Gone, None)),
        }
    }
    let headings = below(&wanted, &found, &mut partner, &mut own);
    unlabelled(&wanted, &partner, differences);
    for difference in own {
        if !is_told(form, differences, &difference) {
            differences.push(difference);
        }
    }
    new(&wanted, &found, &partner, &headings, differences);
}

fn part(subject: Subject) -> Of {
    match subject {
        Subject::Section(index) => Of::Section(index),
        Subject::Member(id) => Of::Member(id),
        Subject::Choice { field, choice } => Of::Choice(field, choice),
    }
}

/// A paragraph in its parts: `1.网站名称：请填写……`.
fn said<T>(of: T, whole: &str) -> Said<'_, T> {
    let text = bare(whole);
    let (number, rest) = numbered(text.trim_matches('*').trim_start_matches('#'));
    let colon = rest.find(['：', ':']).filter(|at| number.is_some() || rest[..*at].chars().count() <= 12);
    let (label, text) = match colon {
        Some(at) => (&rest[..at], rest[at..].trim_start_matches(['：', ':'])),
        None if number.is_some() && !rest.contains('。') => (rest, ""),
        None => ("", rest),
    };
    Said {
        of,
        numbered: number.is_some(),
        label: label.to_owned(),
        renamed: None,
        text: text.to_owned(),
        whole,
    }
}

/// How much two paragraphs are the same one.
fn score<A, B>(wanted: &Said<'_, A>, found: &Said<'_, B>) -> f64 {
    let label = match (wanted.label.as_str(), found.label.as_str()) {
        ("", "") => 0.2,
        ("", _) | (_, "") => -0.2,
        (_, other) if wanted.is_called(other) => 1.0,
        (one, other) => match likeness(&fold::key(other), &fold::key(one)) {
            0.0 => -0.3,
            alike => 0.6 * alike,
        },
    };
    let text = match (wanted.text.is_empty(), found.text.is_empty()) {
        (true, true) => 0.5,
        (true, false) | (false, true) => -0.3,
        (false, false) if wanted.text == found.text => 1.5,
        (false, false) if found.text.len() > LONGER * wanted.text.len().max(40) => 0.0,
        (false, false) => shared(&wanted.text, &found.text),
    };
    label + text
}

/// For each clause its paragraph: the alignment in the order of both that explains most.
fn in_order<A, B>(wanted: &[Said<'_, A>], found: &[Said<'_, B>]) -> Vec<Option<usize>> {
    let width = found.len() + 1;
    let scores: Vec<f64> =
        wanted.iter().flat_map(|one| found.iter().map(|other| score(one, other))).collect();
    let pair = |at: usize, other: usize| scores[at * found.len() + other];
    let mut best = vec![0.0_f64; (wanted.len() + 1) * width];
    for at in (0..wanted.len()).rev() {
        for other in (0..found.len()).rev() {
            let skip = best[(at + 1) * width + other].max(best[at * width + other + 1]);
            let both = pair(at, other);
            let taken = if both >= ALIKE { both + best[(at + 1) * width + other + 1] } else { 0.0 };
            best[at * width + other] = skip.max(taken);
        }
    }
    let mut partner = vec![None; wanted.len()];
    let (mut at, mut other) = (0, 0);
    while at < wanted.len() && other < found.len() {
        let here = best[at * width + other];
        let both = pair(at, other);
        if both >= ALIKE && (both + best[(at + 1) * width + other + 1] - here).abs() < 1e-9 {
            partner[at] = Some(other);
            (at, other) = (at + 1, other + 1);
        } else if (best[(at + 1) * width + other] - here).abs() < 1e-9 {
            at += 1;
        } else {
            other += 1;
        }
    }
    partner
}

/// Clauses that moved: the paragraph that is left and most like them.
fn elsewhere<A, B>(wanted: &[Said<'_, A>], found: &[Said<'_, B>], partner: &mut [Option<usize>]) {
    for least in [1.5, ALIKE + 0.3] {
        for at in 0..wanted.len() {
            if partner[at].is_some() {
                continue;
            }
            let free = (0..found.len()).filter(|other| !partner.contains(&Some(*other)));
            let scored = free.map(|other| (other, score(&wanted[at], &found[other])));
            let best = scored.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
            partner[at] = best.filter(|(_, score)| *score >= least).map(|(other, _)| other);
        }
    }
}

/// What differs between a clause and its paragraph.
fn pair(clause: &Said<'_, Of>, found: &Said<'_, Place>) -> Vec<Difference> {
    let mut differences = Vec::new();
    let mut say = |what| differences.push(Difference::new(clause.of, what, Some(found.of)));
    if !clause.is_called(&found.label) && !found.label.is_empty() && !clause.label.is_empty() {
        say(What::Label(found.label.clone()));
    }
    if bare(&clause.text) != found.text {
        say(What::Clause(found.text.clone()));
    }
    let member = matches!(clause.of, Of::Member(_));
    if member && clause.numbered != found.numbered && clause.label == found.label && !clause.label.is_empty()
    {
        say(What::Numbered(found.numbered));
    }
    differences
}

/// A heading and its text on lines of their own, or on one; gives the paragraphs that are headings of clauses known.
fn below(
    wanted: &[Said<'_, Of>],
    found: &[Said<'_, Place>],
    partner: &mut [Option<usize>],
    own: &mut Vec<Difference>,
) -> Vec<usize> {
    let mut headings = Vec::new();
    for at in 0..wanted.len() {
        let (of, Some(other)) = (wanted[at].of, partner[at]) else { continue };
        // Heading and text were two paragraphs, and are one.
        let heading =
            at.checked_sub(1).filter(|before| wanted[*before].of == of && partner[*before].is_none());
        if heading.is_some_and(|before| wanted[before].label == found[other].label) {
            own.retain(|difference| difference.of != Some(of));
            own.push(Difference::new(of, What::Below(false), Some(found[other].of)));
        }
    }
    for at in 0..wanted.len() {
        let clause = &wanted[at];
        let whole = partner[at].is_some_and(|other| !found[other].label.is_empty());
        if clause.label.is_empty() || clause.text.is_empty() || whole {
            continue;
        }
        // They were one paragraph, and are two.
        let heading = (0..found.len().saturating_sub(1)).find(|other| {
            let (heading, text) = (&found[*other], &found[*other + 1]);
            heading.label == clause.label
                && heading.text.is_empty()
                && shared(&text.text, &clause.text) > 0.7
                && text.label.is_empty()
        });
        if let Some(heading) = heading.filter(|heading| !partner.contains(&Some(*heading))) {
            partner[at] = Some(heading + 1);
            headings.push(heading);
            own.retain(|difference| difference.of != Some(clause.of));
            own.push(Difference::new(clause.of, What::Below(true), Some(found[heading].of)));
            if bare(&clause.text) != found[heading + 1].text {
                let what = What::Clause(found[heading + 1].text.clone());
                own.push(Difference::new(clause.of, what, Some(found[heading + 1].of)));
            }
        }
    }
    headings
}

/// What the table does not print any more, and the 填写说明 still speaks of.
fn unlabelled(wanted: &[Said<'_, Of>], partner: &[Option<usize>], differences: &mut [Difference]) {
    for difference in differences.iter_mut().filter(|difference| difference.what == What::Gone) {
        let named = |(at, clause): (usize, &Said<'_, Of>)| {
            Some(clause.of) == difference.of && !clause.label.is_empty() && partner[at].is_some()
        };
        if wanted.iter().enumerate().any(named) {
            difference.what = What::Printed(false);
        }
    }
}

/// True for what the table told already, and for clauses of what is gone.
fn is_told(form: &Form, told: &[Difference], difference: &Difference) -> bool {
    let same = |other: &&Difference| other.of == difference.of;
    match &difference.what {
        What::Gone => told
            .iter()
            .filter(|other| other.what == What::Gone)
            .any(|other| other.of.zip(difference.of).is_some_and(|(outer, inner)| outer.holds(inner, form))),
        What::Label(label) => told
            .iter()
            .filter(same)
            .any(|other| matches!(&other.what, What::Label(other) if fold::key(other) == fold::key(label))),
        What::Unit(_)
        | What::Clause(_)
        | What::Below(_)
        | What::Numbered(_)
        | What::Printed(_)
        | What::Moved(_)
        | What::Boxes(_)
        | What::Order(_)
        | What::Line
        | What::OwnRow
        | What::Reordered
        | What::Together(_)
        | What::Apart(_)
        | What::New(_) => false,
    }
}

/// Paragraphs that are no clause of the form: the clause of something new in the table, else new by themselves.
fn new(
    wanted: &[Said<'_, Of>],
    found: &[Said<'_, Place>],
    partner: &[Option<usize>],
    headings: &[usize],
    differences: &mut Vec<Difference>,
) {
    let known = |at: &usize| partner.contains(&Some(*at)) || headings.contains(at);
    for (at, paragraph) in found.iter().enumerate().filter(|(at, _)| !known(at)).take(MOST_NEW) {
        let row = differences.iter_mut().find_map(|difference| match &mut difference.what {
            What::New(fresh)
                if fresh.clause.is_none() && fold::key(&fresh.label) == fold::key(&paragraph.label) =>
            {
                Some(fresh)
            }
            _ => None,
        });
        if let Some(fresh) = row.filter(|_| !paragraph.label.is_empty()) {
            fresh.clause = Some(paragraph.text.clone()).filter(|text| !text.is_empty());
            continue;
        }
        let before = (0..wanted.len())
            .filter(|clause| partner[*clause].is_some_and(|other| other < at))
            .max_by_key(|clause| partner[*clause]);
        let said = if paragraph.text.is_empty() { bare(paragraph.whole) } else { paragraph.text.clone() };
        let fresh = Fresh {
            clause: Some(said.chars().take(MOST_SHOWN).collect()),
            ..Fresh::new(FreshKind::Clause, paragraph.label.clone())
        };
        let of = before.map(|clause| wanted[clause].of);
        differences.push(Difference { of, what: What::New(fresh), place: Some(paragraph.of) });
    }
}
