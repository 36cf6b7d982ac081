/*
 * SPDX-License-Identifier: Apache-2.0
 *
 * Empty on purpose. glibc's <features.h> takes BPF for 32-bit x86 and wants this file, which a 64-bit system does not
 * have unless packages for 32 bits are installed; without it <stdint.h> and its like do not compile.
 */
