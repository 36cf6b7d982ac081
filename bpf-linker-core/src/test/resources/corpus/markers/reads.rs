// Fields that generic functions, loops, selects and another crate read are relocated, each to its own.
// LLVM: auto
// BUILD: other.o = clang-22 -fembed-bitcode=off other.c
// BUILD: libfields.rlib = rustc --crate-type=rlib --crate-name=fields fields.rs -O -C debuginfo=2
// RUSTC: reads.rs -C opt-level=0 -C debuginfo=2 --extern fields=libfields.rlib -- --btf --kernel-types=/sys/kernel/btf/vmlinux
// PROGRAMS: tp_btf/sched_switch:switched
// BTF: STRUCT 'task_struct'
// RUSTC: reads.rs -C opt-level=3 -C debuginfo=2 -C codegen-units=16 --extern fields=libfields.rlib -- --btf --kernel-types=/sys/kernel/btf/vmlinux
// PROGRAMS: tp_btf/sched_switch:switched
// NOT-BTF: (?s)STRUCT 'task_struct'.*STRUCT 'task_struct'
// DISASM: \*\(u8 \*\)\(r\d \+ 0x[0-9a-f]+\)\n.*CO-RE <byte_off>.*task_struct::comm\[3\]
// SAME-BYTES-WITH: reads.rs -C opt-level=3 -C debuginfo=2 -C codegen-units=16 --extern fields=libfields.rlib -- --btf --kernel-types=other.o
// RUSTC: reads.rs -C opt-level=z -C debuginfo=2 -C lto=fat --extern fields=libfields.rlib -- --btf --kernel-types=other.o
// PROGRAMS: tp_btf/sched_switch:switched
//--- other.c
struct signal_struct { long a; int nr_threads; };
struct task_struct {
    struct signal_struct *signal; char comm[32]; struct task_struct *real_parent, *group_leader; int pid, tgid;
    struct { int prio; long flags; };
} task = {};
//--- fields.rs
#![no_std]
use core::ffi::c_void;

unsafe extern "C" {
    #[link_name = "__bpf_core.byte_offset.task_struct.pid"]
    fn pid() -> u64;
    #[link_name = "__bpf_core.byte_offset.task_struct.tgid"]
    fn tgid() -> u64;
    #[link_name = "__bpf_core.byte_offset.task_struct.prio"]
    fn prio() -> u64;
    #[link_name = "__bpf_core.byte_offset.task_struct.real_parent"]
    fn real_parent() -> u64;
    #[link_name = "__bpf_core.byte_offset.task_struct.comm[3]"]
    fn letter() -> u64;
    #[link_name = "__bpf_core.load.4"]
    fn load_u32(at: *const c_void) -> u32;
    #[link_name = "__bpf_core.load.1"]
    fn load_u8(at: *const c_void) -> u8;
    #[link_name = "__bpf_core.load.ptr"]
    fn load_pointer(at: *const c_void) -> *const c_void;
}

pub trait Field {
    fn read(task: *const c_void) -> u32;
}
pub struct Pid;
pub struct Tgid;
pub struct Prio;
impl Field for Pid {
    #[inline]
    fn read(task: *const c_void) -> u32 {
        unsafe { load_u32(task.wrapping_byte_add(pid() as usize)) }
    }
}
impl Field for Tgid {
    fn read(task: *const c_void) -> u32 {
        unsafe { load_u32(task.wrapping_byte_add(tgid() as usize)) }
    }
}
impl Field for Prio {
    #[inline(always)]
    fn read(task: *const c_void) -> u32 {
        unsafe { load_u32(task.wrapping_byte_add(prio() as usize)) }
    }
}
pub fn read<F: Field>(task: *const c_void) -> u32 {
    F::read(task)
}
#[inline]
pub fn parent(task: *const c_void) -> *const c_void {
    unsafe { load_pointer(task.wrapping_byte_add(real_parent() as usize)) }
}
#[inline]
pub fn pointer(at: *const c_void) -> *const c_void {
    unsafe { load_pointer(at) }
}
#[inline]
pub fn fourth_letter(task: *const c_void) -> u8 {
    unsafe { load_u8(task.wrapping_byte_add(letter() as usize)) }
}
//--- reads.rs
#![no_std]
#![no_main]
use core::ffi::c_void;

unsafe extern "C" {
    #[link_name = "__bpf_core.byte_offset.task_struct.pid"]
    fn pid() -> u64;
    #[link_name = "__bpf_core.byte_offset.task_struct.tgid"]
    fn tgid() -> u64;
    #[link_name = "__bpf_core.load.4"]
    fn load_u32(at: *const c_void) -> u32;
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "tp_btf/sched_switch")]
pub extern "C" fn switched(ctx: *const *const c_void) -> i32 {
    let mut task = fields::pointer(ctx.wrapping_add(1) as *const c_void);
    // One of two offsets, which must not become one relocation of a computed value.
    let chosen = if fields::read::<fields::Prio>(task) > 100 { unsafe { pid() } } else { unsafe { tgid() } };
    let mut sum = unsafe { load_u32(task.wrapping_byte_add(tgid() as usize)) };
    let mut round = 0u32;
    while round < 4 {
        sum = sum.wrapping_add(fields::read::<fields::Pid>(task));
        sum = sum.wrapping_add(fields::read::<fields::Tgid>(task));
        sum = sum.wrapping_add(fields::fourth_letter(task) as u32);
        task = fields::parent(task);
        round = round.wrapping_add(1);
    }
    (sum == 1 || chosen == 0) as i32
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "license")]
static LICENSE: [u8; 4] = *b"GPL\0";

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
