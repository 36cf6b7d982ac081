package io.github.bpflinker.kernel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the running kernel can do with BPF, and what this process may ask of it.
 *
 * @param release what {@code uname -r} prints; empty if this is not Linux
 * @param hasBtf whether it describes its types, which CO-RE and {@code vmlinux.h} need
 * @param hasBpfFileSystem whether the BPF file system is mounted at {@code /sys/fs/bpf}
 * @param mayLoad whether this process may load programs of every type (CAP_SYS_ADMIN, or CAP_BPF since Linux 5.8)
 * @param bpftool the program that loads them
 */
public record KernelAbilities(
        Optional<String> release, boolean hasBtf, boolean hasBpfFileSystem, boolean mayLoad, Optional<Path> bpftool) {

    /** include/uapi/linux/capability.h. */
    private static final long CAP_SYS_ADMIN = 1L << 21;

    private static final long CAP_BPF = 1L << 39;
    private static final int HEXADECIMAL = 16;
    private static final Pattern EFFECTIVE = Pattern.compile("CapEff:\\s*(\\p{XDigit}{1,16})");

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
                read(root.resolve("proc/self/status"))
                        .map(KernelAbilities::mayLoad)
                        .orElse(false),
                loader.bpftool());
    }

    private static boolean mayLoad(String status) {
        Matcher effective = EFFECTIVE.matcher(status);
        if (!effective.find()) {
            return false;
        }
        long capabilities = Long.parseUnsignedLong(effective.group(1), HEXADECIMAL);
        return (capabilities & (CAP_SYS_ADMIN | CAP_BPF)) != 0;
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
