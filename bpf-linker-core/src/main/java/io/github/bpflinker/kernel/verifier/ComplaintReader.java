package io.github.bpflinker.kernel.verifier;

import io.github.bpflinker.SourceLocation;
import io.github.bpflinker.btf.BtfExt;
import io.github.bpflinker.btf.BtfExt.LineInfo;
import io.github.bpflinker.btf.BtfFile;
import io.github.bpflinker.elf.BpfFunction;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.elf.Instruction;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds what a refused program did wrong, and where: the kernel names only the base name of a file, the object all. */
final class ComplaintReader {

    private static final int MOST_LINES = 12;

    /** {@code ; return x; @ file.c:10}; before Linux 6.8 without the place. */
    private static final Pattern SOURCE = Pattern.compile("; (.*?)(?: @ (.+):(\\d{1,9}))?");

    private static final Pattern INSTRUCTION = Pattern.compile("(\\d{1,9}): \\(\\p{XDigit}{2}\\) .*");

    private final Optional<BtfExt> lines;

    ComplaintReader(BpfObject object) {
        this.lines = object.btfSize() == 0
                ? Optional.empty()
                : BtfFile.read(object.file(), null).ext();
    }

    /** Empty if there is no log to read. */
    Optional<Complaint> read(List<String> log, BpfFunction program) {
        List<String> text = log.stream()
                .filter(line -> !line.isBlank() && !VerifierStatistics.isStatistics(line))
                .toList();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        int source = last(SOURCE, text);
        int instruction = last(INSTRUCTION, text);
        int from = source >= 0 ? source : Math.max(instruction, 0);
        from = Math.max(from, text.size() - MOST_LINES);
        Optional<SourceLocation> location = source < 0 ? Optional.empty() : bySource(text.get(source), program);
        if (location.isEmpty() && instruction >= 0) {
            location = byInstruction(text.get(instruction), program);
        }
        return Optional.of(new Complaint(text.get(text.size() - 1), text.subList(from, text.size()), location));
    }

    private static int last(Pattern pattern, List<String> text) {
        int at = text.size() - 1;
        while (at >= 0 && !pattern.matcher(text.get(at)).matches()) {
            at--;
        }
        return at;
    }

    private Optional<SourceLocation> bySource(String comment, BpfFunction program) {
        Matcher matcher = SOURCE.matcher(comment);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String text = matcher.group(1);
        String file = matcher.group(2);
        if (file == null) {
            return entries(program)
                    .filter(line -> line.text().strip().equals(text))
                    .findFirst()
                    .map(ComplaintReader::location);
        }
        int number = Integer.parseInt(matcher.group(3));
        return entries(program)
                .filter(line -> line.line() == number && isNamed(line.file(), file))
                .findFirst()
                .map(ComplaintReader::location)
                .or(() -> Optional.of(new SourceLocation(file, number, 0)));
    }

    private static boolean isNamed(String path, String name) {
        return path.equals(name) || path.endsWith("/" + name);
    }

    /** Behind the program's own instructions there are those of the functions that it calls, joined by the loader. */
    private Optional<SourceLocation> byInstruction(String line, BpfFunction program) {
        Matcher matcher = INSTRUCTION.matcher(line);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long number = Long.parseLong(matcher.group(1));
        if (number >= program.instructions()) {
            return Optional.empty();
        }
        long offset = program.offset() + number * Instruction.SIZE;
        return of(program)
                .filter(entry -> entry.offset() >= program.offset() && entry.offset() <= offset && entry.line() > 0)
                .reduce((before, after) -> after.offset() >= before.offset() ? after : before)
                .map(ComplaintReader::location);
    }

    /** Those of the program's section first: another one may have the same source line. */
    private Stream<LineInfo> entries(BpfFunction program) {
        return Stream.concat(
                        of(program),
                        lines.stream()
                                .flatMap(ext -> ext.lines().stream())
                                .flatMap(section -> section.entries().stream()))
                .filter(entry -> entry.line() > 0);
    }

    private Stream<LineInfo> of(BpfFunction program) {
        return lines.stream()
                .flatMap(ext -> ext.lines().stream())
                .filter(section -> section.name().equals(program.section().name()))
                .flatMap(section -> section.entries().stream());
    }

    private static SourceLocation location(LineInfo line) {
        return new SourceLocation(line.file(), line.line(), line.column());
    }
}
