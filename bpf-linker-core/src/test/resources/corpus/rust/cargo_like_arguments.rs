// What rustc passes its linker, and what old builds append, is accepted together.
// RUSTC: cargo_like_arguments.rs -C opt-level=z -C target-cpu=v3 -- --btf --cpu v2 --log-level=info --llvm-args=--unroll-threshold=100 -flavor gnu --disable-memory-builtins --unroll-loops --emit=obj
// STDERR: info: LLVM 22
// PROGRAMS: xdp:pass
// RUN: pass -> 2
#![no_std]
#![no_main]

#[unsafe(no_mangle)]
#[unsafe(link_section = "xdp")]
pub extern "C" fn pass(_ctx: *const u32) -> u32 {
    2
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
