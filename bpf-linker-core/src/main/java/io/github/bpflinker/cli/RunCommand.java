package io.github.bpflinker.cli;

import io.github.bpflinker.attach.Attach;
import io.github.bpflinker.attach.BpfLinks;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.events.EventLoop;
import io.github.bpflinker.events.RingBuffer;
import io.github.bpflinker.events.TraceLine;
import io.github.bpflinker.events.TracePipe;
import io.github.bpflinker.json.JsonValue;
import io.github.bpflinker.load.BpfLoader;
import io.github.bpflinker.load.LoadedMap;
import io.github.bpflinker.load.LoadedObject;
import io.github.bpflinker.load.LoadedProgram;
import io.github.bpflinker.load.ProgramInfo;
import io.github.bpflinker.load.host.RunningKernel;
import io.github.bpflinker.run.RunCounting;
import io.github.bpflinker.text.Printable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** The command {@code run}: loads an object, attaches its programs and prints what they send. */
final class RunCommand extends KernelCommand {

    private static final long FOR_EVER = Long.MAX_VALUE / 4;
    private static final int LONGEST_END_SECONDS = 5;
    private static final long LOOK_NANOS = 200_000_000;

    private static SubcommandLine newLine() {
        return new SubcommandLine(
                        "run",
                        "Loads an object, attaches its programs as their sections say, and prints the output of"
                                + " bpf_printk, of the streams of its programs (bpf_stream_printk, Linux 6.17) and the"
                                + " records of ring buffers until it is interrupted; then, how often"
                                + " each program ran. Records are printed field by field: as the struct of the object's"
                                + " BTF that has their size and the name of the ring buffer (or event), or the only one of"
                                + " that size. Nothing stays loaded or attached, and no map is pinned or shared. Needs"
                                + " root.")
                .values(
                        "--attach",
                        "PROGRAM=TARGET",
                        "Attach a program to a target: an interface, a tracepoint, a function, a cgroup, as the type of"
                                + " the program says, or as if it were in another section.")
                .values("--type", "MAP=STRUCT", "The struct in a ring buffer.")
                .value("--seconds", "COUNT", "How long to run; default: no end.")
                .flag("--json", "Write one JSON object a line, for programs.")
                .files("FILE", "1", "The object.");
    }

    // Counting lasts as long as it is open; nothing else is done with it.
    @SuppressWarnings("try")
    @Override
    int execute(List<String> arguments, Console console) {
        Optional<SubcommandLine.Parsed> parsed = newLine().parse(arguments, console);
        if (parsed.isEmpty()) {
            return ExitCode.OK;
        }
        String file = parsed.get().files().get(0);
        BpfObject object = BpfObject.read(file, FileContent.read(Path.of(file)));
        BpfLoader loader = BpfLoader.of(object).withoutPins();
        Map<String, String> targets =
                targets(object, loader, pairs(parsed.get().values("--attach"), "--attach PROGRAM=TARGET"));
        Map<String, String> structs = pairs(parsed.get().values("--type"), "--type MAP=STRUCT");
        Duration limit = limit(parsed.get().value("--seconds"));
        try (Ending ending = new Ending();
                LoadedObject loaded = loader.load();
                EventLoop loop = new EventLoop();
                RunCounting counting = RunCounting.start(RunningKernel.ofSystem())) {
            Output output = new Output(console, parsed.get().has("--json"));
            listen(loop, loaded, structs, output);
            StreamLines streams = StreamLines.of(loaded, output::said);
            try (BpfLinks links = Attach.all(loaded, targets)) {
                output.note("attached " + links.list().size() + " of " + count(loaded) + "; ends with Ctrl-C");
                await(loop, limit, ending, streams);
            }
            output.summary(loaded);
            return ExitCode.OK;
        }
    }

    /** Tells the loader of other sections; what is left are targets that sections do not have. */
    private static Map<String, String> targets(BpfObject object, BpfLoader loader, Map<String, String> asked) {
        Map<String, String> targets = new LinkedHashMap<>();
        asked.forEach((program, text) -> {
            AttachArgument argument = AttachArgument.of(object, program, text);
            if (argument.isSection()) {
                loader.program(program, settings -> settings.load(true).section(argument.text()));
            } else {
                loader.program(program, settings -> settings.load(true));
                targets.put(program, argument.text());
            }
        });
        return targets;
    }

    /** What can be attached: programs but those of structs, and the structs. */
    private static String count(LoadedObject loaded) {
        long programs = loaded.programs().stream()
                .filter(program -> !program.typeName().equals("struct_ops"))
                .count();
        long structs = loaded.maps().stream()
                .filter(map -> map.operations().isPresent())
                .count();
        return structs == 0 ? programs + " programs" : programs + structs + " programs and structs";
    }

    private static Map<String, String> pairs(List<String> words, String usage) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals <= 0) {
                throw new UsageException("'" + word + "' is not of the form " + usage, "bpf-linker run");
            }
            pairs.put(word.substring(0, equals), word.substring(equals + 1));
        }
        return pairs;
    }

    private static Duration limit(Optional<String> seconds) {
        try {
            return seconds.isPresent() ? Duration.ofSeconds(Long.parseLong(seconds.get())) : Duration.ofNanos(FOR_EVER);
        } catch (NumberFormatException e) {
            throw new UsageException("'" + seconds.orElse("") + "' is no number of seconds", "bpf-linker run");
        }
    }

    private static void listen(EventLoop loop, LoadedObject loaded, Map<String, String> structs, Output output) {
        for (LoadedMap map : loaded.maps()) {
            if (map.typeName().equals("ringbuf")) {
                RecordText text = RecordText.of(loaded, map.name(), Optional.ofNullable(structs.get(map.name())));
                loop.add(RingBuffer.of(map), event -> output.record(map.name(), text.of(event)));
            }
        }
        loop.add(TracePipe.open(RunningKernel.ofSystem()), event -> TraceLine.parse(TracePipe.text(event))
                .ifPresent(output::line));
    }

    private static void await(EventLoop loop, Duration limit, Ending ending, StreamLines streams) {
        long end = System.nanoTime() + limit.toNanos();
        while (System.nanoTime() - end < 0
                && !ending.isAsked()
                && !Thread.currentThread().isInterrupted()) {
            loop.poll(Duration.ofNanos(Math.min(LOOK_NANOS, Math.max(1, end - System.nanoTime()))));
            streams.read();
        }
        streams.read();
    }

    /** Has a process that is told to end (SIGINT, SIGTERM) wait until everything is said and closed. */
    private static final class Ending implements AutoCloseable {

        private final AtomicBoolean asked = new AtomicBoolean();
        private final CountDownLatch done = new CountDownLatch(1);
        private final Thread hook = new Thread(this::ask);

        Ending() {
            Runtime.getRuntime().addShutdownHook(hook);
        }

        private void ask() {
            asked.set(true);
            try {
                if (!done.await(LONGEST_END_SECONDS, TimeUnit.SECONDS)) {
                    System.getLogger(RunCommand.class.getName()).log(System.Logger.Level.DEBUG, "not done in time");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        boolean isAsked() {
            return asked.get();
        }

        @Override
        public void close() {
            done.countDown();
            if (!asked.get()) {
                try {
                    Runtime.getRuntime().removeShutdownHook(hook);
                } catch (IllegalStateException e) {
                    // It is just beginning, and finds that all is done.
                    asked.set(true);
                }
            }
        }
    }

    /** What is printed, as text or JSON. */
    private record Output(Console console, boolean json) {

        void note(String text) {
            console.err().println(text);
        }

        void record(String map, JsonValue value) {
            if (json) {
                Map<String, JsonValue> members = new LinkedHashMap<>();
                members.put("map", JsonValue.of(map));
                members.put("record", value);
                print(new JsonValue.JsonObject(members).toString());
            } else {
                print(map + ": " + RecordText.fields(value));
            }
        }

        void line(TraceLine line) {
            if (json) {
                Map<String, JsonValue> members = new LinkedHashMap<>();
                members.put("task", JsonValue.of(line.task()));
                members.put("pid", JsonValue.of(line.pid()));
                members.put("cpu", JsonValue.of(line.cpu()));
                members.put("text", JsonValue.of(line.text()));
                print(new JsonValue.JsonObject(members).toString());
            } else {
                print(line.task() + "-" + line.pid() + ": " + line.text());
            }
        }

        /** A line of a stream of a program. */
        void said(StreamLines.Line line) {
            if (json) {
                Map<String, JsonValue> members = new LinkedHashMap<>();
                members.put("program", JsonValue.of(line.program()));
                members.put("stream", JsonValue.of(line.isError() ? "stderr" : "stdout"));
                members.put("text", JsonValue.of(line.text()));
                print(new JsonValue.JsonObject(members).toString());
            } else {
                print(line.program() + (line.isError() ? " stderr: " : ": ") + line.text());
            }
        }

        private void print(String line) {
            console.out().println(Printable.line(line));
            console.out().flush();
        }

        void summary(LoadedObject loaded) {
            for (LoadedProgram program : loaded.programs()) {
                ProgramInfo info = program.info();
                String runs = info.runCount() == 1 ? " run, " : " runs, ";
                note("program " + program.name() + ": " + info.runCount() + runs
                        + info.runTime().toNanos() / Math.max(1, info.runCount()) + " ns each");
            }
            for (LoadedMap map : loaded.maps()) {
                if (!map.plan().kind().isGlobalData()) {
                    note("map " + map.name() + ": " + map.typeName() + ", max_entries "
                            + Integer.toUnsignedString(map.shape().maxEntries()));
                }
            }
        }
    }
}
