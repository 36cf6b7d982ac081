// A dependency whose only content is a #[used] map is in, though nothing refers to it.
// BUILD: libmaps.rlib = rustc --crate-name maps --crate-type rlib -g maps.rs
// RUSTC: main.rs --extern maps=libmaps.rlib -- --btf
// PROGRAMS: xdp:pass
// MAPS: EVENTS
// RUN: pass -> 2
//--- main.rs
#![no_std]
#![no_main]
extern crate maps;

#[unsafe(no_mangle)]
#[unsafe(link_section = "xdp")]
pub extern "C" fn pass(_ctx: *const u32) -> u32 {
    2
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
//--- maps.rs
#![no_std]

#[repr(C)]
pub struct Array {
    r#type: *const [i32; 2],
    key: *const u32,
    value: *const u64,
    max_entries: *const [i32; 4],
}
unsafe impl Sync for Array {}

#[used]
#[unsafe(link_section = ".maps")]
#[unsafe(no_mangle)]
static EVENTS: Array = Array {
    r#type: core::ptr::null(),
    key: core::ptr::null(),
    value: core::ptr::null(),
    max_entries: core::ptr::null(),
};
