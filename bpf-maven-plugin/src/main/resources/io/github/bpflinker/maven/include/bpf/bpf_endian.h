/* SPDX-License-Identifier: Apache-2.0 */
/*
 * Byte order: the target's own to and from that of the network. A constant argument gives a
 * constant expression, fit for case labels and initializers.
 */
#ifndef __BPF_ENDIAN__
#define __BPF_ENDIAN__

#ifndef __VMLINUX_H__
#include <asm/types.h>
#endif

#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define __bpfx_be16(x) ((__u16)__builtin_bswap16((__u16)(x)))
#define __bpfx_be32(x) ((__u32)__builtin_bswap32((__u32)(x)))
#define __bpfx_be64(x) ((__u64)__builtin_bswap64((__u64)(x)))
#elif __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
#define __bpfx_be16(x) ((__u16)(x))
#define __bpfx_be32(x) ((__u32)(x))
#define __bpfx_be64(x) ((__u64)(x))
#else
#error "__BYTE_ORDER__ is neither little nor big endian"
#endif

#define bpf_htons(x) __bpfx_be16(x)
#define bpf_ntohs(x) __bpfx_be16(x)
#define bpf_htonl(x) __bpfx_be32(x)
#define bpf_ntohl(x) __bpfx_be32(x)
#define bpf_cpu_to_be64(x) __bpfx_be64(x)
#define bpf_be64_to_cpu(x) __bpfx_be64(x)

#define __bpf_htons(x) __bpfx_be16(x)
#define __bpf_ntohs(x) __bpfx_be16(x)
#define __bpf_htonl(x) __bpfx_be32(x)
#define __bpf_ntohl(x) __bpfx_be32(x)
#define __bpf_cpu_to_be64(x) __bpfx_be64(x)
#define __bpf_be64_to_cpu(x) __bpfx_be64(x)
#define __bpf_constant_htons(x) __bpfx_be16(x)
#define __bpf_constant_ntohs(x) __bpfx_be16(x)
#define __bpf_constant_htonl(x) __bpfx_be32(x)
#define __bpf_constant_ntohl(x) __bpfx_be32(x)
#define __bpf_constant_cpu_to_be64(x) __bpfx_be64(x)
#define __bpf_constant_be64_to_cpu(x) __bpfx_be64(x)

/* libbpf's own building blocks: bytes in the other order; byte n of x, of b bits, as byte m. */
#define ___bpf_swab16(x) ((__u16)__builtin_bswap16((__u16)(x)))
#define ___bpf_swab32(x) ((__u32)__builtin_bswap32((__u32)(x)))
#define ___bpf_swab64(x) ((__u64)__builtin_bswap64((__u64)(x)))
#define ___bpf_mvb(x, b, n, m) ((__u##b)((((__u##b)(x) >> ((n) * 8)) & 0xff) << ((m) * 8)))

#endif
