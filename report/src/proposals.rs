//! What a newly issued document asks of next year's spec: edits where they are mechanical, else what to look at.

mod clause;
mod fresh;
mod place;
mod said;

use tianbao_schema::Form;
use tianbao_schema::editions::written::Written;
use tianbao_schema::editions::{Next, Remark};
use tianbao_schema::edits::Edit;

use crate::page::Place;
use crate::reading::{Difference, Fresh, FreshKind, Issued, Of, What};

/// Something that the document asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// What to say of it, with its place in the old spec.
    pub remark: Remark,
    /// Where it stands in the document.
    pub place: Option<Place>,
    /// Lines of YAML to put in by hand; empty where there are none.
    pub yaml: String,
    edits: Vec<Edit>,
}

/// All that a document asks for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Proposals {
    /// What was done.
    pub done: Vec<Proposal>,
    /// What is left to the maintainer.
    pub open: Vec<Proposal>,
}

/// Turns differences into edits of the next spec, as far as it still passes `check`; ids are never touched.
pub fn propose(next: &mut Next, form: &Form, issued: &Issued) -> Proposals {
    let Some(written) = Written::of(&next.old) else { return Proposals::default() };
    let text = next.old.text.clone();
    let spec = Spec { form, written: &written, text: &text };
    let mut all: Vec<Proposal> = Vec::new();
    let mut heading: Option<(&Fresh, usize)> = None;
    for difference in &issued.differences {
        if let What::New(fresh) = &difference.what {
            // What stands below a new heading goes into its lines.
            if let Some((around, at)) =
                heading.filter(|(around, _)| fresh.inside.last() == Some(&around.label))
            {
                all[at].yaml += &fresh::indented(&fresh::yaml(fresh, around.unit.is_some()));
                continue;
            }
            heading = (fresh.kind == FreshKind::Heading).then_some((fresh, all.len()));
        }
        all.push(spec.proposal(difference));
        all.extend(spec.quoted(difference));
    }
    all.sort_by_key(|proposal| proposal.remark.at);
    apply(next, all)
}

/// Makes the edits, all of them or as many as leave a spec without errors.
fn apply(next: &mut Next, all: Vec<Proposal>) -> Proposals {
    let (edits, open): (Vec<_>, Vec<_>) = all.into_iter().partition(|proposal| !proposal.edits.is_empty());
    let mut proposals = Proposals { done: Vec::new(), open };
    if next.attempt(edits.iter().flat_map(|proposal| proposal.edits.clone())) {
        proposals.done = edits;
        return proposals;
    }
    for mut proposal in edits {
        if next.attempt(proposal.edits.clone()) {
            proposals.done.push(proposal);
        } else {
            proposal.remark.text += "；没有改：改了它，别处就对不上，请一并改";
            proposals.open.push(proposal);
        }
    }
    proposals.open.sort_by_key(|proposal| proposal.remark.at);
    proposals
}

/// The spec as it was.
struct Spec<'a> {
    form: &'a Form,
    written: &'a Written,
    text: &'a str,
}

impl Spec<'_> {
    fn proposal(&self, difference: &Difference) -> Proposal {
        let edits = difference.of.and_then(|of| self.edits(of, &difference.what)).unwrap_or_default();
        let remark = Remark {
            at: difference.of.and_then(|of| self.place(of)),
            text: self.said(difference.of, &difference.what, !edits.is_empty()),
        };
        Proposal { remark, place: difference.place, yaml: self.yaml(difference), edits }
    }

    /// The edits that do what the document asks; none where a person has to.
    fn edits(&self, of: Of, what: &What) -> Option<Vec<Edit>> {
        match what {
            What::Label(words) => self.relabel(of, words),
            What::Unit(unit) => self.reunit(of, unit.as_deref()),
            What::Clause(text) => self.reword(of, text),
            What::Below(below) => self.set_flag(of, "text_below", "true", *below),
            What::Printed(true) => self.set_flag(of, "printed", "instructions", false),
            What::Printed(false) if matches!(of, Of::Section(_)) => {
                self.set_flag(of, "printed", "instructions", true)
            }
            What::Printed(false)
            | What::Numbered(_)
            | What::Gone
            | What::Moved(_)
            | What::Reordered
            | What::Boxes(_)
            | What::Order(_)
            | What::Line
            | What::OwnRow
            | What::Together(_)
            | What::Apart(_)
            | What::New(_) => None,
        }
    }

    /// Lines to put in by hand.
    fn yaml(&self, difference: &Difference) -> String {
        match &difference.what {
            What::New(fresh) => fresh::yaml(fresh, false),
            What::Boxes(boxes) if !boxes.is_empty() => fresh::boxes(boxes),
            What::Clause(text)
                if self.edits(difference.of.unwrap_or(Of::Title), &difference.what).is_none() =>
            {
                fresh::instruction(text)
            }
            What::Together(with) => match difference.of {
                Some(Of::Member(id)) => {
                    let paths =
                        std::iter::once(&id).chain(with).map(|id| self.form.member(*id).path.as_str());
                    format!("- [{}]\n", paths.collect::<Vec<_>>().join(", "))
                }
                Some(_) | None => String::new(),
            },
            What::Boxes(_)
            | What::Clause(_)
            | What::Label(_)
            | What::Unit(_)
            | What::Below(_)
            | What::Numbered(_)
            | What::Printed(_)
            | What::Gone
            | What::Moved(_)
            | What::Reordered
            | What::Order(_)
            | What::Line
            | What::OwnRow
            | What::Apart(_) => String::new(),
        }
    }

    /// Rules whose words still name a label as it was.
    fn quoted(&self, difference: &Difference) -> Option<Proposal> {
        let (Some(of), What::Label(_)) = (difference.of, &difference.what) else { return None };
        let label = self.label(of).filter(|label| label.text.chars().count() > 3)?;
        let says = |scalar: &tianbao_schema::node::Scalar| scalar.text.contains(&label.text);
        let rules = self.written.spec.rules.iter().flatten();
        let words = rules.flat_map(|rule| [&rule.title, &rule.message, &rule.advice]).flatten();
        let scalar = words.into_iter().find(|scalar| says(scalar))?;
        let text = format!("规则里还写着“{}”，请照新名称改", label.text);
        let remark = Remark::at(scalar.span.start, text);
        Some(Proposal { remark, place: None, yaml: String::new(), edits: Vec::new() })
    }
}
