// Functions of .text in the order of their uses: static, global, weak and hidden ones, callbacks, and one used twice.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

char LICENSE[] SEC("license") = "GPL";

long sink;

static __attribute__((noinline)) int deepest(int a)
{
    sink += a * 3;
    return a ^ (int)sink;
}

static __attribute__((noinline)) int deep(int a)
{
    return deepest(a) + deepest(a + 1);
}

__attribute__((noinline)) int global(int a)
{
    return deep(a) * 2;
}

__weak __attribute__((noinline)) int weak(int a)
{
    sink = a;
    return global(a + 5);
}

__attribute__((noinline, visibility("hidden"))) int hidden(int *a)
{
    return *a + deepest(*a);
}

static long visit(unsigned int index, void *context)
{
    *(long *)context += deepest(index);
    return 0;
}

static long other_visit(unsigned int index, void *context)
{
    sink += index;
    return 0;
}

SEC("raw_tp")
int calls(void *ctx)
{
    int local = 4;

    return weak(1) + hidden(&local) + deep(3);
}

SEC("raw_tp/sys_enter")
int loops(void *ctx)
{
    long sum = 0;

    bpf_loop(10, visit, &sum, 0);
    bpf_loop(10, other_visit, &sum, 0);
    bpf_loop(5, visit, &sum, 0);
    return global(sum);
}

SEC("raw_tp")
int none(void *ctx)
{
    return 0;
}
