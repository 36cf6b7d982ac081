package io.github.bpflinker.diagnostic;

import io.github.bpflinker.version.LlvmVersion;
import org.jspecify.annotations.Nullable;

/**
 * The producer of the bitcode that a diagnostic is about.
 *
 * @param producer the text of the identification block, such as {@code LLVM22.1.2-rust-1.95.0-stable}
 * @param version the version of its LLVM; null for producers with other version numbers
 */
public record WrittenBy(String producer, @Nullable LlvmVersion version) implements Payload {
    @Override
    public Kind kind() {
        return Kind.WRITTEN_BY;
    }
}
