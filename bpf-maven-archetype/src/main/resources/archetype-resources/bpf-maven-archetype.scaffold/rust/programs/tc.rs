//! Counts the packets that an interface receives and sends, and their bytes, by connection.
#![no_std]
#![no_main]

mod bpf;
mod packet;

use bpf::{add, LruHashMap, SkBuff};
use packet::{read_connection, Connection, ETHERNET};

const PASS: i32 = 0;

#[repr(C)]
pub struct Traffic {
    packets: u64,
    bytes: u64,
}

#[no_mangle]
#[link_section = ".maps"]
static CONNECTIONS: LruHashMap<Connection, Traffic, 4096> = LruHashMap::new();

#[no_mangle]
#[link_section = "tc"]
extern "C" fn count_packets(context: &SkBuff) -> i32 {
    let (start, end) = (context.data as usize, context.data_end as usize);
    if start + ETHERNET > end {
        return PASS;
    }
    let Some(connection) = read_connection(start + ETHERNET, end) else { return PASS };
    let bytes = context.len as u64;
    match CONNECTIONS.get(&connection) {
        Some(traffic) => {
            add(&mut traffic.packets, 1);
            add(&mut traffic.bytes, bytes);
        }
        None => {
            CONNECTIONS.insert(&connection, &Traffic { packets: 1, bytes });
        }
    }
    PASS
}
