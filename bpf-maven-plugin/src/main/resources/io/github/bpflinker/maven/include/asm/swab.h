/* SPDX-License-Identifier: Apache-2.0 */
/* No instructions of a machine's own for swapping bytes; the compiler has builtins for BPF's. */
#if __has_include_next(<asm/swab.h>)
#include_next <asm/swab.h>
#elif !defined(_ASM_SWAB_H)
#define _ASM_SWAB_H

#endif
