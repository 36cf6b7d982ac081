// Without a file the types are those of the running kernel, which one line says; a link without markers reads none.
// BUILD: prog.bc = rustc --crate-type=lib --emit=llvm-bc prog.rs -O -C debuginfo=2
// LINK: prog.bc --btf --export prog
// STDERR: ^Warning: markers are looked up in the types of the running kernel, /sys/kernel/btf/vmlinux; choose others with --kernel-types FILE$
// SAME-BYTES-WITH: prog.bc --btf --export prog --kernel-types=/sys/kernel/btf/vmlinux
// LINK: prog.bc --btf --export prog --kernel-types=missing.btf
// EXIT: 1
// STDERR: missing\.btf
// LINK: prog.bc --btf --export prog --kernel-types=prog.rs
// EXIT: 1
// STDERR: prog\.rs
// BUILD: plain.bc = clang-22 plain.c
// LINK: plain.bc --btf
// SAME-BYTES-WITH: plain.bc --btf --kernel-types=missing.btf
//--- plain.c
#include <bpf_min.h>
SEC("xdp") int plain(struct xdp_md *context) { return XDP_PASS; }
//--- prog.rs
#![no_std]
unsafe extern "C" {
    #[link_name = "__bpf_core.type_exists.task_struct"]
    fn exists() -> u64;
}
#[unsafe(no_mangle)]
#[unsafe(link_section = "xdp")]
pub extern "C" fn prog(_context: *const u8) -> u32 {
    unsafe { exists() as u32 }
}
