// What BPF can't express is reported in one line, with its reason and with a remedy for just that.
// LLVM: embedded system-22
// BUILD: all.bc = clang-19 all.c
// LINK: all.bc --btf --cpu v1 --allow-bpf-trap
// EXIT: 1
// STDERR: all\.c:@[order]\b.*error: function 'order' .*load that orders others; use relaxed order
// STDERR: all\.c:@[fence]\b.*error: function 'fence' .*a memory fence; use an atomic operation
// STDERR: all\.c:@[nand]\b.*error: function 'nand' .*\(nand\); BPF has atomic add
// STDERR: all\.c:@[frame]\b.*error: function 'frame' .*stack frame .*; leave it out
// STDERR: all\.c:@[undeclared]\b.*warning: 'missing' is defined nowhere; function 'undeclared' uses it
// STDERR: all\.c:@[narrow]\b.*error: function 'narrow' .*an atomic operation on 32 bits; .*--cpu v3
// STDERR: all\.c:@[computed]\b.*error: function 'computed' .*a computed goto; write it as a switch
// NOT-STDERR: up to 5 arguments|Cannot select|0x
// BUILD: reported.bc = clang-19 reported.c
// LINK: reported.bc --btf --cpu v1 --allow-bpf-trap
// EXIT: 1
// STDERR: reported\.c:@[floating]\b.*error: function 'floating' .*floating point; BPF has no floating point
// STDERR: reported\.c:@[wide]\b.*error: function 'wide' .*'__multi3' for arithmetic on 128 bits; BPF multiplies
// STDERR: reported\.c:@[dynamic]\b.*error: function 'dynamic' .*; give the array a constant size
// STDERR: reported\.c:@[byvalue]\b.*error: function 'by_value' .*a struct that is passed by value; pass a pointer
// STDERR: reported\.c:@[oldvalue]\b.*error: function 'old_value' .*the old value of an atomic addition; .*--cpu v3
// NOT-STDERR: up to 5 arguments|0x|small returns
//--- all.c
#include <bpf_min.h>
u64 shared;
u32 half;
int missing();
SEC("xdp") int order(void *ctx) {
    return __atomic_load_n(&shared, __ATOMIC_ACQUIRE); // [order]
}
SEC("xdp") int fence(void *ctx) {
    __sync_synchronize(); // [fence]
    return shared;
}
SEC("xdp") int nand(void *ctx) {
    return __sync_fetch_and_nand(&shared, 1); // [nand]
}
SEC("xdp") int frame(void *ctx) {
    shared = (u64)__builtin_frame_address(0); // [frame]
    return 0;
}
SEC("xdp") int undeclared(void *ctx) {
    return missing(ctx); // [undeclared]
}
SEC("xdp") int narrow(struct xdp_md *ctx) {
    return __sync_fetch_and_or(&half, 4); // [narrow]
}
SEC("xdp") int computed(struct xdp_md *ctx) { // [computed]
    static const void *const places[] = {&&first, &&second, &&third};
    goto *places[ctx->ingress_ifindex % 3];
first:
    return ktime();
second:
    return prandom();
third:
    return pid_tgid();
}
//--- reported.c
#include <bpf_min.h>
struct large { u64 a, b, c; };
u64 shared;
u32 half;
SEC("xdp") int floating(struct xdp_md *ctx) {
    return ctx->ingress_ifindex * 1.5; // [floating]
}
SEC("xdp") int wide(struct xdp_md *ctx) {
    return __builtin_mul_overflow(shared, (u64)ctx->ingress_ifindex, &shared); // [wide]
}
SEC("xdp") int dynamic(struct xdp_md *ctx) {
    volatile char bytes[ctx->ingress_ifindex]; // [dynamic]
    bytes[ctx->rx_queue_index] = 1;
    return bytes[0];
}
__noinline u64 takes(struct large value) { return value.a + ktime(); }
SEC("xdp") int by_value(struct xdp_md *ctx) {
    struct large value = {ctx->ingress_ifindex, 2, 3};
    return takes(value); // [byvalue]
}
SEC("xdp") int old_value(struct xdp_md *ctx) {
    return __sync_fetch_and_add(&half, 4); // [oldvalue]
}
