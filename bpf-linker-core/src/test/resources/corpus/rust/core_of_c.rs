// C files beside a crate, compiled without clang's passes, keep their own CO-RE relocations for types of one name.
// LLVM: auto system-22
// RUSTC: half.rs -o half.bc -- -r
// IR: define .*@apart
// BUILD: pid.bc = clang-22 -Xclang -disable-llvm-passes pid.c
// BUILD: flags.bc = clang-22 -Xclang -disable-llvm-passes flags.c
// LINK: half.bc pid.bc flags.bc --btf
// PROGRAMS: socket:apart
// RUN: apart -> 1
//--- half.rs
#![no_std]
#![no_main]

unsafe extern "C" {
    fn pid() -> u64;
    fn flags() -> u64;
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "socket")]
pub extern "C" fn apart(_ctx: *const u32) -> u32 {
    (unsafe { pid() } != unsafe { flags() }) as u32
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
//--- pid.c
#include <bpf_min.h>
struct task_struct { int pid; } __attribute__((preserve_access_index));
u64 pid(void) { return __builtin_preserve_field_info(((struct task_struct *)0)->pid, 0); }
//--- flags.c
#include <bpf_min.h>
struct task_struct { int flags; } __attribute__((preserve_access_index));
u64 flags(void) { return __builtin_preserve_field_info(((struct task_struct *)0)->flags, 0); }
