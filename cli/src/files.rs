//! Files, standard input and standard output, with errors that a person can act on.

use std::fs::{self, File};
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};

use tianbao_codegen::output::OutputError;
use tianbao_schema::diagnostic::{Language, Message};

use crate::commands::Status;

/// Readers refuse what is larger (specs have a lower limit of their own), so no more need be read.
const ENOUGH: u64 = tianbao_report::read::MAX_BYTES as u64 + 1;

/// Why a command could not do its work.
#[derive(Debug)]
pub(crate) struct Failure {
    message: Message,
    /// How the run ends.
    pub(crate) status: Status,
}

impl Failure {
    /// A reason in both languages.
    pub(crate) fn new(zh: impl Into<String>, en: impl Into<String>) -> Self {
        Self { message: Message::new(zh, en), status: Status::Impossible }
    }

    /// A spec with errors, which count as errors found.
    pub(crate) fn bad_spec(name: &str) -> Self {
        let message = Message::new(
            format!("规格 {name} 有错误，用不了；逐条细看：tianbao check {name}"),
            format!("the spec {name} has errors; to see them one by one: tianbao check {name}"),
        );
        Self { message, status: Status::Wrong }
    }

    /// A reason that a file gives.
    pub(crate) fn of_file(file: &str, message: &Message) -> Self {
        Self::new(format!("{file}：{}", message.zh), format!("{file}: {}", message.en))
    }

    /// The reason alone.
    pub(crate) fn reason(&self, language: Language) -> &str {
        self.message.text(language)
    }

    /// As a line for standard error.
    pub(crate) fn line(&self, language: Language) -> String {
        let word = match language {
            Language::Chinese => "错误：",
            Language::English => "error: ",
        };
        format!("{word}{}", self.reason(language))
    }
}

/// A file's name for messages: as given, standard input by its own name.
pub(crate) fn name(path: &Path) -> String {
    if is_standard(path) { "<stdin>".to_owned() } else { path.display().to_string() }
}

/// True for `-`.
pub(crate) fn is_standard(path: &Path) -> bool {
    path.as_os_str() == "-"
}

/// The bytes of a file, or of standard input for `-`; of a file that is too large no more than shows it to be so.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    let shown = name(path);
    if path.is_dir() {
        return Err(Failure::new(
            format!("{shown} 是目录，这里要一个文件"),
            format!("{shown} is a directory; a file is wanted"),
        ));
    }
    let mut bytes = Vec::new();
    let read = if is_standard(path) {
        io::stdin().lock().take(ENOUGH).read_to_end(&mut bytes)
    } else {
        File::open(path).and_then(|file| file.take(ENOUGH).read_to_end(&mut bytes))
    };
    read.map_err(|error| cannot_read(&shown, &error))?;
    Ok(bytes)
}

/// Refuses to write over the file that was read.
pub(crate) fn not_over(output: &Path, input: &Path) -> Result<(), Failure> {
    if !is_same(output, input) {
        return Ok(());
    }
    let shown = output.display();
    Err(Failure::new(
        format!("{shown} 就是读进来的文件，不能写在它上面；换个名字"),
        format!("{shown} is the file that is read and is not overwritten; take another name"),
    ))
}

/// True where two paths lead to the same file.
pub(crate) fn is_same(one: &Path, other: &Path) -> bool {
    !is_standard(one)
        && matches!((fs::canonicalize(one), fs::canonicalize(other)), (Ok(one), Ok(other)) if one == other)
}

/// What a folder holds, sorted, so that output does not depend on the file system.
pub(crate) fn entries(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let listed = fs::read_dir(folder).and_then(|entries| {
        entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>()
    });
    let mut paths = listed.map_err(|error| cannot_read(&folder.display().to_string(), &error))?;
    paths.sort();
    Ok(paths)
}

/// Writes a whole file or nothing: a temporary file beside it, then renamed over it. `-` is standard output.
pub(crate) fn write(path: &Path, contents: &[u8]) -> Result<(), Failure> {
    if is_standard(path) {
        print_bytes(contents);
        return Ok(());
    }
    tianbao_codegen::output::replace(path, contents).map_err(|error| cannot_write(&error))
}

/// An error of writing in plain words.
pub(crate) fn cannot_write(error: &OutputError) -> Failure {
    let (shown, problem) = (error.path.display(), &error.problem);
    Failure::new(format!("写不了 {shown}：{}", reason(problem)), format!("cannot write {shown}: {problem}"))
}

/// An error of reading in plain words.
pub(crate) fn cannot_read(shown: &str, error: &io::Error) -> Failure {
    Failure::new(format!("读不了 {shown}：{}", reason(error)), format!("cannot read {shown}: {error}"))
}

/// The usual reasons in Chinese; the system's own words for the others.
fn reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => "没有这个文件或目录".to_owned(),
        io::ErrorKind::PermissionDenied => "没有权限".to_owned(),
        io::ErrorKind::AlreadyExists => "已有同名文件".to_owned(),
        io::ErrorKind::NotADirectory => "路径中有一段不是目录".to_owned(),
        io::ErrorKind::IsADirectory => "那是一个目录".to_owned(),
        io::ErrorKind::ReadOnlyFilesystem => "磁盘是只读的".to_owned(),
        io::ErrorKind::StorageFull => "磁盘满了".to_owned(),
        // The kinds of the system are many and may grow.
        _ => error.to_string(),
    }
}

/// Prints results. Whoever reads may have gone away (`| head`): that is no error of ours.
pub(crate) fn print(text: &str) {
    print_bytes(text.as_bytes());
}

fn print_bytes(bytes: &[u8]) {
    let mut stdout = io::stdout().lock();
    let _ = stdout.write_all(bytes).and_then(|()| stdout.flush());
}

/// Prints progress or an error.
pub(crate) fn complain(text: &str) {
    let _ = writeln!(io::stderr().lock(), "{text}");
}
