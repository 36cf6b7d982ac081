//! Reports each process that starts a program, with its arguments.
#![no_std]
#![no_main]

mod bpf;

use bpf::{current_name, current_process, current_user, read_user, read_user_text, HashMap, RingBuffer};
use core::ffi::c_char;

const MOST_ARGUMENTS: usize = 20;
const LONGEST_ARGUMENT: usize = 64;
const ROOM: usize = 256;

#[repr(C)]
pub struct Exec {
    pid: u32,
    uid: u32,
    /// The program that the process ran before.
    starter: [c_char; 16],
    /// The arguments, separated by blanks.
    command: [c_char; ROOM],
}

/// What the kernel hands to the two programs; see events/syscalls/sys_enter_execve/format in tracefs.
#[repr(C)]
struct Enter {
    common: u64,
    number: u64,
    file: *const c_char,
    arguments: *const usize,
}

#[repr(C)]
struct Leave {
    common: u64,
    number: u64,
    result: i64,
}

/// Calls that have not returned yet, by process.
#[no_mangle]
#[link_section = ".maps"]
static CALLS: HashMap<u32, Exec, 1024> = HashMap::new();

#[no_mangle]
#[link_section = ".maps"]
static EXECS: RingBuffer<262144> = RingBuffer::new();

/// What `EXECS` carries, for the classes that are generated.
#[no_mangle]
static mut TYPE_OF_EXECS: *const Exec = core::ptr::null();

static EMPTY: Exec = Exec { pid: 0, uid: 0, starter: [0; 16], command: [0; ROOM] };

#[no_mangle]
#[link_section = "tracepoint/syscalls/sys_enter_execve"]
extern "C" fn on_call(context: &Enter) -> i32 {
    let pid = current_process();
    CALLS.insert(&pid, &EMPTY);
    let Some(exec) = CALLS.get(&pid) else { return 0 };
    exec.pid = pid;
    exec.uid = current_user();
    exec.starter = current_name();
    let command = exec.command.as_mut_ptr();
    let mut length = 0;
    for i in 0..MOST_ARGUMENTS {
        let argument = read_user(context.arguments.wrapping_add(i)).unwrap_or(0);
        if argument == 0 || length > ROOM - LONGEST_ARGUMENT {
            break;
        }
        let text = command.wrapping_add(length);
        let written = read_user_text(text, LONGEST_ARGUMENT as u32, argument as *const c_char);
        if written < 1 {
            break;
        }
        // Instead of the zero at its end.
        unsafe { *text.wrapping_add(written as usize - 1) = b' ' as c_char };
        length += written as usize;
    }
    0
}

#[no_mangle]
#[link_section = "tracepoint/syscalls/sys_exit_execve"]
extern "C" fn on_return(context: &Leave) -> i32 {
    let pid = current_process();
    if context.result == 0 {
        if let Some(exec) = CALLS.get(&pid) {
            EXECS.output(exec);
        }
    }
    CALLS.remove(&pid);
    0
}
