package io.github.bpflinker.option;

import java.util.Locale;
import java.util.Optional;

/** The BPF CPUs of LLVM, in ascending order of features, as of LLVM 22.1.8 ({@code llc -march=bpf -mcpu=help}). */
public enum Cpu implements NamedValue {
    /** The newest CPU that a function of the inputs was compiled for, {@link #V1} if there is none. */
    GENERIC,
    /** The oldest. */
    V1,
    /** With jumps on less-than: Linux 4.14. */
    V2,
    /** With 32-bit jumps: Linux 5.1. */
    V3,
    /** With signed division and loads, and far jumps: Linux 6.6. */
    V4,
    /** The features of the kernel of this machine. */
    PROBE;

    @Override
    public String optionName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The CPU with that name; empty if there is none. */
    public static Optional<Cpu> ofOptionName(String name) {
        for (Cpu cpu : values()) {
            if (cpu.optionName().equals(name)) {
                return Optional.of(cpu);
            }
        }
        return Optional.empty();
    }
}
