//! Counts the packets that come in, and their bytes, by sender and protocol.
#![no_std]
#![no_main]

mod bpf;
mod packet;

use bpf::{add, LruHashMap, XdpMd};
use packet::{read_connection, ETHERNET};

const PASS: i32 = 2;

#[repr(C)]
pub struct Source {
    /// IPv6, or IPv4 as ::ffff:a.b.c.d.
    address: [u8; 16],
    protocol: u32,
}

#[repr(C)]
pub struct Traffic {
    packets: u64,
    bytes: u64,
}

#[no_mangle]
#[link_section = ".maps"]
static SOURCES: LruHashMap<Source, Traffic, 4096> = LruHashMap::new();

#[no_mangle]
#[link_section = "xdp"]
extern "C" fn count_received(context: &XdpMd) -> i32 {
    let (start, end) = (context.data as usize, context.data_end as usize);
    if start + ETHERNET > end {
        return PASS;
    }
    let Some(connection) = read_connection(start + ETHERNET, end) else { return PASS };
    let source = Source { address: connection.source, protocol: connection.protocol };
    let bytes = (end - start) as u64;
    match SOURCES.get(&source) {
        Some(traffic) => {
            add(&mut traffic.packets, 1);
            add(&mut traffic.bytes, bytes);
        }
        None => {
            SOURCES.insert(&source, &Traffic { packets: 1, bytes });
        }
    }
    PASS
}
