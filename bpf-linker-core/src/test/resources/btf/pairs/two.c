#include "shared.h"
static u64 two_seen;
__attribute__((noinline)) static int common_helper(struct node20 *node) { return node->high + node->peer->low; }
SEC("tc") int two(struct all_nodes *nodes) {
    two_seen += common_helper(&nodes->n2);
    return nodes->n9.name[2];
}
