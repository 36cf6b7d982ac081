// A marker in code without debug information would not be relocated: an error that names the crate.
// BUILD: types.o = clang-22 -fembed-bitcode=off types.c
// BUILD: libquiet.rlib = rustc --crate-type=rlib --crate-name=quiet quiet.rs -O -C debuginfo=0
// RUSTC: loud.rs -O -C debuginfo=2 --extern quiet=libquiet.rlib -- --btf --kernel-types=types.o
// EXIT: 1
// STDERR: Error: function 'quiet::read' of the crate 'quiet' has no debug information, so '__bpf_core\.byte_offset\.task_struct\.pid' would not be relocated; compile the crate with -C debuginfo=2 \(Cargo: debug = 2
// RUSTC: own.rs -O -C debuginfo=0 -- --btf --kernel-types=types.o
// EXIT: 1
// STDERR: function 'own' of the crate 'own' has no debug information
// RUSTC: own.rs -O -C debuginfo=2 -- --kernel-types=types.o
// EXIT: 1
// STDERR: own\.rs:@[use]\b.*CO-RE relocation, '__bpf_core\.byte_offset\.task_struct\.pid', that needs BTF.*--btf
// RUSTC: own.rs -O -C debuginfo=1 -- --btf --kernel-types=types.o
// DISASM: CO-RE <byte_off>
//--- types.c
struct task_struct { long x; int pid; } task = {};
//--- quiet.rs
#![no_std]
unsafe extern "C" {
    #[link_name = "__bpf_core.byte_offset.task_struct.pid"]
    fn pid() -> u64;
}
#[inline(never)]
pub fn read() -> u64 {
    unsafe { pid() }
}
//--- loud.rs
#![no_std]
#![no_main]
#[unsafe(no_mangle)]
#[unsafe(link_section = "xdp")]
pub extern "C" fn loud(_context: *const u8) -> u32 {
    (quiet::read() == 7) as u32
}
#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
//--- own.rs
#![no_std]
#![no_main]
unsafe extern "C" {
    #[link_name = "__bpf_core.byte_offset.task_struct.pid"]
    fn pid() -> u64;
}
#[unsafe(no_mangle)]
#[unsafe(link_section = "xdp")]
pub extern "C" fn own(_context: *const u8) -> u32 {
    (unsafe { pid() } == 7) as u32 // [use]
}
#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
