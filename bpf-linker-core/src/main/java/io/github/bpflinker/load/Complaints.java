package io.github.bpflinker.load;

import io.github.bpflinker.elf.BpfFunction;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.kernel.verifier.VerifierError;
import io.github.bpflinker.kernel.verifier.VerifierErrorReader;
import io.github.bpflinker.load.bind.BoundProgram;
import io.github.bpflinker.load.bind.Poison;
import io.github.bpflinker.load.host.ProcessRights;
import io.github.bpflinker.load.syscall.Errno;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Extracts the error of a rejected program, its location and a remedy from the verifier's log. */
final class Complaints {

    private static final String PANIC =
            "this is the endless loop of a Rust panic handler: link with --panic-exit, which"
                    + " ends the program instead";

    /**
     * A helper that the kernel does not offer, in the words of different versions. Those that lockdown withholds:
     * {@code bpf_tracing_func_proto} in {@code kernel/trace/bpf_trace.c}, {@code bpf_base_func_proto} in {@code
     * kernel/bpf/helpers.c}.
     */
    private static final Pattern WITHHELD =
            Pattern.compile("(?:unknown func|cannot use helper) bpf_probe_(?:read(?:_kernel)?(?:_str)?|write_user)#");

    private final Supplier<Optional<BpfObject>> object;
    private final Supplier<ProcessRights> rights;

    /**
     * Creates a reader for the programs of one object.
     *
     * @param object supplies the object, if it is available; called after a rejection
     * @param rights supplies the permissions of this process; called after a rejection
     */
    Complaints(Supplier<Optional<BpfObject>> object, Supplier<ProcessRights> rights) {
        this.object = object;
        this.rights = rights;
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
                .or(() -> complaint.filter(VerifierError::panic).map(error -> PANIC))
                .or(() -> lockdown(message))
                .orElseGet(() -> remedy(message));
        return new LoadProblem.ProgramRefused(
                name,
                errno,
                poison.map(Complaints::meaning).orElse(message),
                complaint.flatMap(VerifierError::location),
                hint,
                log);
    }

    private Optional<String> lockdown(String message) {
        return WITHHELD.matcher(message).find()
                ? rights.get()
                        .lockdown()
                        .map(level -> "the kernel is locked down (" + level
                                + "), so programs can't use this helper: boot without lockdown= and Secure Boot")
                : Optional.empty();
    }

    /**
     * What helps if the kernel refuses the target of a program. Source: {@code bpf_check_attach_target} and {@code
     * check_attach_btf_id} of {@code kernel/bpf/verifier.c}, Linux 6.18.
     *
     * @param complaint the last line of the log
     * @return empty if nothing is known
     */
    static String remedy(String complaint) {
        if (complaint.contains("__noreturn function")) {
            return "the function never returns and has no exit; trace its entry with fentry";
        }
        if (complaint.endsWith("is not modifiable")) {
            return "fmod_ret is for functions with error injection and for security_ hooks; use fentry or fexit to look on";
        }
        return complaint.endsWith("is not sleepable")
                ? "programs at that function can't sleep; use the section without .s"
                : "";
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
