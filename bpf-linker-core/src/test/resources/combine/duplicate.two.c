#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

int same(int x) { return x + 1; }
