//! One target of `couchpin::fuzz`: the one that the binary is named after.
#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let name = env!("CARGO_BIN_NAME");
    let target = couchpin::fuzz::TARGETS.iter().find(|target| target.name == name);
    (target.expect("the binary is named after a target").run)(bytes);
});
