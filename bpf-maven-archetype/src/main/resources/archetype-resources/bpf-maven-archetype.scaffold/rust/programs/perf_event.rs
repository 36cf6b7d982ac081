//! Counts which process each processor runs, at each tick of a clock.
#![no_std]
#![no_main]

mod bpf;

use bpf::{current_name, current_process, LruHashMap};
use core::ffi::c_char;

#[repr(C)]
pub struct Task {
    pid: u32,
    name: [c_char; 16],
}

#[no_mangle]
#[link_section = ".maps"]
static SAMPLES: LruHashMap<Task, u64, 4096> = LruHashMap::new();

#[no_mangle]
#[link_section = "perf_event"]
extern "C" fn on_tick(_context: *const u64) -> i32 {
    SAMPLES.count(&Task { pid: current_process(), name: current_name() });
    0
}
