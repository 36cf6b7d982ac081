/* SPDX-License-Identifier: Apache-2.0 */
#ifndef _LINUX_POSIX_TYPES_H
#define _LINUX_POSIX_TYPES_H

#include <asm/posix_types.h>

#endif
