// REQUIRES: 5.12 bpf_get_socket_cookie in tracing programs
// REFUSED: unknown func bpf_get_socket_cookie
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("tp_btf/inet_sock_set_state") int prog(unsigned long long *ctx) {
    return bpf_get_socket_cookie((void *)ctx[0]) == 3;
}

char _license[] SEC("license") = "GPL";
