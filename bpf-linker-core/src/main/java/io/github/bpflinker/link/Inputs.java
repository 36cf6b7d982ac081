package io.github.bpflinker.link;

import io.github.bpflinker.input.InputContent;
import io.github.bpflinker.input.InputReader;
import io.github.bpflinker.input.LlvmRequirements;
import io.github.bpflinker.llvm.locate.Requirement;
import java.util.List;

/**
 * The inputs of a link, read.
 *
 * @param contents what each is, in the order of the request
 */
record Inputs(List<InputContent> contents) {

    Inputs {
        contents = List.copyOf(contents);
    }

    static Inputs read(LinkRequest request) {
        return new Inputs(request.inputs().stream().map(InputReader::read).toList());
    }

    /** What the inputs, archive members included, ask of the LLVM that is to read them. */
    List<Requirement> requirements() {
        return LlvmRequirements.of(contents);
    }
}
