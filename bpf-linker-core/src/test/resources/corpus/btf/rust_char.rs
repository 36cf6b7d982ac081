// Rust's char, for which LLVM has no BTF, is the number that it is, wherever it occurs.
// LLVM: auto system-22
// RUSTC: rust_char.rs -C debuginfo=2 -- --btf
// PROGRAMS: xdp:pass
// BTF: INT 'char32_t' size=4 bits_offset=0 nr_bits=32 encoding=\(none\)
// NOT-BTF: 'letter' type_id=0
// NOT-BTF: ARRAY .* type_id=0
// RUN: pass -> 2
#![no_std]
#![no_main]
use core::hint::black_box;

pub struct Text {
    letter: char,
    letters: [char; 4],
    maybe: Option<char>,
    pointer: *const char,
}

#[unsafe(no_mangle)]
pub static mut TEXT: Text = Text { letter: 'a', letters: ['b'; 4], maybe: Some('c'), pointer: core::ptr::null() };

#[unsafe(no_mangle)]
pub static mut LAST: char = 'z';

#[inline(never)]
fn choose(letter: char, text: &Text) -> char {
    if letter == 'a' { text.letters[0] } else { letter }
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "xdp")]
pub extern "C" fn pass(_ctx: *const u32) -> u32 {
    black_box(&raw const LAST);
    let text = unsafe { &*black_box(&raw const TEXT) };
    if choose(text.letter, text) == 'b' { 2 } else { 1 }
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
