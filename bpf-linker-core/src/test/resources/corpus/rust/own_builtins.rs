// A crate's own memory builtins, which rustc lists as exports, are local: the kernel refuses global ones without a result.
// BUILD: librt.rlib = rustc rt.rs --crate-type rlib --crate-name rt
// RUSTC: prog.rs -L . -- --btf
// PROGRAMS: xdp:copy
// SYMBOL: memcpy LOCAL FUNC .text
// BTF: FUNC 'memcpy' .*linkage=static
// RUN: copy -> 8
// RUSTC: plain.rs -L . -- --btf
// PROGRAMS: xdp:plain
// NOT-SYMBOL: memcpy
// NOT-SYMBOL: memset
// RUN: plain -> 3
//--- rt.rs
#![no_std]
#[unsafe(no_mangle)]
pub unsafe extern "C" fn memcpy(to: *mut u8, from: *const u8, size: usize) {
    for i in 0..size {
        unsafe { *to.add(i) = *from.add(i) };
    }
}
#[unsafe(no_mangle)]
pub unsafe extern "C" fn memset(to: *mut u8, byte: i32, size: usize) {
    for i in 0..size {
        unsafe { *to.add(i) = byte as u8 };
    }
}
//--- prog.rs
#![no_std]
#![no_main]
extern crate rt;
#[unsafe(no_mangle)]
pub static mut FROM: [u8; 400] = [7; 400];
#[unsafe(no_mangle)]
pub static mut TO: [u8; 400] = [0; 400];
#[unsafe(no_mangle)]
#[unsafe(link_section = "xdp")]
pub extern "C" fn copy(_context: *const u32) -> i32 {
    unsafe {
        TO = FROM;
        FROM = [1; 400];
        core::ptr::read_volatile(&raw const TO[399]) as i32 + core::ptr::read_volatile(&raw const FROM[3]) as i32
    }
}
#[unsafe(no_mangle)]
#[unsafe(link_section = "license")]
pub static LICENSE: [u8; 4] = *b"GPL\0";
#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
//--- plain.rs
#![no_std]
#![no_main]
extern crate rt;
#[unsafe(no_mangle)]
#[unsafe(link_section = "xdp")]
pub extern "C" fn plain(_context: *const u32) -> i32 {
    3
}
#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
