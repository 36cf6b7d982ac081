package io.github.bpflinker.link;

import io.github.bpflinker.diagnostic.Diagnostic;
import io.github.bpflinker.diagnostic.LinkException;
import io.github.bpflinker.diagnostic.Problem;
import io.github.bpflinker.diagnostic.Severity;
import io.github.bpflinker.input.Archive;
import io.github.bpflinker.input.CompiledObject;
import io.github.bpflinker.input.Input;
import io.github.bpflinker.input.InputContent;
import io.github.bpflinker.input.InputReader;
import io.github.bpflinker.input.ObjectWithoutBitcode;
import io.github.bpflinker.llvm.locate.InputRequirement;
import io.github.bpflinker.llvm.locate.InputRequirements;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The inputs of a link after reading.
 *
 * @param contents the content of each input, in the order of the request
 * @param warnings warnings about ignored inputs
 */
record Inputs(List<InputContent> contents, List<Diagnostic> warnings) {

    Inputs {
        contents = List.copyOf(contents);
        warnings = List.copyOf(warnings);
    }

    /**
     * Reads the inputs of a request. Objects of other machines are ignored if there are other inputs.
     *
     * @throws LinkException if an input can't be read, or none can be linked
     */
    static Inputs read(LinkRequest request) {
        List<InputContent> contents = new ArrayList<>();
        List<Diagnostic> skipped = new ArrayList<>();
        for (Input input : request.inputs()) {
            readIfLinkable(input)
                    .ifPresentOrElse(
                            contents::add,
                            () -> skipped.add(Diagnostic.warning(Problem.INPUT_WITHOUT_BITCODE)
                                    .withInput(input.name())));
        }
        if (!skipped.isEmpty() && contents.stream().allMatch(ObjectWithoutBitcode.class::isInstance)) {
            throw new LinkException(
                    skipped.stream()
                            .map(warning -> warning.withSeverity(Severity.ERROR))
                            .toList(),
                    null);
        }
        return new Inputs(contents, skipped);
    }

    /**
     * Reads an input; empty for an object with code of another machine. rustc's list of required symbols is an object
     * without definitions.
     */
    private static Optional<InputContent> readIfLinkable(Input input) {
        try {
            return Optional.of(InputReader.read(input))
                    .filter(content -> !(content instanceof ObjectWithoutBitcode object && object.defines()));
        } catch (LinkException e) {
            if (e.diagnostic().problem() == Problem.INPUT_WITHOUT_BITCODE) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Whether there may be bitcode: as an input, or in an archive. */
    boolean needLlvm() {
        boolean onlyObjects = contents.stream().anyMatch(Inputs::hasCompiledObject);
        return !onlyObjects || !requirements().isEmpty();
    }

    private static boolean hasCompiledObject(InputContent content) {
        return content instanceof CompiledObject
                || (content instanceof Archive archive
                        && archive.members().stream().anyMatch(member -> member.content()
                                .filter(CompiledObject.class::isInstance)
                                .isPresent()));
    }

    /** The LLVM versions that the inputs require, including archive members. */
    List<InputRequirement> requirements() {
        return InputRequirements.of(contents);
    }
}
