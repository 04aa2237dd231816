//! Any bytes as a web page and as text: a page or a refusal; never a panic.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tianbao_report::page;

fuzz_target!(|bytes: &[u8]| {
    for name in ["a.html", "a.txt", "a.md", "-"] {
        let _ = page::read(name, bytes);
    }
});
