//! Two revisions of one edition: what a revision may do, and what changed as a 更正说明 to publish.

use super::{Change, ChangeKind as Kind, Diff, Level};

/// A change that no revision may make breaks, whatever else it would do.
pub(super) fn hold(change: &mut Change) {
    if part(change.kind) == Part::Forbidden {
        change.level = Level::Breaking;
        let before = change.note.take().map(|note| format!("；{note}")).unwrap_or_default();
        change.note = Some(format!("修订不可以这样改，要出新的一版{before}"));
    }
}

/// Where a change stands in a 更正说明.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Notes,
    Withdrawn,
    Milder,
    Words,
    /// What no revision may do.
    Forbidden,
}

/// A revision may mend words and print, withdraw a rule or make it milder. Names, the values that are taken and
/// stored reports stay as they are.
const fn part(kind: Kind) -> Part {
    match kind {
        Kind::RevisionNoted => Part::Notes,
        Kind::RuleWithdrawn => Part::Withdrawn,
        Kind::SeverityLowered | Kind::RuleLoosened => Part::Milder,
        Kind::Title
        | Kind::Years
        | Kind::RenameProposed
        | Kind::LabelChanged
        | Kind::ScopeChanged
        | Kind::InstructionReworded
        | Kind::InstructionResliced
        | Kind::ChoiceRelabelled
        | Kind::ChoiceLine
        | Kind::ChoicesReordered
        | Kind::RuleReworded
        | Kind::RuleRewritten
        | Kind::RuleAt
        | Kind::RuleFix
        | Kind::RuleBasis
        | Kind::Reordered
        | Kind::Renumbered
        | Kind::LayoutPairs
        | Kind::LayoutWide
        | Kind::LayoutTitle
        | Kind::LayoutUnit
        | Kind::LayoutHead
        | Kind::LayoutFoot
        | Kind::LayoutPaper => Part::Words,
        Kind::AbsentWord
        | Kind::Home
        | Kind::SectionAdded
        | Kind::SectionRemoved
        | Kind::SectionRenamed
        | Kind::GroupAdded
        | Kind::GroupRemoved
        | Kind::GroupRenamed
        | Kind::GroupMoved
        | Kind::FieldAdded
        | Kind::FieldRemoved
        | Kind::FieldRenamed
        | Kind::FieldMoved
        | Kind::OptionalAdded
        | Kind::KindChanged
        | Kind::BecameRequired
        | Kind::BecameOptional
        | Kind::UnitChanged
        | Kind::PeriodChanged
        | Kind::LimitsTightened
        | Kind::LimitsLoosened
        | Kind::PlacesFewer
        | Kind::PlacesMore
        | Kind::LinesOne
        | Kind::LinesMany
        | Kind::PatternTightened
        | Kind::PatternLoosened
        | Kind::PatternChanged
        | Kind::ChoiceAdded
        | Kind::ChoiceRemoved
        | Kind::ChoiceRenamed
        | Kind::RuleAdded
        | Kind::RuleRemoved
        | Kind::RuleRenamed
        | Kind::RuleTightened
        | Kind::SeverityRaised
        | Kind::RuleRestored => Part::Forbidden,
    }
}

/// The headings of a 更正说明, each with its changes.
pub(super) fn chapters(diff: &Diff) -> Vec<(&'static str, Vec<&Change>)> {
    let parts = [
        (Part::Notes, "修订说明"),
        (Part::Withdrawn, "停用的规则"),
        (Part::Milder, "放宽的规则"),
        (Part::Words, "其他更正"),
        (Part::Forbidden, "修订不可以做的"),
    ];
    let of = |wanted| diff.changes.iter().filter(move |change| part(change.kind) == wanted).collect();
    parts.into_iter().map(|(part, title)| (title, of(part))).collect()
}
