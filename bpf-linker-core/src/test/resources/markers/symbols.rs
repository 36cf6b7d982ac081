#![no_std]
// Functions, variables and configuration of the kernel; what it gets is compared with what the system says.
use core::ffi::c_void;
use core::hint::black_box;

unsafe extern "C" {
    #[link_name = "__bpf_ksym.bpf_cast_to_kern_ctx"]
    fn kernel_context(context: *const c_void) -> *const c_void;
    #[link_name = "__bpf_ksym.weak.bpf_absent(*task_struct)->i32"]
    fn absent(task: *const c_void) -> i32;
    #[link_name = "__bpf_ksym_exists.bpf_absent"]
    fn has_absent() -> u64;
    #[link_name = "__bpf_ksym_exists.bpf_rdonly_cast"]
    fn has_cast() -> u64;
    #[link_name = "__bpf_ksym.init_task:void"]
    static INIT_TASK: c_void;
    #[link_name = "__bpf_ksym.cpu_info"]
    static CPU_INFO: c_void;
    #[link_name = "__bpf_core.byte_offset.cpuinfo_x86.x86"]
    fn family() -> u64;
    #[link_name = "__bpf_core.load.1"]
    fn load_u8(at: *const c_void) -> u8;
    #[link_name = "__bpf_kconfig.CONFIG_HZ:i32"]
    static HZ: i32;
    #[link_name = "__bpf_kconfig.LINUX_KERNEL_VERSION:i32"]
    static VERSION: i32;
    #[link_name = "__bpf_kconfig.CONFIG_DEFAULT_HOSTNAME:char[16]"]
    static HOSTNAME: [u8; 16];
    #[link_name = "__bpf_kconfig.CONFIG_BPF_SYSCALL:bool"]
    static SYSCALL: bool;
    #[link_name = "__bpf_kconfig.weak.CONFIG_ABSENT_NUMBER:u64"]
    static ABSENT_NUMBER: u64;
    #[link_name = "__bpf_kconfig.CONFIG_VETH:tristate"]
    static VETH: u32;
}

#[unsafe(no_mangle)]
static mut RESULTS: [u64; 10] = [0; 10];

#[inline(always)]
unsafe fn percpu(variable: *const c_void) -> *const c_void {
    // bpf_this_cpu_ptr
    let helper: extern "C" fn(*const c_void) -> *const c_void = unsafe { core::mem::transmute(154usize) };
    helper(variable)
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "tc")]
pub extern "C" fn symbols(context: *const c_void) -> i32 {
    unsafe {
        RESULTS[0] = !kernel_context(context).is_null() as u64;
        RESULTS[1] = if has_absent() != 0 { absent(core::ptr::null()) as u64 } else { 2 };
        RESULTS[2] = has_cast();
        RESULTS[3] = black_box(&raw const INIT_TASK) as u64;
        RESULTS[4] = load_u8(percpu(&raw const CPU_INFO).wrapping_byte_add(family() as usize)) as u64;
        RESULTS[5] = (&raw const HZ).read_volatile() as u64;
        RESULTS[6] = (&raw const VERSION).read_volatile() as u64;
        RESULTS[7] = (&raw const HOSTNAME).cast::<u64>().read_unaligned();
        RESULTS[8] = (&raw const SYSCALL).read_volatile() as u64 + 10 * (&raw const ABSENT_NUMBER).read_volatile();
        RESULTS[9] = (&raw const VETH).read_volatile() as u64;
    }
    0
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "license")]
static LICENSE: [u8; 4] = *b"GPL\0";
