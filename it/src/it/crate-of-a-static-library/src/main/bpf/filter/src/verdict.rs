/// XDP_PASS for even interfaces, XDP_DROP for the others.
#[inline(never)]
pub fn of(interface: u32) -> u32 {
    2 - interface % 2
}
