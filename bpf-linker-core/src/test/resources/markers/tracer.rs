#![no_std]
// A tracer of processes: what it reads is compared with what the process knows of itself.
use core::ffi::c_void;
use core::ptr::addr_of_mut;

#[collapse_debuginfo(yes)]
macro_rules! core {
    ($name:literal) => {{
        unsafe extern "C" {
            #[link_name = concat!("__bpf_core.", $name)]
            fn marker() -> u64;
        }
        #[allow(unused_unsafe)]
        unsafe {
            marker()
        }
    }};
}

/// The address of a field of `task_struct`, through pointers.
#[collapse_debuginfo(yes)]
macro_rules! place {
    ($from:expr, $path:literal) => {
        $from.wrapping_byte_add(core!($path) as usize)
    };
}

unsafe extern "C" {
    #[link_name = "__bpf_core.load.1"]
    fn load_u8(at: *const c_void) -> u8;
    #[link_name = "__bpf_core.load.4"]
    fn load_u32(at: *const c_void) -> u32;
    #[link_name = "__bpf_core.load.8"]
    fn load_u64(at: *const c_void) -> u64;
    #[link_name = "__bpf_core.load.ptr"]
    fn load_pointer(at: *const c_void) -> *const c_void;
}

/// The process whose children are looked at.
#[unsafe(no_mangle)]
static mut OBSERVER: u64 = 0;

#[repr(C)]
pub struct Seen {
    times: u64,
    pid: u64,
    parent: u64,
    comm: [u8; 16],
    cgroup: u64,
    namespace: u64,
    start: u64,
    state: u64,
    exit_code: u64,
    in_iowait: u64,
    session: u64,
    threads: u64,
}

const NOTHING: Seen = Seen {
    times: 0,
    pid: 0,
    parent: 0,
    comm: [0; 16],
    cgroup: 0,
    namespace: 0,
    start: 0,
    state: 0,
    exit_code: 0,
    in_iowait: 0,
    session: 0,
    threads: 0,
};

#[unsafe(no_mangle)]
static mut EXECUTED: Seen = NOTHING;
#[unsafe(no_mangle)]
static mut EXITED: Seen = NOTHING;

#[inline(always)]
fn look(ctx: *const c_void, seen: *mut Seen) {
    unsafe {
        let task = load_pointer(ctx);
        let parent = load_pointer(place!(task, "byte_offset.task_struct.real_parent"));
        let parent_id = load_u32(place!(parent, "byte_offset.task_struct.real_parent->tgid")) as u64;
        if parent_id != (&raw const OBSERVER).read_volatile() {
            return;
        }
        (*seen).pid = load_u32(place!(task, "byte_offset.task_struct.pid")) as u64;
        (*seen).parent = parent_id;
        let comm = place!(task, "byte_offset.task_struct.comm");
        let mut at = 0;
        while at < 16 {
            (*seen).comm[at] = load_u8(comm.wrapping_byte_add(at));
            at += 1;
        }
        let cgroups = load_pointer(place!(task, "byte_offset.task_struct.cgroups"));
        let group = load_pointer(place!(cgroups, "byte_offset.task_struct.cgroups->dfl_cgrp"));
        let node = load_pointer(place!(group, "byte_offset.task_struct.cgroups->dfl_cgrp->kn"));
        (*seen).cgroup = load_u64(place!(node, "byte_offset.task_struct.cgroups->dfl_cgrp->kn->id"));
        let proxy = load_pointer(place!(task, "byte_offset.task_struct.nsproxy"));
        if !proxy.is_null() {
            let pids = load_pointer(place!(proxy, "byte_offset.task_struct.nsproxy->pid_ns_for_children"));
            (*seen).namespace =
                load_u32(place!(pids, "byte_offset.task_struct.nsproxy->pid_ns_for_children->ns.inum")) as u64;
        }
        (*seen).start = load_u64(place!(task, "byte_offset.task_struct.start_time"));
        (*seen).state = if core!("field_exists.task_struct___old.state:i64") != 0 {
            load_u64(place!(task, "byte_offset.task_struct___old.state:i64"))
        } else {
            load_u32(place!(task, "byte_offset.task_struct___new.__state:u32")) as u64
        };
        (*seen).exit_code = load_u32(place!(task, "byte_offset.task_struct.exit_code")) as u64;
        let at = place!(task, "byte_offset.task_struct.in_iowait");
        let bits = match core!("byte_size.task_struct.in_iowait") {
            1 => load_u8(at) as u64,
            4 => load_u32(at) as u64,
            _ => load_u64(at),
        };
        (*seen).in_iowait = bits
            .wrapping_shl(core!("lshift_u64.task_struct.in_iowait") as u32)
            .wrapping_shr(core!("rshift_u64.task_struct.in_iowait") as u32);
        let signal = load_pointer(place!(task, "byte_offset.task_struct.signal"));
        (*seen).threads = load_u32(place!(signal, "byte_offset.task_struct.signal->nr_threads")) as u64;
        (*seen).session = core!("enum_value.pid_type.PIDTYPE_SID");
        (*seen).times += 1;
    }
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "tp_btf/sched_process_exec")]
pub extern "C" fn executed(ctx: *const c_void) -> i32 {
    look(ctx, addr_of_mut!(EXECUTED));
    0
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "tp_btf/sched_process_exit")]
pub extern "C" fn exited(ctx: *const c_void) -> i32 {
    look(ctx, addr_of_mut!(EXITED));
    0
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "license")]
static LICENSE: [u8; 4] = *b"GPL\0";
