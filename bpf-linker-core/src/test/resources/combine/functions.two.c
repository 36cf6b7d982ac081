#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

int weak(int x) { return x * 2; }
__weak int both(int x) { return x * 3; }
__hidden int hidden(int x) { return x * 4; }
static __noinline int local(int x) { return x * 5; }
static long each(__u32 index, void *context) { *(int *)context -= index; return 0; }
int strong(int x)
{
    int sum = x;
    bpf_loop(4, each, &sum, 0);
    return weak(x) + local(x) + sum;
}
SEC("raw_tp/sys_enter") int calls_too(void *context) { return strong(9) + local(8); }
char _license[] SEC("license") = "GPL";
