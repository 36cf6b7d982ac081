//! Counts the packets that pass through traffic control, by IP protocol.
#![no_std]
#![no_main]

mod bpf;

use bpf::{protocol_of, PerCpuArray, SkBuff};

#[no_mangle]
#[link_section = ".maps"]
static PACKETS: PerCpuArray<u64, 256> = PerCpuArray::new();

#[no_mangle]
#[link_section = "tc"]
extern "C" fn count_packets(context: &SkBuff) -> i32 {
    PACKETS.count(&protocol_of(context.data, context.data_end));
    0 // TC_ACT_OK
}
