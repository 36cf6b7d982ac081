package io.github.bpflinker.attach;

import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.events.ProgramStream;
import io.github.bpflinker.load.BpfLoader;
import io.github.bpflinker.load.LoadException;
import io.github.bpflinker.load.LoadedObject;
import io.github.bpflinker.load.syscall.SystemCalls;
import io.github.bpflinker.map.BpfMap;
import io.github.bpflinker.map.Codecs;
import io.github.bpflinker.run.TestRun;
import java.io.IOException;
import java.io.InputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Runs in a virtual machine: attaches each program of {@code kernel.bpf.c} and others, does what it is for, and prints a line
 * with what was seen. Needs nothing but the library and JNA.
 */
public final class InVm {

    private static final long PID = ProcessHandle.current().pid();

    private static final int FUNCTION_COUNT = 1000;
    /** Bytes of a packet. */
    private static final int PACKET = 64;

    /** Of programs that see files renamed, or refuse it. */
    private static final List<String> FUNCTIONS =
            List.of("probe", "return_probe", "probes", "session", "at_entry", "at_exit", "changes", "guards");

    private InVm() {}

    interface Action {
        /** What the action came to, for the line that is printed. */
        String run() throws IOException, InterruptedException;
    }

    interface Attaching {
        BpfLink attach(LoadedObject object);
    }

    /**
     * Attaches what the objects hold and prints what was seen.
     *
     * @param arguments the objects, among them {@code kernel.bpf.o}, {@code congestion.bpf.o}, {@code iterators.bpf.o}, {@code replaced.bpf.o}, {@code
     *     replacement.bpf.o} and {@code streams.bpf.o}
     */
    public static void main(String[] arguments) throws IOException {
        functions(read(arguments, "kernel"));
        NetkitInVm.run(read(arguments, "kernel"));
        congestion(read(arguments, "congestion"));
        replacement(read(arguments, "replaced"), read(arguments, "replacement"));
        elements(read(arguments, "iterators"));
        streams(read(arguments, "streams"));
        neverReturns(read(arguments, "kernel"));
        refusedTarget(read(arguments, "kernel"), "changes", "fmod_ret/vfs_read");
        refusedTarget(read(arguments, "kernel"), "at_entry", "fentry.s/vfs_read");
    }

    private static void elements(BpfObject object) {
        StringBuilder line = new StringBuilder("attach elements: ");
        try (LoadedObject loaded = BpfLoader.of(object)
                        .programs((plan, settings) -> settings.load(plan.name().equals("elements")))
                        .load();
                BpfLink link =
                        Attach.iterator(loaded.program("elements"), IteratorOptions.map(loaded.map("numbers")))) {
            BpfMap.of(loaded.map("numbers"), Codecs.int32(), Codecs.int64()).update(3, 30L);
            try (InputStream output = link.output()) {
                line.append(new String(output.readAllBytes(), StandardCharsets.UTF_8).strip());
            }
        } catch (RuntimeException | IOException e) {
            line.append("failed: ").append(e.getMessage());
        }
        System.out.println(line);
    }

    private static void streams(BpfObject object) {
        StringBuilder line = new StringBuilder("streams: ");
        try (LoadedObject loaded = BpfLoader.of(object).load()) {
            ProgramStream output = ProgramStream.of(loaded.program("says"), ProgramStream.Kind.OUTPUT);
            ProgramStream errors = ProgramStream.of(loaded.program("says"), ProgramStream.Kind.ERRORS);
            for (int i = 0; i < 4; i++) {
                line.append(TestRun.of(loaded.program("says"))
                                .data(new byte[PACKET])
                                .run()
                                .returnValue())
                        .append(' ');
            }
            line.append(output.read().replace('\n', ';')).append(" errors: ");
            line.append(errors.read().replace('\n', ';'));
        } catch (RuntimeException e) {
            line.append("failed: ").append(e.getMessage());
        }
        System.out.println(line);
    }

    /** What the kernel says about targets that it refuses. */
    private static void refusedTarget(BpfObject object, String program, String section) {
        try (LoadedObject loaded = BpfLoader.of(object)
                .programs((plan, settings) -> settings.load(plan.name().equals(program)))
                .program(program, settings -> settings.section(section))
                .load()) {
            System.out.println(section + ": " + loaded);
        } catch (LoadException e) {
            System.out.println(section + ": " + e.getMessage());
        }
    }

    /** A function without an exit, which kernels since 6.16 refuse; the others never run the program. */
    private static void neverReturns(BpfObject object) {
        StringBuilder line = new StringBuilder("attach never_returns: ");
        try (LoadedObject loaded = BpfLoader.of(object)
                        .programs((plan, settings) -> settings.load(plan.name().equals("never_returns")))
                        .load();
                BpfLink link = Attach.program(loaded.program("never_returns"))) {
            line.append(link.isKernelLink() ? "link" : "no link");
        } catch (RuntimeException e) {
            line.append("failed: ").append(e.getMessage());
        }
        System.out.println(line);
    }

    private static BpfObject read(String[] files, String name) throws IOException {
        for (String file : files) {
            if (file.endsWith("/" + name + ".bpf.o")) {
                return BpfObject.read(file, ByteBuffer.wrap(Files.readAllBytes(Path.of(file))));
            }
        }
        throw new IOException("no object " + name);
    }

    private static void functions(BpfObject object) {
        Action call = () ->
                "getppid " + (com.sun.jna.Function.getFunction("c", "getppid").invokeInt(new Object[0]) >= 0);
        Action rename = InVm::rename;
        for (String name : List.of("system_call", "system_call_return", "user_probe")) {
            check(object, name, call, bySection(name));
        }
        for (String name : FUNCTIONS) {
            check(object, name, rename, bySection(name));
        }
        check(
                object,
                "guards_cgroup",
                rename,
                loaded -> Attach.cgroup(loaded.program("guards_cgroup"), Path.of("/cgroup")));
        check(object, "many", rename, loaded -> Attach.kprobes(loaded.program("many"), thousandFunctions()));
        check(object, "tracepoint", InVm::sleep, bySection("tracepoint"));
        check(
                object,
                "drops",
                InVm::send,
                loaded -> Attach.xdp(loaded.program("drops"), NetworkDevice.named("lo"), XdpMode.GENERIC));
        check(
                object,
                "probe",
                rename,
                loaded -> Attach.kprobe(loaded.program("probe"), "security_inode_renamee", KprobeOptions.entry()));
    }

    /** The one that the test calls, and others that the kernel can trace. */
    private static MultiOptions thousandFunctions() {
        Function<Path, Set<String>> read = root -> TraceableFunctions.find(
                root, name -> name.startsWith("s") || name.startsWith("t") || name.startsWith("v"));
        List<String> names = new ArrayList<>(Tracefs.use(SystemCalls.ofSystem(), read));
        names.remove("security_inode_rename");
        names.add(0, "security_inode_rename");
        List<String> thousand = names.subList(0, FUNCTION_COUNT);
        return MultiOptions.of(thousand.toArray(new String[0]));
    }

    private static void congestion(BpfObject object) {
        StringBuilder line = new StringBuilder("attach congestion: ");
        try (LoadedObject loaded = BpfLoader.of(object)
                .programs((plan, settings) -> settings.load(false))
                .map("linked", settings -> settings.make(true))
                .load()) {
            BpfLink link = Attach.structOps(loaded.map("linked"));
            line.append(link.isKernelLink() ? "link, " : "no link, ").append(Congestion.send("bpf_linked"));
            line.append(hits(loaded) > 0 ? ", seen" : ", not seen");
            link.close();
            line.append("; closed, ").append(Congestion.send("bpf_linked"));
        } catch (RuntimeException | IOException e) {
            line.append("failed: ").append(e.getMessage());
        }
        System.out.println(line);
    }

    private static void replacement(BpfObject replaced, BpfObject replacement) {
        StringBuilder line = new StringBuilder("attach replacement: ");
        try (LoadedObject target = BpfLoader.of(replaced).load();
                LoadedObject other = BpfLoader.of(replacement)
                        .program("decides_otherwise", settings -> settings.attachTo(target.program("asks")))
                        .load()) {
            TestRun run = TestRun.of(target.program("asks")).data(new byte[PACKET]);
            line.append("returns ").append(run.run().returnValue());
            BpfLink link = Attach.program(other.program("decides_otherwise"));
            line.append("; link, returns ").append(run.run().returnValue());
            link.close();
            line.append("; closed, returns ").append(run.run().returnValue());
        } catch (RuntimeException e) {
            line.append("failed: ").append(e.getMessage());
        }
        System.out.println(line);
    }

    private static Attaching bySection(String name) {
        return loaded -> Attach.program(loaded.program(name));
    }

    /** Attaches, does something twice, and prints what came of it. */
    static void check(BpfObject object, String name, Action action, Attaching attaching) {
        StringBuilder line = new StringBuilder("attach ").append(name).append(": ");
        try (LoadedObject loaded = BpfLoader.of(object)
                .programs((plan, settings) -> settings.load(plan.name().equals(name)))
                .global("process", PID)
                .load()) {
            LongSupplier hits = () -> hits(loaded);
            BpfLink link = attaching.attach(loaded);
            line.append(link.isKernelLink() ? "link, " : "no link, ").append(action.run());
            long during = hits.getAsLong();
            link.close();
            long closed = hits.getAsLong();
            String after = action.run();
            line.append(", ")
                    .append(during > 0 ? "seen" : "not seen")
                    .append("; closed, ")
                    .append(after);
            line.append(hits.getAsLong() == closed ? ", not seen" : ", still seen");
        } catch (RuntimeException | IOException | InterruptedException e) {
            line.append("failed: ").append(e.getMessage());
        }
        System.out.println(line);
    }

    private static long hits(LoadedObject object) {
        return BpfMap.of(object.map("results"), Codecs.int32(), Codecs.int64())
                .lookup(0)
                .orElseThrow();
    }

    private static String rename() throws IOException {
        Path file = Files.write(Path.of("/renamed-from"), new byte[1]);
        try {
            Files.move(file, Path.of("/renamed-to"));
            Files.delete(Path.of("/renamed-to"));
            return "renamed";
        } catch (IOException e) {
            Files.delete(file);
            return "refused";
        }
    }

    private static String sleep() throws InterruptedException {
        Thread.sleep(100);
        return "slept";
    }

    private static String send() throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket(new byte[4], 4, InetAddress.getLoopbackAddress(), 9));
        }
        return "sent";
    }
}
