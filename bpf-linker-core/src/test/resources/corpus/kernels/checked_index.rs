// What LLVM combines in several rounds, as an index that Rust checks, ends no link for kernels without loops.
// LLVM: auto
// RUSTC: checked_index.rs -O -C debuginfo=2 -- --btf --kernel 5.2
// RUN: pass -> 1
// RUSTC: checked_index.rs -O -C debuginfo=2 -- --btf --unroll-all --panic-exit
// RUN: pass -> 1
#![no_std]
#![no_main]
#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
#[no_mangle]
static mut VALUES: [u32; 8] = [1, 2, 3, 4, 5, 6, 7, 8];
#[no_mangle]
#[link_section = "xdp"]
pub extern "C" fn pass(context: *const u32) -> u32 {
    let index = unsafe { *context.add(4) } as usize;
    unsafe { (*(&raw const VALUES))[index] }
}
