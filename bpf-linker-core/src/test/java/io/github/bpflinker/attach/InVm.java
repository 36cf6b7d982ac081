package io.github.bpflinker.attach;

import com.sun.jna.Function;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.load.BpfLoader;
import io.github.bpflinker.load.LoadedObject;
import io.github.bpflinker.map.BpfMap;
import io.github.bpflinker.map.Codecs;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * Runs in a virtual machine: attaches each program of {@code kernel.bpf.c}, does what it is for, and prints a line with what
 * was seen. Needs nothing but the library and JNA.
 */
public final class InVm {

    private static final long PID = ProcessHandle.current().pid();

    /** Of programs that see files renamed, or refuse it. */
    private static final List<String> FUNCTIONS =
            List.of("probe", "return_probe", "probes", "session", "at_entry", "at_exit", "changes", "guards");

    private InVm() {}

    private interface Action {
        /** What the action came to, for the line that is printed. */
        String run() throws IOException, InterruptedException;
    }

    private interface Attaching {
        BpfLink attach(LoadedObject object);
    }

    /**
     * Attaches what the object holds and prints what was seen.
     *
     * @param arguments the object
     */
    public static void main(String[] arguments) throws IOException {
        BpfObject object = BpfObject.read(arguments[0], ByteBuffer.wrap(Files.readAllBytes(Path.of(arguments[0]))));
        Action call = () -> "getppid " + (Function.getFunction("c", "getppid").invokeInt(new Object[0]) >= 0);
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

    private static Attaching bySection(String name) {
        return loaded -> Attach.program(loaded.program(name));
    }

    private static void check(BpfObject object, String name, Action action, Attaching attaching) {
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
            String after = action.run();
            line.append(", ")
                    .append(during > 0 ? "seen" : "not seen")
                    .append("; closed, ")
                    .append(after);
            line.append(hits.getAsLong() == during ? ", not seen" : ", still seen");
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
