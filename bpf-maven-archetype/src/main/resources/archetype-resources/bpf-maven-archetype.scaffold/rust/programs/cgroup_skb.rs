//! Counts the packets that a group of processes sends, by Ethernet protocol.
#![no_std]
#![no_main]

mod bpf;

use bpf::{HashMap, SkBuff};

#[no_mangle]
#[link_section = ".maps"]
static COUNTS: HashMap<u32, u64, 1024> = HashMap::new();

#[no_mangle]
#[link_section = "cgroup_skb/egress"]
extern "C" fn count_sent(context: &SkBuff) -> i32 {
    COUNTS.count(&(context.protocol as u16).swap_bytes().into());
    1 // let it pass
}
