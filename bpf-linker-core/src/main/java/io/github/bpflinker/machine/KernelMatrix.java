package io.github.bpflinker.machine;

import io.github.bpflinker.file.SystemReason;
import io.github.bpflinker.json.JsonException;
import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.json.JsonValue.JsonObject;
import io.github.bpflinker.llvm.locate.CacheFolder;
import io.github.bpflinker.llvm.locate.LlvmEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What several kernels say about the programs of objects.
 *
 * @param columns one for each kernel, in the order in which they were named
 */
public record KernelMatrix(List<Column> columns) {

    private static final String MAIN = "io.github.bpflinker.cli.Main";
    private static final String FOLDER = "/objects/";
    private static final long LIMIT_SECONDS = 600;
    private static final long SECONDS_TO_END = 10;

    public KernelMatrix {
        columns = List.copyOf(columns);
    }

    /**
     * The answers of a kernel.
     *
     * @param image its image
     * @param release as {@code uname -r} prints it
     * @param milliseconds the time that it took; 0 if the answers were remembered
     * @param objects for each object, by name, what {@code bpf-linker load --json} says; ordered by name
     */
    public record Column(Path image, String release, long milliseconds, Map<String, JsonValue> objects) {

        public Column {
            objects = Collections.unmodifiableMap(new TreeMap<>(objects));
        }
    }

    /**
     * What kernels are asked about.
     *
     * @param program empty for the object as a whole
     */
    public record Row(String object, String program) {

        /** The object and, if there is one, the program. */
        @Override
        public String toString() {
            return program.isEmpty() ? object : object + " " + program;
        }
    }

    /**
     * A program that a kernel does not accept.
     *
     * @param program empty if the object was refused as a whole
     * @param place file and line of the source; empty if it is not known
     */
    public record Refusal(String release, String object, String program, String message, Optional<String> place) {}

    /**
     * Loads objects into kernels, several at the same time as processors allow. Answers are kept in the user's cache.
     *
     * @param images kernel images, or folders with one
     * @param objects the content of each, by name
     * @throws MachineException if a kernel can't be started or does not come to its end
     */
    public static KernelMatrix load(List<Path> images, Map<String, byte[]> objects) {
        try {
            Path cache = CacheFolder.of(LlvmEnvironment.ofSystem()).folder("kernels");
            List<KernelImage> kernels = images.stream().map(KernelImage::of).toList();
            return of(new VirtualMachine(cache, LIMIT_SECONDS), kernels, objects);
        } catch (IOException e) {
            throw new MachineException("the cache can't be used: " + SystemReason.of(e), e);
        }
    }

    static KernelMatrix of(VirtualMachine machine, List<KernelImage> images, Map<String, byte[]> objects) {
        int processors = Runtime.getRuntime().availableProcessors();
        ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, Math.min(images.size(), processors)));
        try {
            List<Future<Column>> started = new ArrayList<>();
            images.forEach(image -> started.add(pool.submit(() -> column(machine, image, objects))));
            List<Column> columns = new ArrayList<>();
            for (Future<Column> column : started) {
                columns.add(column.get());
            }
            return new KernelMatrix(columns);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MachineException("interrupted", e);
        } finally {
            end(pool);
        }
    }

    /** Interrupts the machines that still run, and waits until qemu and their folders are gone. */
    private static void end(ExecutorService pool) {
        pool.shutdownNow();
        boolean interrupted = Thread.interrupted();
        try {
            pool.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** In the machine an object is named by its number, since its name can have any characters. */
    private static Column column(VirtualMachine machine, KernelImage image, Map<String, byte[]> objects) {
        List<String> names = List.copyOf(objects.keySet());
        Map<String, byte[]> files = new TreeMap<>();
        List<String> arguments = new ArrayList<>(List.of("load", "--json"));
        for (int i = 0; i < names.size(); i++) {
            files.put(FOLDER + i, Objects.requireNonNull(objects.get(names.get(i))));
            arguments.add(FOLDER + i);
        }
        VirtualMachine.Answer answer = machine.run(image, MAIN, arguments, files);
        List<JsonValue> verdicts = verdicts(answer, names);
        Map<String, JsonValue> byName = new TreeMap<>();
        for (int i = 0; i < names.size(); i++) {
            byName.put(names.get(i), named(verdicts.get(i), names.get(i)));
        }
        return new Column(image.file(), answer.release(), answer.milliseconds(), byName);
    }

    private static Optional<List<JsonValue>> parsed(String line) {
        try {
            return JsonValue.parse(line).asList();
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    /** What the machine's {@code bpf-linker load --json} printed: a line with the verdict on each object, in their order. */
    static List<JsonValue> verdicts(VirtualMachine.Answer answer, List<String> names) {
        // Lines of the kernel's log and of the JVM can begin with a bracket, too.
        for (String line :
                answer.output().lines().filter(each -> each.startsWith("[")).toList()) {
            Optional<List<JsonValue>> verdicts = parsed(line)
                    .filter(values -> values.size() == names.size())
                    .filter(values -> values.stream()
                            .allMatch(each -> each.member("verdict").isPresent()));
            if (verdicts.isPresent()) {
                return verdicts.get();
            }
        }
        String end = Pattern.compile(FOLDER + "(\\d+)")
                .matcher(HostTools.tail(answer.output()))
                .replaceAll(file -> Matcher.quoteReplacement(name(file, names)));
        throw new MachineException("Linux " + answer.release() + " printed no answer: " + end);
    }

    private static String name(MatchResult file, List<String> names) {
        int number = Integer.parseInt(file.group(1));
        return number < names.size() ? names.get(number) : file.group();
    }

    private static JsonValue named(JsonValue verdict, String name) {
        if (!(verdict instanceof JsonObject object)) {
            return verdict;
        }
        Map<String, JsonValue> members = new LinkedHashMap<>(object.members());
        members.put("file", JsonValue.of(name));
        return new JsonObject(members);
    }

    /** Whether every kernel accepts every object, whatever it says about programs that are loaded only on request. */
    public boolean isAccepted() {
        return refusals().isEmpty();
    }

    /** The programs; an object without any stands for itself. */
    public List<Row> rows() {
        Set<Row> rows = new LinkedHashSet<>();
        for (Column column : columns) {
            column.objects().forEach((name, object) -> {
                List<Row> programs = programs(object).stream()
                        .map(program -> new Row(name, text(program, "name")))
                        .toList();
                rows.addAll(programs.isEmpty() ? List.of(new Row(name, "")) : programs);
            });
        }
        return List.copyOf(rows);
    }

    /** What a kernel says about a row: {@code accepted}, {@code refused}, {@code not-reached}, {@code skipped}. */
    public static String cell(Column column, Row row) {
        JsonValue object = column.objects().get(row.object());
        if (object == null) {
            return "-";
        }
        return programs(object).stream()
                .filter(program -> text(program, "name").equals(row.program()))
                .map(program -> text(program, "verdict"))
                .findFirst()
                .orElse(text(object, "verdict"));
    }

    /** The refusals, kernel by kernel, without those of programs that are loaded only on request. */
    public List<Refusal> refusals() {
        List<Refusal> found = new ArrayList<>();
        for (Column column : columns) {
            column.objects().forEach((name, object) -> found.addAll(refusals(column.release(), name, object)));
        }
        return List.copyOf(found);
    }

    private static List<Refusal> refusals(String release, String name, JsonValue object) {
        String reason = text(object, "reason");
        List<Refusal> found = new ArrayList<>();
        for (JsonValue program : programs(object)) {
            if (text(program, "verdict").equals("refused") && !isOptional(program)) {
                Optional<String> place = program.member("line")
                        .flatMap(JsonValue::asLong)
                        .map(line -> text(program, "source") + ":" + line);
                String message = text(program, "message");
                found.add(
                        new Refusal(release, name, text(program, "name"), message.isEmpty() ? reason : message, place));
            }
        }
        if (found.isEmpty() && !text(object, "verdict").equals("accepted")) {
            found.add(new Refusal(release, name, "", reason, Optional.empty()));
        }
        return found;
    }

    private static boolean isOptional(JsonValue program) {
        return program.member("optional").filter(JsonValue.of(true)::equals).isPresent();
    }

    private static List<JsonValue> programs(JsonValue object) {
        return object.member("programs").flatMap(JsonValue::asList).orElse(List.of());
    }

    private static String text(JsonValue object, String member) {
        return object.member(member).flatMap(JsonValue::asText).orElse("");
    }

    /** The matrix as JSON, an array with an object for each kernel. */
    public JsonValue toJson() {
        List<JsonValue> all = new ArrayList<>();
        for (Column column : columns) {
            Map<String, JsonValue> members = new LinkedHashMap<>();
            members.put("kernel", JsonValue.of(column.release()));
            members.put("image", JsonValue.of(column.image().toString()));
            members.put("milliseconds", JsonValue.of(column.milliseconds()));
            members.put("objects", new JsonObject(column.objects()));
            all.add(new JsonObject(members));
        }
        return JsonValue.of(all);
    }
}
