/* A size that could be anything. */
#include "programs.h"
SEC("raw_tp/sys_enter") int copy(unsigned long long *raw)
{
    char text[4];
    unsigned n = raw[0];
    bpf_probe_read_kernel(text, n, (void *)raw[1]); // here
    return 0;
}
char LICENSE[] SEC("license") = "GPL";
