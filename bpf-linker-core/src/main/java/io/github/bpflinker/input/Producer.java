package io.github.bpflinker.input;

import io.github.bpflinker.diagnostic.WrittenBy;
import io.github.bpflinker.version.LlvmVersion;
import java.util.Optional;

/**
 * The producer of a bitcode file.
 *
 * @param text the text of the identification block, such as {@code LLVM22.1.2-rust-1.95.0-stable}
 * @param version the version of its LLVM; absent for producers with other version numbers, such as Apple's
 */
public record Producer(String text, Optional<LlvmVersion> version) {

    private static final String LLVM = "LLVM";

    /** Parses the version in {@code text}. */
    public static Producer of(String text) {
        Optional<LlvmVersion> version =
                text.startsWith(LLVM) ? LlvmVersion.parse(text.substring(LLVM.length())) : Optional.empty();
        return new Producer(text, version);
    }

    /** As findings carry it. */
    public WrittenBy asPayload() {
        return new WrittenBy(text, version.orElse(null));
    }
}
