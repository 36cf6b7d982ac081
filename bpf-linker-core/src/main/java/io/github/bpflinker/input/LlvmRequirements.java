package io.github.bpflinker.input;

import io.github.bpflinker.llvm.locate.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What inputs ask of the LLVM that is to read them. */
public final class LlvmRequirements {

    private LlvmRequirements() {}

    /** One for each module, those in archives included. */
    public static List<Requirement> of(List<InputContent> inputs) {
        List<Requirement> requirements = new ArrayList<>();
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

    private static void add(InputContent content, List<Requirement> requirements) {
        if (content instanceof ModuleInput input) {
            input.modules().forEach(module -> requirements.add(requirement(module)));
        }
    }

    private static Requirement requirement(ModuleSource module) {
        Optional<Producer> producer = module.producer();
        return new Requirement(
                module.name(), producer.map(Producer::text).orElse(""), producer.flatMap(Producer::version));
    }
}
