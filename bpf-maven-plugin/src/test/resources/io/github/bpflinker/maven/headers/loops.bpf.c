// TYPES: uapi vmlinux
#ifdef USE_VMLINUX
#include "vmlinux.h"
#else
#include <linux/bpf.h>
#endif
#include <bpf/bpf_helpers.h>

#define CLOCK_MONOTONIC 1

struct guarded {
	struct bpf_spin_lock lock;
	__u32 uses;
	__u64 total;
};

struct ticking {
	struct bpf_timer timer;
	__u64 ticks;
};

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 4);
	__type(key, __u32);
	__type(value, struct guarded);
} counters SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 4);
	__type(key, __u32);
	__type(value, struct ticking);
} clocks SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_RINGBUF);
	__uint(max_entries, 4096);
} records SEC(".maps");

int xdp_target(struct xdp_md *ctx);

struct {
	__uint(type, BPF_MAP_TYPE_PROG_ARRAY);
	__uint(max_entries, 2);
	__uint(key_size, sizeof(__u32));
	__array(values, int(struct xdp_md *));
} programs SEC(".maps") = {
	.values = {[1] = &xdp_target},
};

struct inner {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 1);
	__type(key, __u32);
	__type(value, __u64);
} inner_map SEC(".maps");

struct {
	__uint(type, BPF_MAP_TYPE_ARRAY_OF_MAPS);
	__uint(max_entries, 2);
	__type(key, __u32);
	__array(values, struct inner);
} outer SEC(".maps") = {
	.values = {&inner_map},
};

extern int LINUX_KERNEL_VERSION __kconfig;
extern enum libbpf_tristate CONFIG_NO_SUCH_OPTION __kconfig __weak;
extern void no_such_kfunc(void) __ksym __weak;

SEC("xdp")
int xdp_target(struct xdp_md *ctx)
{
	return ctx->rx_queue_index ? XDP_PASS : XDP_DROP;
}

SEC("xdp")
int jumps(struct xdp_md *ctx)
{
	bpf_tail_call_static(ctx, &programs, 1);
	bpf_tail_call(ctx, &programs, 0);
	return XDP_PASS;
}

SEC("tc")
int locks(struct __sk_buff *skb)
{
	__u32 key = 0;
	struct guarded *value = bpf_map_lookup_elem(&counters, &key);

	if (!value)
		return 0;
	bpf_spin_lock(&value->lock);
	value->uses++;
	value->total += skb->len;
	bpf_spin_unlock(&value->lock);
	return 0;
}

static int tick(void *map, __u32 *key, struct ticking *value)
{
	value->ticks++;
	if (map && *key < 4)
		bpf_timer_start(&value->timer, 1000000, 0);
	return 0;
}

SEC("tc")
int timers(struct __sk_buff *skb)
{
	__u32 key = skb->ifindex & 3;
	struct ticking *value = bpf_map_lookup_elem(&clocks, &key);

	if (!value)
		return 0;
	bpf_timer_init(&value->timer, &clocks, CLOCK_MONOTONIC);
	bpf_timer_set_callback(&value->timer, tick);
	return bpf_timer_start(&value->timer, 1000, 0) == 0;
}

static int add(__u32 index, void *context)
{
	*(__u64 *)context += index;
	return 0;
}

static long visit(void *map, const void *key, void *value, void *context)
{
	if (map && *(const __u32 *)key == 1 && value)
		*(__u64 *)context = 1;
	return 0;
}

SEC("tc")
int callbacks(struct __sk_buff *skb)
{
	__u64 sum = 0;

	bpf_loop(skb->len, add, &sum, 0);
	bpf_for_each_map_elem(&counters, visit, &sum, 0);
	return sum > 5;
}

SEC("tc")
int iterators(struct __sk_buff *skb)
{
	int values[8] = {}, i, sum = 0;

	bpf_for(i, 0, 8)
		values[i] = skb->len;
	bpf_for(i, 0, 4) {
		int j;

		if (i == 2)
			continue;
		bpf_for(j, 1, 3)
			sum += values[i + j];
		if (sum > 1000)
			break;
	}
	bpf_repeat(3)
		sum++;
	return sum;
}

SEC("tc")
int prints(struct __sk_buff *skb)
{
	static const char constant[] = "abc";
	char text[64];

	bpf_printk("none");
	bpf_printk("one %d", 1);
	bpf_printk("three %d %u %s", -1, skb->len, constant);
	bpf_printk("four %d %d %d %d", 1, 2, 3, (char)4);
	bpf_printk("twelve %d %d %d %d %d %d %d %d %d %d %d %d", 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, skb->len);
	if (BPF_SNPRINTF(text, sizeof(text), "%d %llx %s", -1, 1ULL << 40, constant) < 0)
		return 1;
	BPF_SNPRINTF(text, sizeof(text), "none");
	return bpf_strncmp(text, sizeof(text), "-1") == 0;
}

SEC("tc")
int dynptrs(struct __sk_buff *skb)
{
	struct bpf_dynptr ptr;
	__u32 length = skb->len;

	if (bpf_ringbuf_reserve_dynptr(&records, 16, 0, &ptr) == 0)
		bpf_dynptr_write(&ptr, 0, &length, sizeof(length), 0);
	bpf_ringbuf_submit_dynptr(&ptr, 0);
	return 0;
}

SEC("tc")
int externs(struct __sk_buff *skb)
{
	if (bpf_ksym_exists(no_such_kfunc))
		no_such_kfunc();
	if (LINUX_KERNEL_VERSION < KERNEL_VERSION(5, 4, 300) || CONFIG_NO_SUCH_OPTION == TRI_MODULE)
		return 1;
	barrier();
	return skb->len > 5;
}

__noinline __weak int global_subprogram(struct __sk_buff *skb __arg_ctx, int *more __arg_nonnull)
{
	return skb->len + *more;
}

SEC("tc")
int calls(struct __sk_buff *skb)
{
	int more = 3;

	return global_subprogram(skb, &more) == 7;
}

char LICENSE[] SEC("license") = "GPL";
