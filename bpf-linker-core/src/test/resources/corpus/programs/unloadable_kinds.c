// Kinds that the kernel of the tests may lack still link, with the sections that libbpf looks for.
// PROGRAMS: lsm/file_open:on_open, fentry/do_unlinkat:on_entry, fexit/do_unlinkat:on_exit, freplace/pass:other, struct_ops/init:init
// SECTION: .struct_ops
// SYMBOL: congestion GLOBAL OBJECT .struct_ops
// RELOC: .struct_ops init
// NO-LOAD: lsm, fentry and struct_ops need kernels with trampolines
#include <bpf_min.h>

SEC("lsm/file_open") int on_open(void *ctx) { return 0; }
SEC("fentry/do_unlinkat") int on_entry(void *ctx) { return 0; }
SEC("fexit/do_unlinkat") int on_exit(void *ctx) { return 0; }
SEC("freplace/pass") int other(void *ctx) { return 0; }
SEC("struct_ops/init") int init(void *ctx) { return 0; }

struct tcp_congestion_ops {
    void *init;
    char name[16];
};
struct tcp_congestion_ops congestion SEC(".struct_ops") = {.init = (void *)init, .name = "ours"};

char _license[] SEC("license") = "GPL";
