//! Counts started programs by user.
#![no_std]
#![no_main]

mod bpf;

use bpf::{current_user, HashMap};

#[no_mangle]
#[link_section = ".maps"]
static COUNTS: HashMap<u32, u64, 1024> = HashMap::new();

#[no_mangle]
#[link_section = "tracepoint/sched/sched_process_exec"]
extern "C" fn count_execs(_context: *const u64) -> i32 {
    COUNTS.count(&current_user());
    0
}
