package io.github.bpflinker.load.syscall;

import io.github.bpflinker.diagnostic.UnsupportedPlatformException;
import java.nio.ByteOrder;
import java.util.Locale;

/**
 * The supported architectures, with the numbers of system calls without a C library function.
 *
 * <p>Source: {@code arch/x86/entry/syscalls/syscall_64.tbl} and {@code include/uapi/asm-generic/unistd.h} of Linux
 * 6.18.
 */
public enum Architecture {
    X86_64(321, 186, 234),
    AARCH64(280, 178, 131);

    private final int bpf;
    private final int gettid;
    private final int tgkill;

    Architecture(int bpf, int gettid, int tgkill) {
        this.bpf = bpf;
        this.gettid = gettid;
        this.tgkill = tgkill;
    }

    /** The number of bpf(2). */
    int bpf() {
        return bpf;
    }

    /** The number of gettid(2), for which old C libraries have no function. */
    int gettid() {
        return gettid;
    }

    /** The number of tgkill(2). */
    int tgkill() {
        return tgkill;
    }

    /**
     * The architecture of this JVM.
     *
     * @throws UnsupportedPlatformException if this platform is not supported
     */
    public static Architecture ofSystem() {
        return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""), ByteOrder.nativeOrder());
    }

    /**
     * The architecture for values of the JVM's system properties.
     *
     * @throws UnsupportedPlatformException if the platform is not supported
     */
    static Architecture of(String system, String machine, ByteOrder order) {
        if (!system.toLowerCase(Locale.ROOT).equals("linux")) {
            throw new UnsupportedPlatformException("BPF programs are loaded into Linux, and this is " + system
                    + "; planning and linking work here, loading needs a Linux machine");
        }
        if (order.equals(ByteOrder.BIG_ENDIAN)) {
            throw new UnsupportedPlatformException("loading is not supported on big-endian machines such as this one ("
                    + machine + "); load the object with another loader there");
        }
        return switch (machine) {
            case "amd64", "x86_64" -> X86_64;
            case "aarch64", "arm64" -> AARCH64;
            default ->
                throw new UnsupportedPlatformException(
                        "loading is supported on x86-64 and aarch64, and this JVM is for " + machine
                                + "; start a 64-bit JVM, or load the object with another loader");
        };
    }
}
