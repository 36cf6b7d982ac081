//! Counts the packets that come in, by IP protocol.
#![no_std]
#![no_main]

mod bpf;

use bpf::{protocol_of, PerCpuArray, XdpMd};

#[no_mangle]
#[link_section = ".maps"]
static PACKETS: PerCpuArray<u64, 256> = PerCpuArray::new();

#[no_mangle]
#[link_section = "xdp"]
extern "C" fn count_packets(context: &XdpMd) -> i32 {
    PACKETS.count(&protocol_of(context.data, context.data_end));
    2 // XDP_PASS
}
