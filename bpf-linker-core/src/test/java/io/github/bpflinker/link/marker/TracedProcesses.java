package io.github.bpflinker.link.marker;

import io.github.bpflinker.attach.Attach;
import io.github.bpflinker.attach.BpfLink;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.load.BpfLoader;
import io.github.bpflinker.load.LoadedObject;
import io.github.bpflinker.map.GlobalVariables;
import io.github.bpflinker.map.Variable;
import io.github.bpflinker.run.TestRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Traces a child with {@code tracer.rs} and prints what the program saw beside what is true, one value a line. Runs here
 * and in virtual machines; needs nothing but the library and JNA.
 */
public final class TracedProcesses {

    private static final long PID = ProcessHandle.current().pid();
    private static final int PID_TYPE_SESSION = 3;
    private static final int EXIT_CODE = 7;
    private static final int PACKET = 64;

    /** {@code (none)} as a little-endian number. */
    private static final long NO_NAME = 0x2965_6e6f_6e28L;

    private TracedProcesses() {}

    /**
     * Loads and attaches objects, starts a process, and prints what they saw.
     *
     * @param arguments {@code tracer.o}, and {@code symbols.o} before it if the kernel has the functions that it calls
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        for (String argument : arguments) {
            boolean symbols = argument.endsWith("symbols.o");
            List<String> lines = symbols ? symbols(Path.of(argument)) : trace(Path.of(argument));
            lines.forEach(System.out::println);
        }
    }

    /** What {@code symbols.rs} gets, on a kernel with all symbols and Debian's configuration. */
    private static List<String> symbols(Path object) throws IOException {
        List<String> lines = new ArrayList<>();
        try (LoadedObject loaded = BpfLoader.of(BpfObject.read(object)).load()) {
            TestRun.of(loaded.program("symbols")).data(new byte[PACKET]).run();
            Variable results = GlobalVariables.of(loaded).variable("RESULTS");
            long release = results.element(6).number();
            add(lines, "strong function", results.element(0).number(), 1);
            add(lines, "absent function", results.element(1).number(), 2);
            add(lines, "weak function", results.element(2).number(), 1);
            add(lines, "variable without type", results.element(3).number(), address("init_task"));
            add(lines, "typed variable", results.element(4).number(), family());
            add(lines, "number", results.element(5).number(), 250);
            lines.add("version: " + (release >> 16) + "." + (release >> 8 & 0xff) + ", "
                    + Files.readString(Path.of("/proc/sys/kernel/osrelease"))
                            .replaceFirst("^(\\d+\\.\\d+).*\\s*$", "$1"));
            add(lines, "string", results.element(7).number(), NO_NAME);
            add(lines, "bool and absent number", results.element(8).number(), 1);
            add(lines, "tristate", results.element(9).number(), 2);
        }
        return lines;
    }

    private static long family() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("cpu family"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(-1);
        }
    }

    private static long address(String symbol) throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc/kallsyms"))) {
            return lines.filter(line -> line.endsWith(" " + symbol))
                    .mapToLong(line -> Long.parseUnsignedLong(line.substring(0, line.indexOf(' ')), 16))
                    .findFirst()
                    .orElse(-1);
        }
    }

    /** {@code NAME: SEEN, EXPECTED} of each value. */
    static List<String> trace(Path object) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        try (LoadedObject loaded = BpfLoader.of(BpfObject.read(object)).load();
                BpfLink first = Attach.program(loaded.program("executed"));
                BpfLink second = Attach.program(loaded.program("exited"))) {
            GlobalVariables globals = GlobalVariables.of(loaded);
            globals.variable("OBSERVER").set(PID);
            Process child = new ProcessBuilder("/bin/sh", "-c", "exit " + EXIT_CODE).start();
            child.waitFor();
            lines.add("links: " + (first.isKernelLink() && second.isKernelLink()) + ", true");
            describe("executed", globals.variable("EXECUTED"), child.pid(), lines);
            describe("exited", globals.variable("EXITED"), child.pid(), lines);
            lines.add("exit code: "
                    + (globals.variable("EXITED").field("exit_code").number() >> Byte.SIZE) + ", " + EXIT_CODE);
        }
        return lines;
    }

    private static void describe(String program, Variable seen, long pid, List<String> lines) throws IOException {
        add(lines, program + " pid", seen.field("pid").number(), pid);
        add(lines, program + " parent", seen.field("parent").number(), PID);
        StringBuilder comm = new StringBuilder();
        for (int i = 0; i < 16 && seen.field("comm").element(i).number() != 0; i++) {
            comm.append((char) seen.field("comm").element(i).number());
        }
        lines.add(program + " comm: " + comm + ", sh");
        add(lines, program + " session", seen.field("session").number(), PID_TYPE_SESSION);
        add(lines, program + " threads", seen.field("threads").number(), 1);
        add(lines, program + " in_iowait", seen.field("in_iowait").number(), 0);
        add(lines, program + " state", seen.field("state").number() & 0xff, 0);
        String uptimes = Files.readString(Path.of("/proc/uptime"));
        long uptime = (long) (Double.parseDouble(uptimes.substring(0, uptimes.indexOf(' '))) * 1e9);
        long start = seen.field("start").number();
        lines.add(program + " started: " + (start > 0 && start <= uptime + 1_000_000_000L) + ", true");
        long cgroup = seen.field("cgroup").number();
        lines.add(program + " cgroup: " + (cgroup > 0) + ", true");
        if (program.equals("executed")) {
            add(lines, program + " namespace", seen.field("namespace").number(), namespace());
        }
    }

    private static long namespace() throws IOException {
        String link = Files.readSymbolicLink(Path.of("/proc/self/ns/pid")).toString();
        return Long.parseLong(link.replaceAll("\\D", ""));
    }

    private static void add(List<String> lines, String name, long seen, long expected) {
        lines.add(name + ": " + seen + ", " + expected);
    }
}
