/* SPDX-License-Identifier: Apache-2.0 */
/* Swapping bytes; constant arguments give constant expressions. */
#if __has_include_next(<linux/swab.h>)
#include_next <linux/swab.h>
#elif !defined(_LINUX_SWAB_H)
#define _LINUX_SWAB_H

#include <linux/types.h>

#define __swab16(x) ((__u16)__builtin_bswap16((__u16)(x)))
#define __swab32(x) ((__u32)__builtin_bswap32((__u32)(x)))
#define __swab64(x) ((__u64)__builtin_bswap64((__u64)(x)))
#define ___constant_swab16(x) __swab16(x)
#define ___constant_swab32(x) __swab32(x)
#define ___constant_swab64(x) __swab64(x)

#endif
