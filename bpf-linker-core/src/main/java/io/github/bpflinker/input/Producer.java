package io.github.bpflinker.input;

import io.github.bpflinker.version.LlvmVersion;
import java.util.Optional;

/**
 * Who wrote a bitcode file.
 *
 * @param text as its identification block has it, such as {@code LLVM22.1.2-rust-1.95.0-stable}
 * @param version of its LLVM; absent for one that numbers its releases otherwise, such as Apple's
 */
public record Producer(String text, Optional<LlvmVersion> version) {

    private static final String LLVM = "LLVM";

    /** Reads the version out of {@code text}. */
    public static Producer of(String text) {
        Optional<LlvmVersion> version =
                text.startsWith(LLVM) ? LlvmVersion.parse(text.substring(LLVM.length())) : Optional.empty();
        return new Producer(text, version);
    }
}
