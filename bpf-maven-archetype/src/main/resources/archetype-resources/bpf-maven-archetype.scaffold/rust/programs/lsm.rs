//! Refuses to open files of some names, and reports it.
#![no_std]
#![no_main]

mod bpf;

use bpf::{add, current_name, current_process, current_user, read_kernel_text, HashMap, RingBuffer};
use core::ffi::{c_char, c_void};

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

/// Where the running kernel has the members of its types: the linker makes CO-RE relocations of these names.
extern "C" {
    #[link_name = "__bpf_core.byte_offset.file.f_path.dentry"]
    fn offset_of_dentry() -> u64;
    #[link_name = "__bpf_core.byte_offset.dentry.d_name.name"]
    fn offset_of_name() -> u64;
    #[link_name = "__bpf_core.load.ptr"]
    fn load(from: *const c_void) -> *const c_void;
}

/// The names, without folder, and how often each was refused.
#[no_mangle]
#[link_section = ".maps"]
static RULES: HashMap<Name, u64, 1024> = HashMap::new();

#[no_mangle]
#[link_section = ".maps"]
static REFUSALS: RingBuffer<262144> = RingBuffer::new();

/// What `REFUSALS` carries, for the classes that are generated.
#[no_mangle]
static mut TYPE_OF_REFUSALS: *const Refusal = core::ptr::null();

#[no_mangle]
#[link_section = "lsm/file_open"]
extern "C" fn on_open(context: &*const c_void) -> i32 {
    let text = unsafe {
        let dentry = load(context.wrapping_byte_add(offset_of_dentry() as usize));
        load(dentry.wrapping_byte_add(offset_of_name() as usize))
    };
    let mut name = Name { text: [0; ROOM] };
    read_kernel_text(name.text.as_mut_ptr(), ROOM as u32, text as *const c_char);
    match RULES.get(&name) {
        Some(count) => {
            add(count, 1);
            REFUSALS.output(&Refusal {
                pid: current_process(),
                uid: current_user(),
                process: current_name(),
                file: name.text,
            });
            NOT_PERMITTED
        }
        None => 0,
    }
}
