package io.github.bpflinker.llvm.locate;

import java.util.Locale;

/** Where a libLLVM comes from, in the order in which they are preferred. */
public enum Provider {
    /** Unpacked from bytedeco's {@code llvm} jar. */
    EMBEDDED,
    /** Brought by a Rust toolchain for its own use. */
    RUSTC,
    /** Installed on the system. */
    SYSTEM,
    /** Named by the user. */
    EXPLICIT;

    /** What users call it. */
    public String optionName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
