package io.github.bpflinker.llvm.locate;

import io.github.bpflinker.input.Archive;
import io.github.bpflinker.input.ArchiveMember;
import io.github.bpflinker.input.InputContent;
import io.github.bpflinker.input.ModuleInput;
import io.github.bpflinker.input.ModuleSource;
import io.github.bpflinker.input.Producer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Determines the LLVM versions that inputs require. */
public final class InputRequirements {

    private InputRequirements() {}

    /** Returns one requirement for each module, including those in archives. */
    public static List<InputRequirement> of(List<InputContent> inputs) {
        List<InputRequirement> requirements = new ArrayList<>();
        for (InputContent input : inputs) {
            add(input, requirements);
            if (input instanceof Archive archive) {
                for (ArchiveMember member : archive.members()) {
                    member.content().ifPresent(content -> add(content, requirements));
                }
            }
        }
        return requirements;
    }

    private static void add(InputContent content, List<InputRequirement> requirements) {
        if (content instanceof ModuleInput input) {
            input.modules().forEach(module -> requirements.add(requirement(module)));
        }
    }

    private static InputRequirement requirement(ModuleSource module) {
        Optional<Producer> producer = module.producer();
        return new InputRequirement(
                module.name(), producer.map(Producer::text).orElse(""), producer.flatMap(Producer::version));
    }
}
