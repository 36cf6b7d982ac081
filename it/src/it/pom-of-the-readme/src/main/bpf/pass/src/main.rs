#![no_std]
#![no_main]

#[no_mangle]
#[link_section = "xdp"]
pub extern "C" fn let_pass(_context: *const u32) -> u32 {
    2
}

#[link_section = "license"]
#[used]
static LICENSE: [u8; 4] = *b"GPL\0";

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
