// Cargo's debug = 1, which has lines but no types, gives BTF that loads.
// RUSTC: rust_debuginfo_1.rs -C debuginfo=1 -- --btf
// PROGRAMS: xdp:pass
// BTF: FUNC 'pass' .*linkage=global
// BTF: FUNC 'twice' .*linkage=static
// RUN: pass -> 2
#![no_std]
#![no_main]

#[inline(never)]
fn twice(number: u32) -> u32 {
    number * 2
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "xdp")]
pub extern "C" fn pass(ctx: *const u32) -> u32 {
    twice(if unsafe { *ctx.add(3) } > 100_000 { 2 } else { 1 })
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
