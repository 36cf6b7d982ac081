//! Refuses packets of a group of processes to some ports, and reports them.
#![no_std]
#![no_main]

mod bpf;
mod packet;

use bpf::{add, HashMap, RingBuffer, SkBuff};
use packet::{read_connection, Connection};

const PASS: i32 = 1;
const DROP: i32 = 0;

/// The refused ports, and how many packets to each were refused.
#[no_mangle]
#[link_section = ".maps"]
static RULES: HashMap<u32, u64, 1024> = HashMap::new();

#[no_mangle]
#[link_section = ".maps"]
static REFUSALS: RingBuffer<262144> = RingBuffer::new();

/// What `REFUSALS` carries, for the classes that are generated.
#[no_mangle]
static mut TYPE_OF_REFUSALS: *const Connection = core::ptr::null();

#[no_mangle]
#[link_section = "cgroup_skb/egress"]
extern "C" fn filter_sent(context: &SkBuff) -> i32 {
    let Some(connection) = read_connection(context.data as usize, context.data_end as usize) else { return PASS };
    match RULES.get(&(connection.destination_port as u32)) {
        Some(count) => {
            add(count, 1);
            REFUSALS.output(&connection);
            DROP
        }
        None => PASS,
    }
}
