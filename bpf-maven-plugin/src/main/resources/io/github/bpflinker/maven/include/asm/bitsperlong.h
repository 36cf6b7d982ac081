/* SPDX-License-Identifier: Apache-2.0 */
#if __has_include_next(<asm/bitsperlong.h>)
#include_next <asm/bitsperlong.h>
#elif !defined(__ASM_GENERIC_BITS_PER_LONG)
#define __ASM_GENERIC_BITS_PER_LONG

#ifndef __BITS_PER_LONG
#define __BITS_PER_LONG 64
#endif

#endif
