//! Any bytes as a report: both engines give the same verdict; never a panic.
#![no_main]

use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;
use tianbao_core::Judge;
use tianbao_forms::gov_website_work::edition_2019::Report;
use tianbao_report::Live;

static LIVE: LazyLock<Live> = LazyLock::new(|| {
    let spec = tianbao_schema::shipped()[0];
    let form = tianbao_schema::check(spec.path, spec.text.as_bytes()).form.expect("the shipped spec is sound");
    Live::new(form).expect("the shipped form can be judged live")
});

fuzz_target!(|bytes: &[u8]| {
    assert_eq!(Report::judge(bytes), LIVE.judge(bytes, None));
});
