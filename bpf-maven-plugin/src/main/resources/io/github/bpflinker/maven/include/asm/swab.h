/* SPDX-License-Identifier: Apache-2.0 */
/* No instructions of a machine's own for swapping bytes; the compiler has builtins for BPF's. */
#ifndef _ASM_SWAB_H
#define _ASM_SWAB_H

#endif
