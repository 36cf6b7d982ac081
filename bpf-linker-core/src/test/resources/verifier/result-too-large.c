/* A result that programs of this type can not have. */
#include "programs.h"
SEC("cgroup/sysctl") int answer(struct bpf_sysctl *ctl)
{
    if (ctl->write)
        return 0;
    return 5; // here
}
char LICENSE[] SEC("license") = "GPL";
