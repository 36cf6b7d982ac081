// Generics, closures, enums with data, MaybeUninit, long paths: types that BTF has no words for load all the same.
// RUSTC: rust_types.rs -C debuginfo=2 -- --btf
// PROGRAMS: xdp:pass
// BTF: ^\[\d+\] PTR '\(anon\)'
// BTF: STRUCT 'Choice_3C_u32_3E_'
// BTF: FUNC 'choose' .*linkage=static
// NOT-BTF: [<>{}]
// NOT-SECTION: .debug_info
// NOT-SECTION: .rel.BTF.ext
// RUN: pass -> 7
#![no_std]
#![no_main]

use core::mem::MaybeUninit;

pub enum Choice<T> {
    Plain(T),
    Fields { x: u8, y: u64 },
    Nothing,
}

pub struct Pair<T, U> {
    pub late: U,
    pub early: T,
}

pub mod a_module_with_quite_a_long_name_to_begin_with {
    pub mod another_module_with_quite_a_long_name_inside_of_it {
        pub struct AStructWithALongNameThatHoldsAnother<T>(pub T);
    }
}
use a_module_with_quite_a_long_name_to_begin_with::another_module_with_quite_a_long_name_inside_of_it::AStructWithALongNameThatHoldsAnother as Long;

#[inline(never)]
fn choose(choice: &Choice<u32>, pair: &Pair<u8, MaybeUninit<u64>>, long: &Long<Long<Long<Long<Pair<u16, u64>>>>>) -> u32 {
    let add = |n: u32| n + pair.early as u32 + long.0.0.0.0.early as u32;
    match choice {
        Choice::Plain(n) => add(*n),
        Choice::Fields { x, y } => add(*x as u32 + *y as u32),
        Choice::Nothing => add(0),
    }
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "xdp")]
pub extern "C" fn pass(ctx: *const u32) -> u32 {
    let interface = unsafe { *ctx.add(3) };
    let choice = match interface {
        1 => Choice::Plain(1),
        900 => Choice::Fields { x: 2, y: 3 },
        _ => Choice::Nothing,
    };
    let pair = Pair { early: 2, late: MaybeUninit::uninit() };
    choose(&choice, &pair, &Long(Long(Long(Long(Pair { early: 4, late: 1 })))))
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
