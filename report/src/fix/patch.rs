//! JSON Patch (RFC 6902), as far as fixes need it: `add` and `remove` of members.

use serde_json::Value;
use tianbao_core::{Fix, PatchOperation};

/// The report after a patch; none where a path leads nowhere.
#[must_use]
pub fn apply(report: &Value, patch: &[PatchOperation]) -> Option<Value> {
    let mut patched = report.clone();
    for operation in patch {
        let (PatchOperation::Add { path, .. } | PatchOperation::Remove { path }) = operation;
        let (parent, name) = path.rsplit_once('/')?;
        let members = patched.pointer_mut(parent)?.as_object_mut()?;
        let name = name.replace("~1", "/").replace("~0", "~");
        match operation {
            PatchOperation::Add { value, .. } => {
                members.insert(name, value.clone());
            }
            PatchOperation::Remove { .. } => {
                members.shift_remove(&name)?;
            }
        }
    }
    Some(patched)
}

/// The value that a fix acts on, in a report.
pub(super) fn value(report: &Value, fix: &Fix) -> Option<Value> {
    let (PatchOperation::Add { path, .. } | PatchOperation::Remove { path }) = fix.patch.first()?;
    report.pointer(path).filter(|value| !value.is_null()).cloned()
}
