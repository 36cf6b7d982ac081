package io.github.bpflinker.option;

import java.util.Locale;

/** The origins of a libLLVM, in the order of preference. */
public enum Provider {
    /** Unpacked from bytedeco's {@code llvm} jar. */
    EMBEDDED,
    /** Part of a Rust toolchain. */
    RUSTC,
    /** Installed on the system. */
    SYSTEM,
    /** Specified by the user. */
    EXPLICIT;

    /** Its name on the command line. */
    public String optionName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
