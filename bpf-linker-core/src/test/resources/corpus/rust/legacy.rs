// A program in the style of aya, without BTF, has its map in a section called maps.
// RUSTC: legacy.rs -C debuginfo=0
// PROGRAMS: xdp/firewall:pass
// MAPS: COUNTS
// SYMBOL: COUNTS GLOBAL OBJECT maps size=28
// RELOC: xdp/firewall COUNTS
// NOT-SECTION: .BTF
// NO-LOAD: libbpf 1 refuses maps of this form
#![no_std]
#![no_main]

#[repr(C)]
pub struct Definition([u32; 7]);

#[unsafe(no_mangle)]
#[unsafe(link_section = "maps")]
pub static mut COUNTS: Definition = Definition([2, 4, 8, 16, 0, 0, 0]);

#[unsafe(no_mangle)]
#[unsafe(link_section = "xdp/firewall")]
pub extern "C" fn pass(_ctx: *const u32) -> u32 {
    let lookup: extern "C" fn(*const Definition, *const u32) -> *mut u64 = unsafe { core::mem::transmute(1usize) };
    if lookup(&raw const COUNTS, &0).is_null() { 1 } else { 2 }
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
