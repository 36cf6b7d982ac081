#![no_std]

mod verdict;

#[no_mangle]
#[link_section = "xdp"]
pub extern "C" fn drop_some(context: *const u32) -> u32 {
    let interface = unsafe { *context.add(3) };
    verdict::of(interface)
}

#[no_mangle]
#[link_section = "tc"]
pub extern "C" fn pass_all(_: *const u32) -> i32 {
    0
}

#[no_mangle]
#[link_section = "license"]
pub static LICENSE: [u8; 4] = *b"GPL\0";

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
