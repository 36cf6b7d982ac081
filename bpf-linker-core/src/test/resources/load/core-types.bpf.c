// Relocations of whole types and of enumerators: identity, existence, size, likeness, values of 32 and of 64 bits.
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>
#include <bpf/bpf_core_read.h>

struct list_head {
    struct list_head *next, *prev;
};

struct task_struct {
    int pid;
    int tgid;
};

struct task_struct___other {
    char pid[3];
};

union bpf_attr___mine {
    int map_fd;
};

typedef unsigned long long u64;
typedef u64 (*bpf_func_t)(const void *, const void *);
typedef int (*writepage_t)(void *page, void *wbc, void *data);

enum pid_type {
    PIDTYPE_PID,
    PIDTYPE_TGID,
    PIDTYPE_SID = 40,
};

enum bpf_map_type___mine {
    BPF_MAP_TYPE_HASH___mine = 77,
    BPF_MAP_TYPE_RINGBUF___mine = 78,
};

enum bpf_func_id___mine {
    BPF_FUNC_get_attach_cookie___mine = 1,
    BPF_FUNC_nobody_wrote_this___mine = 2,
};

enum perf_event_sample_format___mine {
    PERF_SAMPLE_IP___mine = 1,
};

enum wide {
    WIDE_ONE = 0x1234567812345678ULL,
};

char LICENSE[] SEC("license") = "GPL";

unsigned long long sink;

SEC("raw_tp")
int types(void *ctx)
{
    sink = bpf_core_type_id_local(struct task_struct) + bpf_core_type_id_kernel(struct task_struct);
    sink += bpf_core_type_exists(struct list_head) + bpf_core_type_exists(union bpf_attr___mine);
    sink += bpf_core_type_exists(bpf_func_t) + bpf_core_type_exists(writepage_t);
    sink += bpf_core_type_size(struct task_struct) + bpf_core_type_size(struct list_head);
    sink += bpf_core_type_size(union bpf_attr___mine) + bpf_core_type_id_kernel(struct task_struct___other);
    return 0;
}

SEC("raw_tp")
int alike(void *ctx)
{
    sink = bpf_core_type_matches(struct list_head) + bpf_core_type_matches(struct task_struct___other);
    sink += bpf_core_type_matches(struct task_struct) + bpf_core_type_matches(enum pid_type);
    sink += bpf_core_type_matches(bpf_func_t) + bpf_core_type_matches(writepage_t);
    return 0;
}

SEC("raw_tp")
int enumerators(void *ctx)
{
    sink = bpf_core_enum_value(enum pid_type, PIDTYPE_TGID) + bpf_core_enum_value(enum pid_type, PIDTYPE_SID);
    sink += bpf_core_enum_value_exists(enum bpf_map_type___mine, BPF_MAP_TYPE_RINGBUF___mine);
    sink += bpf_core_enum_value(enum bpf_map_type___mine, BPF_MAP_TYPE_HASH___mine);
    sink += bpf_core_enum_value_exists(enum bpf_func_id___mine, BPF_FUNC_get_attach_cookie___mine);
    sink += bpf_core_enum_value_exists(enum bpf_func_id___mine, BPF_FUNC_nobody_wrote_this___mine);
    sink += bpf_core_enum_value(enum perf_event_sample_format___mine, PERF_SAMPLE_IP___mine);
    sink += bpf_core_enum_value_exists(enum wide, WIDE_ONE);
    return 0;
}
