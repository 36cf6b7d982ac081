//! Reports the names that are asked for by DNS.
#![no_std]
#![no_main]

mod bpf;

use bpf::{RingBuffer, SkBuff};
use core::ptr::read_volatile;

const ETHERNET: u32 = 14;
const UDP: u8 = 17;
const UDP_HEADER: u32 = 8;
const DNS_HEADER: u32 = 12;
const DNS_PORT: u16 = 53;
const LONGEST_PACKET: u32 = 0xffff;
const ROOM: usize = 128;

#[repr(C)]
pub struct Question {
    /// An IPv4 address.
    server: [u8; 4],
    /// Of the name.
    length: u32,
    /// As in the packet: each label behind its length.
    name: [u8; ROOM],
}

#[no_mangle]
#[link_section = ".maps"]
static QUESTIONS: RingBuffer<262144> = RingBuffer::new();

/// What `QUESTIONS` carries, for the classes that are generated.
#[no_mangle]
static mut TYPE_OF_QUESTIONS: *const Question = core::ptr::null();

#[no_mangle]
#[link_section = "socket"]
extern "C" fn watch(packet: &SkBuff) -> i32 {
    report(packet);
    0 // user space needs nothing of the packet itself
}

/// Reports the question of a packet, if it has one.
#[inline(always)]
fn report(packet: &SkBuff) -> Option<()> {
    let first: u8 = packet.load(ETHERNET)?;
    let protocol: u8 = packet.load(ETHERNET + 9)?;
    let udp = ETHERNET + (first & 15) as u32 * 4;
    if first >> 4 != 4 || protocol != UDP || u16::from_be(packet.load(udp + 2)?) != DNS_PORT {
        return None;
    }
    let start = udp + UDP_HEADER + DNS_HEADER;
    // The verifier has to see the comparison of the very number that the length is made of.
    let left = unsafe { read_volatile(&packet.len.wrapping_sub(start)) };
    if left == 0 || left > LONGEST_PACKET {
        return None;
    }
    let length = left.min(ROOM as u32);
    let mut question = Question { server: packet.load(ETHERNET + 16)?, length, name: [0; ROOM] };
    packet.load_bytes(start, question.name.as_mut_ptr(), length);
    QUESTIONS.output(&question);
    Some(())
}
