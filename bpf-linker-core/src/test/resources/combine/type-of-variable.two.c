#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

extern long value; SEC("xdp") int p(void *c) { return value; }
