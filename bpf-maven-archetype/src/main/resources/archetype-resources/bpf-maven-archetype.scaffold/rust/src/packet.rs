//! Who talks to whom, as the headers of a packet say.
#![allow(dead_code)]

pub const ETHERNET: usize = 14;

const IPV4: usize = 20;
const IPV6: usize = 40;
const TCP: u32 = 6;
const UDP: u32 = 17;

#[repr(C)]
#[derive(Clone, Copy)]
pub struct Connection {
    /// An IPv6 address, or an IPv4 address as ::ffff:a.b.c.d.
    pub source: [u8; 16],
    pub destination: [u8; 16],
    /// 0 unless it is TCP or UDP.
    pub source_port: u16,
    pub destination_port: u16,
    pub protocol: u32,
}

/// Reads the headers between two addresses, from IP on.
#[inline(always)]
pub fn read_connection(start: usize, end: usize) -> Option<Connection> {
    if start + IPV4 > end {
        return None;
    }
    let byte = |at: usize| unsafe { *((start + at) as *const u8) };
    let number = |at: usize| unsafe { u16::from_be((at as *const u16).read_unaligned()) };
    let mut connection = Connection { source: [0; 16], destination: [0; 16], source_port: 0, destination_port: 0, protocol: 0 };
    let ports = match byte(0) >> 4 {
        4 => {
            let address = |at: usize| [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, byte(at), byte(at + 1), byte(at + 2), byte(at + 3)];
            connection.source = address(12);
            connection.destination = address(16);
            connection.protocol = byte(9) as u32;
            start + (byte(0) & 15) as usize * 4
        }
        6 if start + IPV6 <= end => {
            connection.source = unsafe { *((start + 8) as *const [u8; 16]) };
            connection.destination = unsafe { *((start + 24) as *const [u8; 16]) };
            connection.protocol = byte(6) as u32;
            start + IPV6
        }
        _ => return None,
    };
    if (connection.protocol == TCP || connection.protocol == UDP) && ports + 4 <= end {
        connection.source_port = number(ports);
        connection.destination_port = number(ports + 2);
    }
    Some(connection)
}
