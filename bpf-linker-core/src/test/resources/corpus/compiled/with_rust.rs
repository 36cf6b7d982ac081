// Rust calls C that is compiled already, and the other way round.
// BUILD: half.o = clang-22 -fembed-bitcode=off half.c
// BUILD: half.a = ar rcs half.o
// RUSTC: main.rs -O -C panic=abort -- half.o --btf
// PROGRAMS: xdp:pass
// SYMBOL: half FUNC GLOBAL
// SYMBOL: plus_one FUNC
// RUN: pass -> 21
// RUSTC: main.rs -O -C panic=abort -C debuginfo=2 -- half.a --btf
// PROGRAMS: xdp:pass
// BTF: FUNC 'half'
// RUN: pass -> 21
//--- main.rs
#![no_std]
#![no_main]

extern "C" {
    fn half(x: u32) -> u32;
}

#[no_mangle]
pub extern "C" fn plus_one(x: u32) -> u32 {
    x + 1
}

#[no_mangle]
#[link_section = "xdp"]
pub extern "C" fn pass(_context: *mut u8) -> u32 {
    unsafe { half(40) }
}

#[no_mangle]
#[link_section = "license"]
pub static LICENSE: [u8; 4] = *b"GPL\0";

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
//--- half.c
unsigned plus_one(unsigned x);
unsigned half(unsigned x) { return plus_one(x / 2); }
