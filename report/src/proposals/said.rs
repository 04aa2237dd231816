//! What is said of a difference, for the maintainer.

use tianbao_schema::form::MemberId;

use super::Spec;
use crate::reading::{Fresh, FreshKind, Of, What};

impl Spec<'_> {
    /// A line for the maintainer: what part of the form, what is different, and what to do where it was not done.
    pub(super) fn said(&self, of: Option<Of>, what: &What, done: bool) -> String {
        let name = of.map_or_else(|| "开头".to_owned(), |of| self.name(of));
        let todo = |text: &str| if done { String::new() } else { format!("；{text}") };
        match what {
            What::Label(words) => match of {
                Some(Of::Head(_) | Of::Foot(_)) => format!("{name}：现在印的是“{words}”；照它改"),
                Some(Of::Title) => format!("{name}：{} → {words}", self.form.title),
                Some(_) | None => format!("{name}：名称改成“{words}”"),
            },
            What::Unit(Some(unit)) => format!("{name}：这里印的单位是“{unit}”{}", todo("照它改")),
            What::Unit(None) => format!("{name}：这里不印单位了"),
            What::Clause(text) if done => format!("{name}：填写说明改成“{text}”"),
            What::Clause(_) => format!("{name}：填写说明不一样了，照下面的分段写"),
            What::Below(true) => format!("{name}：填写说明的正文另起一行了"),
            What::Below(false) => format!("{name}：填写说明的正文不另起一行了"),
            What::Numbered(true) => format!("{name}：填写说明里有编号了，看栏目的 numbered"),
            What::Numbered(false) => format!("{name}：填写说明里没有编号了，看栏目的 numbered"),
            What::Printed(true) => format!("{name}：标题现在印在表里"),
            What::Printed(false) => format!(
                "{name}：表里不印它的名称了，填写说明里还有{}",
                todo("一个大格子的写在 layout 的 wide 里")
            ),
            What::Gone => format!(
                "{name}：新表上没有了；真的取消了，就连同规则、样表里用到它的地方一起删{}",
                self.rules(of)
            ),
            What::Moved(headings) => {
                let old = match of {
                    Some(Of::Member(id)) => format!("，写 was: {}", self.form.member(id).path),
                    Some(_) | None => String::new(),
                };
                match headings.last() {
                    Some(_) => format!("{name}：挪到“{}”里了；把这一段挪过去{old}", headings.join(" › ")),
                    None => format!("{name}：不在原来的栏目里了；看看它现在在哪里{old}"),
                }
            }
            What::Reordered => format!("{name}：次序变了，照新表排"),
            What::Boxes(boxes) if boxes.is_empty() => format!("{name}：没有方框了，类型要改"),
            What::Boxes(boxes) => {
                format!("{name}：现在是方框“{}”，类型要改（多选写 choices）", boxes.join("、"))
            }
            What::Order(labels) => format!("{name}：选项的次序变了：{}", labels.join("、")),
            What::Line => format!("{name}：后面多了一条横线，用 line 写明填的是哪一项"),
            What::OwnRow => format!("{name}：现在自己占一行，不在选项后的横线上了；从那个选项里删去 line"),
            What::Together(with) => {
                format!("{name}：与{}并排在一行，写在 layout 的 pairs 里", self.names(with))
            }
            What::Apart(from) => {
                format!("{name}：与{}不在一行了，从 layout 的 pairs 里去掉", self.names(from))
            }
            What::New(fresh) => match of.filter(|of| matches!(of, Of::Choice(..))) {
                Some(choice) => new(self.label(choice).map_or("", |label| &label.text), fresh),
                None => new(&name, fresh),
            },
        }
    }

    fn name(&self, of: Of) -> String {
        match of {
            Of::Title => "表名".to_owned(),
            Of::Head(index) => format!("表头第 {} 行", index + 1),
            Of::Foot(index) => format!("表尾第 {} 行", index + 1),
            Of::Section(index) => {
                let section = &self.form.sections[index];
                let (number, label) = (section.number.as_deref(), section.label.as_deref());
                format!("{} {}", number.unwrap_or_default(), label.unwrap_or_default()).trim().to_owned()
            }
            Of::Member(id) => {
                let member = self.form.member(id);
                let clause = member.clause.as_deref().unwrap_or_default();
                format!("{clause} {}", member.full_label).trim().to_owned()
            }
            Of::Choice(id, index) => {
                let choices = self.form.member(id).choices();
                let label = choices.get(index).map_or("", |choice| choice.label.as_str());
                format!("{} 的选项“{label}”", self.name(Of::Member(id)))
            }
        }
    }

    fn names(&self, members: &[MemberId]) -> String {
        members.iter().map(|id| format!("“{}”", self.form.member(*id).label)).collect::<Vec<_>>().join("、")
    }

    /// The rules that read a part of the form.
    fn rules(&self, of: Option<Of>) -> String {
        let inside = |id: MemberId| of.is_some_and(|of| of.holds(Of::Member(id), self.form));
        let rules = self
            .form
            .rules
            .iter()
            .filter(|rule| rule.mentions.iter().any(|reference| inside(reference.member)));
        let ids: Vec<&str> = rules.map(|rule| rule.id.as_str()).collect();
        if ids.is_empty() { String::new() } else { format!("（读它的规则：{}）", ids.join("、")) }
    }
}

fn new(after: &str, fresh: &Fresh) -> String {
    let label = &fresh.label;
    let inside = if fresh.inside.is_empty() {
        String::new()
    } else {
        format!("“{}”里，", fresh.inside.join(" › "))
    };
    let place = format!("{inside}“{after}”之后");
    match fresh.kind {
        FreshKind::Heading if fresh.inside.is_empty() => {
            format!("新增栏目“{label}”，{place}；补上编号，放进规格")
        }
        FreshKind::Heading => format!("新增一组“{label}”，{place}；补上编号，放进规格"),
        FreshKind::Field => format!("新增项目“{label}”，{place}；补上编号，核对类型，放进规格"),
        FreshKind::Choice => format!("新增选项“{label}”，{place}；补上编号，放进规格"),
        FreshKind::Line => format!("多了一行“{label}”，{place}"),
        FreshKind::Clause if label.is_empty() => format!("填写说明多了一段，{place}"),
        FreshKind::Clause => format!("填写说明多了一条“{label}”，{place}"),
    }
}
