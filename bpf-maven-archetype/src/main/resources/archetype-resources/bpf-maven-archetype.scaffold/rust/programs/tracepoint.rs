//! Reports each process that starts a program, with its arguments.
#![no_std]
#![no_main]

use core::ffi::c_char;
use vmlinux::*;

bpf_license!("Dual MIT/GPL");

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

bpf_map! {
    /// Calls that have not returned yet, by process.
    static CALLS: maps::Hash<u32, Exec, 1024>;

    static EXECS: maps::RingBuffer<262144>;
}

/// What `EXECS` carries, for the classes that are generated.
#[no_mangle]
static mut TYPE_OF_EXECS: *const Exec = core::ptr::null();

static EMPTY: Exec = Exec { pid: 0, uid: 0, starter: [0; 16], command: [0; ROOM] };

#[no_mangle]
#[link_section = "tracepoint/syscalls/sys_enter_execve"]
extern "C" fn on_call(context: *const trace_event_raw_sys_enter) -> i32 {
    let task = current_task();
    let pid = core_read!(task_struct: task, tgid) as u32;
    CALLS.set(&pid, &EMPTY);
    let Some(exec) = (unsafe { CALLS.get(&pid).as_mut() }) else { return 0 };
    exec.pid = pid;
    exec.uid = core_read!(task_struct: task, cred->uid.val);
    exec.starter = core_read!(task_struct: task, comm);
    let arguments = core_deref!(trace_event_raw_sys_enter: context, args[1]) as *const usize;
    let command = exec.command.as_mut_ptr();
    let mut length = 0;
    for i in 0..MOST_ARGUMENTS {
        let argument = read_address(arguments.wrapping_add(i));
        if argument == 0 || length > ROOM - LONGEST_ARGUMENT {
            break;
        }
        let text = command.wrapping_add(length);
        let room = LONGEST_ARGUMENT as u32;
        let written = unsafe { helpers::bpf_probe_read_user_str(text.cast(), room, argument as *const _) };
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
extern "C" fn on_return(context: *const trace_event_raw_sys_exit) -> i32 {
    let pid = core_read!(task_struct: current_task(), tgid) as u32;
    if core_deref!(trace_event_raw_sys_exit: context, ret) == 0 {
        if let Some(exec) = unsafe { CALLS.get(&pid).as_ref() } {
            EXECS.output(exec);
        }
    }
    CALLS.remove(&pid);
    0
}

/// An address in the memory of the process that runs; 0 if it can't be read.
fn read_address(from: *const usize) -> usize {
    let mut address = 0;
    unsafe { helpers::bpf_probe_read_user((&raw mut address).cast(), size_of::<usize>() as u32, from.cast()) };
    address
}
