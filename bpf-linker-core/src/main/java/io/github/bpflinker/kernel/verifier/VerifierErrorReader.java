package io.github.bpflinker.kernel.verifier;

import io.github.bpflinker.btf.BtfFile;
import io.github.bpflinker.diagnostic.SourceLocation;
import io.github.bpflinker.elf.BpfFunction;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.kernel.requirements.ProgramLayout;
import io.github.bpflinker.kernel.requirements.UseSite;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Extracts the error of a rejected program and its location from the verifier's log. */
public final class VerifierErrorReader {

    private static final int MOST_LINES = 12;

    /** {@code infinite loop detected at insn 7}, {@code back-edge from insn 5 to 2}, {@code unreachable insn 2}. */
    private static final Pattern NUMBER = Pattern.compile("\\binsn (\\d{1,9})\\b");

    /** Errors that concern the whole program, reported after its last instruction. */
    private static final Pattern WHOLE =
            Pattern.compile("combined stack size .*|the call stack of .*|tail_calls are not allowed when .*");

    private final BpfObject object;
    private final Optional<BtfFile> btf;
    private final SourceComments comments;

    /** For programs of that object. */
    public VerifierErrorReader(BpfObject object) {
        this.object = object;
        this.btf = object.btfSize() == 0 ? Optional.empty() : Optional.of(BtfFile.read(object.file(), null));
        this.comments = new SourceComments(btf.flatMap(BtfFile::ext));
    }

    /**
     * Reads the error of a program.
     *
     * @param log the verifier's log of the program
     * @param loader the loader's message about the program, if any
     * @return empty if both are empty
     */
    public Optional<VerifierError> read(List<String> log, Optional<String> loader, BpfFunction program) {
        VerifierExplanation.Split split = VerifierExplanation.split(log);
        List<String> plain = split.plain().stream()
                .filter(line -> !line.isBlank() && !VerifierStatistics.isStatistics(line))
                .toList();
        int at = last(plain, VerifierLogLine::isComplaint);
        Optional<String> message = at >= 0
                ? Optional.of(plain.get(at))
                : split.report().map(VerifierExplanation::headline).or(() -> loader);
        List<String> said = at >= 0 ? plain.subList(0, at + 1) : plain;
        return message.map(text -> {
            Optional<UseSite> place = place(text, said, program);
            Optional<SourceLocation> location = split.report()
                    .flatMap(VerifierExplanation::at)
                    .map(where -> comments.resolve(where.file(), where.line(), where.column(), program))
                    .or(() -> location(text, said, place, program));
            List<String> lines = new ArrayList<>(excerpt(said));
            split.report().ifPresent(report -> lines.addAll(report.explanation()));
            String source = location.map(comments::textOf).orElse("");
            return new VerifierError(text, lines, location, RustPanicLoop.isOne(text, place, source));
        });
    }

    /** The last error message in a log; empty if there is none. */
    public static Optional<String> message(List<String> log) {
        VerifierExplanation.Split split = VerifierExplanation.split(log);
        int at = last(split.plain(), VerifierLogLine::isComplaint);
        return at >= 0 ? Optional.of(split.plain().get(at)) : split.report().map(VerifierExplanation::headline);
    }

    /** The number of the last instruction that a log shows. */
    public static OptionalLong lastInstruction(List<String> log) {
        int at = last(log, line -> VerifierLogLine.instruction(line).isPresent());
        return at < 0 ? OptionalLong.empty() : VerifierLogLine.instruction(log.get(at));
    }

    /** The error for a verification that timed out; the verifier follows loops iteration by iteration. */
    public VerifierError unfinished(long seconds, BpfFunction program) {
        ProgramLayout layout = ProgramLayout.of(object, btf, program);
        return new VerifierError(
                "the verifier did not finish within " + seconds
                        + " s: it follows every iteration of a loop; reduce"
                        + " the number of iterations, or use bpf_loop (Linux 5.17), whose body is verified once",
                List.of(),
                LoopSearch.firstIn(layout, object).or(() -> start(layout)),
                false);
    }

    private static Optional<SourceLocation> start(ProgramLayout layout) {
        return layout.at(0).flatMap(place -> Optional.ofNullable(place.location()));
    }

    private static int last(List<String> lines, Predicate<String> wanted) {
        int at = lines.size() - 1;
        while (at >= 0 && !wanted.test(lines.get(at))) {
            at--;
        }
        return at;
    }

    private static List<String> excerpt(List<String> said) {
        int source = last(said, VerifierLogLine::isSource);
        int instruction = last(said, line -> VerifierLogLine.instruction(line).isPresent());
        int from = source >= 0 ? source : Math.max(instruction, 0);
        return said.subList(Math.max(from, said.size() - MOST_LINES), said.size());
    }

    /** The instruction in the message or, without one, the last instruction in the log. */
    private Optional<UseSite> place(String message, List<String> said, BpfFunction program) {
        ProgramLayout layout = ProgramLayout.of(object, btf, program);
        if (WHOLE.matcher(message).matches()) {
            return layout.at(0);
        }
        Matcher number = NUMBER.matcher(message);
        if (number.find()) {
            return layout.at(Long.parseLong(number.group(1)));
        }
        int at = last(said, line -> VerifierLogLine.instruction(line).isPresent());
        OptionalLong instruction = at < 0 ? OptionalLong.empty() : VerifierLogLine.instruction(said.get(at));
        return instruction.isPresent() ? layout.at(instruction.getAsLong()) : Optional.empty();
    }

    private Optional<SourceLocation> location(
            String message, List<String> said, Optional<UseSite> place, BpfFunction program) {
        Optional<SourceLocation> ofInstruction = place.flatMap(found -> Optional.ofNullable(found.location()));
        if (WHOLE.matcher(message).matches() || NUMBER.matcher(message).find()) {
            return ofInstruction;
        }
        int source = last(said, VerifierLogLine::isSource);
        if (source < 0
                || ofInstruction.filter(line -> !comments.isClosingBrace(line)).isPresent()) {
            return ofInstruction;
        }
        // The line that the kernel quotes is more useful than the end of a function.
        return comments.find(said.get(source), program).or(() -> ofInstruction);
    }
}
