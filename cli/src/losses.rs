//! Reports that are written anew only where nothing of them is lost.

use serde_json::Value;
use tianbao_report::{Loss, losses};
use tianbao_schema::Form;
use tianbao_schema::diagnostic::Message;

use crate::files::Failure;
use crate::print::value::visible;

/// Losses that are named; the rest is counted.
const MOST: usize = 5;

/// The report, where all that its text says can be written again.
pub(crate) fn whole(file: &str, json: &[u8], form: &Form) -> Result<Value, Failure> {
    let report = serde_json::from_slice(json).map_err(|error| {
        Failure::new(format!("{file}：不是 JSON（{error}）"), format!("{file}: not JSON ({error})"))
    })?;
    let lost = losses(&String::from_utf8_lossy(json));
    if lost.is_empty() {
        return Ok(report);
    }
    let all = |twice: &str, digits: &str| {
        let one = |loss: &Loss| {
            let what = match &loss.number {
                None => twice.to_owned(),
                Some(number) => format!("{number} {digits}"),
            };
            format!("{} {what}", name(form, &loss.path))
        };
        lost.iter().take(MOST).map(one).collect::<Vec<_>>()
    };
    Err(Failure::of_file(
        file,
        &Message::new(
            format!(
                "{}（共 {} 处）；重写会丢掉这些，所以什么也没有写，请先改好",
                all("写了不止一次", "位数太多").join("，"),
                lost.len()
            ),
            format!(
                "{} ({} in all); written anew these would be lost, so nothing was written; mend them first",
                all("is given more than once", "has too many digits").join(", "),
                lost.len()
            ),
        ),
    ))
}

/// The path of a member, after its label where the form has it.
fn name(form: &Form, path: &str) -> String {
    let member = form.members.iter().find(|member| member.pointer == path);
    let label = member.map(|member| format!("{} ", member.full_label)).unwrap_or_default();
    format!("{label}{}", visible(path))
}
