package io.github.bpflinker.cli;

import io.github.bpflinker.Input;
import io.github.bpflinker.input.Archive;
import io.github.bpflinker.input.ArchiveMember;
import io.github.bpflinker.input.InputContent;
import io.github.bpflinker.input.InputReader;
import io.github.bpflinker.input.ModuleInput;
import io.github.bpflinker.input.ModuleSource;
import io.github.bpflinker.input.Producer;
import io.github.bpflinker.llvm.locate.Requirement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Who wrote the modules of some inputs. */
final class Producers {

    private Producers() {}

    /** One for each module, those in archives included. */
    static List<Requirement> of(List<String> inputs) {
        List<Requirement> requirements = new ArrayList<>();
        for (String input : inputs) {
            InputContent content = InputReader.read(Input.of(Path.of(input)));
            add(content, requirements);
            if (content instanceof Archive archive) {
                for (ArchiveMember member : archive.members()) {
                    member.content().ifPresent(inner -> add(inner, requirements));
                }
            }
        }
        return requirements;
    }

    private static void add(InputContent content, List<Requirement> requirements) {
        if (content instanceof ModuleInput modules) {
            for (ModuleSource module : modules.modules()) {
                requirements.add(new Requirement(
                        module.name(),
                        module.producer().map(Producer::text).orElse(""),
                        module.producer().flatMap(Producer::version)));
            }
        }
    }
}
