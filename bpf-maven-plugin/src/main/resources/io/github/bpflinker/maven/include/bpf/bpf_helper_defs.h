/* SPDX-License-Identifier: Apache-2.0 */
/*
 * The helper functions of the kernel, ids 1 to 211: the last ones that will ever be added, what came
 * later are kfuncs. Calling one is a call to a constant address, which the compiler turns into the
 * helper's id. Which program types may call which helper is up to the kernel.
 */
#ifndef __BPF_HELPER_DEFS_H__
#define __BPF_HELPER_DEFS_H__

/* vmlinux.h has these types; otherwise they come from what is the same in every Linux. */
#ifndef __VMLINUX_H__
#include <asm/types.h>
#ifndef _LINUX_TYPES_H
typedef __u16 __be16;
typedef __u32 __be32;
typedef __u32 __wsum;
#endif
#endif

/* The kernel may skip saving the caller's registers around such a call (clang 20, kernel 6.13). */
#ifndef __bpf_fastcall
#if __has_attribute(bpf_fastcall)
#define __bpf_fastcall __attribute__((bpf_fastcall))
#else
#define __bpf_fastcall
#endif
#endif

struct __sk_buff;
struct bpf_dynptr;
struct bpf_fib_lookup;
struct bpf_perf_event_data;
struct bpf_perf_event_value;
struct bpf_pidns_info;
struct bpf_redir_neigh;
struct bpf_sock;
struct bpf_sock_addr;
struct bpf_sock_ops;
struct bpf_sock_tuple;
struct bpf_spin_lock;
struct bpf_sysctl;
struct bpf_tcp_sock;
struct bpf_timer;
struct bpf_tunnel_key;
struct bpf_xfrm_state;
struct btf_ptr;
struct cgroup;
struct file;
struct inode;
struct iphdr;
struct ipv6hdr;
struct linux_binprm;
struct mptcp_sock;
struct path;
struct pt_regs;
struct seq_file;
struct sk_msg_md;
struct sk_reuseport_md;
struct sockaddr;
struct socket;
struct task_struct;
struct tcp6_sock;
struct tcp_request_sock;
struct tcp_sock;
struct tcp_timewait_sock;
struct tcphdr;
struct udp6_sock;
struct unix_sock;
struct xdp_md;

/* Address of the value stored under key, or NULL. */
static void *(*const bpf_map_lookup_elem)(void *map, const void *key) = (void *)1;

/* Stores value under key; flags is one of BPF_ANY, BPF_NOEXIST, BPF_EXIST, with BPF_F_LOCK if wanted. */
static long (*const bpf_map_update_elem)(
	void *map, const void *key, const void *value, __u64 flags) = (void *)2;

/* Removes key from the map. */
static long (*const bpf_map_delete_elem)(void *map, const void *key) = (void *)3;

/* Copies size bytes from any kernel or user address; superseded by the _kernel and _user variants. */
static long (*const bpf_probe_read)(void *dst, __u32 size, const void *unsafe_ptr) = (void *)4;

/* Nanoseconds since boot, suspended time left out. */
static __u64 (*const bpf_ktime_get_ns)(void) = (void *)5;

/* Writes a line with up to three arguments to the kernel's trace pipe; see bpf_printk(). */
static long (*const bpf_trace_printk)(const char *fmt, __u32 fmt_size, ...) = (void *)6;

/* A pseudo-random number. */
static __u32 (*const bpf_get_prandom_u32)(void) = (void *)7;

/* Number of the CPU this runs on. */
__bpf_fastcall static __u32 (*const bpf_get_smp_processor_id)(void) = (void *)8;

/* Overwrites len bytes of the packet at offset; packet pointers must be checked again. */
static long (*const bpf_skb_store_bytes)(
	struct __sk_buff *skb, __u32 offset, const void *from, __u32 len, __u64 flags) = (void *)9;

/* Adjusts the network-layer checksum at offset for a changed field of size 2 or 4 bytes, or by the difference in to when size is 0. */
static long (*const bpf_l3_csum_replace)(
	struct __sk_buff *skb, __u32 offset, __u64 from, __u64 to, __u64 size) = (void *)10;

/* Adjusts the transport-layer checksum at offset; the low bits of flags hold the field's size. */
static long (*const bpf_l4_csum_replace)(
	struct __sk_buff *skb, __u32 offset, __u64 from, __u64 to, __u64 flags) = (void *)11;

/* Continues in the program at index of a prog array; returns only when it could not. */
static long (*const bpf_tail_call)(void *ctx, void *prog_array_map, __u32 index) = (void *)12;

/* Sends a copy of the packet to another interface. */
static long (*const bpf_clone_redirect)(struct __sk_buff *skb, __u32 ifindex, __u64 flags) = (void *)13;

/* Process id (tgid) in the upper half, thread id in the lower. */
static __u64 (*const bpf_get_current_pid_tgid)(void) = (void *)14;

/* Group id in the upper half, user id in the lower. */
static __u64 (*const bpf_get_current_uid_gid)(void) = (void *)15;

/* Fills buf with the NUL-terminated name of the current task. */
static long (*const bpf_get_current_comm)(void *buf, __u32 size_of_buf) = (void *)16;

/* net_cls class of the current task's cgroup (v1). */
static __u32 (*const bpf_get_cgroup_classid)(struct __sk_buff *skb) = (void *)17;

/* Adds a VLAN tag; packet pointers must be checked again. */
static long (*const bpf_skb_vlan_push)(struct __sk_buff *skb, __be16 vlan_proto, __u16 vlan_tci) = (void *)18;

/* Removes the outer VLAN tag; packet pointers must be checked again. */
static long (*const bpf_skb_vlan_pop)(struct __sk_buff *skb) = (void *)19;

/* Reads the tunnel metadata that came with the packet. */
static long (*const bpf_skb_get_tunnel_key)(
	struct __sk_buff *skb, struct bpf_tunnel_key *key, __u32 size, __u64 flags) = (void *)20;

/* Sets the tunnel metadata for a collect-metadata tunnel device. */
static long (*const bpf_skb_set_tunnel_key)(
	struct __sk_buff *skb, struct bpf_tunnel_key *key, __u32 size, __u64 flags) = (void *)21;

/* Reads the counter of a perf event array's slot; an error can't be told from a value, prefer perf_event_read_value. */
static __u64 (*const bpf_perf_event_read)(void *map, __u64 flags) = (void *)22;

/* Sends the packet to another interface once the program returns this result. */
static long (*const bpf_redirect)(__u32 ifindex, __u64 flags) = (void *)23;

/* Realm of the packet's route, or 0. */
static __u32 (*const bpf_get_route_realm)(struct __sk_buff *skb) = (void *)24;

/* Writes a record to the perf buffer of the slot in flags, usually BPF_F_CURRENT_CPU. */
static long (*const bpf_perf_event_output)(
	void *ctx, void *map, __u64 flags, void *data, __u64 size) = (void *)25;

/* Copies len bytes of the packet at offset to to. */
static long (*const bpf_skb_load_bytes)(const void *skb, __u32 offset, void *to, __u32 len) = (void *)26;

/* Records the current stack in a stack trace map and returns its id. */
static long (*const bpf_get_stackid)(void *ctx, void *map, __u64 flags) = (void *)27;

/* Checksum difference between two buffers, whose sizes are multiples of 4, on top of seed. */
static __s64 (*const bpf_csum_diff)(
	__be32 *from, __u32 from_size, __be32 *to, __u32 to_size, __wsum seed) = (void *)28;

/* Reads the tunnel's options; returns their size. */
static long (*const bpf_skb_get_tunnel_opt)(struct __sk_buff *skb, void *opt, __u32 size) = (void *)29;

/* Sets the tunnel's options. */
static long (*const bpf_skb_set_tunnel_opt)(struct __sk_buff *skb, void *opt, __u32 size) = (void *)30;

/* Turns an IPv4 packet into an IPv6 one or back; headers are left for the program to fill. */
static long (*const bpf_skb_change_proto)(struct __sk_buff *skb, __be16 proto, __u64 flags) = (void *)31;

/* Changes the packet's type, among PACKET_HOST and its kin. */
static long (*const bpf_skb_change_type)(struct __sk_buff *skb, __u32 type) = (void *)32;

/* 1 if the packet's socket belongs to the cgroup at index of the map, or below it. */
static long (*const bpf_skb_under_cgroup)(struct __sk_buff *skb, void *map, __u32 index) = (void *)33;

/* The packet's flow hash, computed if it was not known yet. */
static __u32 (*const bpf_get_hash_recalc)(struct __sk_buff *skb) = (void *)34;

/* Address of the current task_struct as a number. */
static __u64 (*const bpf_get_current_task)(void) = (void *)35;

/* Writes to the memory of the current process; for experiments only. */
static long (*const bpf_probe_write_user)(void *dst, const void *src, __u32 len) = (void *)36;

/* 1 if the current task belongs to the cgroup at index of the map, or below it. */
static long (*const bpf_current_task_under_cgroup)(void *map, __u32 index) = (void *)37;

/* Grows or trims the packet to len bytes; packet pointers must be checked again. */
static long (*const bpf_skb_change_tail)(struct __sk_buff *skb, __u32 len, __u64 flags) = (void *)38;

/* Makes the first len bytes of the packet directly readable; packet pointers must be checked again. */
static long (*const bpf_skb_pull_data)(struct __sk_buff *skb, __u32 len) = (void *)39;

/* Adds csum to the packet's checksum where the device computes it over the whole packet. */
static __s64 (*const bpf_csum_update)(struct __sk_buff *skb, __wsum csum) = (void *)40;

/* Forgets the packet's flow hash. */
static void (*const bpf_set_hash_invalid)(struct __sk_buff *skb) = (void *)41;

/* NUMA node of the CPU this runs on. */
static long (*const bpf_get_numa_node_id)(void) = (void *)42;

/* Makes room for len bytes in front of the packet; packet pointers must be checked again. */
static long (*const bpf_skb_change_head)(struct __sk_buff *skb, __u32 len, __u64 flags) = (void *)43;

/* Moves the start of the packet by delta bytes; packet pointers must be checked again. */
static long (*const bpf_xdp_adjust_head)(struct xdp_md *xdp_md, int delta) = (void *)44;

/* Copies a NUL-terminated string from any address; superseded by the _kernel and _user variants. */
static long (*const bpf_probe_read_str)(void *dst, __u32 size, const void *unsafe_ptr) = (void *)45;

/* A number that identifies the socket for as long as it lives, or 0. */
static __u64 (*const bpf_get_socket_cookie)(void *ctx) = (void *)46;

/* User id of the packet's socket, or overflowuid. */
static __u32 (*const bpf_get_socket_uid)(struct __sk_buff *skb) = (void *)47;

/* Sets the packet's flow hash. */
static long (*const bpf_set_hash)(struct __sk_buff *skb, __u32 hash) = (void *)48;

/* Sets an option of the socket, of those that the kernel lets programs set. */
static long (*const bpf_setsockopt)(
	void *bpf_socket, int level, int optname, void *optval, int optlen) = (void *)49;

/* Adds or removes room at the mode's header; packet pointers must be checked again. */
static long (*const bpf_skb_adjust_room)(
	struct __sk_buff *skb, __s32 len_diff, __u32 mode, __u64 flags) = (void *)50;

/* Sends the packet to the device, CPU or socket at key; the low bits of flags are returned if there is none. */
static long (*const bpf_redirect_map)(void *map, __u64 key, __u64 flags) = (void *)51;

/* Redirects the packet to the socket at key of a sockmap. */
static long (*const bpf_sk_redirect_map)(
	struct __sk_buff *skb, void *map, __u32 key, __u64 flags) = (void *)52;

/* Adds the socket of skops to a sockmap. */
static long (*const bpf_sock_map_update)(
	struct bpf_sock_ops *skops, void *map, void *key, __u64 flags) = (void *)53;

/* Moves the start of the metadata in front of the packet by delta bytes; packet pointers must be checked again. */
static long (*const bpf_xdp_adjust_meta)(struct xdp_md *xdp_md, int delta) = (void *)54;

/* Reads the counter of a perf event array's slot with the times that it was enabled and running. */
static long (*const bpf_perf_event_read_value)(
	void *map, __u64 flags, struct bpf_perf_event_value *buf, __u32 buf_size) = (void *)55;

/* Reads the counter of the perf event that the program is attached to. */
static long (*const bpf_perf_prog_read_value)(
	struct bpf_perf_event_data *ctx, struct bpf_perf_event_value *buf, __u32 buf_size) = (void *)56;

/* Reads an option of the socket, of those that the kernel lets programs read. */
static long (*const bpf_getsockopt)(
	void *bpf_socket, int level, int optname, void *optval, int optlen) = (void *)57;

/* Makes the probed function return rc at once; only functions marked for error injection. */
static long (*const bpf_override_return)(struct pt_regs *regs, __u64 rc) = (void *)58;

/* Chooses for which further events of this connection the program is called. */
static long (*const bpf_sock_ops_cb_flags_set)(struct bpf_sock_ops *bpf_sock, int argval) = (void *)59;

/* Redirects the message to the socket at key of a sockmap. */
static long (*const bpf_msg_redirect_map)(
	struct sk_msg_md *msg, void *map, __u32 key, __u64 flags) = (void *)60;

/* Lets the verdict hold for the next bytes of data without another call. */
static long (*const bpf_msg_apply_bytes)(struct sk_msg_md *msg, __u32 bytes) = (void *)61;

/* Delays the verdict until that many bytes have come together. */
static long (*const bpf_msg_cork_bytes)(struct sk_msg_md *msg, __u32 bytes) = (void *)62;

/* Makes the bytes from start to end of the message directly readable; data pointers must be checked again. */
static long (*const bpf_msg_pull_data)(
	struct sk_msg_md *msg, __u32 start, __u32 end, __u64 flags) = (void *)63;

/* Binds the socket to an address before it connects; the port must be 0 or free. */
static long (*const bpf_bind)(struct bpf_sock_addr *ctx, struct sockaddr *addr, int addr_len) = (void *)64;

/* Moves the end of the packet by delta bytes; packet pointers must be checked again. */
static long (*const bpf_xdp_adjust_tail)(struct xdp_md *xdp_md, int delta) = (void *)65;

/* Reads the IPsec state at index of the packet's security path. */
static long (*const bpf_skb_get_xfrm_state)(
	struct __sk_buff *skb, __u32 index, struct bpf_xfrm_state *xfrm_state, __u32 size, __u64 flags) = (void *)66;

/* Copies the current stack's addresses to buf; returns the bytes written. */
static long (*const bpf_get_stack)(void *ctx, void *buf, __u32 size, __u64 flags) = (void *)67;

/* Copies len bytes at offset from the link-layer or network header. */
static long (*const bpf_skb_load_bytes_relative)(
	const void *skb, __u32 offset, void *to, __u32 len, __u32 start_header) = (void *)68;

/* Asks the routing table; 0 on a hit, one of BPF_FIB_LKUP_RET_* if not forwarded, negative on bad arguments. */
static long (*const bpf_fib_lookup)(
	void *ctx, struct bpf_fib_lookup *params, int plen, __u32 flags) = (void *)69;

/* Adds the socket of skops to a sockhash. */
static long (*const bpf_sock_hash_update)(
	struct bpf_sock_ops *skops, void *map, void *key, __u64 flags) = (void *)70;

/* Redirects the message to the socket at key of a sockhash. */
static long (*const bpf_msg_redirect_hash)(
	struct sk_msg_md *msg, void *map, void *key, __u64 flags) = (void *)71;

/* Redirects the packet to the socket at key of a sockhash. */
static long (*const bpf_sk_redirect_hash)(
	struct __sk_buff *skb, void *map, void *key, __u64 flags) = (void *)72;

/* Puts an outer header in front of a packet at a lightweight tunnel. */
static long (*const bpf_lwt_push_encap)(struct __sk_buff *skb, __u32 type, void *hdr, __u32 len) = (void *)73;

/* Overwrites bytes of the outermost segment routing header that may be changed. */
static long (*const bpf_lwt_seg6_store_bytes)(
	struct __sk_buff *skb, __u32 offset, const void *from, __u32 len) = (void *)74;

/* Grows or shrinks the room for TLVs in the segment routing header. */
static long (*const bpf_lwt_seg6_adjust_srh)(struct __sk_buff *skb, __u32 offset, __s32 delta) = (void *)75;

/* Applies a segment routing action to the packet. */
static long (*const bpf_lwt_seg6_action)(
	struct __sk_buff *skb, __u32 action, void *param, __u32 param_len) = (void *)76;

/* Reports that the last remote control key is still held. */
static long (*const bpf_rc_repeat)(void *ctx) = (void *)77;

/* Reports a remote control key. */
static long (*const bpf_rc_keydown)(void *ctx, __u32 protocol, __u64 scancode, __u32 toggle) = (void *)78;

/* Id of the (v2) cgroup of the packet's socket. */
static __u64 (*const bpf_skb_cgroup_id)(struct __sk_buff *skb) = (void *)79;

/* Id of the current task's (v2) cgroup. */
static __u64 (*const bpf_get_current_cgroup_id)(void) = (void *)80;

/* Address of the cgroup's own value of a cgroup storage map; never NULL. */
static void *(*const bpf_get_local_storage)(void *map, __u64 flags) = (void *)81;

/* Chooses the socket of a reuseport group that gets the packet. */
static long (*const bpf_sk_select_reuseport)(
	struct sk_reuseport_md *reuse, void *map, void *key, __u64 flags) = (void *)82;

/* Id of the ancestor at a level of the packet's cgroup; level 0 is the root. */
static __u64 (*const bpf_skb_ancestor_cgroup_id)(struct __sk_buff *skb, int ancestor_level) = (void *)83;

/* Looks for a TCP socket; a socket found must be released. */
static struct bpf_sock *(*const bpf_sk_lookup_tcp)(
	void *ctx, struct bpf_sock_tuple *tuple, __u32 tuple_size, __u64 netns, __u64 flags) = (void *)84;

/* Looks for a UDP socket; a socket found must be released. */
static struct bpf_sock *(*const bpf_sk_lookup_udp)(
	void *ctx, struct bpf_sock_tuple *tuple, __u32 tuple_size, __u64 netns, __u64 flags) = (void *)85;

/* Gives back a socket that a lookup returned. */
static long (*const bpf_sk_release)(void *sock) = (void *)86;

/* Adds a value to a queue, stack or bloom filter. */
static long (*const bpf_map_push_elem)(void *map, const void *value, __u64 flags) = (void *)87;

/* Takes a value from a queue or stack. */
static long (*const bpf_map_pop_elem)(void *map, void *value) = (void *)88;

/* Reads the next value of a queue or stack without taking it, or asks a bloom filter. */
static long (*const bpf_map_peek_elem)(void *map, void *value) = (void *)89;

/* Inserts len bytes into the message at start; data pointers must be checked again. */
static long (*const bpf_msg_push_data)(
	struct sk_msg_md *msg, __u32 start, __u32 len, __u64 flags) = (void *)90;

/* Removes len bytes from the message at start; data pointers must be checked again. */
static long (*const bpf_msg_pop_data)(
	struct sk_msg_md *msg, __u32 start, __u32 len, __u64 flags) = (void *)91;

/* Reports a relative movement of a pointer. */
static long (*const bpf_rc_pointer_rel)(void *ctx, __s32 rel_x, __s32 rel_y) = (void *)92;

/* Takes the lock in a map value; no calls are allowed until it is released. */
static long (*const bpf_spin_lock)(struct bpf_spin_lock *lock) = (void *)93;

/* Releases the lock in a map value. */
static long (*const bpf_spin_unlock)(struct bpf_spin_lock *lock) = (void *)94;

/* The full socket behind sk, or NULL if there is none. */
static struct bpf_sock *(*const bpf_sk_fullsock)(struct bpf_sock *sk) = (void *)95;

/* The TCP view of sk, or NULL if it is no TCP socket. */
static struct bpf_tcp_sock *(*const bpf_tcp_sock)(struct bpf_sock *sk) = (void *)96;

/* Marks the packet as having met congestion, if its sender speaks ECN. */
static long (*const bpf_skb_ecn_set_ce)(struct __sk_buff *skb) = (void *)97;

/* The listening socket behind sk, or NULL. */
static struct bpf_sock *(*const bpf_get_listener_sock)(struct bpf_sock *sk) = (void *)98;

/* Looks for a TCP socket, which may also be a request or time-wait one; it must be released. */
static struct bpf_sock *(*const bpf_skc_lookup_tcp)(
	void *ctx, struct bpf_sock_tuple *tuple, __u32 tuple_size, __u64 netns, __u64 flags) = (void *)99;

/* 0 if the packet carries a valid SYN cookie acknowledgement for the listening socket. */
static long (*const bpf_tcp_check_syncookie)(
	void *sk, void *iph, __u32 iph_len, struct tcphdr *th, __u32 th_len) = (void *)100;

/* Copies the name of the sysctl to buf, below /proc/sys. */
static long (*const bpf_sysctl_get_name)(
	struct bpf_sysctl *ctx, char *buf, unsigned long buf_len, __u64 flags) = (void *)101;

/* Copies the sysctl's present value to buf. */
static long (*const bpf_sysctl_get_current_value)(
	struct bpf_sysctl *ctx, char *buf, unsigned long buf_len) = (void *)102;

/* Copies the value about to be written to buf. */
static long (*const bpf_sysctl_get_new_value)(
	struct bpf_sysctl *ctx, char *buf, unsigned long buf_len) = (void *)103;

/* Replaces the value about to be written. */
static long (*const bpf_sysctl_set_new_value)(
	struct bpf_sysctl *ctx, const char *buf, unsigned long buf_len) = (void *)104;

/* Parses a signed number, its base in the low bits of flags; returns the characters consumed. */
static long (*const bpf_strtol)(const char *buf, unsigned long buf_len, __u64 flags, long *res) = (void *)105;

/* Parses an unsigned number, its base in the low bits of flags; returns the characters consumed. */
static long (*const bpf_strtoul)(
	const char *buf, unsigned long buf_len, __u64 flags, unsigned long *res) = (void *)106;

/* The socket's own value of a socket storage map, made if flags has BPF_SK_STORAGE_GET_F_CREATE. */
static void *(*const bpf_sk_storage_get)(void *map, void *sk, void *value, __u64 flags) = (void *)107;

/* Deletes the socket's own value of a socket storage map. */
static long (*const bpf_sk_storage_delete)(void *map, void *sk) = (void *)108;

/* Sends a signal to the current process. */
static long (*const bpf_send_signal)(__u32 sig) = (void *)109;

/* Makes a SYN cookie for the packet: cookie in the low half, maximum segment size above it. */
static __s64 (*const bpf_tcp_gen_syncookie)(
	void *sk, void *iph, __u32 iph_len, struct tcphdr *th, __u32 th_len) = (void *)110;

/* perf_event_output for programs that hold a kernel sk_buff. */
static long (*const bpf_skb_output)(void *ctx, void *map, __u64 flags, void *data, __u64 size) = (void *)111;

/* Copies size bytes from user memory. */
static long (*const bpf_probe_read_user)(void *dst, __u32 size, const void *unsafe_ptr) = (void *)112;

/* Copies size bytes from kernel memory. */
static long (*const bpf_probe_read_kernel)(void *dst, __u32 size, const void *unsafe_ptr) = (void *)113;

/* Copies a NUL-terminated string from user memory; returns its length with the NUL. */
static long (*const bpf_probe_read_user_str)(void *dst, __u32 size, const void *unsafe_ptr) = (void *)114;

/* Copies a NUL-terminated string from kernel memory; returns its length with the NUL. */
static long (*const bpf_probe_read_kernel_str)(void *dst, __u32 size, const void *unsafe_ptr) = (void *)115;

/* Sends an acknowledgement, for congestion control programs. */
static long (*const bpf_tcp_send_ack)(void *tp, __u32 rcv_nxt) = (void *)116;

/* Sends a signal to the current thread. */
static long (*const bpf_send_signal_thread)(__u32 sig) = (void *)117;

/* The kernel's tick counter. */
static __u64 (*const bpf_jiffies64)(void) = (void *)118;

/* Copies the branch records of the perf event to buf, or tells their size. */
static long (*const bpf_read_branch_records)(
	struct bpf_perf_event_data *ctx, void *buf, __u32 size, __u64 flags) = (void *)119;

/* Process and thread id as seen in the pid namespace given by device and inode. */
static long (*const bpf_get_ns_current_pid_tgid)(
	__u64 dev, __u64 ino, struct bpf_pidns_info *nsdata, __u32 size) = (void *)120;

/* perf_event_output for programs that hold a kernel xdp_buff. */
static long (*const bpf_xdp_output)(void *ctx, void *map, __u64 flags, void *data, __u64 size) = (void *)121;

/* A number that identifies the network namespace; the initial one for a NULL context. */
static __u64 (*const bpf_get_netns_cookie)(void *ctx) = (void *)122;

/* Id of the ancestor at a level of the current task's cgroup; level 0 is the root. */
static __u64 (*const bpf_get_current_ancestor_cgroup_id)(int ancestor_level) = (void *)123;

/* Steers the packet to a socket. */
static long (*const bpf_sk_assign)(void *ctx, void *sk, __u64 flags) = (void *)124;

/* Nanoseconds since boot, suspended time counted. */
static __u64 (*const bpf_ktime_get_boot_ns)(void) = (void *)125;

/* Prints to the file that an iterator fills; see BPF_SEQ_PRINTF(). */
static long (*const bpf_seq_printf)(
	struct seq_file *m, const char *fmt, __u32 fmt_size, const void *data, __u32 data_len) = (void *)126;

/* Writes bytes to the file that an iterator fills. */
static long (*const bpf_seq_write)(struct seq_file *m, const void *data, __u32 len) = (void *)127;

/* Id of the socket's (v2) cgroup. */
static __u64 (*const bpf_sk_cgroup_id)(void *sk) = (void *)128;

/* Id of the ancestor at a level of the socket's cgroup; level 0 is the root. */
static __u64 (*const bpf_sk_ancestor_cgroup_id)(void *sk, int ancestor_level) = (void *)129;

/* Copies a record into a ring buffer. */
static long (*const bpf_ringbuf_output)(void *ringbuf, void *data, __u64 size, __u64 flags) = (void *)130;

/* Room for a record in a ring buffer, or NULL; it must be submitted or discarded. */
static void *(*const bpf_ringbuf_reserve)(void *ringbuf, __u64 size, __u64 flags) = (void *)131;

/* Publishes a reserved record. */
static void (*const bpf_ringbuf_submit)(void *data, __u64 flags) = (void *)132;

/* Drops a reserved record. */
static void (*const bpf_ringbuf_discard)(void *data, __u64 flags) = (void *)133;

/* Asks for a figure of the ring buffer, one of BPF_RB_AVAIL_DATA and its kin. */
static __u64 (*const bpf_ringbuf_query)(void *ringbuf, __u64 flags) = (void *)134;

/* Queries or changes how many checksums of the packet are known to be right. */
static long (*const bpf_csum_level)(struct __sk_buff *skb, __u64 level) = (void *)135;

/* sk as a tcp6_sock, or NULL. */
static struct tcp6_sock *(*const bpf_skc_to_tcp6_sock)(void *sk) = (void *)136;

/* sk as a tcp_sock, or NULL. */
static struct tcp_sock *(*const bpf_skc_to_tcp_sock)(void *sk) = (void *)137;

/* sk as a tcp_timewait_sock, or NULL. */
static struct tcp_timewait_sock *(*const bpf_skc_to_tcp_timewait_sock)(void *sk) = (void *)138;

/* sk as a tcp_request_sock, or NULL. */
static struct tcp_request_sock *(*const bpf_skc_to_tcp_request_sock)(void *sk) = (void *)139;

/* sk as a udp6_sock, or NULL. */
static struct udp6_sock *(*const bpf_skc_to_udp6_sock)(void *sk) = (void *)140;

/* Copies a task's stack addresses to buf; returns the bytes written. */
static long (*const bpf_get_task_stack)(
	struct task_struct *task, void *buf, __u32 size, __u64 flags) = (void *)141;

/* Copies a TCP header option, searched by its kind, to searchby_res. */
static long (*const bpf_load_hdr_opt)(
	struct bpf_sock_ops *skops, void *searchby_res, __u32 len, __u64 flags) = (void *)142;

/* Writes a TCP header option into reserved room. */
static long (*const bpf_store_hdr_opt)(
	struct bpf_sock_ops *skops, const void *from, __u32 len, __u64 flags) = (void *)143;

/* Reserves room for a TCP header option. */
static long (*const bpf_reserve_hdr_opt)(struct bpf_sock_ops *skops, __u32 len, __u64 flags) = (void *)144;

/* The inode's own value of an inode storage map, made if flags asks for it. */
static void *(*const bpf_inode_storage_get)(void *map, void *inode, void *value, __u64 flags) = (void *)145;

/* Deletes the inode's own value of an inode storage map. */
static int (*const bpf_inode_storage_delete)(void *map, void *inode) = (void *)146;

/* Writes the full name of a path to buf; returns its length with the NUL. */
static long (*const bpf_d_path)(struct path *path, char *buf, __u32 sz) = (void *)147;

/* Copies size bytes from user memory and may sleep to get them. */
static long (*const bpf_copy_from_user)(void *dst, __u32 size, const void *user_ptr) = (void *)148;

/* Prints a kernel object to a string, formatted by its BTF type. */
static long (*const bpf_snprintf_btf)(
	char *str, __u32 str_size, struct btf_ptr *ptr, __u32 btf_ptr_size, __u64 flags) = (void *)149;

/* Prints a kernel object to an iterator's file, formatted by its BTF type. */
static long (*const bpf_seq_printf_btf)(
	struct seq_file *m, struct btf_ptr *ptr, __u32 ptr_size, __u64 flags) = (void *)150;

/* net_cls class of the packet's socket (v1). */
static __u64 (*const bpf_skb_cgroup_classid)(struct __sk_buff *skb) = (void *)151;

/* Sends the packet to another interface, with the link-layer address looked up by the kernel. */
static long (*const bpf_redirect_neigh)(
	__u32 ifindex, struct bpf_redir_neigh *params, int plen, __u64 flags) = (void *)152;

/* A CPU's instance of a per-CPU kernel variable, or NULL if there is no such CPU. */
static void *(*const bpf_per_cpu_ptr)(const void *percpu_ptr, __u32 cpu) = (void *)153;

/* This CPU's instance of a per-CPU kernel variable. */
static void *(*const bpf_this_cpu_ptr)(const void *percpu_ptr) = (void *)154;

/* Sends the packet to the peer of a virtual interface, in the peer's network namespace. */
static long (*const bpf_redirect_peer)(__u32 ifindex, __u64 flags) = (void *)155;

/* The task's own value of a task storage map, made if flags asks for it. */
static void *(*const bpf_task_storage_get)(
	void *map, struct task_struct *task, void *value, __u64 flags) = (void *)156;

/* Deletes the task's own value of a task storage map. */
static long (*const bpf_task_storage_delete)(void *map, struct task_struct *task) = (void *)157;

/* The current task, typed: its members can be read directly. */
static struct task_struct *(*const bpf_get_current_task_btf)(void) = (void *)158;

/* Sets options of the program being executed. */
static long (*const bpf_bprm_opts_set)(struct linux_binprm *bprm, __u64 flags) = (void *)159;

/* Nanoseconds since boot at the last tick: cheaper, less exact. */
static __u64 (*const bpf_ktime_get_coarse_ns)(void) = (void *)160;

/* Copies the hash that IMA knows of the inode; returns the algorithm. */
static long (*const bpf_ima_inode_hash)(struct inode *inode, void *dst, __u32 size) = (void *)161;

/* The socket behind a file, or NULL. */
static struct socket *(*const bpf_sock_from_file)(struct file *file) = (void *)162;

/* Whether the packet, changed by len_diff bytes, fits the interface's MTU. */
static long (*const bpf_check_mtu)(
	void *ctx, __u32 ifindex, __u32 *mtu_len, __s32 len_diff, __u64 flags) = (void *)163;

/* Calls callback_fn for each element of the map until it returns 1; returns the number visited. */
static long (*const bpf_for_each_map_elem)(
	void *map, void *callback_fn, void *callback_ctx, __u64 flags) = (void *)164;

/* Formats into str with arguments from an array; see BPF_SNPRINTF(). */
static long (*const bpf_snprintf)(
	char *str, __u32 str_size, const char *fmt, __u64 *data, __u32 data_len) = (void *)165;

/* The bpf system call, from a program. */
static long (*const bpf_sys_bpf)(__u32 cmd, void *attr, __u32 attr_size) = (void *)166;

/* Looks up a kernel type; the BTF object's fd is in the upper half of the result. */
static long (*const bpf_btf_find_by_name_kind)(char *name, int name_sz, __u32 kind, int flags) = (void *)167;

/* Closes a file descriptor. */
static long (*const bpf_sys_close)(__u32 fd) = (void *)168;

/* Prepares a timer in a map value; the low bits of flags name its clock. */
static long (*const bpf_timer_init)(struct bpf_timer *timer, void *map, __u64 flags) = (void *)169;

/* Sets the function that the timer calls. */
static long (*const bpf_timer_set_callback)(struct bpf_timer *timer, void *callback_fn) = (void *)170;

/* Starts or moves the timer, nsecs from now, or at a time with BPF_F_TIMER_ABS. */
static long (*const bpf_timer_start)(struct bpf_timer *timer, __u64 nsecs, __u64 flags) = (void *)171;

/* Stops the timer and waits for a callback under way; 1 if it was active. */
static long (*const bpf_timer_cancel)(struct bpf_timer *timer) = (void *)172;

/* Address of the traced function. */
static __u64 (*const bpf_get_func_ip)(void *ctx) = (void *)173;

/* The number given when the program was attached. */
static __u64 (*const bpf_get_attach_cookie)(void *ctx) = (void *)174;

/* The user registers that the task saved when it entered the kernel. */
static long (*const bpf_task_pt_regs)(struct task_struct *task) = (void *)175;

/* Copies the latest branch records of this CPU to entries. */
static long (*const bpf_get_branch_snapshot)(void *entries, __u32 size, __u64 flags) = (void *)176;

/* trace_printk with any number of arguments, taken from an array; see bpf_printk(). */
static long (*const bpf_trace_vprintk)(
	const char *fmt, __u32 fmt_size, const void *data, __u32 data_len) = (void *)177;

/* sk as a unix_sock, or NULL. */
static struct unix_sock *(*const bpf_skc_to_unix_sock)(void *sk) = (void *)178;

/* Writes the address of a kernel symbol to res. */
static long (*const bpf_kallsyms_lookup_name)(
	const char *name, int name_sz, int flags, __u64 *res) = (void *)179;

/* Calls callback_fn with the memory area of the task that holds addr. */
static long (*const bpf_find_vma)(
	struct task_struct *task, __u64 addr, void *callback_fn, void *callback_ctx, __u64 flags) = (void *)180;

/* Calls callback_fn(index, callback_ctx) up to nr_loops times, until it returns 1; returns the number of calls. */
static long (*const bpf_loop)(
	__u32 nr_loops, void *callback_fn, void *callback_ctx, __u64 flags) = (void *)181;

/* Compares s1, of at most s1_sz bytes, with the constant s2. */
static long (*const bpf_strncmp)(const char *s1, __u32 s1_sz, const char *s2) = (void *)182;

/* Writes argument n (from 0) of the traced function to value. */
static long (*const bpf_get_func_arg)(void *ctx, __u32 n, __u64 *value) = (void *)183;

/* Writes the result of the traced function to value. */
static long (*const bpf_get_func_ret)(void *ctx, __u64 *value) = (void *)184;

/* Number of arguments of the traced function. */
static long (*const bpf_get_func_arg_cnt)(void *ctx) = (void *)185;

/* The result that the system call will return. */
static int (*const bpf_get_retval)(void) = (void *)186;

/* Sets the result that the system call will return. */
static int (*const bpf_set_retval)(int retval) = (void *)187;

/* Length of the whole packet, its fragments included. */
static __u64 (*const bpf_xdp_get_buff_len)(struct xdp_md *xdp_md) = (void *)188;

/* Copies len bytes at offset out of a packet that may be in fragments. */
static long (*const bpf_xdp_load_bytes)(
	struct xdp_md *xdp_md, __u32 offset, void *buf, __u32 len) = (void *)189;

/* Copies len bytes into a packet, which may be in fragments, at offset. */
static long (*const bpf_xdp_store_bytes)(
	struct xdp_md *xdp_md, __u32 offset, void *buf, __u32 len) = (void *)190;

/* Copies size bytes from another task's user memory and may sleep to get them. */
static long (*const bpf_copy_from_user_task)(
	void *dst, __u32 size, const void *user_ptr, struct task_struct *tsk, __u64 flags) = (void *)191;

/* Sets the packet's time stamp and its clock. */
static long (*const bpf_skb_set_tstamp)(struct __sk_buff *skb, __u64 tstamp, __u32 tstamp_type) = (void *)192;

/* Computes or copies IMA's hash of the file; returns the algorithm. */
static long (*const bpf_ima_file_hash)(struct file *file, void *dst, __u32 size) = (void *)193;

/* Swaps the kernel pointer in a map value; what was there must be released or stored again. */
static void *(*const bpf_kptr_xchg)(void *dst, void *ptr) = (void *)194;

/* A CPU's value under key of a per-CPU map, or NULL. */
static void *(*const bpf_map_lookup_percpu_elem)(void *map, const void *key, __u32 cpu) = (void *)195;

/* sk as an mptcp_sock, or NULL. */
static struct mptcp_sock *(*const bpf_skc_to_mptcp_sock)(void *sk) = (void *)196;

/* Makes a dynptr over a map value's memory. */
static long (*const bpf_dynptr_from_mem)(
	void *data, __u32 size, __u64 flags, struct bpf_dynptr *ptr) = (void *)197;

/* Room for a record of any size in a ring buffer; it must be submitted or discarded, failed or not. */
static long (*const bpf_ringbuf_reserve_dynptr)(
	void *ringbuf, __u32 size, __u64 flags, struct bpf_dynptr *ptr) = (void *)198;

/* Publishes a record reserved as dynptr. */
static void (*const bpf_ringbuf_submit_dynptr)(struct bpf_dynptr *ptr, __u64 flags) = (void *)199;

/* Drops a record reserved as dynptr. */
static void (*const bpf_ringbuf_discard_dynptr)(struct bpf_dynptr *ptr, __u64 flags) = (void *)200;

/* Copies len bytes at offset out of a dynptr. */
static long (*const bpf_dynptr_read)(
	void *dst, __u32 len, const struct bpf_dynptr *src, __u32 offset, __u64 flags) = (void *)201;

/* Copies len bytes into a dynptr at offset. */
static long (*const bpf_dynptr_write)(
	const struct bpf_dynptr *dst, __u32 offset, void *src, __u32 len, __u64 flags) = (void *)202;

/* Direct access to len bytes (a constant) of a dynptr, or NULL. */
static void *(*const bpf_dynptr_data)(const struct bpf_dynptr *ptr, __u32 offset, __u32 len) = (void *)203;

/* Makes a SYN cookie for an IPv4 packet without a listening socket. */
static __s64 (*const bpf_tcp_raw_gen_syncookie_ipv4)(
	struct iphdr *iph, struct tcphdr *th, __u32 th_len) = (void *)204;

/* Makes a SYN cookie for an IPv6 packet without a listening socket. */
static __s64 (*const bpf_tcp_raw_gen_syncookie_ipv6)(
	struct ipv6hdr *iph, struct tcphdr *th, __u32 th_len) = (void *)205;

/* Checks a SYN cookie of an IPv4 packet without a listening socket. */
static long (*const bpf_tcp_raw_check_syncookie_ipv4)(struct iphdr *iph, struct tcphdr *th) = (void *)206;

/* Checks a SYN cookie of an IPv6 packet without a listening socket. */
static long (*const bpf_tcp_raw_check_syncookie_ipv6)(struct ipv6hdr *iph, struct tcphdr *th) = (void *)207;

/* International atomic time in nanoseconds. */
static __u64 (*const bpf_ktime_get_tai_ns)(void) = (void *)208;

/* Calls callback_fn for each record that user space has put in the ring buffer, until it returns 1. */
static long (*const bpf_user_ringbuf_drain)(
	void *map, void *callback_fn, void *ctx, __u64 flags) = (void *)209;

/* The cgroup's own value of a cgroup storage map, made if flags asks for it. */
static void *(*const bpf_cgrp_storage_get)(
	void *map, struct cgroup *cgroup, void *value, __u64 flags) = (void *)210;

/* Deletes the cgroup's own value of a cgroup storage map. */
static long (*const bpf_cgrp_storage_delete)(void *map, struct cgroup *cgroup) = (void *)211;

#endif
