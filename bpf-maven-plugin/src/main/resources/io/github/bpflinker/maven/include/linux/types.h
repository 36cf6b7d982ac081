/* SPDX-License-Identifier: Apache-2.0 */
/* The kernel's integer types, with their byte order in the name. */
#if __has_include_next(<linux/types.h>)
#include_next <linux/types.h>
#elif !defined(_LINUX_TYPES_H)
#define _LINUX_TYPES_H

#include <asm/types.h>
#include <linux/posix_types.h>

#ifndef __bitwise
#define __bitwise
#endif
#define __bitwise__ __bitwise

#ifndef __VMLINUX_H__
typedef __signed__ __int128 __s128 __attribute__((aligned(16)));
typedef unsigned __int128 __u128 __attribute__((aligned(16)));
typedef __u16 __bitwise __le16;
typedef __u16 __bitwise __be16;
typedef __u32 __bitwise __le32;
typedef __u32 __bitwise __be32;
typedef __u64 __bitwise __le64;
typedef __u64 __bitwise __be64;
typedef __u16 __bitwise __sum16;
typedef __u32 __bitwise __wsum;
typedef unsigned __bitwise __poll_t;
#endif

#define __aligned_u64 __u64 __attribute__((aligned(8)))
#define __aligned_be64 __be64 __attribute__((aligned(8)))
#define __aligned_le64 __le64 __attribute__((aligned(8)))

#endif
