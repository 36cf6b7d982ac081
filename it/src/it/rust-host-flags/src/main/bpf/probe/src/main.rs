#![no_std]
#![no_main]

#[cfg(of_the_crate)]
#[no_mangle]
#[link_section = "xdp"]
pub extern "C" fn by_the_crate(_context: *const u32) -> u32 {
    2
}

#[cfg(of_the_environment)]
#[no_mangle]
#[link_section = "xdp"]
pub extern "C" fn by_the_environment(_context: *const u32) -> u32 {
    2
}

#[link_section = "license"]
#[used]
static LICENSE: [u8; 4] = *b"GPL\0";

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
