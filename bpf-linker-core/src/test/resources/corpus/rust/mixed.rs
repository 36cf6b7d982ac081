// A crate's half leaves rustc by -r and is linked with C in both directions, without calls in between.
// RUSTC: half.rs -o half.bc -- -r
// IR: define .*@pass
// IR: declare .*@from_c
// BUILD: other.bc = clang-22 -Xclang -disable-llvm-passes other.c
// LINK: half.bc other.bc --btf
// PROGRAMS: tc:of_c, xdp:pass
// NOT-SYMBOL: from_c
// RUN: pass -> 42
// RUN: of_c -> 5
//--- half.rs
#![no_std]
#![no_main]

unsafe extern "C" {
    fn from_c(n: u32) -> u32;
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "xdp")]
pub extern "C" fn pass(_ctx: *const u32) -> u32 {
    unsafe { from_c(20) }
}

#[unsafe(no_mangle)]
pub extern "C" fn from_rust(n: u32) -> u32 {
    n * 2
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
//--- other.c
#include <bpf_min.h>
u32 from_rust(u32 n);
u32 from_c(u32 n) { return from_rust(n) + 2; }
SEC("tc") int of_c(void *ctx) { return from_rust(2) + 1; }
