#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct b { int x; };
extern int same(struct b *b);
SEC("xdp") int p(void *context)
{
    struct b b = { 1 };
    return same(&b);
}
