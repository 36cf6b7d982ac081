#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

extern int same(int x, int y); SEC("xdp") int p(void *c) { return same(1, 2); }
