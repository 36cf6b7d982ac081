package io.github.bpflinker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.testing.Command;
import io.github.bpflinker.testing.Compiler;
import io.github.bpflinker.testing.LoadedSource;
import io.github.bpflinker.testing.Root;
import io.github.bpflinker.testing.Tool;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {

    /** Tells of each process that starts. */
    private static final String SOURCE = """
        enum kind { STARTED = 1, ENDED };
        struct event { u32 pid; enum kind kind; char name[16]; };
        /* Compilers describe types that something refers to. */
        struct event *type_of_events;
        struct { __uint(type, 27); __uint(max_entries, 65536); } events SEC(".maps");
        static long (*bpf_get_current_comm)(void *, u32) = (void *)16;
        static u64 (*bpf_get_current_pid_tgid)(void) = (void *)14;
        SEC("tp/sched/sched_process_exec") int on_exec(void *ctx) {
            struct event event = {.pid = bpf_get_current_pid_tgid() >> 32, .kind = STARTED};
            static const char format[] = "process %d";
            bpf_get_current_comm(event.name, sizeof(event.name));
            bpf_ringbuf_output(&events, &event, sizeof(event), 0);
            bpf_trace_printk(format, sizeof(format), event.pid);
            return 0;
        }
        """;

    @TempDir
    private Path folder;

    /** Runs the command until it has shown what is waited for. */
    private String run(String wanted, String... options) throws InterruptedException {
        return run(LoadedSource.compile(folder, "processes", SOURCE), wanted, options);
    }

    private String run(Path object, String wanted, String... options) throws InterruptedException {
        return runWhile(object, () -> Command.run(folder, List.of("/bin/true")).orFail(), wanted, options);
    }

    private String runWhile(Path object, Runnable action, String wanted, String... options)
            throws InterruptedException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.add(object.toString());
        Thread command = new Thread(() -> new RunCommand().run(arguments, new Console(stream, stream)));
        command.start();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!out.toString(StandardCharsets.UTF_8).contains(wanted) && command.isAlive() && System.nanoTime() < end) {
            action.run();
        }
        command.interrupt();
        command.join(60_000);
        assertThat(command.isAlive()).isFalse();
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void printsRecordsFieldByFieldAndWhatProgramsDid() throws InterruptedException {
        Root.require();
        String out = run("kind=STARTED name=true");
        assertThat(out)
                .contains("attached 1 of 1 programs")
                .containsPattern("events: pid=\\d+ kind=STARTED name=true")
                .containsPattern("program on_exec: \\d+ runs?, \\d+ ns each")
                .contains("map events: ringbuf, max_entries 65536");
    }

    /** The documentation shows the command. */
    @Test
    void printsWhatTheTracepointProgramOfTheArchetypeReports() throws InterruptedException, IOException {
        Root.require();
        Tool.LIBBPF_HEADERS.require();
        String machine = System.getProperty("os.arch").replace("amd64", "x86_64");
        Path object = Compiler.clang(
                Tool.CLANG_19,
                folder,
                "tracepoint.bpf.o",
                Files.readString(Path.of("../bpf-maven-archetype/src/main/resources/archetype-resources"
                        + "/bpf-maven-archetype.scaffold/c/tracepoint.bpf.c")),
                "--target=bpf",
                "-O2",
                "-g",
                "-I/usr/include/" + machine + "-linux-gnu");
        assertThat(run(object, "command=/bin/true"))
                .contains("attached 2 of 2 programs; ends with Ctrl-C")
                .containsPattern("execs: pid=\\d+ uid=0 starter=\\S+ command=/bin/true")
                .containsPattern("program on_return: \\d+ runs?, \\d+ ns each")
                .contains("map execs: ringbuf, max_entries 262144");
    }

    @Test
    void printsOneJsonObjectALine() throws InterruptedException {
        Root.require();
        assertThat(run("\"text\":\"process ", "--json", "--type", "events=event"))
                .containsPattern(
                        "\\{\"map\":\"events\",\"record\":\\{\"pid\":\\d+,\"kind\":\"STARTED\",\"name\":\"[^\"]*\"\\}\\}")
                .containsPattern("\\{\"task\":\"[^\"]+\",\"pid\":\\d+,\"cpu\":\\d+,\"text\":\"process \\d+\"\\}");
    }

    /** The section has no target, or another one; the type of the program says what the target is. */
    @Test
    void attachesProgramsToTargets() throws InterruptedException {
        Root.require();
        Path packets = LoadedSource.compile(folder, "packets", """
            struct event { u32 length; };
            struct event *type_of_events;
            struct { __uint(type, 27); __uint(max_entries, 4096); } events SEC(".maps");
            struct xdp_md { u32 data; u32 data_end; };
            SEC("?xdp") int sees(struct xdp_md *ctx) {
                struct event event = {ctx->data_end - ctx->data};
                bpf_ringbuf_output(&events, &event, sizeof(event), 0);
                return 2;
            }
            """);
        // 14 bytes of Ethernet, 20 of IP, 8 of UDP.
        assertThat(runWhile(packets, RunCommandTest::send, "length=1042", "--attach", "sees=lo"))
                .contains("attached 1 of 1 programs")
                .contains("events: length=1042");
        assertThat(run("kind=STARTED", "--attach", "on_exec=sched:sched_process_exit"))
                .contains("attached 1 of 1 programs");
        assertThat(run("kind=STARTED", "--attach", "on_exec=raw_tp/sched_process_exec"))
                .contains("attached 1 of 1 programs");
    }

    private static void send() {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(new byte[1000], 1000, InetAddress.getLoopbackAddress(), 9));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void targetsThatAreNotThereAreNamed() {
        Root.require();
        String packets = LoadedSource.compile(folder, "packets", """
            struct xdp_md { u32 data; };
            SEC("xdp") int sees(struct xdp_md *ctx) { return 2; }
            SEC("socket") int reads(void *ctx) { return 0; }
            """).toString();
        Cli cli = new Cli((request, onPhase) -> {
            throw new AssertionError("no link was asked for");
        });
        assertThat(Run.of(cli, "run", packets, "--attach", "sees=nowhere").err())
                .contains("there is no network interface nowhere");
        assertThat(Run.of(cli, "run", packets, "--attach", "reads=lo").err())
                .contains("is of type socket_filter, whose target can't be said in a word like 'lo'");
        assertThat(Run.of(cli, "run", packets, "--attach", "nothing=lo").err())
                .contains("the object has no program 'nothing'; it has sees, reads");
    }

    @Test
    void saysWhatIsWrong() {
        Root.require();
        String object = LoadedSource.compile(folder, "processes", SOURCE).toString();
        Cli cli = new Cli((request, onPhase) -> {
            throw new AssertionError("no link was asked for");
        });
        assertThat(Run.of(cli, "run", object, "--attach", "on_exec").err()).contains("is not of the form");
        assertThat(Run.of(cli, "run", object, "--type", "events=none").err()).contains("has no struct 'none'");
        assertThat(Run.of(cli, "run", object, "--seconds", "x").err()).contains("is no number of seconds");
        assertThat(Run.of(cli, "run", object, "--attach", "on_exec=tp/sched/no_such_event", "--seconds", "1"))
                .satisfies(run -> {
                    assertThat(run.exitCode()).isEqualTo(ExitCode.FAILED);
                    assertThat(run.err()).contains("no_such_event");
                });
        assertThat(Run.of(cli, "run", object, "--seconds", "0").exitCode()).isZero();
    }
}
