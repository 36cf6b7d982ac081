#include "shared.h"
struct {
    int (*type)[1];
    int (*max_entries)[16];
    u32 *key;
    struct all_nodes *value;
} four_map SEC(".maps");
enum color four_color = BLUE;
const volatile u32 four_limit = 7;
SEC("socket") int four(struct node90 *node) {
    return four_color + four_limit + node->peer->peer->next->value92 + (long)&four_map;
}
