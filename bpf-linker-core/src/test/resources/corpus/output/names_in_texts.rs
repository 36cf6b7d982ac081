// Assembly and IR name types as the object's BTF does; what stays for a later link keeps Rust's names.
// RUSTC: names_in_texts.rs -- --btf --emit obj,asm,llvm-ir
// BTF: STRUCT 'Pair_3C_u64_3E_'
// FILE: out.s # \[\d+\] STRUCT 'Pair_3C_u64_3E_' size=16
// NOT-FILE: out.s Pair<u64>|\.debug_str
// FILE: out.ll name: "Pair_3C_u64_3E_"
// NOT-FILE: out.ll name: "Pair<u64>"|name: "&names_in_texts::Pair<u64>"
// RUN: first -> 7
// RUSTC: names_in_texts.rs -o part.bc -- -r --btf
// IR: name: "Pair<u64>"
#![no_std]
#![no_main]

pub struct Pair<T> {
    pub small: u8,
    pub large: T,
}

#[unsafe(no_mangle)]
pub static mut PAIR: Pair<u64> = Pair { small: 3, large: 4 };

#[inline(never)]
fn sum(pair: &Pair<u64>) -> u32 {
    pair.small as u32 + pair.large as u32
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "socket")]
pub extern "C" fn first(_ctx: *const u32) -> u32 {
    sum(unsafe { &*core::ptr::addr_of!(PAIR) })
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
