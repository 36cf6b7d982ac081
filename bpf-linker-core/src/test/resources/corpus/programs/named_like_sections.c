// A variable or program may have the name of its section, or of another one: LLVM refuses that, ELF does not.
// LLVM: embedded system-22
// BUILD: prog.bc = clang-19 named_like_sections.c
// LINK: prog.bc --btf
// PROGRAMS: xdp:xdp, xdp:second, tc:third
// SYMBOL: license GLOBAL OBJECT license size=4
// SYMBOL: xdp GLOBAL FUNC xdp
// SYMBOL: tc LOCAL FUNC .text
// BTF: FUNC 'xdp' .*linkage=global
// BTF: VAR 'license'
// BTF: DATASEC 'license'
// RUN: xdp -> 2
// RUN: second 05000000 -> 6
// LINK: prog.bc
// PROGRAMS: xdp:xdp, xdp:second, tc:third
// SYMBOL: license GLOBAL OBJECT license size=4
// RELOC: xdp numbers
// NO-LOAD: without BTF no map is known
// LINK: prog.bc --emit asm -o out.s
// FILE: out.s license\.symbol
// BUILD: bad.bc = clang-19 bad.c
// LINK: bad.bc --cpu v1
// EXIT: 1
// STDERR: ^bad\.c:@[divide]\b.*error: function 'xdp' can't be expressed in BPF: signed division
//--- named_like_sections.c
#include <bpf_min.h>
ARRAY_MAP(numbers, u32, 1);
char license[] SEC("license") = "GPL";
SEC("xdp") int xdp(struct xdp_md *ctx) {
    u32 key = 0;
    return map_lookup(&numbers, &key) ? 2 : 1;
}
static __noinline int tc(u32 n) { return n + (ktime() > 0); }
SEC("xdp") int second(struct xdp_md *ctx) { return tc(5); }
SEC("tc") int third(void *ctx) { return 0; }
//--- bad.c
#include <bpf_min.h>
SEC("xdp") int xdp(struct xdp_md *ctx) {
    return (int)ctx->ingress_ifindex / (int)ctx->rx_queue_index; // [divide]
}
