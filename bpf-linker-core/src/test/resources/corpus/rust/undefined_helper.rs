// Rust can't declare what the kernel defines as C does, so it is told another way.
// RUSTC: main.rs -C panic=abort -- --btf --fatal-undefined
// EXIT: 1
// STDERR: main\.rs:@[kfunc].*: error: 'bpf_rcu_read_lock' is defined nowhere; .*declare it in Rust with #\[link_name = "__bpf_ksym\.bpf_rcu_read_lock"\]
// STDERR: main\.rs:@[helper].*: error: 'bpf_ktime_get_ns' is defined nowhere; .*helper 5 of the kernel.*transmute
// NOT-STDERR: __ksym
//--- main.rs
#![no_std]
#![no_main]
#[panic_handler]
fn panic(_info: &core::panic::PanicInfo) -> ! {
    loop {}
}
extern "C" {
    fn bpf_rcu_read_lock();
    fn bpf_ktime_get_ns() -> u64;
}
#[no_mangle]
#[link_section = "xdp"]
pub unsafe extern "C" fn pass(_context: *const u32) -> u32 {
    bpf_rcu_read_lock(); // [kfunc]
    bpf_ktime_get_ns() as u32 & 1 // [helper]
}
