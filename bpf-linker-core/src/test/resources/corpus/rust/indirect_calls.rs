// A method of a trait object is an indirect call, and so is formatting.
// LLVM: auto
// RUSTC: dynamic.rs -O -C debuginfo=2 -- --btf
// EXIT: 1
// STDERR: dynamic\.rs:@[call]\b.*error: function '.*area_of' .*an indirect call .*; .*generics instead of dyn
// NOT-STDERR: holds addresses
//--- dynamic.rs
#![no_std]
#![no_main]
#[panic_handler]
fn panic(_: &core::panic::PanicInfo) -> ! {
    loop {}
}
trait Shape {
    fn area(&self) -> u32;
}
struct Square(u32);
struct Line(u32);
impl Shape for Square {
    #[inline(never)]
    fn area(&self) -> u32 {
        self.0 * self.0
    }
}
impl Shape for Line {
    #[inline(never)]
    fn area(&self) -> u32 {
        self.0 >> 9
    }
}
#[inline(never)]
fn area_of(shape: &dyn Shape) -> u32 {
    shape.area() // [call]
}
#[no_mangle]
#[link_section = "xdp"]
pub extern "C" fn pass(context: *const u32) -> u32 {
    let n = unsafe { *context.add(4) };
    area_of(&Square(n)) + area_of(&Line(n))
}
