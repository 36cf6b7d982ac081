package io.github.bpflinker.maven.link;

import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.input.Archive;
import io.github.bpflinker.input.ArchiveMember;
import io.github.bpflinker.input.Input;
import io.github.bpflinker.input.InputContent;
import io.github.bpflinker.input.InputReader;
import io.github.bpflinker.input.ModuleInput;
import io.github.bpflinker.input.Producer;
import io.github.bpflinker.version.LlvmVersion;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Checks whether the embedded LLVM is new enough for the inputs, to avoid downloading natives that can't read them. */
final class EmbeddedLlvmFit {

    private EmbeddedLlvmFit() {}

    static boolean reads(String llvm, List<Path> inputs) {
        Optional<LlvmVersion> version = LlvmVersion.parse(llvm);
        return version.isPresent() && inputs.stream().allMatch(input -> reads(version.get(), input));
    }

    private static boolean reads(LlvmVersion version, Path input) {
        try {
            InputContent content = InputReader.read(Input.of(input));
            if (content instanceof Archive archive) {
                for (ArchiveMember member : archive.members()) {
                    if (!member.content().map(inner -> reads(version, inner)).orElse(true)) {
                        return false;
                    }
                }
                return true;
            }
            return reads(version, content);
        } catch (LinkException e) {
            return false;
        }
    }

    private static boolean reads(LlvmVersion version, InputContent content) {
        return !(content instanceof ModuleInput modules)
                || modules.modules().stream().allMatch(module -> module.producer()
                        .flatMap(Producer::version)
                        .map(version::isAtLeast)
                        .orElse(true));
    }
}
