/* SPDX-License-Identifier: Apache-2.0 */
#if __has_include_next(<linux/stddef.h>)
#include_next <linux/stddef.h>
#elif !defined(_LINUX_STDDEF_H)
#define _LINUX_STDDEF_H

#ifndef __always_inline
#define __always_inline inline
#endif

/* The same members twice: on their own, and together under a name. */
#ifndef __struct_group
#define __struct_group(TAG, NAME, ATTRS, MEMBERS...) \
	union {                                      \
		struct {                             \
			MEMBERS                      \
		} ATTRS;                             \
		struct TAG {                         \
			MEMBERS                      \
		} ATTRS NAME;                        \
	} ATTRS
#endif

#ifndef __counted_by
#define __counted_by(m)
#endif

#endif
