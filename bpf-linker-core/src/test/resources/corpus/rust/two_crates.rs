// Two crates' halves, each with its copy of core, meet without a clash.
// RUSTC: one.rs -o one.bc -- -r
// IR: define .*@first
// RUSTC: two.rs -o two.bc -- -r
// IR: define .*@second
// LINK: one.bc two.bc --btf
// PROGRAMS: tc:second, xdp:first
// SYMBOL: first GLOBAL FUNC
// NO-LOAD: a panic of Rust never ends
//--- one.rs
#![no_std]
#![no_main]
static TABLE: [u32; 4] = [2, 2, 1, 2];
#[unsafe(no_mangle)]
#[unsafe(link_section = "xdp")]
pub extern "C" fn first(ctx: *const u32) -> u32 {
    TABLE[unsafe { *ctx.add(3) } as usize]
}
#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
//--- two.rs
#![no_std]
#![no_main]
static TABLE: [u32; 8] = [0, 0, 0, 0, 0, 1, 1, 1];
#[unsafe(no_mangle)]
#[unsafe(link_section = "tc")]
pub extern "C" fn second(ctx: *const u32) -> u32 {
    TABLE[unsafe { *ctx.add(3) } as usize]
}
#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
