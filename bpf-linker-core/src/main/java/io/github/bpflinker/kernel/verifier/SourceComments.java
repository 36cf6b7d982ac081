package io.github.bpflinker.kernel.verifier;

import io.github.bpflinker.btf.BtfExt;
import io.github.bpflinker.btf.BtfExt.LineInfo;
import io.github.bpflinker.diagnostic.SourceLocation;
import io.github.bpflinker.elf.BpfFunction;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.stream.Stream;

/** Resolves the source lines that the verifier's log quotes. The kernel prints file names without directories. */
final class SourceComments {

    private final Optional<BtfExt> ext;

    SourceComments(Optional<BtfExt> ext) {
        this.ext = ext;
    }

    /**
     * The location of a comment such as {@code ; return x; @ file.c:10}; without file and line, it is found by its
     * text.
     */
    Optional<SourceLocation> find(String comment, BpfFunction program) {
        Matcher matcher = VerifierLogLine.SOURCE.matcher(comment);
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

    /**
     * The location with the full path from the object's line information, or with the kernel's file name if there is
     * none.
     */
    SourceLocation resolve(String file, int number, int column, BpfFunction program) {
        return entries(program)
                .filter(line -> line.line() == number && isNamed(line.file(), file))
                .findFirst()
                .map(line -> new SourceLocation(line.file(), number, column > 0 ? column : line.column()))
                .orElse(new SourceLocation(file, number, column));
    }

    /** The text of a source line; empty if the compiler could not read it. */
    String textOf(SourceLocation location) {
        return lines().flatMap(section -> section.entries().stream())
                .filter(line -> line.line() == location.line() && line.file().equals(location.file()))
                .map(line -> line.text().strip())
                .findFirst()
                .orElse("");
    }

    /** Whether the line contains only a closing brace. */
    boolean isClosingBrace(SourceLocation location) {
        return textOf(location).equals("}");
    }

    private static boolean isNamed(String path, String name) {
        return path.equals(name) || path.endsWith("/" + name);
    }

    /** The entries of the program's section first, because other sections can contain the same source line. */
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
