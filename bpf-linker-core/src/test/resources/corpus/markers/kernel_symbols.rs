// Functions, variables and configuration of the kernel, strong and weak, with their values.
// LLVM: auto system-22
// BUILD: types.o = clang-22 -fembed-bitcode=off types.c
// RUSTC: symbols.rs -O -C debuginfo=2 -- --btf --kernel-types=/sys/kernel/btf/vmlinux
// PROGRAMS: tc:values
// SYMBOL: CONFIG_HZ GLOBAL UNDEFINED
// SYMBOL: CONFIG_ABSENT WEAK UNDEFINED
// SYMBOL: LINUX_KERNEL_VERSION GLOBAL UNDEFINED
// SYMBOL: bpf_absent WEAK UNDEFINED
// SYMBOL: bpf_rdonly_cast WEAK UNDEFINED
// SYMBOL: bpf_cast_to_kern_ctx GLOBAL UNDEFINED
// BTF: FUNC 'bpf_cast_to_kern_ctx' type_id=\d+ linkage=extern
// BTF: DATASEC '\.kconfig'
// BTF: DATASEC '\.ksyms'
// RUN: values -> 63
// RUSTC: variables.rs -O -C debuginfo=2 -- --btf --kernel-types=types.o
// SYMBOL: runqueues GLOBAL UNDEFINED
// SYMBOL: init_task WEAK UNDEFINED
// BTF: VAR 'init_task' type_id=\d+, linkage=extern
// BTF: STRUCT 'rq'
// BTF: VAR 'nothing' type_id=\d+, linkage=extern
// NO-LOAD: only a kernel with CONFIG_KALLSYMS_ALL knows the addresses of variables
//--- types.c
struct rq { int lock; } runqueues = {};
//--- variables.rs
#![no_std]
#![no_main]
use core::ffi::c_void;
use core::hint::black_box;

unsafe extern "C" {
    #[link_name = "__bpf_ksym.weak.init_task:void"]
    static INIT_TASK: c_void;
    #[link_name = "__bpf_ksym.runqueues"]
    static RUNQUEUES: c_void;
    #[link_name = "__bpf_ksym.weak.nothing:struct rq"]
    static NOTHING: c_void;
    #[link_name = "__bpf_ksym_exists.nothing"]
    fn has_nothing() -> u64;
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "tc")]
pub extern "C" fn variables(_context: *const c_void) -> u32 {
    unsafe {
        (has_nothing() != 0) as u32
            + (black_box(&raw const NOTHING) as u64 != 0) as u32
            + (black_box(&raw const INIT_TASK) as u64 != 0) as u32
            + (black_box(&raw const RUNQUEUES) as u64 != 0) as u32
    }
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
//--- symbols.rs
#![no_std]
#![no_main]
use core::ffi::c_void;

unsafe extern "C" {
    #[link_name = "__bpf_kconfig.CONFIG_HZ:i32"]
    static HZ: i32;
    #[link_name = "__bpf_kconfig.weak.CONFIG_ABSENT:bool"]
    static ABSENT: bool;
    #[link_name = "__bpf_kconfig.CONFIG_BPF:bool"]
    static BPF: bool;
    #[link_name = "__bpf_kconfig.weak.CONFIG_DEFAULT_HOSTNAME:char[16]"]
    static HOSTNAME: [u8; 16];
    #[link_name = "__bpf_kconfig.LINUX_KERNEL_VERSION:i32"]
    static VERSION: i32;
    #[link_name = "__bpf_ksym.weak.bpf_absent(*task_struct,u64)->i32"]
    fn absent(task: *const c_void, number: u64) -> i32;
    #[link_name = "__bpf_ksym_exists.bpf_absent"]
    fn has_absent() -> u64;
    #[link_name = "__bpf_ksym_exists.bpf_rdonly_cast"]
    fn has_cast() -> u64;
    #[link_name = "__bpf_ksym.bpf_cast_to_kern_ctx"]
    fn kernel_context(context: *const c_void) -> *const c_void;
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "tc")]
pub extern "C" fn values(context: *const c_void) -> u32 {
    let mut seen = 0;
    unsafe {
        if has_absent() != 0 {
            seen |= absent(core::ptr::null(), 1) as u32 & 64;
        } else {
            seen |= 1;
        }
        if has_cast() != 0 {
            seen |= 2;
        }
        if [100, 250, 300, 1000].contains(&(&raw const HZ).read_volatile()) {
            seen |= 4;
        }
        if !(&raw const ABSENT).read_volatile() && (&raw const BPF).read_volatile() {
            seen |= 8;
        }
        if (&raw const VERSION).read_volatile() > 0x050000 && (&raw const HOSTNAME).cast::<u8>().read_volatile() != 1 {
            seen |= 16;
        }
        if !kernel_context(context).is_null() {
            seen |= 32;
        }
    }
    seen
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "license")]
static LICENSE: [u8; 4] = *b"GPL\0";

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
