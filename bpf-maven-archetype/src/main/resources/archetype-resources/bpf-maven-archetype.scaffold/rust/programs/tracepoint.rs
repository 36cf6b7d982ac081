//! Reports each process that starts a program, and the process that started it.
#![no_std]
#![no_main]

use core::ffi::c_char;
use vmlinux::*;

bpf_license!("Dual MIT/GPL");

#[repr(C)]
struct Event {
    pid: i32,
    parent: i32,
    started: u64,
    name: [c_char; 16],
}

/// Compilers describe only types that something refers to; readers of the records want to know this one.
#[no_mangle]
static TYPE_OF_EVENTS: Event = Event { pid: 0, parent: 0, started: 0, name: [0; 16] };

bpf_map! {
    static EVENTS: maps::RingBuffer<262144>;
}

#[no_mangle]
#[link_section = "tracepoint/sched/sched_process_exec"]
extern "C" fn on_exec(_context: *const u64) -> i32 {
    let task = current_task();
    EVENTS.output(&Event {
        pid: core_read!(task_struct: task, tgid),
        parent: core_read!(task_struct: task, real_parent->tgid),
        started: core_read!(task_struct: task, start_time),
        name: core_read!(task_struct: task, comm),
    });
    0
}
