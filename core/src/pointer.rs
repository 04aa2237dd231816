//! JSON Pointer (RFC 6901).

/// Appends one reference token to a pointer, escaping `~` and `/`.
///
/// ```
/// let mut pointer = String::from("/local");
/// tianbao_core::pointer::push(&mut pointer, "a/b");
/// assert_eq!(pointer, "/local/a~1b");
/// ```
pub fn push(pointer: &mut String, token: &str) {
    pointer.push('/');
    for character in token.chars() {
        match character {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            other => pointer.push(other),
        }
    }
}

/// A pointer with one more reference token.
///
/// ```
/// assert_eq!(tianbao_core::pointer::join("/basics", "site_name"), "/basics/site_name");
/// ```
#[must_use]
pub fn join(pointer: &str, token: &str) -> String {
    let mut joined = String::with_capacity(pointer.len() + token.len() + 1);
    joined.push_str(pointer);
    push(&mut joined, token);
    joined
}
