package io.github.bpflinker.llvm.locate;

import io.github.bpflinker.version.LlvmVersion;
import java.util.Optional;

/**
 * What one input needs of the LLVM that is to read it.
 *
 * @param input what messages call the input
 * @param producerText who wrote it, word for word, such as {@code LLVM22.1.2-rust-1.95.0-stable}; empty if it does not
 *     say
 * @param version the version in {@code producerText}; empty if there is none, as in IR text
 */
public record InputRequirement(String input, String producerText, Optional<LlvmVersion> version) {}
