// Functions whose address is taken: of a loop, of each element of a map, of a timer; static ones, used by two programs.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct bpf_map;

struct element {
    struct bpf_timer timer;
    int count;
};

struct {
    __uint(type, BPF_MAP_TYPE_ARRAY);
    __uint(max_entries, 4);
    __type(key, int);
    __type(value, struct element);
} elements SEC(".maps");

static int add(int *sum, int by) {
    *sum += by;
    return 0;
}

static long each_round(__u32 index, int *sum) {
    return add(sum, index);
}

static long each_element(struct bpf_map *map, int *key, struct element *value, int *sum) {
    value->count++;
    return add(sum, value->count);
}

static int fires(void *map, int *key, struct element *value) {
    bpf_timer_start(&value->timer, 1000000, 0);
    return 0;
}

SEC("tc")
int both(struct __sk_buff *packet) {
    int sum = 0;
    bpf_loop(10, each_round, &sum, 0);
    bpf_for_each_map_elem(&elements, each_element, &sum, 0);
    return sum;
}

SEC("xdp")
int timer(struct xdp_md *context) {
    int key = 1, sum = 0;
    struct element *value = bpf_map_lookup_elem(&elements, &key);
    if (value) {
        bpf_timer_init(&value->timer, &elements, 1);
        bpf_timer_set_callback(&value->timer, fires);
        bpf_loop(value->count & 7, each_round, &sum, 0);
    }
    return XDP_PASS;
}

char _license[] SEC("license") = "GPL";
