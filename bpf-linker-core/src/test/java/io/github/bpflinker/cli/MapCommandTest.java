package io.github.bpflinker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.load.LoadedObject;
import io.github.bpflinker.testing.LoadedSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapCommandTest {

    private static final String SOURCE = """
        enum verdict { PASS, DROP };
        struct flow { u32 address; u16 port; };
        struct state { char name[8]; u64 packets; enum verdict verdict; };
        struct { __uint(type, 1); __uint(max_entries, 2); __type(key, struct flow); __type(value, struct state); }
            %s SEC(".maps");
        struct { __uint(type, 22); __uint(max_entries, 2); __type(value, u32); } queue_of_cli SEC(".maps");
        struct { __uint(type, 6); __uint(max_entries, 1); __type(key, u32); __type(value, u32); } each SEC(".maps");
        SEC("xdp") int count(void *ctx) {
            struct flow key = {1, 2};
            u32 zero = 0;
            return bpf_map_lookup_elem(&%s, &key) && bpf_map_lookup_elem(&each, &zero) ? 1 : 2;
        }
        """;

    @TempDir
    private Path folder;

    private String name = "";
    private LoadedObject object;

    @BeforeEach
    void load() {
        // Maps are found by name on the whole machine.
        name = "m" + Long.toString(System.nanoTime() % 1_000_000_000_000L, 36);
        object = LoadedSource.load(folder, "cli", SOURCE.formatted(name, name));
    }

    @AfterEach
    void close() {
        if (object != null) {
            object.close();
        }
    }

    private static Run run(String... arguments) {
        return Run.of(
                new Cli((request, onPhase) -> {
                    throw new AssertionError("no link was asked for");
                }),
                arguments);
    }

    private static String out(String... arguments) {
        Run run = run(arguments);
        assertThat(run.err()).isEmpty();
        assertThat(run.exitCode()).isZero();
        return run.out();
    }

    private static String error(String... arguments) {
        Run run = run(arguments);
        assertThat(run.exitCode()).isNotZero();
        return run.err();
    }

    @Test
    void readsAndWritesInTermsOfTheMapsTypes() {
        String key = "{\"address\":10,\"port\":80}";
        out("map", "set", name, key, "{\"name\":\"web\",\"verdict\":\"DROP\"}");
        assertThat(out("map", "get", name, key)).isEqualTo("{\"name\":\"web\",\"packets\":0,\"verdict\":\"DROP\"}\n");
        // Only what is named changes.
        out("map", "set", name, key, "{\"packets\":5}");
        assertThat(out("map", "show", name))
                .contains("hash, id ", "max_entries 2")
                .contains("  {\"address\":10,\"port\":80}: {\"name\":\"web\",\"packets\":5,\"verdict\":\"DROP\"}\n");
        assertThat(out("map", "show", Integer.toString(object.map(name).info().id()), "--json"))
                .contains("\"name\":\"" + name + "\"", "\"packets\":5");
        assertThat(out("map", "watch", name, "--rounds", "1", "--json"))
                .contains("{\"change\":\"present\",\"key\":{\"address\":10,\"port\":80}");
        assertThat(out("map", "list")).contains(name);
        out("map", "delete", name, key);
        assertThat(error("map", "get", name, key)).contains("has no key");
        assertThat(error("map", "delete", name, key)).contains("has no key");
    }

    /** Each change is made when the one before it was shown. */
    @Test
    void watchesWhatChangesUntilItIsInterrupted() throws InterruptedException {
        String key = "{\"address\":1,\"port\":2}";
        out("map", "set", name, key, "{\"packets\":1}");
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(shown, true, StandardCharsets.UTF_8);
        Thread watcher = new Thread(
                () -> new MapCommand().run(List.of("watch", name, "--interval", "5"), new Console(stream, stream)));
        watcher.start();
        await(shown, "  " + key);
        out("map", "set", name, key, "{\"packets\":2}");
        await(shown, "= " + key + ": {\"name\":\"\",\"packets\":2");
        out("map", "delete", name, key);
        await(shown, "- " + key);
        out("map", "set", name, key, "{\"packets\":3}");
        await(shown, "+ " + key);
        watcher.interrupt();
        watcher.join(60_000);
        assertThat(watcher.isAlive()).isFalse();
    }

    private static void await(ByteArrayOutputStream shown, String text) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!shown.toString(StandardCharsets.UTF_8).contains(text)) {
            assertThat(System.nanoTime()).as("no '%s' in %s", text, shown).isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }

    @Test
    void eachProcessorHasAValue() {
        String id = Integer.toString(object.map("each").info().id());
        out("map", "set", id, "0", "7");
        assertThat(out("map", "get", id, "0")).startsWith("[7").endsWith("7]\n");
    }

    @Test
    void saysWhatIsWrong() {
        String id = Integer.toString(object.map("queue_of_cli").info().id());
        assertThat(error("map", "get", id)).contains("is empty");
        assertThat(error("map", "get", name)).contains("map get needs a key");
        assertThat(error("map", "get", name + "x", "1")).contains("no map is named");
        assertThat(error("map", "take", name)).contains("'take' is none of list, show, get, set, delete, watch");
        assertThat(error("map", "set", name, "{\"adress\":1}", "{}")).contains("did you mean 'address'?");
        assertThat(error("map", "set", name)).contains("use it as map set MAP KEY VALUE");
        assertThat(error("map", "show", "/sys/fs/bpf/is-not-there")).contains("there is none");
        out("map", "set", name, "{\"port\":1}", "{}");
        out("map", "set", name, "{\"port\":2}", "{}");
        assertThat(error("map", "set", name, "{\"port\":3}", "{}")).contains("is full: it holds max_entries, 2");
    }

    @Test
    void runsProgramsOnPackets() throws IOException {
        Path packet = Files.write(folder.resolve("packet.bin"), new byte[64]);
        String file = folder.resolve("cli.o").toString();
        assertThat(out("prog", "run", file, "count", "--data", packet.toString(), "--repeat", "10"))
                .startsWith("returned 2, ")
                .endsWith(" bytes of data\n");
        Path left = folder.resolve("left.bin");
        assertThat(out(
                        "prog",
                        "run",
                        file,
                        "count",
                        "--data",
                        packet.toString(),
                        "--data-out",
                        left.toString(),
                        "--json"))
                .startsWith("{\"returnValue\":2,\"nanoseconds\":");
        assertThat(left).hasBinaryContent(new byte[64]);
        assertThat(error("prog", "run", file, "counts")).contains("the object has no program 'counts'; it has count");
        assertThat(error("prog", "run", file, "count")).contains("at least 14 bytes");
        assertThat(error("prog", "run", file)).contains("use it as prog run FILE PROGRAM");
        assertThat(error("prog", "run", file, "count", "--data", "/is/not/there"))
                .contains("could not read");
        assertThat(error("prog", "run", file, "count", "--repeat", "0")).contains("is no number of repetitions");
    }
}
