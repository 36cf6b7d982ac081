#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct a { int x; };
int same(struct a *a)
{
    if (!a)
        return 0;
    return a->x;
}
