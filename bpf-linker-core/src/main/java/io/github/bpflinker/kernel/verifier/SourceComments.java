package io.github.bpflinker.kernel.verifier;

import io.github.bpflinker.btf.BtfExt;
import io.github.bpflinker.btf.BtfExt.LineInfo;
import io.github.bpflinker.diagnostic.SourceLocation;
import io.github.bpflinker.elf.BpfFunction;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** Finds the source lines that the verifier's log quotes: the kernel names only the last part of a file's path. */
final class SourceComments {

    private final Optional<BtfExt> ext;

    SourceComments(Optional<BtfExt> ext) {
        this.ext = ext;
    }

    /** The line of a comment such as {@code ; return x; @ file.c:10}, or of one without place, by its text. */
    Optional<SourceLocation> find(String comment, BpfFunction program) {
        Matcher matcher = LogLine.SOURCE.matcher(comment);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String text = matcher.group(1);
        String file = matcher.group(2);
        if (file == null) {
            return entries(program)
                    .filter(line -> line.text().strip().equals(text))
                    .findFirst()
                    .map(SourceComments::location);
        }
        return Optional.of(resolve(file, Integer.parseInt(matcher.group(3)), 0, program));
    }

    /** That line with the whole path of its file, if the object has it; else as the kernel names it. */
    SourceLocation resolve(String file, int number, int column, BpfFunction program) {
        return entries(program)
                .filter(line -> line.line() == number && isNamed(line.file(), file))
                .findFirst()
                .map(line -> new SourceLocation(line.file(), number, column > 0 ? column : line.column()))
                .orElse(new SourceLocation(file, number, column));
    }

    /** The text of a line; empty if the compiler could not read it. */
    String textOf(SourceLocation location) {
        return lines().flatMap(section -> section.entries().stream())
                .filter(line -> line.line() == location.line() && line.file().equals(location.file()))
                .map(line -> line.text().strip())
                .findFirst()
                .orElse("");
    }

    /** Whether nothing is in that line but the end of a block. */
    boolean isClosingBrace(SourceLocation location) {
        return textOf(location).equals("}");
    }

    private static boolean isNamed(String path, String name) {
        return path.equals(name) || path.endsWith("/" + name);
    }

    /** Those of the program's section first: another one may have the same source line. */
    private Stream<LineInfo> entries(BpfFunction program) {
        return Stream.concat(
                        lines().filter(section ->
                                section.name().equals(program.section().name())),
                        lines())
                .flatMap(section -> section.entries().stream())
                .filter(entry -> entry.line() > 0);
    }

    private Stream<BtfExt.Section<LineInfo>> lines() {
        return ext.stream().flatMap(found -> found.lines().stream());
    }

    private static SourceLocation location(LineInfo line) {
        return new SourceLocation(line.file(), line.line(), line.column());
    }
}
