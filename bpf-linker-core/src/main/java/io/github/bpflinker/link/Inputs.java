package io.github.bpflinker.link;

import io.github.bpflinker.Diagnostic;
import io.github.bpflinker.LinkException;
import io.github.bpflinker.Problem;
import io.github.bpflinker.input.InputContent;
import io.github.bpflinker.input.InputReader;
import io.github.bpflinker.input.LlvmRequirements;
import io.github.bpflinker.input.SymbolObject;
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
        return new Inputs(request.inputs().stream()
                .map(InputReader::read)
                .peek(Inputs::refuseCode)
                .toList());
    }

    /** An object that was compiled to machine code already; rustc's list of symbols is one that defines nothing. */
    private static void refuseCode(InputContent content) {
        if (content instanceof SymbolObject object && object.defines()) {
            throw new LinkException(
                    Diagnostic.error(Problem.INPUT_WITHOUT_BITCODE).withInput(object.name()));
        }
    }

    /** What the inputs, archive members included, ask of the LLVM that is to read them. */
    List<Requirement> requirements() {
        return LlvmRequirements.of(contents);
    }
}
