package io.github.bpflinker.maven.c;

import java.util.Optional;

/** The processor architecture of tracing programs, as in libbpf's macros {@code __TARGET_ARCH_x86} etc. */
public enum TargetArch {
    X86("x86"),
    ARM64("arm64"),
    ARM("arm"),
    S390("s390"),
    POWERPC("powerpc"),
    RISCV("riscv"),
    LOONGARCH("loongarch"),
    MIPS("mips"),
    SPARC("sparc"),
    ARC("arc");

    private final String text;

    TargetArch(String text) {
        this.text = text;
    }

    /** The suffix of libbpf's macro. */
    public String text() {
        return text;
    }

    public static Optional<TargetArch> parse(String text) {
        for (TargetArch arch : values()) {
            if (arch.text.equals(text)) {
                return Optional.of(arch);
            }
        }
        return Optional.empty();
    }

    /** The architecture for a value of {@code os.arch}; x86 for an unknown one. */
    public static TargetArch ofHost(String osArch) {
        return switch (osArch) {
            case "aarch64", "arm64" -> ARM64;
            case "arm", "armv7l" -> ARM;
            case "s390x" -> S390;
            case "ppc64", "ppc64le" -> POWERPC;
            case "riscv64" -> RISCV;
            case "loongarch64" -> LOONGARCH;
            default -> X86;
        };
    }
}
