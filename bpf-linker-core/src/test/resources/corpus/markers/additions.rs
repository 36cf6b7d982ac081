// An addition is atomic, and one instruction for every kernel.
// LLVM: auto system-22
// RUSTC: adds.rs -O -C debuginfo=2 -- --btf
// DISASM: lock \*\(u64 \*\)\(r\d \+ 0x0\) \+= [rw]\d
// RUN: adds -> 12
// RUSTC: adds.rs -C opt-level=0 -C debuginfo=2 -- --btf --cpu=v1
// DISASM: lock \*\(u32 \*\)\(r\d \+ 0x0\) \+= [rw]\d
// RUN: adds -> 12
//--- adds.rs
#![no_std]
#![no_main]

extern "C" {
    #[link_name = "__bpf_core.add.4"]
    fn add_4(to: *mut u32, value: u32);
    #[link_name = "__bpf_core.add.8"]
    fn add_8(to: *mut u64, value: u64);
}

#[no_mangle]
static mut SMALL: u32 = 2;
#[no_mangle]
static mut LARGE: u64 = 1;

#[no_mangle]
#[link_section = "xdp"]
pub extern "C" fn adds(_context: *const u8) -> u32 {
    unsafe {
        add_4(&raw mut SMALL, 4);
        add_8(&raw mut LARGE, 5);
        (&raw const SMALL).read_volatile().wrapping_add((&raw const LARGE).read_volatile() as u32)
    }
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
