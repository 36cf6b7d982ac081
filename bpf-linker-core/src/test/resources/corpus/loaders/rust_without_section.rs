// A Rust function that is exported and in no section.
// RUSTC: main.rs -C panic=abort -- --btf --unloadable=error
// EXIT: 1
// STDERR: main\.rs:@[here]: error: .* has no program: function 'pass' is in no section.*; put #\[link_section = "xdp"\] before it
//--- main.rs
#![no_std]
#![no_main]
#[panic_handler]
fn panic(_info: &core::panic::PanicInfo) -> ! {
    loop {}
}
#[allow(non_camel_case_types)]
pub struct xdp_md {
    pub data: u32,
}
#[no_mangle]
pub extern "C" fn pass(_context: *const xdp_md) -> u32 { // [here]
    2
}
