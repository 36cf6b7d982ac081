// A program for big-endian machines links with the same rustc.
// RUSTC: bpfeb.rs --target bpfeb-unknown-none -- --btf
// PROGRAMS: xdp:pass
// SECTION: .BTF
#![no_std]
#![no_main]

static TABLE: [u32; 4] = [2, 2, 1, 2];

#[unsafe(no_mangle)]
#[unsafe(link_section = "xdp")]
pub extern "C" fn pass(ctx: *const u32) -> u32 {
    TABLE[unsafe { *ctx.add(3) } as usize]
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
