#![no_std]
#![no_main]

extern "C" {
    fn from_c(number: u32) -> u32;
}

#[no_mangle]
pub extern "C" fn from_rust(number: u32) -> u32 {
    unsafe { from_c(number) + 1 }
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
