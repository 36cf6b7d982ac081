// Programs at the entry and the exit of functions of another program.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

int entries = 0;
int exits = 0;

SEC("fentry/asks")
int at_entry(void *context) {
    entries++;
    return 0;
}

SEC("fexit/decides")
int at_exit(void *context) {
    exits++;
    return 0;
}

char _license[] SEC("license") = "GPL";
