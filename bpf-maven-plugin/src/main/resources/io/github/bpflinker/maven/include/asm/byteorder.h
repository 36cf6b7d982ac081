/* SPDX-License-Identifier: Apache-2.0 */
#if __has_include_next(<asm/byteorder.h>)
#include_next <asm/byteorder.h>
#elif !defined(_ASM_BYTEORDER_H)
#define _ASM_BYTEORDER_H

#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#include <linux/byteorder/little_endian.h>
#else
#include <linux/byteorder/big_endian.h>
#endif

#endif
