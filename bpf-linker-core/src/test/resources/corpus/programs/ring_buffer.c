// A struct that only records of a ring buffer have stays in the BTF when a variable points to it.
// LLVM: embedded system-22
// BUILD: prog.bc = clang-19 -O2 ring_buffer.c
// LINK: prog.bc --btf
// PROGRAMS: socket:emit
// MAPS: EVENTS
// BTF: STRUCT 'event' size=32
// SYMBOL: unused GLOBAL OBJECT .bss size=8
// RUN: emit -> 5
#include <bpf_min.h>

struct event {
    u64 number;
    u32 pid;
    char name[16];
};
const struct event *unused __attribute__((unused));

struct {
    MAP_UINT(type, 27);
    MAP_UINT(max_entries, 4096);
} EVENTS SEC(".maps");

const volatile u32 first = 5;
u64 lost;

static void *(*ringbuf_reserve)(void *map, u64 size, u64 flags) = (void *)131;
static void (*ringbuf_submit)(void *record, u64 flags) = (void *)132;

SEC("socket") int emit(void *ctx) {
    struct event *event = ringbuf_reserve(&EVENTS, sizeof(*event), 0);
    if (!event) {
        lost++;
        return 0;
    }
    event->number = first;
    event->pid = 0xffffffff;
    __builtin_memcpy(event->name, "bash", 5);
    ringbuf_submit(event, 0);
    return first;
}
