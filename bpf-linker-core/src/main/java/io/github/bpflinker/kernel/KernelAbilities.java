package io.github.bpflinker.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What the running kernel can do with BPF, and what this process may ask of it.
 *
 * @param release what {@code uname -r} prints; empty if this is not Linux
 * @param hasBtf whether it describes its types, which CO-RE and {@code vmlinux.h} need
 * @param hasBpfFileSystem whether the BPF file system is mounted at {@code /sys/fs/bpf}
 * @param mayLoad whether this process may load programs (CAP_SYS_ADMIN, or CAP_BPF since Linux 5.8)
 * @param bpftool the program that loads them
 */
public record KernelAbilities(
        Optional<String> release, boolean hasBtf, boolean hasBpfFileSystem, boolean mayLoad, Optional<Path> bpftool) {

    /** Where the kernel describes its types. */
    public static final Path KERNEL_BTF = Path.of("/sys/kernel/btf/vmlinux");

    /** Those of this machine and process. */
    public static KernelAbilities ofSystem() {
        return of(Path.of("/"), KernelLoader.ofSystem());
    }

    /** @param root the folder in which {@code proc} and {@code sys} lie */
    static KernelAbilities of(Path root, KernelLoader loader) {
        return new KernelAbilities(
                read(root.resolve("proc/sys/kernel/osrelease")).map(String::strip),
                Files.isReadable(root.resolve("sys/kernel/btf/vmlinux")),
                isMounted(loader),
                ProcessRights.of(root).mayLoad(),
                loader.bpftool());
    }

    private static boolean isMounted(KernelLoader loader) {
        try {
            return loader.isMounted();
        } catch (IOException e) {
            return false;
        }
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            // No such file on other systems.
            return Optional.empty();
        }
    }
}
