/* What a program tells its test: numbers by place, the first of which counts. */
struct {
	__uint(type, BPF_MAP_TYPE_ARRAY);
	__uint(max_entries, 8);
	__type(key, __u32);
	__type(value, __u64);
} results SEC(".maps");

static __always_inline void set(__u32 place, __u64 number)
{
	__u64 *value = bpf_map_lookup_elem(&results, &place);

	if (value)
		*value = number;
}

static __always_inline void count_at(__u32 place)
{
	__u64 *value = bpf_map_lookup_elem(&results, &place);

	if (value)
		__sync_fetch_and_add(value, 1);
}

static __always_inline void count(void)
{
	count_at(0);
}
