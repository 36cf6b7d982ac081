package io.github.bpflinker.load.inventory;

/**
 * What the kernel says about BTF that was loaded: {@code struct bpf_btf_info}.
 *
 * @param id by which the kernel knows it, from 1 (Linux 4.18)
 * @param name {@code vmlinux}, that of a module, or empty for that of an application (Linux 5.11)
 * @param size in bytes
 * @param kernel whether it describes the kernel or a module
 */
public record BtfInfo(int id, String name, int size, boolean kernel) {}
