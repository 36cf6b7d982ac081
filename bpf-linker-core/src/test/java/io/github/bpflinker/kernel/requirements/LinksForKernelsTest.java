package io.github.bpflinker.kernel.requirements;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.cli.Main;
import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.machine.KernelMatrix;
import io.github.bpflinker.testing.JavaVm;
import io.github.bpflinker.testing.Tool;
import io.github.bpflinker.version.KernelVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A link for a kernel keeps its promise in both directions: what it writes, that kernel loads, and what it refuses, that kernel
 * refuses, too. The sources are those of {@link CraftedCase}.
 *
 * <p>{@code -Dbpf.kernels=5.10=kernels/5.10,7.1=kernels/7.1} takes other kernels than those of Debian 12 and 13, {@code
 * -Dbpf.kernels.sources=FOLDER} further sources with such directives; {@code CPATH} names the folders of their headers.
 */
class LinksForKernelsTest {

    private static final String ERROR = "error: ";
    private static final Pattern WITH_LINE = Pattern.compile(".*\\.c:\\d+(?::\\d+)?: " + ERROR + ".*");

    @TempDir
    private Path folder;

    /** A release and an image of it. */
    private record Kernel(String release, Path image) {

        @Override
        public String toString() {
            return release;
        }
    }

    /** How a link ended. */
    private record Link(CraftedCase source, boolean succeeded, String output, Path object) {}

    static Stream<Kernel> kernels() {
        String chosen = System.getProperty("bpf.kernels", "");
        return chosen.isEmpty()
                ? Stream.of(
                        new Kernel("6.1", JavaVm.image(JavaVm.DEBIAN_12)),
                        new Kernel("6.12", JavaVm.image(JavaVm.DEBIAN_13)))
                : Stream.of(chosen.split(",", -1))
                        .map(kernel -> kernel.split("=", 2))
                        .map(parts -> new Kernel(parts[0], Path.of(parts[1])));
    }

    private static List<CraftedCase> sources() throws IOException {
        List<CraftedCase> all = new ArrayList<>(CraftedCase.all().toList());
        String more = System.getProperty("bpf.kernels.sources", "");
        if (!more.isEmpty()) {
            try (Stream<Path> files = Files.list(Path.of(more))) {
                files.sorted().map(CraftedCase::new).forEach(all::add);
            }
        }
        return all.stream()
                .filter(source -> source.source().toString().endsWith(".c"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("kernels")
    void whatIsLinkedLoadsAndWhatIsRefusedDoesNot(Kernel kernel) throws IOException {
        Tool.CLANG_22.require();
        KernelVersion version = KernelVersion.parse(kernel.release()).orElseThrow();
        List<CraftedCase> sources =
                sources().stream().filter(source -> source.loadsIn(version)).toList();
        List<Link> links = link(kernel, sources);
        Map<String, byte[]> objects = new LinkedHashMap<>();
        for (Link link : links) {
            Path object = link.succeeded() ? link.object() : link.source().compile(folder);
            objects.put(link.source().toString(), Files.readAllBytes(object));
        }

        KernelMatrix.Column answers =
                KernelMatrix.load(List.of(kernel.image()), objects).columns().get(0);

        Map<String, String> broken = new TreeMap<>();
        for (Link link : links) {
            String name = link.source().toString();
            JsonValue answer = Objects.requireNonNull(answers.objects().get(name));
            boolean accepted = answer.member("verdict").equals(Optional.of(JsonValue.of("accepted")));
            if (accepted != link.succeeded()) {
                broken.put(name, link.output() + "\n" + answer);
            }
        }
        assertThat(broken).as("Linux %s", answers.release()).isEmpty();
        assertThat(links).filteredOn(link -> !link.succeeded()).isNotEmpty().allSatisfy(link -> assertThat(
                        link.output().lines().filter(line -> line.contains(ERROR)))
                .isNotEmpty()
                .allMatch(WITH_LINE.asMatchPredicate()));
    }

    /** One worker links all: LLVM is loaded once. */
    private List<Link> link(Kernel kernel, List<CraftedCase> sources) throws IOException {
        StringBuilder requests = new StringBuilder();
        List<Path> objects = new ArrayList<>();
        for (CraftedCase source : sources) {
            Path bitcode = source.compile(folder, source + ".bc", "-emit-llvm");
            Path object = folder.resolve(source + ".linked.o");
            objects.add(object);
            List<JsonValue> arguments = Stream.of(
                            "--kernel", kernel.release(), "--btf", "-o", object.toString(), bitcode.toString())
                    .map(JsonValue::of)
                    .toList();
            Map<String, JsonValue> request = new LinkedHashMap<>();
            request.put("arguments", JsonValue.of(arguments));
            request.put("requestId", JsonValue.of(objects.size()));
            requests.append(new JsonValue.JsonObject(request)).append('\n');
        }
        List<JsonValue> answers = work(requests.toString());
        List<Link> links = new ArrayList<>();
        for (int i = 0; i < sources.size(); i++) {
            long number = i + 1L;
            JsonValue answer = answers.stream()
                    .filter(each ->
                            each.member("requestId").flatMap(JsonValue::asLong).equals(Optional.of(number)))
                    .findFirst()
                    .orElseThrow();
            boolean succeeded =
                    answer.member("exitCode").flatMap(JsonValue::asLong).orElse(0L) == 0;
            String output = answer.member("output").flatMap(JsonValue::asText).orElse("");
            links.add(new Link(sources.get(i), succeeded, output, objects.get(i)));
        }
        return links;
    }

    private List<JsonValue> work(String requests) throws IOException {
        Path input = Files.writeString(folder.resolve("requests"), requests);
        Path output = folder.resolve("answers");
        Process worker = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "--persistent_worker")
                .redirectInput(input.toFile())
                .redirectOutput(output.toFile())
                .redirectError(folder.resolve("log").toFile())
                .start();
        try {
            assertThat(worker.waitFor())
                    .as(Files.readString(folder.resolve("log")))
                    .isZero();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        } finally {
            worker.destroy();
        }
        return Files.readAllLines(output, StandardCharsets.UTF_8).stream()
                .map(JsonValue::parse)
                .toList();
    }
}
