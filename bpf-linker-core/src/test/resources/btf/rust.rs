//! Types as only Rust has them: generic, with data in enums, reordered, with names that C can't spell.
#![no_std]
#![crate_type = "lib"]
#![allow(dead_code)]

use core::mem::MaybeUninit;

pub enum Shape {
    Circle(u32),
    Rect { w: u64, h: u8 },
    Nothing,
}

#[repr(u8)]
#[derive(Clone, Copy)]
pub enum Small {
    A = 1,
    B = 200,
}

pub struct Gen<T> {
    v: T,
    n: Option<&'static Gen<u8>>,
    c: char,
    big: u128,
    s: &'static str,
    small: Small,
    opt: Option<u32>,
    int: bool,
}

pub union Bits {
    a: u32,
    b: [u8; 7],
}

pub struct List {
    next: Option<&'static List>,
    f: fn(&List) -> Shape,
    m: MaybeUninit<[u16; 3]>,
    u: Bits,
    unit: (),
}

#[no_mangle]
#[link_section = "xdp"]
pub extern "C" fn prog(l: &List, g: &Gen<u64>, s: &mut Shape) -> u32 {
    *s = match l.next {
        Some(n) => Shape::Circle(n as *const _ as u32),
        None => Shape::Nothing,
    };
    let k = |x: u32| x + g.c as u32;
    k(g.small as u32)
}
