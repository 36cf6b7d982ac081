// Each kind of section is joined: named data, callbacks, map-in-map, tail calls, CO-RE, kernel configuration.
// BUILD: one.o = clang-22 -fembed-bitcode=off one.c
// BUILD: two.o = clang-22 -fembed-bitcode=off two.c
// LINK: one.o two.o
// PROGRAMS: xdp:first, xdp:second
// MAPS: inner_one, outer, jumps, inner_two
// SECTION: .data.named size=8
// BTF: DATASEC '.data.named' size=8 vlen=2
// BTF: \(VAR 'one'\)
// BTF: DATASEC '.kconfig'
// NOT-BTF: \] VAR 'CONFIG_HZ'[^$]*\] VAR 'CONFIG_HZ'
// RELOC: .maps inner_one
// RELOC: .maps second
// RUN: first -> 109
// RUN: second -> 206
//--- one.c
#include <bpf_min.h>
static long (*bpf_loop)(u32 count, void *each, void *context, u64 flags) = (void *)181;
int one SEC(".data.named") = 100;
extern int CONFIG_HZ __attribute__((section(".kconfig")));
struct inner { MAP_UINT(type, 2); MAP_UINT(max_entries, 1); MAP_TYPE(key, int); MAP_TYPE(value, int); } inner_one SEC(".maps");
struct {
    MAP_UINT(type, 12);
    MAP_UINT(max_entries, 1);
    MAP_TYPE(key, int);
    struct inner *values[];
} outer SEC(".maps") = { .values = { &inner_one } };
int second(void *ctx);
struct {
    MAP_UINT(type, 3);
    MAP_UINT(max_entries, 1);
    MAP_UINT(key_size, 4);
    int (*values[])(void *);
} jumps SEC(".maps") = { .values = { second } };
static long count(u32 index, void *context) { *(int *)context += 3; return 0; }
SEC("xdp") int first(void *ctx)
{
    int sum = 0;
    bpf_loop(3, count, &sum, 0);
    return sum + one + (CONFIG_HZ ? 0 : 1);
}
//--- two.c
#include <bpf_min.h>
static long (*bpf_loop)(u32 count, void *each, void *context, u64 flags) = (void *)181;
int two SEC(".data.named") = 200;
extern int CONFIG_HZ __attribute__((section(".kconfig")));
struct { MAP_UINT(type, 2); MAP_UINT(max_entries, 1); MAP_TYPE(key, int); MAP_TYPE(value, int); } inner_two SEC(".maps");
struct task_struct { int pid; } __attribute__((preserve_access_index));
static long count(u32 index, void *context) { *(int *)context += 2; return 0; }
SEC("xdp") int second(void *ctx)
{
    int sum = 0, key = 0;
    bpf_loop(3, count, &sum, 0);
    int *inner = map_lookup(&inner_two, &key);
    return sum + two + (inner ? *inner : 0) + (CONFIG_HZ ? 0 : 1)
        + !__builtin_preserve_field_info(((struct task_struct *)0)->pid, 2);
}
