/* SPDX-License-Identifier: Apache-2.0 */
#if __has_include_next(<linux/posix_types.h>)
#include_next <linux/posix_types.h>
#elif !defined(_LINUX_POSIX_TYPES_H)
#define _LINUX_POSIX_TYPES_H

#include <asm/posix_types.h>

#endif
