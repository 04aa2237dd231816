//! Names of an expression → members of the form, and what is said of those that do not exist.

use super::check::Checker;
use super::describe::path_and_label;
use super::parse::Segment;
use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::form::Reference;

impl Checker<'_, '_> {
    /// The field or group that a path names.
    pub(super) fn resolve(&mut self, path: &[Segment]) -> Option<Reference> {
        let first = path.first()?;
        let whole = first.range.start..path.last()?.range.end;
        let (previous, path) = match first.name.as_str() {
            "previous" => (true, path.get(1..).unwrap_or_default()),
            _ => (false, path),
        };
        if path.is_empty() {
            let zh = "previous 后面要写字段，如 previous.basics.site_code";
            self.error(Code::TB021, &whole, zh, "`previous` takes a path: `previous.group.field`");
            return None;
        }
        if first.name == "patterns" {
            let zh = "patterns.… 只能写在 matches( ) 里：字段.matches(patterns.名字)";
            self.error(Code::TB023, &whole, zh, "a pattern may only stand in matches()");
            return None;
        }
        let names: Vec<&str> = path.iter().map(|segment| segment.name.as_str()).collect();
        match self.names.find(&names.join(".")) {
            Some(member) => Some(Reference { previous, member }),
            None => {
                self.unknown(path, &names);
                None
            }
        }
    }

    /// Points at the first name that leads nowhere.
    fn unknown(&mut self, path: &[Segment], names: &[&str]) {
        let written = names.join(".");
        let known = (1..names.len())
            .take_while(|length| {
                self.names.find(&names.get(..*length).unwrap_or_default().join(".")).is_some()
            })
            .last()
            .unwrap_or(0);
        let Some(wrong) = path.get(known) else { return };
        let place = self.place(&wrong.range);
        let Some(meant) = self.names.nearest(&written) else {
            let inside = path.get(..known).unwrap_or_default();
            let inside: Vec<&str> = inside.iter().map(|segment| segment.name.as_str()).collect();
            let zh = match inside.as_slice() {
                [] => format!("规则里的 {written} 不存在：表里没有 {}", wrong.name),
                _ => format!("规则里的 {written} 不存在：{} 下面没有 {}", inside.join("."), wrong.name),
            };
            self.out.push(Diagnostic::error(Code::TB021, place, zh, format!("there is no `{written}`")));
            return;
        };
        // One name in place of one, where the rest of the path is right; else the whole path.
        let sibling = meant.path.matches('.').count() == known
            && meant.path.starts_with(&names.get(..known).unwrap_or_default().join("."));
        let mut mended: Vec<&str> = names.to_vec();
        if let Some(slot) = mended.get_mut(known).filter(|_| sibling) {
            *slot = &meant.name;
        }
        let mended = self.names.find(&mended.join(".")).and_then(|id| self.names.member(id));
        let shown = mended.unwrap_or(meant);
        let zh = format!("规则里的 {written} 不存在，是不是 {}？", path_and_label(shown));
        let en = format!("there is no `{written}`; did you mean `{}`?", shown.path);
        let diagnostic = Diagnostic::error(Code::TB021, place, zh, en);
        self.out.push(if mended.is_some() {
            diagnostic.suggest(place, meant.name.clone())
        } else {
            let start = path.first().map_or(0, |segment| segment.range.start);
            let end = path.last().map_or(start, |segment| segment.range.end);
            let whole = self.place(&(start..end));
            diagnostic.suggest(whole, meant.path.clone())
        });
    }
}
