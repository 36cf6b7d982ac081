// Formatting calls through tables of functions: an error that leads to the line that asks for it.
// LLVM: auto
// RUSTC: format.rs -O -C debuginfo=2 -- --btf
// EXIT: 1
// STDERR: error: function .*core::fmt.* an indirect call \(called from .*pass \(format\.rs:@[write]:.*no formatting by core::fmt
// NOT-STDERR: holds addresses
//--- format.rs
#![no_std]
#![no_main]
use core::fmt::Write;
#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
struct Text {
    bytes: [u8; 32],
    used: usize,
}
impl Write for Text {
    fn write_str(&mut self, part: &str) -> core::fmt::Result {
        for byte in part.bytes() {
            *self.bytes.get_mut(self.used).ok_or(core::fmt::Error)? = byte;
            self.used += 1;
        }
        Ok(())
    }
}
#[no_mangle]
#[link_section = "xdp"]
pub extern "C" fn pass(context: *const u32) -> u32 {
    let n = unsafe { *context.add(4) };
    let mut text = Text { bytes: [0; 32], used: 0 };
    let _ = write!(text, "queue {}", n); // [write]
    text.bytes[7] as u32
}
