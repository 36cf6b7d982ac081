// The first program of every Rust user has a panicking array index and a map, and loads.
// LLVM: auto system-22
// RUSTC: xdp_map.rs -- --btf
// PROGRAMS: xdp:pass
// MAPS: COUNTS
// SYMBOL: pass GLOBAL FUNC DEFAULT xdp
// SYMBOL: COUNTS GLOBAL OBJECT .maps
// RELOC: xdp COUNTS
// NOT-SYMBOL: memcpy GLOBAL
// RUN: pass -> 2
#![no_std]
#![no_main]
use core::hint::black_box;

#[repr(C)]
pub struct Array {
    r#type: *const [i32; 2],
    key: *const u32,
    value: *const u64,
    max_entries: *const [i32; 4],
}
unsafe impl Sync for Array {}

#[unsafe(no_mangle)]
#[unsafe(link_section = ".maps")]
pub static COUNTS: Array = Array {
    r#type: core::ptr::null(),
    key: core::ptr::null(),
    value: core::ptr::null(),
    max_entries: core::ptr::null(),
};

static TABLE: [u32; 4] = [2, 2, 1, 2];

#[unsafe(no_mangle)]
#[unsafe(link_section = "xdp")]
pub extern "C" fn pass(ctx: *const u32) -> u32 {
    let lookup: extern "C" fn(*const Array, *const u32) -> *mut u64 = unsafe { core::mem::transmute(1usize) };
    let count = lookup(&COUNTS, &0);
    if !count.is_null() {
        unsafe { *count += 1 }
    }
    // The verifier knows that this is below 4, the compiler does not.
    let index = black_box((unsafe { *ctx.add(3) } & 3) as usize);
    TABLE[index]
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
