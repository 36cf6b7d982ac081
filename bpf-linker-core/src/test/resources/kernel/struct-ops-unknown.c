// REQUIRES: never struct operations_of_some_module
// VM: no, there is no such struct
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct operations_of_some_module {
    int (*start)(int number);
};

SEC("struct_ops/start") int start(void *ctx) {
    return 0;
}

SEC(".struct_ops") struct operations_of_some_module operations = {.start = (void *)start};

char _license[] SEC("license") = "GPL";
