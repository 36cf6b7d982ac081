/* SPDX-License-Identifier: Apache-2.0 */
/* Integers of a fixed size, as the kernel names them. The guard is the one of installed headers. */
#if __has_include_next(<asm/types.h>)
#include_next <asm/types.h>
#elif !defined(_ASM_GENERIC_INT_LL64_H)
#define _ASM_GENERIC_INT_LL64_H

#include <asm/bitsperlong.h>

#ifndef __VMLINUX_H__
typedef signed char __s8;
typedef unsigned char __u8;
typedef short __s16;
typedef unsigned short __u16;
typedef int __s32;
typedef unsigned int __u32;
__extension__ typedef long long __s64;
__extension__ typedef unsigned long long __u64;
#endif

#endif
