package io.github.bpflinker.load.host;

import io.github.bpflinker.diagnostic.UnsupportedPlatformException;
import io.github.bpflinker.load.syscall.Architecture;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Properties of the running kernel and this process that can be determined without system calls of BPF.
 *
 * @param release the output of {@code uname -r}; empty on other systems than Linux
 * @param unsupported the reason for which programs can't be loaded on this machine; empty if they can
 * @param hasBtf whether the kernel has BTF, which CO-RE and {@code vmlinux.h} need
 * @param hasBpfFileSystem whether the BPF file system is mounted at {@code /sys/fs/bpf}, which pins need
 * @param mayLoad whether this process may load programs (CAP_SYS_ADMIN, or CAP_BPF since Linux 5.8)
 */
public record KernelAbilities(
        Optional<String> release,
        Optional<String> unsupported,
        boolean hasBtf,
        boolean hasBpfFileSystem,
        boolean mayLoad) {

    /** The path of the kernel's BTF. */
    public static final Path KERNEL_BTF = Path.of("/sys/kernel/btf/vmlinux");

    private static final String BPF_FILE_SYSTEM = " /sys/fs/bpf bpf ";

    /** The properties of this machine and process. */
    public static KernelAbilities ofSystem() {
        return of(Path.of("/"));
    }

    /** @param root the parent directory of {@code proc} and {@code sys} */
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
            // The file does not exist on other systems.
            return Optional.empty();
        }
    }
}
