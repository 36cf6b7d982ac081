// A marker that can't be defined is an error with its source line, the reason, and the nearest name.
// BUILD: types.o = clang-22 -fembed-bitcode=off types.c
// RUSTC: wrong.rs -O -C debuginfo=2 -- --btf --kernel-types=types.o
// EXIT: 1
// STDERR: wrong\.rs:@[field]\b.*error: '__bpf_core\.byte_offset\.task_struct\.pidd' can't be defined: struct task_struct of types\.o has no field 'pidd'; did you mean pid
// STDERR: wrong\.rs:@[type]\b.*'__bpf_core\.type_size\.task_structt' can't be defined: types\.o has no type 'task_structt'; did you mean task_struct
// STDERR: wrong\.rs:@[enumerator]\b.*enum pid_type of types\.o has no enumerator 'PIDTYPE_SIDD'; did you mean PIDTYPE_SID
// STDERR: wrong\.rs:@[kind]\b.*'byte_ofset' is no kind of access; did you mean byte_offset
// STDERR: wrong\.rs:@[hop]\b.*'real_parent' is a pointer, so '->' follows it and not '\.'
// STDERR: wrong\.rs:@[dot]\b.*'signal' is no pointer, so '\.' follows it and not '->'
// STDERR: wrong\.rs:@[index]\b.*index 9 of 'comm' is beyond its 8 elements
// STDERR: wrong\.rs:@[array]\b.*'pid' is no array and has no index
// STDERR: wrong\.rs:@[signature]\b.*it is declared as fn\(u32\) -> u32, and must be fn\(\) -> u64
// STDERR: wrong\.rs:@[width]\b.*a load has 1, 2, 4 or 8 bytes, not '3'
// STDERR: wrong\.rs:@[call]\b.*the kernel has fn bpf_task_release\(task: \*struct task_struct\), and it is declared as fn\(u64\)
// STDERR: wrong\.rs:@[function]\b.*types\.o has no function 'bpf_task_relese'; did you mean bpf_task_release
// STDERR: wrong\.rs:@[config]\b.*it says no type: write :i32
// STDERR: wrong\.rs:@[symbol]\b.*another marker says another type for 'nothing'
// STDERR: wrong\.rs:@[signatures]\b.*another marker says another type for 'absent'
// STDERR: wrong\.rs:@[unknown]\b.*other kernels have it.*flavour
//--- types.c
enum pid_type { PIDTYPE_PID, PIDTYPE_SID };
struct signal_struct { int x; };
struct task_struct {
    int pid; char comm[8]; struct task_struct *real_parent; struct signal_struct signal; enum pid_type type;
} task = {};
void bpf_task_release(struct task_struct *task) { task->pid++; }
//--- wrong.rs
#![no_std]
#![no_main]

#[collapse_debuginfo(yes)]
macro_rules! marker {
    ($name:literal) => {{
        unsafe extern "C" {
            #[link_name = concat!("__bpf_core.", $name)]
            fn marker() -> u64;
        }
        unsafe { marker() }
    }};
}

unsafe extern "C" {
    #[link_name = "__bpf_core.byte_size.task_struct.pid"]
    fn small(number: u32) -> u32;
    #[link_name = "__bpf_core.load.3"]
    fn load(at: *const u8) -> u32;
    #[link_name = "__bpf_ksym.bpf_task_release"]
    fn release(task: u64);
    #[link_name = "__bpf_ksym.bpf_task_relese"]
    fn misspelt(task: *const u8);
    #[link_name = "__bpf_kconfig.CONFIG_HZ"]
    static HZ: i32;
    #[link_name = "__bpf_ksym.weak.nothing:u32"]
    static NUMBER: u32;
    #[link_name = "__bpf_ksym.weak.nothing:u64"]
    static ADDRESS: u64;
    #[link_name = "__bpf_ksym.weak.absent(u32)->i32"]
    fn absent(number: u32) -> i32;
    #[link_name = "__bpf_ksym.weak.absent(u64)->i32"]
    fn absent_wide(number: u64) -> i32;
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "xdp")]
pub extern "C" fn wrong(context: *const u8) -> u64 {
    let mut sum = 0u64;
    sum += marker!("byte_offset.task_struct.pidd"); // [field]
    sum += marker!("type_size.task_structt"); // [type]
    sum += marker!("enum_value.pid_type.PIDTYPE_SIDD"); // [enumerator]
    sum += marker!("byte_ofset.task_struct.pid"); // [kind]
    sum += marker!("byte_offset.task_struct.real_parent.pid"); // [hop]
    sum += marker!("byte_offset.task_struct.signal->x"); // [dot]
    sum += marker!("byte_offset.task_struct.comm[9]"); // [index]
    sum += marker!("byte_offset.task_struct.pid[0]"); // [array]
    sum += marker!("byte_offset.task_struct.something_else"); // [unknown]
    unsafe {
        sum += small(1) as u64; // [signature]
        sum += load(context) as u64; // [width]
        release(sum); // [call]
        misspelt(context); // [function]
        sum += HZ as u64; // [config]
        sum += NUMBER as u64;
        sum += ADDRESS; // [symbol]
        sum += absent(1) as u64;
        sum += absent_wide(1) as u64; // [signatures]
    }
    sum
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
