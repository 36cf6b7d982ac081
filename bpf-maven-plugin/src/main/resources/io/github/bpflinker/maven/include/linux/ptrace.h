/* SPDX-License-Identifier: Apache-2.0 */
/* The registers of the machine that __TARGET_ARCH_* names. */
#if __has_include_next(<linux/ptrace.h>)
#include_next <linux/ptrace.h>
#elif !defined(_LINUX_PTRACE_H)
#define _LINUX_PTRACE_H

#include <asm/ptrace.h>
#include <linux/types.h>

#endif
