// rustc leaves a function out that nothing exports.
// RUSTC: main.rs -C panic=abort -- --btf --unloadable=error
// EXIT: 1
// STDERR: Error: .* has no program: .* in Rust by #\[no_mangle\] and #\[link_section = "xdp"\]
//--- main.rs
#![no_std]
#![no_main]
#[panic_handler]
fn panic(_info: &core::panic::PanicInfo) -> ! {
    loop {}
}
#[link_section = "xdp"]
pub extern "C" fn pass(_context: *const u32) -> u32 {
    2
}
