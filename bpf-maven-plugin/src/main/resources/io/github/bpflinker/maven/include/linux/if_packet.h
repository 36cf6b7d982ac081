/* SPDX-License-Identifier: Apache-2.0 */
/* Values of __sk_buff's pkt_type. */
#if __has_include_next(<linux/if_packet.h>)
#include_next <linux/if_packet.h>
#elif !defined(__LINUX_IF_PACKET_H)
#define __LINUX_IF_PACKET_H

#include <linux/types.h>

#define PACKET_HOST 0
#define PACKET_BROADCAST 1
#define PACKET_MULTICAST 2
#define PACKET_OTHERHOST 3
#define PACKET_OUTGOING 4
#define PACKET_LOOPBACK 5
#define PACKET_USER 6
#define PACKET_KERNEL 7
#define PACKET_FASTROUTE 6

#endif
