//! The forms of the random specs, compiled: see `build.rs`.
#![allow(
    clippy::all,
    missing_docs,
    dead_code,
    unreachable_pub,
    reason = "generated from random specs; only their engines are used"
)]

use tianbao_core::compiled::Engine;

include!(concat!(env!("OUT_DIR"), "/random.rs"));
