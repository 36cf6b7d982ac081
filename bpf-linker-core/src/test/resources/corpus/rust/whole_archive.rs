// Linking what is needed gives the programs, maps and relocations that linking everything gives.
// RUSTC: whole_archive.rs -- --btf
// SAME-SHAPE-WITH: --whole-archive
// PROGRAMS: xdp:pass
// MAPS: COUNTS
// NO-LOAD: its index may panic, which never ends
#![no_std]
#![no_main]
use core::hint::black_box;


#[unsafe(no_mangle)]
#[unsafe(link_section = "maps")]
pub static COUNTS: [u32; 5] = [2, 4, 8, 1, 0];

static TABLE: [u32; 4] = [2, 2, 1, 2];

#[unsafe(no_mangle)]
#[unsafe(link_section = "xdp")]
pub extern "C" fn pass(ctx: *const u32) -> u32 {
    let lookup: extern "C" fn(*const u32, *const u32) -> *mut u64 = unsafe { core::mem::transmute(1usize) };
    let mut copy = [0u64; 16];
    black_box(&mut copy);
    let index = unsafe { *ctx.add(3) } as usize;
    lookup(COUNTS.as_ptr(), &0);
    TABLE[index] + copy[index] as u32
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
