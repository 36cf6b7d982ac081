/* SPDX-License-Identifier: Apache-2.0 */
#include "protocol.h"

struct ethernet {
    u8 to[6];
    u8 from[6];
    u16 type;
    u8 payload[];
};

#define NETWORK_ORDER(number) __builtin_bswap16(number)

enum { IPV4_PROTOCOL = 9, IPV6_NEXT_HEADER = 6 };

u32 protocol_of(const void *frame, const void *end)
{
    const struct ethernet *header = frame;
    u32 offset;

    if ((const void *)(header + 1) > end)
        return 0;
    if (header->type == NETWORK_ORDER(0x0800))
        offset = IPV4_PROTOCOL;
    else if (header->type == NETWORK_ORDER(0x86dd))
        offset = IPV6_NEXT_HEADER;
    else
        return 0;

    const u8 *protocol = &header->payload[offset];
    return (const void *)(protocol + 1) > end ? 0 : *protocol;
}
