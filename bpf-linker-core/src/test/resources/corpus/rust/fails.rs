// What rustc's users get wrong reaches them as an error with function and line, and no output.
// RUSTC: fails.rs -- --btf
// EXIT: 1
// STDERR: fails\.rs:@[wide]\b.*error: function 'wide' can't be expressed
#![no_std]
#![no_main]

#[unsafe(no_mangle)]
#[inline(never)]
pub extern "C" fn wide(n: u64) -> u128 { // [wide]
    (n as u128) << 70 | n as u128
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "xdp")]
pub extern "C" fn pass(ctx: *const u32) -> u32 {
    (wide(unsafe { *ctx.add(3) } as u64) >> 71) as u32
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
