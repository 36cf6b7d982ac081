// Copies and fills of a size that only runs know call compiler_builtins' weak functions, or better ones.
// RUSTC: memory.rs -- --btf
// PROGRAMS: xdp:pass
// RUN: pass -> 7
#![no_std]
#![no_main]
use core::hint::black_box;

#[unsafe(no_mangle)]
#[unsafe(link_section = "xdp")]
pub extern "C" fn pass(_ctx: *const u32) -> u32 {
    let mut bytes = [7u8; 64];
    let mut copy = [0u8; 64];
    black_box(&mut bytes);
    copy.copy_from_slice(&bytes);
    black_box(&mut copy);
    copy[63] as u32
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
