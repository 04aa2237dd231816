//! A stack that is large enough for the parser of `cel`: unoptimised (and our build profile does not reach whoever
//! builds us) it takes about 170 KiB for a pair of brackets.

use std::cell::Cell;

const STACK: usize = 32 << 20;

thread_local! {
    static LARGE: Cell<bool> = const { Cell::new(false) };
}

/// Runs `work` on a thread with a large stack; at once where we are on one already.
///
/// [`super::check`] does this for every expression; whoever checks many wraps the whole loop, which spares a thread each.
pub fn on_large_stack<T: Send>(work: impl FnOnce() -> T + Send) -> T {
    if LARGE.get() {
        return work();
    }
    // The work sits in a slot so that it can still be done here where no thread can be had.
    let slot = std::sync::Mutex::new(Some(work));
    let run = || {
        let work = slot.lock().ok().and_then(|mut slot| slot.take());
        work.map(|work| work())
    };
    let result = std::thread::scope(|scope| {
        let thread = std::thread::Builder::new().stack_size(STACK).spawn_scoped(scope, || {
            LARGE.set(true);
            run()
        });
        thread.map(std::thread::ScopedJoinHandle::join)
    });
    match result {
        Ok(Ok(Some(value))) => value,
        Ok(Err(panic)) => std::panic::resume_unwind(panic),
        Ok(Ok(None)) | Err(_) => match run() {
            Some(value) => value,
            None => unreachable!("the work is taken once"),
        },
    }
}
