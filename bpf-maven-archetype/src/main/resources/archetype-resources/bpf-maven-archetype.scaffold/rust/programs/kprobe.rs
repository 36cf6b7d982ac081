//! Measures how long connect() takes, as a histogram of powers of two.
#![no_std]
#![no_main]

mod bpf;

use bpf::{current_thread, now, Array, HashMap};

const BUCKETS: usize = 32;

/// When each thread called, in nanoseconds.
#[no_mangle]
#[link_section = ".maps"]
static CALLS: HashMap<u64, u64, 4096> = HashMap::new();

/// Bucket N counts calls that took from 2^N microseconds up to twice that.
#[no_mangle]
#[link_section = ".maps"]
static LATENCIES: Array<u64, BUCKETS> = Array::new();

#[no_mangle]
#[link_section = "ksyscall/connect"]
extern "C" fn on_call(_registers: *const u64) -> i32 {
    CALLS.insert(&current_thread(), &now());
    0
}

#[no_mangle]
#[link_section = "kretsyscall/connect"]
extern "C" fn on_return(_registers: *const u64) -> i32 {
    let thread = current_thread();
    if let Some(called) = CALLS.get(&thread) {
        let microseconds = (now() - *called) / 1000;
        let bucket = 63 - (microseconds | 1).leading_zeros();
        LATENCIES.count(&bucket.min(BUCKETS as u32 - 1));
        CALLS.remove(&thread);
    }
    0
}
