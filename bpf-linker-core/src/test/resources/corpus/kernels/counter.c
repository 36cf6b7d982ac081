// The usual counter links for each kernel, by the addition that all have; its old value is of 5.12.
// LLVM: embedded system-19 system-22
// BUILD: prog.bc = clang-19 counter.c
// LINK: prog.bc --btf --kernel 5.2
// DISASM: lock \*\(u64
// RUN: count -> 1
// LINK: prog.bc --btf --kernel 5.3
// RUN: count -> 1
// LINK: prog.bc --btf --kernel 5.11
// NOT-DISASM: atomic_fetch
// DISASM: lock \*\(u32
// RUN: count -> 1
// LINK: prog.bc --btf --kernel 5.12
// RUN: count -> 1
// BUILD: old.bc = clang-19 -DOLD counter.c
// LINK: old.bc --btf --kernel 5.11
// EXIT: 1
// STDERR: counter\.c:@[old]\b.*error: .*(since 5\.12|5\.12 or newer)
// LINK: old.bc --btf --kernel 5.12
// RUN: count -> 0
#include <bpf_min.h>
u64 packets;
u32 half;
SEC("xdp") int count(void *ctx) {
#ifdef OLD
    return __sync_fetch_and_add(&packets, 1); // [old]
#else
    __sync_fetch_and_add(&packets, 1);
    __sync_fetch_and_sub(&half, 3);
    return packets;
#endif
}
