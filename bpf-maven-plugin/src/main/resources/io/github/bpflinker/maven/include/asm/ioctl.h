/* SPDX-License-Identifier: Apache-2.0 */
/* For installed headers that want it, where they lack the folder of the machine. */
#if __has_include_next(<asm/ioctl.h>)
#include_next <asm/ioctl.h>
#elif !defined(_ASM_IOCTL_H)
#define _ASM_IOCTL_H

#if __has_include(<asm-generic/ioctl.h>)
#include <asm-generic/ioctl.h>
#endif

#endif
