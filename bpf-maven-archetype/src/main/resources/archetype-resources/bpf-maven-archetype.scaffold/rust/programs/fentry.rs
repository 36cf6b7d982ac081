//! Reports each file that is deleted.
#![no_std]
#![no_main]

use core::ffi::c_char;
use vmlinux::*;

bpf_license!("Dual MIT/GPL");

const ROOM: usize = 128;

#[repr(C)]
pub struct Deletion {
    pid: u32,
    uid: u32,
    process: [c_char; 16],
    file: [c_char; ROOM],
}

bpf_map! {
    static DELETIONS: maps::RingBuffer<262144>;
}

/// What `DELETIONS` carries, for the classes that are generated.
#[no_mangle]
static mut TYPE_OF_DELETIONS: *const Deletion = core::ptr::null();

bpf_program! {
    "fentry/do_unlinkat"
    fn on_delete(_folder: i32, deleted: *const filename) -> i32 {
        let task = current_task();
        let mut deletion = Deletion {
            pid: core_read!(task_struct: task, tgid) as u32,
            uid: core_read!(task_struct: task, cred->uid.val),
            process: core_read!(task_struct: task, comm),
            file: [0; ROOM],
        };
        let name = core_deref!(filename: deleted, name);
        unsafe { helpers::bpf_probe_read_kernel_str(deletion.file.as_mut_ptr().cast(), ROOM as u32, name.cast()) };
        DELETIONS.output(&deletion);
        0
    }
}
