package io.github.bpflinker.llvm.locate;

import java.util.Locale;

/**
 * The operating system and processor that this process runs on.
 *
 * @param os the operating system
 * @param arch the processor, as bytedeco's classifiers call it: {@code x86_64}, {@code arm64} …
 */
public record HostPlatform(Os os, String arch) {

    /** Operating systems with different library directories and names. */
    public enum Os {
        LINUX,
        MACOSX,
        WINDOWS
    }

    /** From the system properties {@code os.name} and {@code os.arch}; an unknown system is treated as Linux. */
    public static HostPlatform of(String osName, String osArch) {
        String name = osName.toLowerCase(Locale.ROOT);
        Os os = Os.LINUX;
        if (name.startsWith("mac")) {
            os = Os.MACOSX;
        } else if (name.startsWith("windows")) {
            os = Os.WINDOWS;
        }
        String arch =
                switch (osArch) {
                    case "amd64", "x86-64" -> "x86_64";
                    case "aarch64" -> "arm64";
                    default -> osArch;
                };
        return new HostPlatform(os, arch);
    }

    /** The classifier of bytedeco's natives for this host, such as {@code linux-x86_64}. */
    public String classifier() {
        return os.name().toLowerCase(Locale.ROOT) + "-" + arch;
    }

    /** The name of Debian's library folder, such as {@code x86_64-linux-gnu}. */
    String multiarch() {
        String processor =
                switch (arch) {
                    case "arm64" -> "aarch64";
                    case "ppc64le" -> "powerpc64le";
                    default -> arch;
                };
        return processor + "-linux-gnu";
    }

    boolean isLinux() {
        return os == Os.LINUX;
    }

    boolean isMac() {
        return os == Os.MACOSX;
    }

    boolean isWindows() {
        return os == Os.WINDOWS;
    }
}
