//! What BPF programs ask of the kernel: maps, and the helpers that these programs use.
#![allow(dead_code)]

use core::ffi::{c_char, c_long};
use core::mem::{size_of, transmute};

const HASH: usize = 1;
const LRU_HASH: usize = 9;
const RING_BUFFER: usize = 27;

/// A map of kind `KIND`, as libbpf reads it out of BTF: numbers are lengths of arrays, types are those of pointers.
#[repr(C)]
pub struct Map<K, V, const KIND: usize, const ENTRIES: usize> {
    r#type: *const [i32; KIND],
    max_entries: *const [i32; ENTRIES],
    key: *const K,
    value: *const V,
}

pub type HashMap<K, V, const ENTRIES: usize> = Map<K, V, HASH, ENTRIES>;
pub type LruHashMap<K, V, const ENTRIES: usize> = Map<K, V, LRU_HASH, ENTRIES>;

// The kernel synchronizes access to maps.
unsafe impl<K, V, const KIND: usize, const ENTRIES: usize> Sync for Map<K, V, KIND, ENTRIES> {}

impl<K, V, const KIND: usize, const ENTRIES: usize> Map<K, V, KIND, ENTRIES> {
    pub const fn new() -> Self {
        Self {
            r#type: core::ptr::null(),
            max_entries: core::ptr::null(),
            key: core::ptr::null(),
            value: core::ptr::null(),
        }
    }

    /// The value of `key`, for this program to read and write in place.
    #[inline(always)]
    pub fn get(&self, key: &K) -> Option<&mut V> {
        let lookup: unsafe extern "C" fn(*const Self, *const K) -> *mut V = unsafe { transmute(1usize) };
        unsafe { lookup(self, key).as_mut() }
    }

    #[inline(always)]
    pub fn insert(&self, key: &K, value: &V) -> c_long {
        let update: unsafe extern "C" fn(*const Self, *const K, *const V, u64) -> c_long =
            unsafe { transmute(2usize) };
        unsafe { update(self, key, value, 0) }
    }
}

impl<K, const KIND: usize, const ENTRIES: usize> Map<K, u64, KIND, ENTRIES> {
    /// Adds 1 to the value of `key`.
    #[inline(always)]
    pub fn count(&self, key: &K) {
        match self.get(key) {
            Some(count) => add(count, 1),
            None => {
                self.insert(key, &1);
            }
        }
    }
}

/// Records for user space; `BYTES` is a power of two of pages.
#[repr(C)]
pub struct RingBuffer<const BYTES: usize> {
    r#type: *const [i32; RING_BUFFER],
    max_entries: *const [i32; BYTES],
}

unsafe impl<const BYTES: usize> Sync for RingBuffer<BYTES> {}

impl<const BYTES: usize> RingBuffer<BYTES> {
    pub const fn new() -> Self {
        Self { r#type: core::ptr::null(), max_entries: core::ptr::null() }
    }

    /// Copies a record into the buffer; it is lost if there is no room.
    #[inline(always)]
    pub fn output<T>(&self, record: &T) {
        let output: unsafe extern "C" fn(*const Self, *const T, u64, u64) -> c_long = unsafe { transmute(130usize) };
        unsafe { output(self, record, size_of::<T>() as u64, 0) };
    }
}

/// Adds to a number in a map. Stable Rust has no atomic addition for BPF: of two processors that add at once, one may be
/// forgotten.
#[inline(always)]
pub fn add(number: &mut u64, more: u64) {
    *number = number.wrapping_add(more);
}

/// The process that runs.
#[inline(always)]
pub fn current_process() -> u32 {
    let pid_tgid: unsafe extern "C" fn() -> u64 = unsafe { transmute(14usize) };
    unsafe { (pid_tgid() >> 32) as u32 }
}

/// The user that runs.
#[inline(always)]
pub fn current_user() -> u32 {
    let uid_gid: unsafe extern "C" fn() -> u64 = unsafe { transmute(15usize) };
    unsafe { uid_gid() as u32 }
}

/// The name of the program that runs, up to a zero.
#[inline(always)]
pub fn current_name() -> [c_char; 16] {
    let comm: unsafe extern "C" fn(*mut c_char, u32) -> c_long = unsafe { transmute(16usize) };
    let mut name = [0; 16];
    unsafe { comm(name.as_mut_ptr(), 16) };
    name
}

/// Copies a text of the process that runs, with the zero at its end; gives the number of bytes, negative if it can't.
#[inline(always)]
pub fn read_user_text(to: *mut c_char, room: u32, from: *const c_char) -> c_long {
    let read: unsafe extern "C" fn(*mut c_char, u32, *const c_char) -> c_long = unsafe { transmute(114usize) };
    unsafe { read(to, room, from) }
}

/// The packet of an XDP program.
#[repr(C)]
pub struct XdpMd {
    pub data: u32,
    pub data_end: u32,
}

/// The packet of any other program of the network.
#[repr(C)]
pub struct SkBuff {
    pub len: u32,
    pub pkt_type: u32,
    pub mark: u32,
    pub queue_mapping: u32,
    pub protocol: u32,
    pub vlan_present: u32,
    pub vlan_tci: u32,
    pub vlan_proto: u32,
    pub priority: u32,
    pub ingress_ifindex: u32,
    pub ifindex: u32,
    pub tc_index: u32,
    pub cb: [u32; 5],
    pub hash: u32,
    pub tc_classid: u32,
    pub data: u32,
    pub data_end: u32,
}

impl SkBuff {
    /// A value in a packet; `None` if the packet ends before.
    #[inline(always)]
    pub fn load<T: Copy + Default>(&self, offset: u32) -> Option<T> {
        let mut value = T::default();
        let answer = self.load_bytes(offset, (&mut value as *mut T).cast(), size_of::<T>() as u32);
        (answer == 0).then_some(value)
    }

    /// Copies bytes of a packet; gives 0 if it has so many.
    #[inline(always)]
    pub fn load_bytes(&self, offset: u32, to: *mut u8, size: u32) -> c_long {
        let load: unsafe extern "C" fn(*const Self, u32, *mut u8, u32) -> c_long = unsafe { transmute(26usize) };
        unsafe { load(self, offset, to, size) }
    }
}

#[link_section = "license"]
#[used]
static LICENSE: [u8; 13] = *b"Dual MIT/GPL\0";

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
