/* SPDX-License-Identifier: Apache-2.0 */
/*
 * glibc on x86-64 takes the BPF target for a 32-bit machine and asks for this file, which only
 * multilib packages have. Empty, it lets programs include those installed headers that include
 * glibc's, such as linux/icmp.h.
 */
