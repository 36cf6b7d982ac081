// Tuples, options, results, cells, atomics, addresses, names of Java's classes: what Rust makes of them has BTF that loads.
// RUSTC: odd_types.rs -C debuginfo=2 -- --btf
// PROGRAMS: xdp:pass
// BTF: INT 'i128' size=16
// BTF: STRUCT 'Opts'
// RUN: pass -> 2
#![no_std]
#![no_main]
#![allow(dead_code, non_snake_case)]
use core::cell::{Cell, UnsafeCell};
use core::hint::black_box;
use core::marker::PhantomData;
use core::mem::MaybeUninit;
use core::net::{Ipv4Addr, Ipv6Addr, SocketAddrV4};
use core::num::{NonZeroU32, NonZeroU64};
use core::ops::Range;
use core::sync::atomic::AtomicU64;
use core::time::Duration;

#[derive(Clone, Copy)]
pub struct Unit;
#[derive(Clone, Copy)]
pub struct Tuple(u32, u64, [u8; 3]);
#[derive(Clone, Copy)]
pub struct Generic<T, const N: usize> {
    items: [T; N],
    mark: PhantomData<T>,
}
pub struct Refs {
    a: &'static u32,
    b: Option<&'static u32>,
    c: &'static [u8],
    d: &'static str,
    e: *const Tuple,
    f: fn(u32) -> u32,
    g: Option<fn(u32)>,
}
#[derive(Clone, Copy)]
#[repr(u8)]
pub enum Fieldless {
    A = 1,
    B = 200,
}
#[derive(Clone, Copy)]
#[repr(i64)]
pub enum Signed {
    Neg = -5,
    Big = i64::MAX,
}
#[derive(Clone, Copy)]
pub enum Data {
    None,
    One(u32),
    Two { x: u8, y: u64 },
    Unit(Unit),
}
#[derive(Clone, Copy)]
#[repr(C)]
pub union Un {
    a: u32,
    b: [u16; 2],
    c: f32,
}
#[derive(Clone, Copy)]
#[repr(C, packed)]
pub struct Packed {
    a: u8,
    b: u64,
    c: u16,
}
#[derive(Clone, Copy)]
#[repr(C, align(64))]
pub struct Aligned {
    a: u8,
}
pub struct Opts {
    a: Option<u32>,
    b: Option<NonZeroU32>,
    c: Option<bool>,
    d: Option<char>,
    e: Option<Fieldless>,
    f: Result<u32, u64>,
    g: Option<Option<u8>>,
    h: Option<(u8, u16)>,
    i: Option<[u8; 4]>,
    j: NonZeroU64,
}
pub struct Nums {
    a: i8,
    b: i16,
    c: i128,
    d: u128,
    e: usize,
    f: isize,
    g: f32,
    h: f64,
    i: bool,
    j: char,
    k: (),
    l: (u8,),
    m: ((u8, u16), [(u8, u32); 2]),
    n: [[[u16; 2]; 3]; 4],
    o: [bool; 3],
    p: [char; 2],
    q: [Fieldless; 3],
}
pub struct Std {
    b: AtomicU64,
    d: Cell<u32>,
    e: UnsafeCell<[u8; 4]>,
    f: MaybeUninit<Tuple>,
    g: Range<u32>,
    h: Ipv4Addr,
    i: Ipv6Addr,
    j: SocketAddrV4,
    k: Duration,
    l: core::cmp::Reverse<u8>,
    m: core::num::Wrapping<u32>,
}
pub struct Keywords {
    r#type: u32,
    class: u32,
    r#fn: u32,
    object: u32,
    r#match: u32,
    int: u32,
    record: u32,
    to_string: u32,
    toString: u32,
    hash_code: u32,
    equals: u32,
    r#yield: u32,
    this: u32,
    native: u32,
    _0: u32,
    __: u32,
}
pub mod java {
    pub mod lang {
        #[derive(Clone, Copy)]
        pub struct Object {
            pub a: u32,
        }
        #[derive(Clone, Copy)]
        pub struct String {
            pub b: u64,
        }
        pub struct Record {
            pub o: Object,
            pub s: String,
        }
    }
}
pub mod other {
    #[derive(Clone, Copy)]
    pub struct Object {
        pub z: [u64; 2],
    }
    pub struct Tuple {
        pub q: u8,
    }
}
pub struct Both {
    a: java::lang::Object,
    b: other::Object,
    c: other::Tuple,
    d: Tuple,
    e: java::lang::Record,
}
#[repr(transparent)]
pub struct Wrap(UnsafeCell<Generic<u32, 4>>);
unsafe impl Sync for Wrap {}
unsafe impl Sync for Refs {}
unsafe impl Sync for Std {}
#[unsafe(no_mangle)]
pub static mut UNIT: (Unit, u32) = (Unit, 1);
#[unsafe(no_mangle)]
pub static mut TUPLE: Tuple = Tuple(1, 2, [1, 2, 3]);
#[unsafe(no_mangle)]
pub static mut GENERIC: Generic<u16, 3> = Generic {
    items: [1, 2, 3],
    mark: PhantomData,
};
#[unsafe(no_mangle)]
pub static mut GENERIC2: Generic<(u8, u32), 2> = Generic {
    items: [(1, 2); 2],
    mark: PhantomData,
};
#[unsafe(no_mangle)]
pub static mut DATA: Data = Data::One(4);
#[unsafe(no_mangle)]
pub static mut FIELDLESS: Fieldless = Fieldless::B;
#[unsafe(no_mangle)]
pub static mut SIGNED: [Signed; 2] = [Signed::Neg, Signed::Big];
#[unsafe(no_mangle)]
pub static mut UN: Un = Un { a: 3 };
#[unsafe(no_mangle)]
pub static mut PACKED: [Packed; 2] = [Packed { a: 1, b: 2, c: 3 }; 2];
#[unsafe(no_mangle)]
pub static mut ALIGNED: Aligned = Aligned { a: 1 };
#[unsafe(no_mangle)]
pub static mut OPTS: Opts = Opts {
    a: Some(1),
    b: None,
    c: Some(true),
    d: Some('x'),
    e: Some(Fieldless::A),
    f: Ok(3),
    g: Some(None),
    h: Some((1, 2)),
    i: None,
    j: NonZeroU64::MIN,
};
#[unsafe(no_mangle)]
pub static mut NUMS: Nums = Nums {
    a: -1,
    b: -2,
    c: -3,
    d: 4,
    e: 5,
    f: -6,
    g: 1.5,
    h: 2.5,
    i: true,
    j: 'x',
    k: (),
    l: (1,),
    m: ((1, 2), [(3, 4), (5, 6)]),
    n: [[[7; 2]; 3]; 4],
    o: [true; 3],
    p: ['a', 'b'],
    q: [Fieldless::A; 3],
};
#[unsafe(no_mangle)]
pub static mut KEYWORDS: Keywords = Keywords {
    r#type: 1,
    class: 2,
    r#fn: 3,
    object: 4,
    r#match: 5,
    int: 6,
    record: 7,
    to_string: 8,
    toString: 9,
    hash_code: 10,
    equals: 11,
    r#yield: 12,
    this: 13,
    native: 14,
    _0: 1,
    __: 2,
};
#[unsafe(no_mangle)]
pub static mut BOTH: Both = Both {
    a: java::lang::Object { a: 1 },
    b: other::Object { z: [1, 2] },
    c: other::Tuple { q: 1 },
    d: Tuple(1, 2, [0; 3]),
    e: java::lang::Record {
        o: java::lang::Object { a: 2 },
        s: java::lang::String { b: 3 },
    },
};
#[unsafe(no_mangle)]
pub static STD: Std = Std {
    b: AtomicU64::new(2),
    d: Cell::new(4),
    e: UnsafeCell::new([1; 4]),
    f: MaybeUninit::uninit(),
    g: 1..5,
    h: Ipv4Addr::LOCALHOST,
    i: Ipv6Addr::LOCALHOST,
    j: SocketAddrV4::new(Ipv4Addr::LOCALHOST, 80),
    k: Duration::from_secs(1),
    l: core::cmp::Reverse(1),
    m: core::num::Wrapping(3),
};
#[unsafe(no_mangle)]
pub static WRAP: Wrap = Wrap(UnsafeCell::new(Generic {
    items: [0; 4],
    mark: PhantomData,
}));
#[unsafe(no_mangle)]
pub static mut REFS: Option<Refs> = None;
#[unsafe(no_mangle)]
pub static mut TEXT: &str = "";
#[unsafe(no_mangle)]
pub static mut PAIR: (u32, Option<&'static u64>, [u8; 4], char) = (1, None, [0; 4], 'c');
#[unsafe(no_mangle)]
#[unsafe(link_section = "xdp")]
pub extern "C" fn pass(_: *const u32) -> u32 {
    unsafe { black_box(TUPLE.0) + 1 }
}
#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
