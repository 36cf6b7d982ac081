//! Reports each file that is deleted.
#![no_std]
#![no_main]

mod bpf;

use bpf::{current_name, current_process, current_user, read_kernel_text, RingBuffer};
use core::ffi::c_char;

const ROOM: usize = 128;

#[repr(C)]
pub struct Deletion {
    pid: u32,
    uid: u32,
    process: [c_char; 16],
    file: [c_char; ROOM],
}

/// The kernel's `struct filename` begins with the text.
#[repr(C)]
struct FileName {
    name: *const c_char,
}

/// The arguments of `do_unlinkat`.
#[repr(C)]
struct Arguments {
    folder: u64,
    file: *const FileName,
}

#[no_mangle]
#[link_section = ".maps"]
static DELETIONS: RingBuffer<262144> = RingBuffer::new();

/// What `DELETIONS` carries, for the classes that are generated.
#[no_mangle]
static mut TYPE_OF_DELETIONS: *const Deletion = core::ptr::null();

#[no_mangle]
#[link_section = "fentry/do_unlinkat"]
extern "C" fn on_delete(context: &Arguments) -> i32 {
    let mut deletion =
        Deletion { pid: current_process(), uid: current_user(), process: current_name(), file: [0; ROOM] };
    read_kernel_text(deletion.file.as_mut_ptr(), ROOM as u32, unsafe { (*context.file).name });
    DELETIONS.output(&deletion);
    0
}
