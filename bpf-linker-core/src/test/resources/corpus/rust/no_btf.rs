// Without BTF a program loads as well, with its tables in .rodata.
// RUSTC: no_btf.rs --
// PROGRAMS: xdp:pass
// NOT-SECTION: .BTF
// SAME-SHAPE-WITH: --whole-archive
// RUN: pass -> 2
#![no_std]
#![no_main]
use core::hint::black_box;

static TABLE: [u32; 4] = [2, 2, 1, 2];

#[unsafe(no_mangle)]
#[unsafe(link_section = "xdp")]
pub extern "C" fn pass(ctx: *const u32) -> u32 {
    // The verifier knows that this is below 4, the compiler does not.
    TABLE[black_box((unsafe { *ctx.add(3) } & 3) as usize)]
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
