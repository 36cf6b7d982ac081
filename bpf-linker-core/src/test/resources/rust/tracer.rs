//! Reports processes that start a program or end, with what the kernel knows of them.
#![no_std]
#![no_main]

use core::ffi::c_char;
use vmlinux::*;

bpf_license!("Dual MIT/GPL");

#[repr(C)]
struct Event {
    kind: u32,
    pid: i32,
    parent: i32,
    in_execve: u32,
    namespace: u32,
    thread_group: u32,
    exit_code: i32,
    threads: i32,
    session: u32,
    in_iowait: u32,
    cgroup: u64,
    started: u64,
    state: i64,
    name: [c_char; 16],
}

bpf_map! {
    /// One for each program that starts, and each process that ends.
    static EVENTS: maps::RingBuffer<262144>;
}

/// The state had another name and type before Linux 5.14.
#[inline(always)]
fn state(task: *const task_struct) -> i64 {
    if core_field_exists!(task_struct___old, state: i64) {
        core_read!(task_struct___old: task, state: i64)
    } else {
        core_read!(task_struct: task, __state) as i64
    }
}

#[inline(always)]
fn report(kind: u32, task: *const task_struct) {
    let event = EVENTS.reserve::<Event>();
    if event.is_null() {
        return;
    }
    unsafe {
        event.write(Event {
            kind,
            pid: core_deref!(task_struct: task, tgid),
            parent: core_deref!(task_struct: task, real_parent->tgid),
            in_execve: core_read_bits!(task_struct: task, in_execve),
            namespace: core_read!(task_struct: task, nsproxy->pid_ns_for_children->ns.inum),
            thread_group: core_enum_value!(pid_type, PIDTYPE_TGID) as u32,
            exit_code: core_deref!(task_struct: task, exit_code),
            threads: core_deref!(task_struct: task, signal->nr_threads),
            session: core_enum_value!(pid_type, PIDTYPE_SID) as u32,
            in_iowait: core_read_bits!(task_struct: task, in_iowait),
            cgroup: core_read!(task_struct: task, cgroups->dfl_cgrp->kn->id),
            started: core_read!(task_struct: task, start_boottime),
            state: state(task),
            name: core_read!(task_struct: task, comm),
        });
        EVENTS.submit(event);
    }
}

bpf_program! {
    "tp_btf/sched_process_exec"
    fn on_exec(task: *const task_struct, _old_pid: i32, _program: *const linux_binprm) -> i32 {
        report(0, task);
        0
    }

    "tp_btf/sched_process_exit"
    fn on_exit(task: *const task_struct) -> i32 {
        report(1, task);
        0
    }
}
