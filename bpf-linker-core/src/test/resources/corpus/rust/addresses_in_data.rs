// A table of string slices holds addresses; a panic's source location does, too, and is only handed on.
// LLVM: auto
// RUSTC: table.rs -O -C debuginfo=2 -- --btf
// EXIT: 1
// STDERR: table\.rs:@[use]\b.*error: function 'pass' uses '\w+::NAMES', which holds addresses in \.rodata
// RUSTC: panics.rs -O -C debuginfo=2 -- --btf
// PROGRAMS: xdp:pass
// RUN: pass -> 4
//--- table.rs
#![no_std]
#![no_main]
#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
static NAMES: [&str; 4] = ["red", "green", "blue", "white"];
#[no_mangle]
#[link_section = "xdp"]
pub extern "C" fn pass(context: *const u32) -> u32 {
    let index = unsafe { *context.add(4) } as usize;
    NAMES[index & 3].as_bytes()[0] as u32 // [use]
}
//--- panics.rs
#![no_std]
#![no_main]
#[panic_handler]
#[inline(never)]
fn panic(_: &core::panic::PanicInfo) -> ! {
    unsafe { core::hint::unreachable_unchecked() }
}
#[no_mangle]
static VALUES: [u32; 4] = [4, 5, 6, 7];
#[no_mangle]
#[link_section = "xdp"]
pub extern "C" fn pass(context: *const u32) -> u32 {
    let index = unsafe { *context.add(4) } as usize;
    if index > 1000 {
        panic!("queue {}", index);
    }
    VALUES[index & 3]
}
