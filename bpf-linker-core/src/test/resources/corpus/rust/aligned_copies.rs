// A large local that is copied is aligned to 16 bytes, for which LLVM forgets bytes or crashes.
// RUSTC: aligned_copies.rs -- --btf
// PROGRAMS: xdp:pass
// RUN: pass -> 2
#![no_std]
#![no_main]
use core::hint::black_box;

#[derive(Clone, Copy)]
#[repr(C)]
pub struct Record {
    words: [u64; 12],
    wide: u128,
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "xdp")]
pub extern "C" fn pass(ctx: *const u32) -> u32 {
    let seed = unsafe { *ctx.add(3) } as u64;
    let mut record = Record { words: [seed; 12], wide: 7 };
    for (index, word) in record.words.iter_mut().enumerate() {
        *word += index as u64;
    }
    black_box(&mut record);
    let mut copy = record;
    black_box(&mut copy);
    let same = record.words.iter().zip(copy.words.iter()).all(|(a, b)| *a == *b);
    if same && copy.wide == 7 && copy.words[11] == seed + 11 { 2 } else { 1 }
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
