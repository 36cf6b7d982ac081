// Whatever a kernel lacks has a source line: maps, the kind of a program, its stack, the depth of its calls.
// LLVM: embedded system-22
// BUILD: prog.bc = clang-19 places.c
// LINK: prog.bc --btf --kernel 5.4
// EXIT: 1
// STDERR: places\.c:@[map]\b.*error: .*BPF_MAP_TYPE_RINGBUF.*since 5\.8, for events
// STDERR: places\.c:@[section]\b.*error: function 'lookup' uses 'sk_lookup'.*since 5\.9
// STDERR: places\.c:@[stack]\b.*error: function 'large' uses 'stack \d+ > 512 \(large \d+, inner \d+\)'
// STDERR: places\.c:@[depth]\b.*error: function 'deep' uses 'call-depth 9 > 8 \(deep, level1, .*level8\)'
// NOT-STDERR: ^Error: (?!'out)
// LINK: prog.bc --kernel 5.4
// EXIT: 1
// STDERR: places\.c:@[map]\b|places\.c:@[section]\b
// STDERR: places\.c:@[stack]\b.*error: function 'large' uses 'stack \d+ > 512 \(large \d+, inner \d+\)'
// STDERR: places\.c:@[depth]\b.*error: function 'deep' uses 'call-depth 9 > 8 \(deep, level1, .*level8\)'
// NOT-STDERR: ^Error: (?!'out)
#include <bpf_min.h>
struct {
    MAP_UINT(type, 27);
    MAP_UINT(max_entries, 4096);
} events SEC(".maps"); // [map]

static void touch(volatile char *bytes) { asm volatile("" : : "r"(bytes) : "memory"); }

static __noinline int inner(int n) {
    volatile char space[300];
    touch(space);
    return space[n & 7] + n;
}

SEC("xdp")
int large(struct xdp_md *ctx) { // [stack]
    volatile char space[300];
    touch(space);
    return inner(space[ctx->ingress_ifindex & 7]);
}

#define LEVEL(name, next)                                                                                             \
    static __noinline int name(int n) {                                                                               \
        asm volatile("");                                                                                             \
        return next + 1;                                                                                              \
    }
LEVEL(level8, n)
LEVEL(level7, level8(n))
LEVEL(level6, level7(n))
LEVEL(level5, level6(n))
LEVEL(level4, level5(n))
LEVEL(level3, level4(n))
LEVEL(level2, level3(n))
LEVEL(level1, level2(n))

SEC("xdp")
int deep(struct xdp_md *ctx) { // [depth]
    return level1(ctx->ingress_ifindex);
}

SEC("sk_lookup")
int lookup(void *ctx) { // [section]
    return map_lookup(&events, ctx) ? 1 : 0;
}
