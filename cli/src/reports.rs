//! The report files that a command works on: those named, and all in the folders named; worked on by every core.

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use indicatif::{ProgressBar, ProgressStyle};

use crate::files::{self, Failure};

/// So many files take long enough for somebody to wonder.
const SHOW_PROGRESS_FROM: usize = 20;

/// Endings of files that may be reports.
const ENDINGS: [&str; 8] = ["json", "yaml", "yml", "docx", "html", "htm", "txt", "md"];

/// The files named, and those in the folders named, sorted; beside them what is to be said of folders that hold none.
pub(crate) fn find(named: &[PathBuf]) -> Result<(Vec<PathBuf>, Vec<Failure>), Failure> {
    let (mut found, mut empty) = (Vec::new(), Vec::new());
    for path in named {
        if !path.is_dir() {
            found.push(path.clone());
            continue;
        }
        let before = found.len();
        inside(path, &mut found)?;
        if found.len() == before {
            let shown = files::name(path);
            empty.push(Failure::new(
                format!("{shown} 是目录，里面没有报表（{}）", ENDINGS.join("、")),
                format!("{shown} is a directory without reports ({})", ENDINGS.join(", ")),
            ));
        }
    }
    Ok((found, empty))
}

fn inside(folder: &Path, found: &mut Vec<PathBuf>) -> Result<(), Failure> {
    for path in files::entries(folder)? {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        // Word keeps `~$name.docx` beside a file that is open.
        if name.starts_with('.') || name.starts_with("~$") {
            continue;
        }
        if path.is_dir() {
            inside(&path, found)?;
        } else if ENDINGS.contains(&ending.to_ascii_lowercase().as_str()) {
            found.push(path);
        }
    }
    Ok(())
}

/// Does some work for every file, on all cores, with a progress bar where there are many; results in the files' order.
pub(crate) fn for_each<T: Send>(paths: &[PathBuf], work: impl Fn(&Path) -> T + Sync) -> Vec<T> {
    let progress = match paths.len() {
        ..SHOW_PROGRESS_FROM => ProgressBar::hidden(),
        files => ProgressBar::new(files as u64).with_style(style()),
    };
    let next = AtomicUsize::new(0);
    let done = Mutex::new(Vec::with_capacity(paths.len()));
    let one_core = || {
        while let Some((index, path)) = take(&next, paths) {
            let result = work(path);
            progress.inc(1);
            done.lock().unwrap_or_else(std::sync::PoisonError::into_inner).push((index, result));
        }
    };
    let cores = std::thread::available_parallelism().map_or(1, std::num::NonZero::get).min(paths.len());
    std::thread::scope(|scope| {
        for _ in 1..cores {
            scope.spawn(one_core);
        }
        one_core();
    });
    progress.finish_and_clear();
    let mut done = done.into_inner().unwrap_or_else(std::sync::PoisonError::into_inner);
    done.sort_by_key(|(index, _)| *index);
    done.into_iter().map(|(_, result)| result).collect()
}

fn take<'p>(next: &AtomicUsize, paths: &'p [PathBuf]) -> Option<(usize, &'p Path)> {
    let index = next.fetch_add(1, Ordering::Relaxed);
    Some((index, paths.get(index)?))
}

fn style() -> ProgressStyle {
    ProgressStyle::with_template("{bar:40} {pos}/{len}  还要 {eta}")
        .unwrap_or_else(|_| ProgressStyle::default_bar())
}
