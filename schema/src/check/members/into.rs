//! Fields that an addition sets into a section of its base.

use super::Around;
use crate::check::Check;
use crate::codes::Code;
use crate::form::Section;
use crate::node::Scalar;
use crate::spec::SectionSpec;

impl Check<'_> {
    /// Fields that an addition sets into a section of its base, after those that are there.
    pub(super) fn section_of_base(&mut self, into: &Scalar, spec: SectionSpec, sections: &mut [Section]) {
        let Some(home) = self.home.map(|home| self.member(home)) else {
            let zh = "into 只用于补充（写了 extends 的规格）；项目写到那个栏目里";
            self.error(Code::TB046, into.span, zh, "`into` is for additions");
            return;
        };
        let (path, pointer) = (home.path.clone(), home.pointer.clone());
        let found = self.paths.get(&into.text).copied().filter(|found| found.index() < self.base_members);
        let index = sections.iter().position(|section| section.member.is_some() && section.member == found);
        let Some((index, section)) = index.and_then(|index| Some((index, sections.get_mut(index)?))) else {
            let ids = sections.iter().filter_map(|section| Some(self.member(section.member?).path.as_str()));
            let near = crate::spec::nearest(&into.text, ids).map(|near| format!("，是不是 {near}？"));
            let zh = format!("原表没有“{}”这个栏目{}", into.text, near.unwrap_or_default());
            self.error(Code::TB021, into.span, zh, "the base has no such section");
            return;
        };
        self.keys_beside_into(&spec);
        let around = Around {
            section: index,
            parent: self.home,
            path,
            pointer,
            label: section.label.clone().unwrap_or_default(),
            clause: section.number.clone(),
            unit: section.unit.clone(),
            period: None,
            depth: 0,
            numbered: section.numbered && section.label.is_some(),
            instructed: false,
        };
        let members = self.fields(spec.fields.unwrap_or_default(), &around, section.members.len());
        section.members.extend(members);
    }

    /// The section is the base's, so that nothing but fields can be written beside `into`.
    fn keys_beside_into(&mut self, spec: &SectionSpec) {
        let keys = [
            ("id", spec.id.as_ref().map(|id| id.span)),
            ("label", spec.label.as_ref().map(|label| label.span)),
            ("printed", spec.printed.as_ref().map(|printed| printed.span)),
            ("unit", spec.unit.as_ref().map(|unit| unit.span)),
            ("numbered", spec.numbered.map(|numbered| numbered.span)),
            ("optional", spec.optional.map(|optional| optional.span)),
            ("period", spec.period.as_ref().map(|period| period.span)),
            ("was", spec.was.as_ref().map(|was| was.span)),
            ("instruction", spec.instruction.as_ref().map(|_| spec.span)),
        ];
        for (key, span) in keys.into_iter().filter_map(|(key, span)| Some((key, span?))) {
            let zh = format!("写了 into，栏目就是原表的，不能再写 {key}；写到里面的项目上，或者另起一个栏目");
            self.error(Code::TB046, span, zh, format!("`{key}` does not go with `into`"));
        }
        if spec.fields.as_ref().is_some_and(Vec::is_empty) {
            self.error(Code::TB041, spec.span, "这里没有项目", "there are no fields");
        }
    }
}
