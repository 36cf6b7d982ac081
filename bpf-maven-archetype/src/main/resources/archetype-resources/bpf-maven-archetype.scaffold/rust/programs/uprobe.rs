//! Reports the host names that programs look up with getaddrinfo() of the C library.
#![no_std]
#![no_main]

mod bpf;

use bpf::{current_name, current_process, current_user, read_user_text, RingBuffer};
use core::ffi::c_char;

/// Where the registers of a call have its first argument, in words: rdi of x86-64; 0 on arm64.
const FIRST_ARGUMENT: usize = 14;
const ROOM: usize = 128;

#[repr(C)]
pub struct Lookup {
    pid: u32,
    uid: u32,
    process: [c_char; 16],
    host: [c_char; ROOM],
}

#[no_mangle]
#[link_section = ".maps"]
static LOOKUPS: RingBuffer<262144> = RingBuffer::new();

/// What `LOOKUPS` carries, for the classes that are generated.
#[no_mangle]
static mut TYPE_OF_LOOKUPS: *const Lookup = core::ptr::null();

#[no_mangle]
#[link_section = "uprobe/libc.so.6:getaddrinfo"]
extern "C" fn on_lookup(registers: *const u64) -> i32 {
    let host = unsafe { *registers.wrapping_add(FIRST_ARGUMENT) };
    if host == 0 {
        return 0;
    }
    let mut lookup = Lookup { pid: current_process(), uid: current_user(), process: current_name(), host: [0; ROOM] };
    read_user_text(lookup.host.as_mut_ptr(), ROOM as u32, host as *const c_char);
    LOOKUPS.output(&lookup);
    0
}
