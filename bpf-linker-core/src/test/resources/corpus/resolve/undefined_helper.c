// What is declared by hand and the kernel has is named with the way to get at it, and what is misspelt with the nearest.
// BUILD: main.bc = clang-22 main.c
// LINK: main.bc --btf
// STDERR: 'bpf_get_current_pid_tgid' is defined nowhere; .*helper 14 of the kernel.*include <bpf/bpf_helpers\.h>
// STDERR: 'bpf_map_lookup_elm' is defined nowhere; .*did you mean bpf_map_lookup_elem, .*helper 1 of the kernel
// STDERR: 'bpf_rcu_read_lock' is defined nowhere; .*a function of the kernel; declare it with __ksym
// STDERR: 'atoi' is defined nowhere; .*BPF has no C library
// STDERR: 'other_file' is defined nowhere; .*add the input that defines it, or declare it __ksym
// NO-LOAD: symbols are undefined
//--- main.c
#include <bpf_min.h>
u64 bpf_get_current_pid_tgid(void);
void *bpf_map_lookup_elm(void *, void *);
void bpf_rcu_read_lock(void);
int atoi(const char *);
int other_file(int);
SEC("xdp") int pass(struct xdp_md *ctx) {
    bpf_rcu_read_lock();
    if (bpf_map_lookup_elm(ctx, ctx) && atoi((void *)ctx)) {
        return other_file(1);
    }
    return bpf_get_current_pid_tgid() & 1;
}
