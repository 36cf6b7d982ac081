// Enums that hide their number inside of the data of a variant, and types without a size, have BTF that loads.
// RUSTC: rust_enums.rs -C debuginfo=2 -- --btf
// PROGRAMS: xdp:pass
// BTF: UNION '\(anon\)' size=16 vlen=3\n\t'\(anon\)' type_id=\d+ bits_offset=0\n
// BTF: STRUCT '_28__29_' size=0 vlen=0
// NOT-BTF: INT '\(\)'
// BTF: STRUCT '\(anon\)' size=16 vlen=1\n\t'\(anon\)' type_id=\d+ bits_offset=64
// RUN: pass -> 2
#![no_std]
#![no_main]
use core::hint::black_box;
use core::num::NonZeroU64;
use core::ops::ControlFlow;

pub enum Never {}

pub struct Hidden {
    behind: Option<(u64, &'static u32)>,
    inside: Option<Option<(u32, bool)>>,
    reference: Option<NonZeroU64>,
    text: ControlFlow<u64, &'static str>,
    number: Result<u32, Never>,
    units: [(); 4],
    nothing: [u32; 0],
    function: Option<fn(u32) -> u32>,
    wide: Option<u128>,
}

#[unsafe(no_mangle)]
pub static mut HIDDEN: Hidden = Hidden {
    behind: None,
    inside: Some(None),
    reference: None,
    text: ControlFlow::Break(3),
    number: Ok(1),
    units: [(); 4],
    nothing: [],
    function: None,
    wide: None,
};

#[inline(never)]
fn choose(pair: &Option<(u64, bool)>) -> u32 {
    match *pair {
        Some((number, true)) => number as u32,
        Some((_, false)) => 3,
        None => 2,
    }
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "xdp")]
pub extern "C" fn pass(ctx: *const u32) -> u32 {
    black_box(&raw const HIDDEN);
    choose(&if unsafe { *ctx.add(3) } > 1000 { Some((7, true)) } else { None })
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
