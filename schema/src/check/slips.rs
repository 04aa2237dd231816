//! One message for each slip, and mends that can all be made at once: no two of a spec overlap.

use std::cmp::Reverse;

use crate::codes::Code;
use crate::diagnostic::{Diagnostic, Suggestion};

/// A longer mend takes no other into it.
const MOST_JOINED: usize = 4 * 1024;

/// In the order of their places, and one for each slip: of two that speak of the same words, the one that knows more.
///
/// Chinese quotes around a choice's label are told by TB024 (which also gives the id), `a ? b : c` by TB022, a
/// number for an id by TB044.
pub(super) fn one_each(mut diagnostics: Vec<Diagnostic>, text: &str) -> Vec<Diagnostic> {
    diagnostics.sort_by_key(|diagnostic| diagnostic.span);
    let better = told_better(&diagnostics);
    apart(&mut diagnostics, &better, text);
    let told = diagnostics.into_iter().zip(better).filter(|(_, better)| better.is_none());
    told.map(|(diagnostic, _)| diagnostic).collect()
}

/// For each, the one that tells its slip better, if any.
fn told_better(diagnostics: &[Diagnostic]) -> Vec<Option<usize>> {
    let knows_more = |code: Code| -> &[Code] {
        match code {
            Code::TB003 => &[Code::TB024],
            Code::TB008 => &[Code::TB022, Code::TB044, Code::TB045],
            _ => &[],
        }
    };
    let knowing: Vec<usize> = (0..diagnostics.len())
        .filter(|at| matches!(diagnostics[*at].code, Code::TB022 | Code::TB024 | Code::TB044 | Code::TB045))
        .collect();
    let of = |one: &Diagnostic| {
        let better = knows_more(one.code);
        // Sorted by start: what overlaps begins before the end of this one.
        let before = knowing.partition_point(|at| diagnostics[*at].span.start < one.span.end);
        let near = knowing[..before].iter().rev().take(16).copied();
        near.into_iter()
            .find(|at| better.contains(&diagnostics[*at].code) && diagnostics[*at].span.end > one.span.start)
    };
    diagnostics.iter().map(of).collect()
}

/// A mend inside another becomes part of it; one that cannot is left for the next time.
fn apart(diagnostics: &mut [Diagnostic], better: &[Option<usize>], text: &str) {
    let mut order: Vec<(usize, Suggestion)> = diagnostics
        .iter()
        .enumerate()
        .filter_map(|(at, diagnostic)| Some((at, diagnostic.suggestion.clone()?)))
        .collect();
    order.sort_by_key(|(_, mend)| (mend.span.start, Reverse(mend.span.end)));
    let mut kept: Vec<(usize, Suggestion)> = Vec::with_capacity(order.len());
    for (at, mend) in order {
        let last =
            kept.last_mut().filter(|(_, last)| mend.span.start < last.span.end || mend.span == last.span);
        match last {
            None => kept.push((at, mend)),
            Some((holder, last)) => {
                let joined = joined(text, last, &mend);
                let yields = better[*holder] == Some(at);
                match joined {
                    Some(joined) => last.replacement = joined,
                    None if yields => *last = mend,
                    None => {}
                }
                if yields {
                    *holder = at;
                }
            }
        }
    }
    diagnostics.iter_mut().for_each(|diagnostic| diagnostic.suggestion = None);
    for (at, mend) in kept {
        diagnostics[at].suggestion = Some(mend);
    }
}

/// The outer mend with the inner one made in it, where the words that this replaces stand in both texts alike.
fn joined(text: &str, outer: &Suggestion, inner: &Suggestion) -> Option<String> {
    let written = text.get(outer.span.start..outer.span.end)?;
    let words = text.get(inner.span.start..inner.span.end.min(outer.span.end))?;
    let is_part = inner.span != outer.span && inner.span.end <= outer.span.end;
    if !is_part || words.is_empty() || words.contains(['\'', '"']) || outer.replacement.len() > MOST_JOINED {
        return None;
    }
    let before = written.get(..inner.span.start - outer.span.start)?.matches(words).count();
    let alike = written.matches(words).count() == outer.replacement.matches(words).count();
    let (found, _) = outer.replacement.match_indices(words).nth(before).filter(|_| alike)?;
    let mut mended = outer.replacement.clone();
    mended.replace_range(found..found + words.len(), &inner.replacement);
    Some(mended)
}
