//! Generated files on disk: the header that says how to make them, writing, and finding those that are stale.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use serde::Serialize;
use tianbao_schema::Form;

/// The command that makes the committed files; every message about a stale file names it.
pub const COMMAND: &str = "tianbao generate";

/// A file to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GeneratedFile {
    /// Where, below the output folder; names joined by `/`.
    pub path: String,
    /// What it holds.
    pub contents: Vec<u8>,
}

/// A file or folder that could not be read or written.
#[derive(Debug, thiserror::Error)]
#[error("{path}：{problem}")]
pub struct OutputError {
    /// The file or folder, as given.
    pub path: PathBuf,
    /// What the system says of it.
    #[source]
    pub problem: io::Error,
}

/// How a file on disk differs from what is generated now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// It is not there.
    Missing,
    /// It holds something else.
    Stale,
}

/// The first lines of a generated file: from what, by which command. Empty where the format has no comments.
#[must_use]
pub fn header(form: &Form, file: &str) -> String {
    let text = note(form);
    match Path::new(file).extension().and_then(|extension| extension.to_str()) {
        Some("rs") => format!("// {text}\n\n"),
        Some("md" | "html") => format!("<!-- {text} -->\n"),
        // JSON has no comments; a schema carries the note as its `$comment`. A Word document is no text.
        _ => String::new(),
    }
}

/// What the header says, for formats that have a place of their own for it.
#[must_use]
pub fn note(form: &Form) -> String {
    let local = form
        .addition
        .as_ref()
        .map_or_else(String::new, |addition| format!("和补充 {}（修订 {}）", addition.id, addition.revision));
    format!(
        "@generated 由 {COMMAND} 从 {} {} 版（修订 {}）{local}的 YAML 生成，请勿手改：改 YAML，再运行这条命令",
        form.id, form.edition, form.revision
    )
}

/// Writes what differs, each file whole or not at all, and says which those were. A file with the same bytes is left untouched.
///
/// # Errors
/// The first file or folder that cannot be read or written.
pub fn write(out: &Path, files: &[GeneratedFile]) -> Result<Vec<String>, OutputError> {
    let mut written = Vec::new();
    for (file, _) in stale(out, files)? {
        replace(&out.join(&file.path), &file.contents)?;
        written.push(file.path.clone());
    }
    Ok(written)
}

/// The files that are missing below `out` or hold something else, in the order given.
///
/// # Errors
/// The first file that is there but cannot be read.
pub fn stale<'a>(
    out: &Path,
    files: &'a [GeneratedFile],
) -> Result<Vec<(&'a GeneratedFile, Difference)>, OutputError> {
    let mut found = Vec::new();
    for file in files {
        let path = out.join(&file.path);
        match fs::read(&path) {
            Ok(bytes) if bytes == file.contents => {}
            Ok(_) => found.push((file, Difference::Stale)),
            Err(problem) if problem.kind() == io::ErrorKind::NotFound => {
                found.push((file, Difference::Missing))
            }
            Err(problem) => return Err(OutputError { path, problem }),
        }
    }
    Ok(found)
}

/// Puts a file in its place by renaming, so that nobody ever reads half of it.
///
/// # Errors
/// The file or its folder, where it cannot be written.
pub fn replace(path: &Path, contents: &[u8]) -> Result<(), OutputError> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |problem| OutputError { path, problem }
    };
    // A device or a pipe is written into: renamed over, /dev/null would be a file from then on.
    if fs::metadata(path).is_ok_and(|there| !there.is_file() && !there.is_dir()) {
        return fs::write(path, contents).map_err(failed(path));
    }
    fs::create_dir_all(folder).map_err(failed(folder))?;
    let mut builder = tempfile::Builder::new();
    builder.prefix(".tianbao-");
    // A temporary file is private by default; a generated one is like any other.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder).map_err(failed(folder))?;
    file.write_all(contents).map_err(failed(path))?;
    file.persist(path).map_err(|error| OutputError { path: path.to_owned(), problem: error.error })?;
    Ok(())
}

/// A value as JSON text: two spaces, members in the order given, invisible characters escaped, a line end at the end.
#[must_use]
pub(crate) fn json(value: &impl Serialize) -> String {
    // Writing to memory fails only for map keys that are no text; ours are.
    let plain = serde_json::to_string_pretty(value).unwrap_or_default();
    let mut text = String::with_capacity(plain.len() + 1);
    for character in plain.chars() {
        // Between values stand only spaces and line feeds, so anything else invisible stands in a text.
        match character {
            '\u{7f}'..='\u{a0}'
            | '\u{1680}'
            | '\u{2000}'..='\u{200f}'
            | '\u{2028}'..='\u{202f}'
            | '\u{205f}'
            | '\u{3000}'
            | '\u{feff}' => {
                text.push_str(&format!("\\u{:04x}", u32::from(character)));
            }
            other => text.push(other),
        }
    }
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(path: &str, contents: &str) -> GeneratedFile {
        GeneratedFile { path: path.to_owned(), contents: contents.into() }
    }

    #[test]
    fn writes_what_differs_and_nothing_else() -> Result<(), Box<dyn std::error::Error>> {
        let out = tempfile::tempdir()?;
        let files = [file("a/b.json", "{}\n"), file("c.md", "一\n")];
        assert_eq!(write(out.path(), &files)?, ["a/b.json", "c.md"]);
        assert_eq!(stale(out.path(), &files)?, []);
        assert_eq!(write(out.path(), &files)?, [""; 0]);
        fs::write(out.path().join("c.md"), "二\n")?;
        fs::remove_file(out.path().join("a/b.json"))?;
        assert_eq!(
            stale(out.path(), &files)?,
            [(&files[0], Difference::Missing), (&files[1], Difference::Stale)]
        );
        assert_eq!(write(out.path(), &files)?, ["a/b.json", "c.md"]);
        assert_eq!(fs::read_to_string(out.path().join("c.md"))?, "一\n");
        let left: Vec<_> = fs::read_dir(out.path())?.collect::<Result<_, _>>()?;
        assert_eq!(left.len(), 2, "no temporary file is left: {left:?}");
        Ok(())
    }

    #[test]
    fn a_folder_in_the_way_is_named() -> Result<(), Box<dyn std::error::Error>> {
        let out = tempfile::tempdir()?;
        fs::create_dir(out.path().join("c.md"))?;
        let error = write(out.path(), &[file("c.md", "一\n")]).expect_err("c.md is a folder");
        assert!(error.path.ends_with("c.md"));
        fs::write(out.path().join("file"), "")?;
        assert!(write(out.path(), &[file("file/d.md", "一\n")]).is_err());
        Ok(())
    }

    #[test]
    fn json_shows_what_is_invisible() {
        let text = json(&serde_json::json!({ "a": "一\u{3000}\u{a0}\u{2028}\n" }));
        assert_eq!(text, "{\n  \"a\": \"一\\u3000\\u00a0\\u2028\\n\"\n}\n");
    }
}
