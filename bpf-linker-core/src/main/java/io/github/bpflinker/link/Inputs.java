package io.github.bpflinker.link;

import io.github.bpflinker.Diagnostic;
import io.github.bpflinker.LinkException;
import io.github.bpflinker.Problem;
import io.github.bpflinker.input.Archive;
import io.github.bpflinker.input.ArchiveMember;
import io.github.bpflinker.input.InputContent;
import io.github.bpflinker.input.InputReader;
import io.github.bpflinker.input.ModuleInput;
import io.github.bpflinker.input.ModuleSource;
import io.github.bpflinker.input.Producer;
import io.github.bpflinker.input.SymbolObject;
import io.github.bpflinker.llvm.locate.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        List<Requirement> requirements = new ArrayList<>();
        for (InputContent content : contents) {
            if (content instanceof ModuleInput input) {
                input.modules().forEach(module -> requirements.add(requirement(module)));
            } else if (content instanceof Archive archive) {
                for (ArchiveMember member : archive.members()) {
                    if (member.content().orElse(null) instanceof ModuleInput input) {
                        input.modules().forEach(module -> requirements.add(requirement(module)));
                    }
                }
            }
        }
        return requirements;
    }

    private static Requirement requirement(ModuleSource module) {
        Optional<Producer> producer = module.producer();
        return new Requirement(
                module.name(), producer.map(Producer::text).orElse(""), producer.flatMap(Producer::version));
    }
}
