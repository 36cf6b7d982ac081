//! Measures how long connect() takes, as a histogram of powers of two.
#![no_std]
#![no_main]

use vmlinux::*;

bpf_license!("Dual MIT/GPL");

const BUCKETS: usize = 32;

bpf_map! {
    /// When each thread called, in nanoseconds.
    static CALLS: maps::Hash<u64, u64, 4096>;

    /// Bucket N counts calls that took from 2^N microseconds up to twice that.
    static LATENCIES: maps::Array<u64, BUCKETS>;
}

#[no_mangle]
#[link_section = "ksyscall/connect"]
extern "C" fn on_call(_registers: *const pt_regs) -> i32 {
    CALLS.set(&current_thread(), &now());
    0
}

#[no_mangle]
#[link_section = "kretsyscall/connect"]
extern "C" fn on_return(_registers: *const pt_regs) -> i32 {
    let thread = current_thread();
    if let Some(called) = unsafe { CALLS.get(&thread).as_ref() } {
        let microseconds = (now() - *called) / 1000;
        let bucket = 63 - (microseconds | 1).leading_zeros();
        LATENCIES.count(&bucket.min(BUCKETS as u32 - 1));
        CALLS.remove(&thread);
    }
    0
}

/// The thread that runs: its process in the upper half, its own number in the lower one.
fn current_thread() -> u64 {
    unsafe { helpers::bpf_get_current_pid_tgid() }
}

/// Nanoseconds since the machine was started.
fn now() -> u64 {
    unsafe { helpers::bpf_ktime_get_ns() }
}
