//! What a document of ours says of itself, compared with what its labels say.

use std::collections::BTreeMap;

use tianbao_schema::Form;
use tianbao_schema::form::{Member, MemberId};

use super::fold;
use super::own::Own;
use super::site::Site;
use super::trace::{Problem, ProblemCode};
use crate::page::{Block, Page, Place};

/// A marked text.
#[derive(Clone, Copy)]
struct Marked<'p> {
    text: &'p str,
    place: Place,
}

/// Lets marks decide where labels say nothing, and reports where the two quarrel.
pub(super) fn compare(
    form: &Form,
    page: &Page,
    sites: &mut BTreeMap<MemberId, Site>,
    problems: &mut Vec<Problem>,
) {
    let (marked, own) = (collect(page), Own::of(page));
    for (path, marks) in &marked {
        let Some(member) = form.find(path).filter(|member| !member.is_group()) else {
            let message = format!("文件里标着“{path}”，这张表没有这一项；可能是别的版本的表");
            problems.extend(marks.first().map(|mark| problem(mark, None, message.clone())));
            continue;
        };
        decide(form, member, marks, sites, problems);
        if let Some(site) = sites.get_mut(&member.id) {
            let marked = marks.iter().find(|mark| mark.place == site.place && mark.text == site.text);
            site.own = marked.and_then(|mark| own.value(form, member, mark.text)).cloned();
        }
    }
}

fn collect(page: &Page) -> BTreeMap<&str, Vec<Marked<'_>>> {
    let mut marked = BTreeMap::<&str, Vec<Marked<'_>>>::new();
    for block in &page.blocks {
        match block {
            Block::Line(line) => {
                for mark in &line.marks {
                    marked
                        .entry(&mark.path)
                        .or_default()
                        .push(Marked { text: &mark.text, place: line.place });
                }
            }
            Block::Table(table) => {
                for cell in &table.cells {
                    for mark in &cell.marks {
                        marked
                            .entry(&mark.path)
                            .or_default()
                            .push(Marked { text: &mark.text, place: cell.place });
                    }
                }
            }
        }
    }
    marked
}

fn decide(
    form: &Form,
    member: &Member,
    marks: &[Marked<'_>],
    sites: &mut BTreeMap<MemberId, Site>,
    problems: &mut Vec<Problem>,
) {
    let Some(first) = marks.first() else { return };
    let agree = marks.iter().all(|mark| fold::key(mark.text) == fold::key(first.text));
    let label = &member.full_label;
    match sites.get_mut(&member.id) {
        Some(site) => {
            let own = marks.iter().find(|mark| mark.place == site.place);
            if let Some(mark) = own.filter(|_| agree) {
                // The mark knows where the value begins and ends, and which field it is.
                mark.text.clone_into(&mut site.text);
                (site.unsure, site.rival) = (false, None);
            } else if marks.iter().all(|mark| fold::key(mark.text) != fold::key(&site.text)) || !agree {
                let message =
                    format!("按标签，“{label}”在{}；文件里的记号却在别处；按标签读，请核对", site.place);
                problems.push(problem(first, Some(member), message));
            }
        }
        None if !agree => {
            let message = format!("“{label}”的记号在几处，内容不同，没有读");
            problems.push(problem(first, Some(member), message).error());
        }
        None => {
            let taken = sites
                .iter()
                .any(|(owner, site)| site.place == first.place && !has_line(form, *owner, member));
            if taken && !fold::key(first.text).is_empty() {
                let message = format!("这里的标签是另一项，记号是“{label}”；按标签读，“{label}”没有读");
                problems.push(problem(first, Some(member), message));
                return;
            }
            let mut site = Site::sure(first.text.to_owned(), first.place);
            site.varied = true;
            sites.insert(member.id, site);
        }
    }
}

/// True where a field is filled in on the line after a box of another.
fn has_line(form: &Form, owner: MemberId, member: &Member) -> bool {
    form.member(owner).choices().iter().any(|choice| choice.line == Some(member.id))
}

fn problem(mark: &Marked<'_>, member: Option<&Member>, message: String) -> Problem {
    let path = member.map(|member| member.path.as_str());
    Problem::new(ProblemCode::Mark, path, mark.text, Some(mark.place), message)
}
