package io.github.bpflinker.load;

import io.github.bpflinker.elf.BpfFunction;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.kernel.verifier.VerifierError;
import io.github.bpflinker.kernel.verifier.VerifierErrorReader;
import io.github.bpflinker.load.bind.BoundProgram;
import io.github.bpflinker.load.bind.Poison;
import io.github.bpflinker.load.syscall.Errno;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;

/** Extracts the error of a rejected program, its location and a remedy from the verifier's log. */
final class Complaints {

    private static final String PANIC =
            "this is the endless loop of a Rust panic handler: link with --panic-exit, which"
                    + " ends the program instead";

    private final Supplier<Optional<BpfObject>> object;

    /** @param object supplies the object of the programs, if it is available; called after a rejection */
    Complaints(Supplier<Optional<BpfObject>> object) {
        this.object = object;
    }

    LoadProblem.ProgramRefused read(BoundProgram program, int errno, List<String> log) {
        String name = program.plan().name();
        Optional<VerifierError> complaint = object.get().flatMap(file -> function(file, name)
                .flatMap(function -> new VerifierErrorReader(file).read(log, Optional.empty(), function)));
        String message = complaint
                .map(VerifierError::message)
                .or(() -> VerifierErrorReader.message(log))
                .orElse(Errno.describe(errno));
        Optional<Poison> poison = poison(program, log);
        String hint = poison.map(Complaints::hint)
                .orElse(complaint.filter(VerifierError::panic).isPresent() ? PANIC : "");
        return new LoadProblem.ProgramRefused(
                name,
                errno,
                poison.map(Complaints::meaning).orElse(message),
                complaint.flatMap(VerifierError::location),
                hint,
                log);
    }

    private static Optional<BpfFunction> function(BpfObject file, String name) {
        return file.programs().stream()
                .filter(function -> function.name().equals(name))
                .findFirst();
    }

    /** The poisoned instruction that caused the error, if there is one. */
    private static Optional<Poison> poison(BoundProgram program, List<String> log) {
        OptionalLong at = VerifierErrorReader.lastInstruction(log);
        return program.poison().stream()
                .filter(poison -> at.isPresent() && poison.at() == at.getAsLong())
                .findFirst();
    }

    private static String meaning(Poison poison) {
        if (poison instanceof Poison.MissingTarget target) {
            return "it needs " + target.relocation() + ", which this kernel does not have";
        }
        return poison instanceof Poison.MissingMap map
                ? "it uses map '" + map.map() + "', which is not made"
                : "it calls kernel function '" + ((Poison.MissingFunction) poison).function()
                        + "', which this kernel does not have";
    }

    private static String hint(Poison poison) {
        if (poison instanceof Poison.MissingTarget) {
            return "ask for it with bpf_core_field_exists or bpf_core_type_exists before using it";
        }
        return poison instanceof Poison.MissingMap
                ? "let the map be made, or do not use it in programs that are loaded"
                : "ask for it with bpf_ksym_exists before calling it";
    }
}
