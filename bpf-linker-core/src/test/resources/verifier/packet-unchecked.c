/* A packet is read before its end was looked at. */
#include "programs.h"
SEC("xdp") int parse(struct xdp_md *xdp)
{
    unsigned char *head = (void *)(long)xdp->data;
    if (xdp->rx_queue_index == 3)
        return 1;
    return head[14]; // here
}
char LICENSE[] SEC("license") = "GPL";
