//! Which form, in which edition, a report is of (design section 8): by what it says of itself, else by its members.

use serde_json::Value;
use thiserror::Error;
use tianbao_schema::Form;
use tianbao_schema::diagnostic::Message;
use tianbao_schema::form::Kind;

/// A report that cannot be told; each says what to do.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{}", self.message().zh)]
pub enum Unrecognised {
    /// It is no JSON object.
    NotAnObject,
    /// It names a form that is not known.
    UnknownForm {
        /// What it names.
        named: String,
        /// The forms that are known.
        known: Vec<String>,
    },
    /// No form has any of its members.
    NoForm {
        /// The forms that are known.
        known: Vec<String>,
    },
    /// Several forms have as many of its members.
    SeveralForms {
        /// Their ids.
        forms: Vec<String>,
    },
    /// Several editions of the form hold its year.
    SeveralEditions {
        /// The form.
        form: String,
        /// The year that the report gives; none where it gives none.
        year: Option<u64>,
        /// The editions.
        editions: Vec<u32>,
    },
}

impl Unrecognised {
    /// What is wrong and what to do, in both languages.
    #[must_use]
    pub fn message(&self) -> Message {
        let list = |known: &[String], comma: &str| known.join(comma);
        match self {
            Self::NotAnObject => Message::new(
                "认不出是哪张表：报表应是一个 JSON 对象 {…}；也可用 --spec 指定规格",
                "cannot tell the form: a report is a JSON object {…}; or name its spec with --spec",
            ),
            Self::UnknownForm { named, known } => Message::new(
                format!(
                    "报表写明是“{named}”，这里没有这张表（有 {}）；请用 --spec 指定规格",
                    list(known, "、")
                ),
                format!(
                    "the report says that it is “{named}”, which is not known here (known: {}); name its spec with --spec",
                    list(known, ", ")
                ),
            ),
            Self::NoForm { known } => Message::new(
                format!(
                    "认不出是哪张表：没有一项是 {} 里的；请在报表里写 form 和 edition，或用 --spec 指定规格",
                    list(known, "、")
                ),
                format!(
                    "cannot tell the form: it has no member of {}; write form and edition into the report, or name its spec with --spec",
                    list(known, ", ")
                ),
            ),
            Self::SeveralForms { forms } => Message::new(
                format!(
                    "认不出是哪张表：{} 都像；请在报表里写 form，或用 --spec 指定规格",
                    list(forms, "、")
                ),
                format!(
                    "cannot tell the form: it may be {}; write form into the report, or name its spec with --spec",
                    list(forms, " or ")
                ),
            ),
            Self::SeveralEditions { form, year, editions } => {
                let editions: Vec<_> = editions.iter().map(u32::to_string).collect();
                let (zh, en) = year.map_or_else(
                    || ("报表没有写年度".to_owned(), "the report gives no year".to_owned()),
                    |year| {
                        (format!("{year} 年度有几版都适用"), format!("several editions hold the year {year}"))
                    },
                );
                Message::new(
                    format!(
                        "认不出是 {form} 的哪一版（{}）：{zh}；请在报表里写 edition，或用 --spec 指定规格",
                        list(&editions, "、")
                    ),
                    format!(
                        "cannot tell the edition of {form} ({}): {en}; write edition into the report, or name its spec with --spec",
                        list(&editions, ", ")
                    ),
                )
            }
        }
    }
}

/// The form that a report is of, as an index into `forms`.
///
/// What the report says of itself counts first (`$schema`, then `form` and `edition`), then which form has most of
/// its members, then which edition holds its year. If one form matches and no edition holds the year, the latest
/// edition judges, and says so of the year.
pub fn recognise(report: &Value, forms: &[&Form]) -> Result<usize, Unrecognised> {
    let Value::Object(members) = report else { return Err(Unrecognised::NotAnObject) };
    if let Some(Value::String(schema)) = members.get("$schema")
        && let Some(index) = forms.iter().position(|form| names_schema(schema, form))
    {
        return Ok(index);
    }
    let form = match members.get("form") {
        Some(Value::String(named)) if forms.iter().any(|form| form.id == *named) => named.as_str(),
        Some(Value::String(named)) => {
            return Err(Unrecognised::UnknownForm { named: named.clone(), known: ids(forms) });
        }
        _ => by_members(report, forms)?,
    };
    edition(report, form, forms)
}

/// True where a `$schema` is that of the form's reports: its `$id`, or a path that ends like that of the generated file.
fn names_schema(schema: &str, form: &Form) -> bool {
    let tail = format!("{}/report.schema.json", form.folder());
    schema == form.schema_id()
        || schema.strip_suffix(&tail).is_some_and(|before| before.is_empty() || before.ends_with('/'))
}

/// What a report says of itself that is not so of a form: another form, or another edition of it.
#[must_use]
pub fn stated_other(report: &Value, form: &Form) -> Option<Message> {
    match (report.get("form"), report.get("edition")) {
        (Some(Value::String(named)), _) if *named != form.id => {
            Some(Message::new(format!("“{named}”"), format!("“{named}”")))
        }
        (_, None | Some(Value::Null)) => None,
        (_, Some(edition)) => {
            let is = match edition {
                Value::String(text) => text.trim() == form.edition.to_string(),
                other => other.as_f64() == Some(f64::from(form.edition)),
            };
            (!is).then(|| Message::new(format!("{edition} 版"), format!("edition {edition}")))
        }
    }
}

/// The `$schema` of a form's reports as that of another's; none where it is not the form's.
pub(crate) fn renamed_schema(schema: &str, old: &Form, new: &Form) -> Option<String> {
    let tail = |form: &Form| format!("{}/report.schema.json", form.folder());
    if schema == old.schema_id() {
        return Some(new.schema_id());
    }
    let before = schema.strip_suffix(&tail(old)).filter(|_| names_schema(schema, old))?;
    Some(format!("{before}{}", tail(new)))
}

fn ids(forms: &[&Form]) -> Vec<String> {
    let mut ids: Vec<String> = forms.iter().map(|form| form.id.clone()).collect();
    ids.dedup();
    ids
}

/// The one form that has most of the report's members.
fn by_members<'a>(report: &Value, forms: &[&'a Form]) -> Result<&'a str, Unrecognised> {
    let scores: Vec<(usize, &str)> =
        forms.iter().map(|form| (shared(report, form), form.id.as_str())).collect();
    let best = scores.iter().map(|(score, _)| *score).max().unwrap_or(0);
    if best == 0 {
        return Err(Unrecognised::NoForm { known: ids(forms) });
    }
    let mut found: Vec<&str> = scores.iter().filter(|(score, _)| *score == best).map(|(_, id)| *id).collect();
    found.dedup();
    match found.as_slice() {
        [form] => Ok(form),
        several => {
            Err(Unrecognised::SeveralForms { forms: several.iter().map(ToString::to_string).collect() })
        }
    }
}

/// How many members of the form the report has.
fn shared(report: &Value, form: &Form) -> usize {
    form.members.iter().filter(|member| report.pointer(&member.pointer).is_some()).count()
}

fn edition(report: &Value, form: &str, forms: &[&Form]) -> Result<usize, Unrecognised> {
    let editions: Vec<usize> = (0..forms.len()).filter(|index| forms[*index].id == form).collect();
    let named = report.get("edition").and_then(whole);
    if let Some(index) = editions.iter().find(|index| Some(u64::from(forms[**index].edition)) == named) {
        return Ok(*index);
    }
    let year = editions.iter().find_map(|index| year_of(report, forms[*index]));
    let holds = |index: &&usize| year.is_some_and(|year| forms[**index].years.holds(year));
    let holding: Vec<usize> = editions.iter().filter(holds).copied().collect();
    let latest = editions.iter().copied().max_by_key(|index| forms[*index].edition);
    match (holding.as_slice(), year, latest) {
        ([index], _, _) => Ok(*index),
        // No edition holds the year, or only one edition is known: the year is for the judge to find.
        ([], Some(_), Some(latest)) => Ok(latest),
        ([], None, Some(latest)) if editions.len() == 1 => Ok(latest),
        (_, year, _) => Err(Unrecognised::SeveralEditions {
            form: form.to_owned(),
            year,
            editions: editions.iter().map(|index| forms[*index].edition).collect(),
        }),
    }
}

/// The first field of kind year, where the report has a whole number there.
#[must_use]
pub fn year_of(report: &Value, form: &Form) -> Option<u64> {
    let (member, _) = form.fields().find(|(_, field)| matches!(field.kind, Kind::Year { .. }))?;
    whole(report.pointer(&member.pointer)?)
}

/// By value, as everywhere: `2019.0` is 2019.
fn whole(value: &Value) -> Option<u64> {
    let number = value.as_f64()?;
    (number.fract() == 0.0 && (0.0..=1e9).contains(&number)).then_some(number as u64)
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn form(id: &str, edition: u32, years: &str, field: &str) -> Form {
        let spec = format!(
            "form: {id}\nedition: {edition}\nyears: {years}\ntitle: 试验报表\nsections:\n  - fields:\n      - id: year\n        \
             label: 年度\n        kind: year\n  - id: part\n    label: 内容\n    instruction:\n      - fill: 请填写。\n    \
             fields:\n      - id: {field}\n        label: 数量\n        kind: count\n"
        );
        let checked = tianbao_schema::check("试验.yaml", spec.as_bytes());
        checked.form.unwrap_or_else(|| panic!("{:?}", checked.diagnostics))
    }

    fn forms() -> Vec<Form> {
        vec![
            form("first", 2019, "{ from: 2019, to: 2020 }", "items"),
            form("first", 2021, "{ from: 2020 }", "items"),
            form("second", 2019, "{ from: 2019, to: 2019 }", "pages"),
        ]
    }

    fn told(report: &Value) -> Result<(String, u32), Unrecognised> {
        let forms = forms();
        let forms: Vec<&Form> = forms.iter().collect();
        recognise(report, &forms).map(|index| (forms[index].id.clone(), forms[index].edition))
    }

    #[test]
    fn what_the_report_says_of_itself_counts_first() {
        assert_eq!(
            told(&json!({"$schema": "urn:tianbao:second:2019", "form": "first"})),
            Ok(("second".into(), 2019))
        );
        let path = "../generated/first/2021/report.schema.json";
        assert_eq!(told(&json!({"$schema": path, "year": 2019})), Ok(("first".into(), 2021)));
        assert_eq!(told(&json!({"form": "first", "edition": 2021})), Ok(("first".into(), 2021)));
        assert_eq!(
            told(&json!({"$schema": "notfirst/2021/report.schema.json", "form": "second"})),
            Ok(("second".into(), 2019))
        );
    }

    #[test]
    fn else_its_members_and_its_year() {
        assert_eq!(told(&json!({"year": 2019, "part": {"items": 1}})), Ok(("first".into(), 2019)));
        assert_eq!(told(&json!({"year": 2033.0, "part": {"items": 1}})), Ok(("first".into(), 2021)));
        assert_eq!(told(&json!({"year": "x", "part": {"pages": 1}})), Ok(("second".into(), 2019)));
    }

    #[test]
    fn no_edition_holds_the_year_then_the_latest_judges() {
        assert_eq!(told(&json!({"year": 1999, "part": {"items": 1}})), Ok(("first".into(), 2021)));
        assert_eq!(
            told(&json!({"form": "first", "edition": 1999, "year": 1999})),
            Ok(("first".into(), 2021))
        );
        assert_eq!(told(&json!({"form": "second", "year": 2050})), Ok(("second".into(), 2019)));
    }

    #[test]
    fn what_cannot_be_told_says_what_to_do() {
        let several = told(&json!({"year": 2020, "part": {"items": 1}}));
        assert_eq!(
            several,
            Err(Unrecognised::SeveralEditions {
                form: "first".into(),
                year: Some(2020),
                editions: vec![2019, 2021]
            })
        );
        assert!(several.unwrap_err().to_string().contains("edition"));
        assert!(matches!(
            told(&json!({"form": "first"})),
            Err(Unrecognised::SeveralEditions { year: None, .. })
        ));
        assert!(matches!(told(&json!({"form": "third"})), Err(Unrecognised::UnknownForm { .. })));
        assert!(matches!(told(&json!({"year": 2019, "part": {}})), Err(Unrecognised::SeveralForms { .. })));
        assert!(matches!(told(&json!({"a": 1})), Err(Unrecognised::NoForm { .. })));
        for other in [json!(null), json!([]), json!("form: first")] {
            assert_eq!(told(&other), Err(Unrecognised::NotAnObject));
        }
    }
}
