/* SPDX-License-Identifier: Apache-2.0 */
/*
 * As in installed kernel headers, the tag itself is not here: programs define struct vlan_hdr or
 * take it from vmlinux.h.
 */
#if __has_include_next(<linux/if_vlan.h>)
#include_next <linux/if_vlan.h>
#elif !defined(_LINUX_IF_VLAN_H_)
#define _LINUX_IF_VLAN_H_

#ifndef __VMLINUX_H__
enum vlan_flags {
	VLAN_FLAG_REORDER_HDR = 0x1,
	VLAN_FLAG_GVRP = 0x2,
	VLAN_FLAG_LOOSE_BINDING = 0x4,
	VLAN_FLAG_MVRP = 0x8,
	VLAN_FLAG_BRIDGE_BINDING = 0x10,
};

enum vlan_name_types {
	VLAN_NAME_TYPE_PLUS_VID,
	VLAN_NAME_TYPE_RAW_PLUS_VID,
	VLAN_NAME_TYPE_PLUS_VID_NO_PAD,
	VLAN_NAME_TYPE_RAW_PLUS_VID_NO_PAD,
	VLAN_NAME_TYPE_HIGHEST,
};
#endif

#endif
