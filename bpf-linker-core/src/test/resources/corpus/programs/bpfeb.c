// Big-endian inputs give a big-endian object.
// LLVM: embedded system-22
// BUILD: prog.bc = clang-19 --target=bpfeb bpfeb.c
// LINK: prog.bc --btf
// PROGRAMS: xdp:pass
// SYMBOL: _license GLOBAL OBJECT
// DISASM: elf64-bpf
#include <bpf_min.h>

SEC("xdp") int pass(void *ctx) { return XDP_PASS; }

char _license[] SEC("license") = "GPL";
