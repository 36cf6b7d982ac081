package io.github.bpflinker.load.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.elf.BpfFunction;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.kernel.verifier.VerifierError;
import io.github.bpflinker.kernel.verifier.VerifierErrorReader;
import io.github.bpflinker.load.verify.ProgramVerdict.Verdict;
import io.github.bpflinker.testing.Command;
import io.github.bpflinker.testing.Tool;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What kernels said about programs that they refuse is read alike. In the folder {@code verifier}: the programs, what
 * each kernel printed ({@code linux-RELEASE.log}, as libbpf 1.8 passed it on), and the complaint and line that are to be
 * found in it ({@code expected.tsv}). A program more is a file more, and a line more in each of the others.
 */
class VerifierLogsTest {

    private static final Path FOLDER = Path.of("src/test/resources/verifier").toAbsolutePath();
    private static final String HEAD = "=== ";
    private static final int SECONDS = 60;

    @TempDir
    private static Path objects;

    /** How a kernel answered. */
    private record Answer(String verdict, String log) {}

    @BeforeAll
    static void compile() throws IOException {
        List<String> command = new ArrayList<>(List.of(Tool.CLANG_22.require().toString()));
        command.addAll(List.of("--target=bpf", "-O2", "-g", "-c"));
        try (Stream<Path> files = Files.list(FOLDER)) {
            files.map(Path::toString).filter(file -> file.endsWith(".c")).forEach(command::add);
        }
        Command.run(objects, command).orFail();
    }

    private static Map<String, Answer> answers(String release) throws IOException {
        Map<String, Answer> answers = new LinkedHashMap<>();
        String text = Files.readString(FOLDER.resolve("linux-" + release + ".log"), StandardCharsets.ISO_8859_1);
        for (String part : text.split("(?m)^" + HEAD, -1)) {
            int end = part.indexOf('\n');
            if (end > 0) {
                String[] head = part.substring(0, end).split(" ", -1);
                answers.put(head[0], new Answer(head[1], part.substring(end + 1)));
            }
        }
        return answers;
    }

    /** The line {@code program line message} of each refused program. */
    private static List<String> expected(String release) throws IOException {
        return Files.readAllLines(FOLDER.resolve("expected.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .filter(row ->
                        row[1].equals("*") || List.of(row[1].split(",", -1)).contains(release))
                .map(row -> row[0] + " " + row[2] + " " + row[3])
                .toList();
    }

    private static List<ProgramVerdict> read(String program, Answer answer) throws IOException {
        Path file = objects.resolve(program + ".o");
        BpfObject object = BpfObject.read(file.toString(), ByteBuffer.wrap(Files.readAllBytes(file)));
        BpfFunction refused = refused(object, LibbpfLog.parse(answer.log()));
        LoadResult result = answer.verdict().equals("unfinished")
                ? new LoadResult.Unfinished(refused.name(), SECONDS)
                : refusal(object, refused, LibbpfLog.parse(answer.log()));
        return new ProgramVerdicts(object, Trial.required(), result).all();
    }

    /** The one that libbpf names; the only one if it names none. */
    private static BpfFunction refused(BpfObject object, LibbpfLog log) {
        return object.programs().stream()
                .filter(program -> log.refused().isEmpty() || log.refused().contains(program.name()))
                .findFirst()
                .orElseThrow();
    }

    private static LoadResult refusal(BpfObject object, BpfFunction program, LibbpfLog log) {
        List<String> lines = log.of(program.name());
        VerifierError error = new VerifierErrorReader(object)
                .read(lines, log.loaderReason(program.name()), program)
                .orElseThrow();
        return new LoadResult.Refused(Optional.of(program.name()), error.message(), lines);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.10", "6.1", "6.12", "6.16", "6.18", "7.0", "7.1", "7.3"})
    void findsTheComplaintAndItsLine(String release) throws IOException {
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, Answer> answer : answers(release).entrySet()) {
            if (answer.getValue().verdict().equals("accepted")) {
                continue;
            }
            for (ProgramVerdict verdict : read(answer.getKey(), answer.getValue())) {
                if (verdict.verdict() == Verdict.REFUSED) {
                    VerifierError complaint = verdict.complaint().orElseThrow();
                    found.add(answer.getKey() + " "
                            + complaint.location().orElseThrow().line() + " " + complaint.message());
                }
            }
        }
        assertThat(found).containsExactlyInAnyOrderElementsOf(expected(release));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5.10", "6.1", "6.12", "6.16", "6.18", "7.0", "7.1", "7.3"})
    void quotesWhatTheVerifierSaidLast(String release) throws IOException {
        for (Map.Entry<String, Answer> answer : answers(release).entrySet()) {
            if (answer.getValue().verdict().equals("refused")) {
                for (ProgramVerdict verdict : read(answer.getKey(), answer.getValue())) {
                    verdict.complaint().ifPresent(complaint -> {
                        assertThat(complaint.lines()).contains(complaint.message());
                        assertThat(complaint.lines()).noneMatch(line -> line.contains(" state: "));
                        assertThat(verdict.statistics().processed()).isPresent();
                    });
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"context-as-map", "packet-unchecked", "socket-kept"})
    void keepsTheExplanationOfANewKernelBehindTheComplaint(String program) throws IOException {
        Answer answer = Objects.requireNonNull(answers("7.3").get(program));
        VerifierError complaint = read(program, answer).get(0).complaint().orElseThrow();
        assertThat(complaint
                        .lines()
                        .subList(complaint.lines().size() - 2, complaint.lines().size()))
                .satisfiesExactly(
                        reason -> assertThat(reason).startsWith("Reason: "),
                        suggestion -> assertThat(suggestion).startsWith("Suggestion: "));
    }
}
