// A struct that only records of a ring buffer have is described in BTF when a variable has it.
// RUSTC: ring_buffer.rs -g -- --btf
// PROGRAMS: socket:emit
// MAPS: EVENTS
// BTF: STRUCT 'Event' size=32
// RUN: emit -> 5
#![no_std]
#![no_main]

#[repr(C)]
pub struct Event {
    number: u64,
    pid: u32,
    name: [core::ffi::c_char; 16],
}

#[unsafe(no_mangle)]
pub static UNUSED: Event = Event { number: 0, pid: 0, name: [0; 16] };

#[repr(C)]
pub struct RingBuffer {
    r#type: *const [i32; 27],
    max_entries: *const [i32; 4096],
}
unsafe impl Sync for RingBuffer {}

#[unsafe(no_mangle)]
#[unsafe(link_section = ".maps")]
pub static EVENTS: RingBuffer = RingBuffer { r#type: core::ptr::null(), max_entries: core::ptr::null() };

#[unsafe(no_mangle)]
pub static mut LOST: u64 = 0;

#[unsafe(no_mangle)]
#[unsafe(link_section = "socket")]
pub unsafe extern "C" fn emit(_ctx: *const u32) -> u32 {
    unsafe {
        let reserve: extern "C" fn(*const RingBuffer, u64, u64) -> *mut Event = core::mem::transmute(131usize);
        let submit: extern "C" fn(*mut Event, u64) = core::mem::transmute(132usize);
        let event = reserve(&EVENTS, 32, 0);
        if event.is_null() {
            LOST += 1;
            return 0;
        }
        (*event).number = 5;
        (*event).pid = u32::MAX;
        (*event).name[0] = b'b' as _;
        (*event).name[1] = b'a' as _;
        (*event).name[2] = b's' as _;
        (*event).name[3] = b'h' as _;
        (*event).name[4] = 0;
        submit(event, 0);
        5
    }
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
