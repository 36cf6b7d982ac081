//! Reports each process that starts a program.
#![no_std]
#![no_main]

mod bpf;

use bpf::{current_name, current_process, current_user, RingBuffer};
use core::ffi::c_char;

#[repr(C)]
struct Event {
    pid: u32,
    uid: u32,
    name: [c_char; 16],
}

/// Compilers describe only types that something refers to; readers of the records want to know this one.
#[no_mangle]
static TYPE_OF_EVENTS: Event = Event { pid: 0, uid: 0, name: [0; 16] };

#[no_mangle]
#[link_section = ".maps"]
static EVENTS: RingBuffer<262144> = RingBuffer::new();

#[no_mangle]
#[link_section = "tracepoint/sched/sched_process_exec"]
extern "C" fn on_exec(_context: *const u64) -> i32 {
    EVENTS.output(&Event { pid: current_process(), uid: current_user(), name: current_name() });
    0
}
