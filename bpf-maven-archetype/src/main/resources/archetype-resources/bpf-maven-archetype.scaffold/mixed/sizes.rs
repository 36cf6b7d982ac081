//! The Rust half of `sizes`: called by C, it decides which bucket a packet belongs to, and has C count it.
#![no_std]
#![no_main]

mod bpf;

extern "C" {
    /// Defined in `sizes.c`.
    fn count_in(bucket: u32);
}

/// Bucket 0 is up to 63 bytes, each further one holds sizes twice as large.
#[no_mangle]
pub extern "C" fn account(bytes: u32) {
    let bucket = 26u32.saturating_sub(bytes.leading_zeros());
    unsafe { count_in(bucket) }
}
