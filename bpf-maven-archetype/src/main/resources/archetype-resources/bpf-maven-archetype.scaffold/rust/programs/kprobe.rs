//! Counts deleted files by the process that started the one which deletes.
#![no_std]
#![no_main]

use vmlinux::*;

bpf_license!("Dual MIT/GPL");

bpf_map! {
    static COUNTS: maps::Hash<i32, u64, 1024>;
}

#[no_mangle]
#[link_section = "kprobe/do_unlinkat"]
extern "C" fn count_unlinks(_registers: *const pt_regs) -> i32 {
    COUNTS.count(&core_read!(task_struct: current_task(), real_parent->tgid));
    0
}
