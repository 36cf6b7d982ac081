// Formatting a float calls functions with more arguments than BPF has, and the message names one of them.
// RUSTC: formatted_float.rs -- --btf
// EXIT: 1
// STDERR: error: function '.*flt2dec.*' can't be expressed in BPF
#![no_std]
#![no_main]
use core::fmt::Write;

struct Sink(u64);
impl Write for Sink {
    fn write_str(&mut self, text: &str) -> core::fmt::Result {
        self.0 += text.len() as u64;
        Ok(())
    }
}

#[unsafe(no_mangle)]
#[unsafe(link_section = "xdp")]
pub extern "C" fn pass(ctx: *const u32) -> u32 {
    let mut sink = Sink(0);
    let _ = write!(sink, "{:e}", unsafe { *ctx.add(3) } as f64);
    sink.0 as u32
}

#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
