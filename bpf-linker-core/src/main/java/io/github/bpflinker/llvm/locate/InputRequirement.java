package io.github.bpflinker.llvm.locate;

import io.github.bpflinker.diagnostic.WrittenBy;
import io.github.bpflinker.version.LlvmVersion;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The LLVM version that an input requires.
 *
 * @param input the name of the input in messages
 * @param producerText the producer as recorded, such as {@code LLVM22.1.2-rust-1.95.0-stable}; empty if there is none
 * @param version the version in {@code producerText}; empty if there is none, as in IR text
 */
public record InputRequirement(String input, String producerText, Optional<LlvmVersion> version) {

    /** The producer as payload of diagnostics; null if it is not known. */
    @Nullable
    WrittenBy writtenBy() {
        return producerText.isEmpty() ? null : new WrittenBy(producerText, version.orElse(null));
    }
}
