package io.github.bpflinker.load.host;

import io.github.bpflinker.load.syscall.Architecture;
import io.github.bpflinker.load.syscall.UnsupportedPlatformException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What can be told of the running kernel and this process without asking the kernel for anything.
 *
 * @param release what {@code uname -r} prints; empty if this is not Linux
 * @param unsupported why programs can't be loaded from this machine at all; empty if they can
 * @param hasBtf whether it describes its types, which CO-RE and {@code vmlinux.h} need
 * @param hasBpfFileSystem whether the BPF file system is mounted at {@code /sys/fs/bpf}, which pins need
 * @param mayLoad whether this process may load programs (CAP_SYS_ADMIN, or CAP_BPF since Linux 5.8)
 */
public record KernelAbilities(
        Optional<String> release,
        Optional<String> unsupported,
        boolean hasBtf,
        boolean hasBpfFileSystem,
        boolean mayLoad) {

    /** Where the kernel describes its types. */
    public static final Path KERNEL_BTF = Path.of("/sys/kernel/btf/vmlinux");

    private static final String BPF_FILE_SYSTEM = " /sys/fs/bpf bpf ";

    /** Those of this machine and process. */
    public static KernelAbilities ofSystem() {
        return of(Path.of("/"));
    }

    /** @param root the folder in which {@code proc} and {@code sys} lie */
    static KernelAbilities of(Path root) {
        return new KernelAbilities(
                read(root.resolve("proc/sys/kernel/osrelease")).map(String::strip),
                unsupportedPlatform(),
                Files.isReadable(root.resolve("sys/kernel/btf/vmlinux")),
                read(root.resolve("proc/self/mounts"))
                        .map(mounts -> mounts.contains(BPF_FILE_SYSTEM))
                        .orElse(false),
                ProcessRights.of(root).mayLoad());
    }

    private static Optional<String> unsupportedPlatform() {
        try {
            Architecture.ofSystem();
            return Optional.empty();
        } catch (UnsupportedPlatformException e) {
            return Optional.ofNullable(e.getMessage());
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
