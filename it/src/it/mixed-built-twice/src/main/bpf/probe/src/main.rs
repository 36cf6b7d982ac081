#![no_std]
#![no_main]

unsafe extern "C" {
    /// In C.
    safe fn limit(length: u32) -> u32;
}

/// C calls this.
#[unsafe(no_mangle)]
pub extern "C" fn double_of(length: u32) -> u32 {
    length.wrapping_mul(2)
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "xdp")]
pub extern "C" fn by_rust(context: *const u32) -> u32 {
    let interface = unsafe { *context.add(3) };
    if limit(interface) > 2 { 2 } else { 1 }
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
