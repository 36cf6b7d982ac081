/* SPDX-License-Identifier: Apache-2.0 */
#pragma once

#include "bpf.h"

/* The IP protocol (1 ICMP, 6 TCP, 17 UDP, …) of an Ethernet frame; 0 if it is no IPv4 or IPv6. */
u32 protocol_of(const void *frame, const void *end);
