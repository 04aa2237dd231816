//! The lines to write on after boxes: which field is filled in there.

use super::join;
use crate::check::Check;
use crate::codes::Code;
use crate::diagnostic::Diagnostic;
use crate::form::{Content, Kind, MemberId};
use crate::node::Scalar;

impl Check<'_> {
    /// Finds the field of every choice's line, now that all members are known.
    pub(super) fn resolve_lines(&mut self) {
        let mut taken = std::collections::HashMap::new();
        for owner in 0..self.members.len() {
            for (choice, line) in std::mem::take(&mut self.places[owner].lines).into_iter().enumerate() {
                let Some(line) = line else { continue };
                let target = self.line_target(owner, &line);
                if let Some(target) = target
                    && let Some(first) = taken.insert(target, line.span)
                {
                    let zh = format!("“{}”已经是另一条横线填的项目", line.text);
                    let diagnostic = Diagnostic::error(
                        Code::TB050,
                        line.span,
                        zh,
                        "this field is on another line already",
                    )
                    .note(Some(first), "第一次在这里", "first used here");
                    self.diagnostics.push(diagnostic);
                }
                if let Content::Field(field) = &mut self.members[owner].content
                    && let Kind::Choice(choices) | Kind::Choices(choices) = &mut field.kind
                    && let Some(choice) = choices.get_mut(choice)
                {
                    choice.line = target;
                }
            }
        }
    }

    /// A field beside the choice, by its id or its path.
    fn line_target(&mut self, owner: usize, line: &Scalar) -> Option<MemberId> {
        let around = self.members[owner].path.rsplit_once('.').map_or("", |(around, _)| around);
        let found = self.paths.get(&join(around, &line.text)).or_else(|| self.paths.get(&line.text)).copied();
        let Some(found) = found else {
            let zh = format!("横线填的项目“{}”不存在；写旁边一个项目的编号", line.text);
            self.error(
                Code::TB050,
                line.span,
                zh,
                format!("there is no field `{}` for this line", line.text),
            );
            return None;
        };
        let fits =
            found.index() != owner && self.member(found).optional && self.member(found).field().is_some();
        if !fits {
            let zh = format!("横线填的项目“{}”应是旁边一个选填（optional: true）的项目", line.text);
            self.error(Code::TB050, line.span, zh, "a line needs another, optional field");
        }
        fits.then_some(found)
    }
}
