#![no_std]
#![no_main]

#[cfg(feature = "ingress")]
#[no_mangle]
#[link_section = "xdp"]
pub extern "C" fn ingress(_context: *const u32) -> u32 {
    2
}

#[cfg(feature = "egress")]
#[no_mangle]
#[link_section = "tc"]
pub extern "C" fn egress(_context: *const u32) -> i32 {
    0
}

/// The release profile would leave it out.
#[cfg(debug_assertions)]
#[no_mangle]
#[link_section = "socket"]
pub extern "C" fn of_the_profile(_context: *const u32) -> u32 {
    0
}

#[link_section = "license"]
#[used]
static LICENSE: [u8; 4] = *b"GPL\0";

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
