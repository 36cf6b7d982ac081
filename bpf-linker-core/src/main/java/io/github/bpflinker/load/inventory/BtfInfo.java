package io.github.bpflinker.load.inventory;

/**
 * Information of the kernel about loaded BTF: {@code struct bpf_btf_info}.
 *
 * @param id its id in the kernel, from 1 (Linux 4.18)
 * @param name {@code vmlinux}, the name of a module, or empty for BTF of an application (Linux 5.11)
 * @param size in bytes
 * @param kernel whether it describes the kernel or a module
 */
public record BtfInfo(int id, String name, int size, boolean kernel) {}
