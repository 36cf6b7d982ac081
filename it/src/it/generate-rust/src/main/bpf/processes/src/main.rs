#![no_std]
#![no_main]

use core::ffi::{c_char, c_long};
use core::mem::{size_of, transmute};
use core::ptr::null;

#[repr(C)]
pub struct Event {
    pid: u32,
    name: [c_char; 16],
}

#[repr(C)]
struct RingBuffer {
    r#type: *const [i32; 27],
    max_entries: *const [i32; 262144],
}

unsafe impl Sync for RingBuffer {}

#[no_mangle]
#[link_section = ".maps"]
static EVENTS: RingBuffer = RingBuffer { r#type: null(), max_entries: null() };

#[no_mangle]
static mut TYPE_OF_EVENTS: *const Event = null();

#[no_mangle]
static mut SEEN: u64 = 0;

#[no_mangle]
#[link_section = "tracepoint/sched/sched_process_exec"]
extern "C" fn on_exec(_context: *const u64) -> i32 {
    let process: unsafe extern "C" fn() -> u64 = unsafe { transmute(14usize) };
    let output: unsafe extern "C" fn(*const RingBuffer, *const Event, u64, u64) -> c_long =
        unsafe { transmute(130usize) };
    unsafe {
        SEEN = SEEN.wrapping_add(1);
        let event = Event { pid: (process() >> 32) as u32, name: [0; 16] };
        output(&EVENTS, &event, size_of::<Event>() as u64, 0);
    }
    0
}

#[link_section = "license"]
#[used]
static LICENSE: [u8; 4] = *b"GPL\0";

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
