//! A clause that reads differently: its parts are kept, and the words changed in those that they stand in.

use tianbao_schema::editions::written::lines;
use tianbao_schema::edits::{Edit, yaml_text};
use tianbao_schema::form::PartKind;
use tianbao_schema::node::Style;
use tianbao_schema::place::Span;
use tianbao_schema::spec::PartSpec;

use super::Spec;
use crate::reading::{Of, bare, shared};

/// Parts that share less are not one another's.
const ALIKE: f64 = 0.3;

impl Spec<'_> {
    /// The edits by which the parts of a clause say this; none where they cannot be kept.
    pub(super) fn reword(&self, of: Of, text: &str) -> Option<Vec<Edit>> {
        if let Some(means) = self.choice(of).and_then(|choice| choice.means.as_ref()) {
            return Some(vec![Edit::new(means.span, yaml_text(text))]);
        }
        let parts = match self.choice(of) {
            Some(choice) => choice.instruction.as_deref().unwrap_or_default(),
            None => self.entry(of)?.instruction(),
        };
        let block = |part: &PartSpec| part.text.style == Style::Block || !self.is_line(part);
        if parts.is_empty() || text.is_empty() || parts.iter().any(block) {
            return None;
        }
        // What stays at both ends; between them is what was changed.
        let mut rest = text;
        let mut first = 0;
        while let Some(after) =
            parts.get(first).and_then(|part| rest.strip_prefix(bare(&part.text.text).as_str()))
        {
            (rest, first) = (after, first + 1);
        }
        let mut last = parts.len();
        while let Some(before) =
            (first < last).then(|| rest.strip_suffix(bare(&parts[last - 1].text.text).as_str())).flatten()
        {
            (rest, last) = (before, last - 1);
        }
        match (&parts[first..last], rest) {
            ([], "") => None,
            ([], rest) => Some(vec![self.another(parts.get(first.checked_sub(1)?)?, rest)]),
            (gone, "") => {
                Some(gone.iter().map(|part| Edit::new(lines(self.text, part.text.span), "")).collect())
            }
            (changed, rest) => {
                let texts = divided(changed, rest)?;
                let edit = |(part, text): (&PartSpec, &str)| Edit::new(part.text.span, yaml_text(text));
                Some(changed.iter().zip(texts).map(edit).collect())
            }
        }
    }

    /// True for a part on a line of its own.
    fn is_line(&self, part: &PartSpec) -> bool {
        let line = self.text.get(lines(self.text, part.text.span).start..part.text.span.start);
        line.is_some_and(|line| line.trim_start().starts_with("- "))
    }

    /// A further part after another.
    fn another(&self, after: &PartSpec, text: &str) -> Edit {
        let line = lines(self.text, after.text.span);
        let written = self.text.get(line.start..line.end).unwrap_or_default();
        let indent: String = written.chars().take_while(|character| *character == ' ').collect();
        let (key, end) = (kind(text).key(), self.line_end());
        Edit::new(Span::new(line.end, line.end), format!("{indent}- {key}: {}{end}", yaml_text(text)))
    }
}

/// What a part seems to say, by the words that it begins with.
pub(super) fn kind(text: &str) -> PartKind {
    let begins = |words: &[&str]| words.iter().any(|word| text.starts_with(word));
    if begins(&["不包括", "不含"]) {
        PartKind::Excludes
    } else if begins(&["包括", "含"]) {
        PartKind::Includes
    } else if begins(&["例如", "如，"]) {
        PartKind::Example
    } else if text.contains("重复计算") {
        PartKind::Repeats
    } else if text.starts_with('“') && text.contains("”指") {
        PartKind::Means
    } else if text.contains("字数不超过") {
        PartKind::Limit
    } else {
        PartKind::Fill
    }
}

/// A text divided at its punctuation into as many pieces as there are parts, each like its part.
fn divided<'t>(parts: &[PartSpec], text: &'t str) -> Option<Vec<&'t str>> {
    if parts.len() == 1 {
        return Some(vec![text]);
    }
    let ends = text.char_indices().filter(|(_, character)| "，。；、！？）”".contains(*character));
    let mut cuts: Vec<usize> = ends.map(|(at, character)| at + character.len_utf8()).collect();
    cuts.dedup();
    if cuts.last() != Some(&text.len()) {
        cuts.push(text.len());
    }
    // For each cut the best way to get there with so many parts: score, and the cut before.
    let mut best: Vec<Vec<(f64, usize)>> = Vec::new();
    for (nth, part) in parts.iter().enumerate() {
        let wanted = bare(&part.text.text);
        let at = |cut: usize| {
            let from = |before: usize| if before == 0 { 0 } else { cuts[before - 1] };
            let starts = if nth == 0 { 0..1 } else { nth..cut + 1 };
            let scored = starts.filter_map(|before| {
                let piece = text.get(from(before)..cuts[cut])?;
                let so_far = if nth == 0 { 0.0 } else { best[nth - 1][before - 1].0 };
                let own = shared(&wanted, piece);
                (own >= ALIKE).then_some((so_far + own, before))
            });
            scored.max_by(|a, b| a.0.total_cmp(&b.0)).unwrap_or((f64::NEG_INFINITY, 0))
        };
        let row = (0..cuts.len()).map(at).collect();
        best.push(row);
    }
    let mut cut = cuts.len() - 1;
    let mut pieces = Vec::new();
    for row in best.iter().rev() {
        let (score, before) = row[cut];
        if score == f64::NEG_INFINITY {
            return None;
        }
        pieces.push(text.get(if before == 0 { 0 } else { cuts[before - 1] }..cuts[cut])?);
        cut = before.saturating_sub(1);
    }
    pieces.reverse();
    Some(pieces)
}
