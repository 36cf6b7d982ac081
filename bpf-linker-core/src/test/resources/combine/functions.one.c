// Functions: strong, weak, hidden, static ones of one name, callbacks, and one program section.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

extern int strong(int x);
__weak int weak(int x) { return x + 1; }
__weak int both(int x) { return x + 2; }
__hidden int hidden(int x);
static __noinline int local(int x) { return x + 3; }
static long each(__u32 index, void *context) { *(int *)context += index; return 0; }

SEC("raw_tp/sys_enter") int calls(void *context)
{
    int sum = 0;
    bpf_loop(4, each, &sum, 0);
    return strong(1) + weak(2) + both(3) + hidden(4) + local(5) + sum;
}
char _license[] SEC("license") = "GPL";
