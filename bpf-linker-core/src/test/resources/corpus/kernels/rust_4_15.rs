// One switch makes Rust with slices, panics, nested calls and counted loops fit a kernel without calls and loops.
// RUSTC: rust_4_15.rs -C debuginfo=2 -- --btf --kernel 4.15
// PROGRAMS: xdp:pass
// NOT-DISASM: \bcall\b
// NOT-DISASM: goto -
// RUN: pass -> 24
// RUSTC: rust_4_15.rs -C debuginfo=2 -- --btf --kernel 5.4
// PROGRAMS: xdp:pass
// DISASM: \bcall\b
// RUN: pass -> 24
#![no_std]
#![no_main]

#[inline(never)]
fn sum(data: &[u32], n: usize) -> u32 {
    let mut s = 0;
    for i in 0..n {
        s += data[i];
    }
    s
}

#[inline(never)]
fn mix(data: &mut [u32; 16], k: usize) -> u32 {
    for i in 0..16 {
        data[(i + k) % 16] = i as u32 * 3;
    }
    sum(data, (k & 3) + 2)
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "xdp")]
pub extern "C" fn pass(ctx: *const u32) -> u32 {
    let k = unsafe { *ctx.add(4) } as usize; // the receive queue, 0 in a test run
    let mut d = [0u32; 16];
    let r = mix(&mut d, k);
    r + d[(k & 15) + 7]
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
