package io.github.bpflinker.diagnostic;

import io.github.bpflinker.version.LlvmVersion;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote the bitcode that a finding is about.
 *
 * @param producer as the identification block has it, such as {@code LLVM22.1.2-rust-1.95.0-stable}
 * @param version of its LLVM; null for a producer that numbers its releases otherwise
 */
public record WrittenBy(String producer, @Nullable LlvmVersion version) implements Payload {
    @Override
    public Kind kind() {
        return Kind.WRITTEN_BY;
    }
}
