// A flavour says a field that other kernels have; bit-fields are read by size, offset and shifts.
// LLVM: auto
// BUILD: old.o = clang-22 -fembed-bitcode=off old.c
// RUSTC: prog.rs -C opt-level=0 -C debuginfo=2 -- --btf --kernel-types=/sys/kernel/btf/vmlinux
// PROGRAMS: tp_btf/sched_switch:switched
// BTF: STRUCT 'task_struct___old'
// BTF: STRUCT 'nowhere___x'
// RUSTC: prog.rs -O -C debuginfo=2 -- --btf --kernel-types=/sys/kernel/btf/vmlinux
// PROGRAMS: tp_btf/sched_switch:switched
// SAME-BYTES-WITH: prog.rs -O -C debuginfo=2 -- --btf --kernel-types=old.o
//--- old.c
struct task_struct { char pad[11]; unsigned in_iowait : 2; long state; } task = {};
//--- prog.rs
#![no_std]
#![no_main]
use core::ffi::c_void;

#[collapse_debuginfo(yes)]
macro_rules! core {
    ($($part:literal),*) => {{
        unsafe extern "C" {
            #[link_name = concat!("__bpf_core.", $($part),*)]
            fn marker() -> u64;
        }
        unsafe { marker() }
    }};
}

unsafe extern "C" {
    #[link_name = "__bpf_core.load.1"]
    fn load_u8(at: *const c_void) -> u8;
    #[link_name = "__bpf_core.load.2"]
    fn load_u16(at: *const c_void) -> u16;
    #[link_name = "__bpf_core.load.4"]
    fn load_u32(at: *const c_void) -> u32;
    #[link_name = "__bpf_core.load.8"]
    fn load_u64(at: *const c_void) -> u64;
    #[link_name = "__bpf_core.load.ptr"]
    fn load_pointer(at: *const c_void) -> *const c_void;
}

macro_rules! bits {
    ($task:expr, $field:literal) => {{
        let at = $task.wrapping_byte_add(core!("byte_offset.task_struct.", $field) as usize);
        let loaded = unsafe {
            match core!("byte_size.task_struct.", $field) {
                1 => load_u8(at) as u64,
                2 => load_u16(at) as u64,
                4 => load_u32(at) as u64,
                _ => load_u64(at),
            }
        };
        loaded
            .wrapping_shl(core!("lshift_u64.task_struct.", $field) as u32)
            .wrapping_shr(core!("rshift_u64.task_struct.", $field) as u32)
    }};
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "tp_btf/sched_switch")]
pub extern "C" fn switched(ctx: *const c_void) -> u32 {
    let task = unsafe { load_pointer(ctx.wrapping_byte_add(8)) };
    let state = if core!("field_exists.task_struct___old.state:i64") != 0 {
        unsafe { load_u64(task.wrapping_byte_add(core!("byte_offset.task_struct___old.state:i64") as usize)) }
    } else if core!("field_exists.task_struct___new.__state:u32") != 0 {
        unsafe { load_u32(task.wrapping_byte_add(core!("byte_offset.task_struct___new.__state:u32") as usize)) as u64 }
    } else {
        99
    };
    let absent = core!("type_exists.nowhere___x").wrapping_add(core!("enum_exists.enum nowhere___y.VALUE"));
    (bits!(task, "in_iowait") > 1 || state == 99 || absent != 0) as u32
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "license")]
static LICENSE: [u8; 4] = *b"GPL\0";

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
