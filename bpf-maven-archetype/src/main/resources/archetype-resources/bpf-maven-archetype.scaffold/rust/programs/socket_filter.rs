//! Counts the packets of a socket by Ethernet protocol.
#![no_std]
#![no_main]

mod bpf;

use bpf::{HashMap, SkBuff};

#[no_mangle]
#[link_section = ".maps"]
static COUNTS: HashMap<u32, u64, 1024> = HashMap::new();

#[no_mangle]
#[link_section = "socket"]
extern "C" fn count_received(context: &SkBuff) -> i32 {
    COUNTS.count(&(context.protocol as u16).swap_bytes().into());
    context.len as i32 // all of it
}
