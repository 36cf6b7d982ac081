package io.github.bpflinker.machine;

import io.github.bpflinker.json.JsonException;
import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.json.JsonValue.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What several kernels say about the programs of objects.
 *
 * @param columns one for each kernel, in the order in which they were named
 */
public record KernelMatrix(List<Column> columns) {

    private static final String MAIN = "io.github.bpflinker.cli.Main";
    private static final String FOLDER = "/objects/";

    public KernelMatrix {
        columns = List.copyOf(columns);
    }

    /**
     * The answers of a kernel.
     *
     * @param image its image
     * @param release as {@code uname -r} prints it
     * @param milliseconds the time that it took; 0 if the answers were remembered
     * @param objects for each object, by name, what {@code bpf-linker load --json} says
     */
    public record Column(Path image, String release, long milliseconds, Map<String, JsonValue> objects) {

        public Column {
            objects = Map.copyOf(objects);
        }
    }

    /**
     * A program that a kernel does not accept.
     *
     * @param place file and line of the source; empty if it is not known
     */
    public record Refusal(String release, String object, String program, String message, Optional<String> place) {}

    /**
     * Loads objects into kernels, several at the same time as processors allow.
     *
     * @param objects the content of each, by a name without slashes and blanks
     * @throws MachineException if a kernel can't be started or does not come to its end
     */
    public static KernelMatrix of(VirtualMachine machine, List<KernelImage> images, Map<String, byte[]> objects) {
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
            if (e.getCause() instanceof MachineException failure) {
                throw failure;
            }
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MachineException("interrupted", e);
        } finally {
            pool.shutdownNow();
        }
    }

    private static Column column(VirtualMachine machine, KernelImage image, Map<String, byte[]> objects) {
        Map<String, byte[]> files = new TreeMap<>();
        List<String> arguments = new ArrayList<>(List.of("load", "--json"));
        objects.forEach((name, content) -> {
            files.put(FOLDER + name, content);
            arguments.add(FOLDER + name);
        });
        VirtualMachine.Answer answer = machine.run(image, MAIN, arguments, files);
        Map<String, JsonValue> verdicts = new LinkedHashMap<>();
        for (JsonValue object : answers(answer)) {
            String file = object.member("file").flatMap(JsonValue::asText).orElse("");
            verdicts.put(file.substring(Math.min(file.length(), FOLDER.length())), object);
        }
        return new Column(image.file(), answer.release(), answer.milliseconds(), verdicts);
    }

    private static List<? extends JsonValue> answers(VirtualMachine.Answer answer) {
        for (String line : answer.output().lines().toList()) {
            if (line.startsWith("[")) {
                try {
                    return JsonValue.parse(line).asList().orElse(List.of());
                } catch (JsonException e) {
                    throw new MachineException("Linux " + answer.release() + " printed no answer: " + line, e);
                }
            }
        }
        throw new MachineException(
                "Linux " + answer.release() + " printed no answer: " + HostTools.tail(answer.output()));
    }

    /** Whether every kernel accepts every object. */
    public boolean isAccepted() {
        return columns.stream()
                .flatMap(column -> column.objects().values().stream())
                .allMatch(object -> text(object, "verdict").equals("accepted"));
    }

    /** The programs, as {@code OBJECT PROGRAM}; an object without any stands for itself. */
    public List<String> rows() {
        Set<String> rows = new LinkedHashSet<>();
        for (Column column : columns) {
            new TreeMap<>(column.objects()).forEach((name, object) -> {
                List<String> programs = programs(object).stream()
                        .map(program -> name + " " + text(program, "name"))
                        .toList();
                rows.addAll(programs.isEmpty() ? List.of(name) : programs);
            });
        }
        return List.copyOf(rows);
    }

    /** What a kernel says about a row: {@code accepted}, {@code refused}, {@code not-reached}, {@code skipped}. */
    public static String cell(Column column, String row) {
        int space = row.indexOf(' ');
        JsonValue object = column.objects().get(space < 0 ? row : row.substring(0, space));
        if (object == null) {
            return "-";
        }
        return programs(object).stream()
                .filter(program -> text(program, "name").equals(row.substring(space + 1)))
                .map(program -> text(program, "verdict"))
                .findFirst()
                .orElse(text(object, "verdict"));
    }

    /** The refusals, kernel by kernel. */
    public List<Refusal> refusals() {
        List<Refusal> found = new ArrayList<>();
        for (Column column : columns) {
            new TreeMap<>(column.objects()).forEach((name, object) -> {
                int before = found.size();
                for (JsonValue program : programs(object)) {
                    if (text(program, "verdict").equals("refused")) {
                        Optional<String> place = program.member("line")
                                .flatMap(JsonValue::asLong)
                                .map(line -> text(program, "source") + ":" + line);
                        String message = text(program, "message");
                        found.add(new Refusal(
                                column.release(),
                                name,
                                text(program, "name"),
                                message.isEmpty() ? text(object, "reason") : message,
                                place));
                    }
                }
                if (found.size() == before && !text(object, "verdict").equals("accepted")) {
                    found.add(new Refusal(column.release(), name, "", text(object, "reason"), Optional.empty()));
                }
            });
        }
        return List.copyOf(found);
    }

    private static List<? extends JsonValue> programs(JsonValue object) {
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
            members.put("objects", new JsonObject(new TreeMap<>(column.objects())));
            all.add(new JsonObject(members));
        }
        return JsonValue.of(all);
    }
}
