#![no_std]
#![no_main]

#[link_section = "xdp"]
pub extern "C" fn pass(_context: *const u32) -> u32 {
    2
}

#[panic_handler]
fn panic(_info: &core::panic::PanicInfo) -> ! {
    loop {}
}
