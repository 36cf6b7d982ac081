//! Refuses to open files of some names, and reports it.
#![no_std]
#![no_main]

use core::ffi::c_char;
use vmlinux::*;

bpf_license!("Dual MIT/GPL");

const NOT_PERMITTED: i32 = -13;
const ROOM: usize = 64;

#[repr(C)]
pub struct Name {
    text: [c_char; ROOM],
}

#[repr(C)]
pub struct Refusal {
    pid: u32,
    uid: u32,
    process: [c_char; 16],
    file: [c_char; ROOM],
}

bpf_map! {
    /// The names, without folder, and how often each was refused.
    static RULES: maps::Hash<Name, u64, 1024>;

    static REFUSALS: maps::RingBuffer<262144>;
}

/// What `REFUSALS` carries, for the classes that are generated.
#[no_mangle]
static mut TYPE_OF_REFUSALS: *const Refusal = core::ptr::null();

bpf_program! {
    "lsm/file_open"
    fn on_open(opened: *const file) -> i32 {
        let text = core_deref!(file: opened, f_path.dentry->d_name.name);
        let mut name = Name { text: [0; ROOM] };
        unsafe { helpers::bpf_probe_read_kernel_str(name.text.as_mut_ptr().cast(), ROOM as u32, text.cast()) };
        if RULES.get(&name).is_null() {
            return 0;
        }
        RULES.count(&name);
        let task = current_task();
        REFUSALS.output(&Refusal {
            pid: core_read!(task_struct: task, tgid) as u32,
            uid: core_read!(task_struct: task, cred->uid.val),
            process: core_read!(task_struct: task, comm),
            file: name.text,
        });
        NOT_PERMITTED
    }
}
