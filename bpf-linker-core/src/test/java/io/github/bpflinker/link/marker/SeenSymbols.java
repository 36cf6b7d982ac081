package io.github.bpflinker.link.marker;

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
 * Runs {@code symbols.rs} and prints what it got beside what is true, one value a line. Runs in virtual machines; needs nothing
 * but the library and JNA.
 */
public final class SeenSymbols {

    private static final int PACKET = 64;

    /** {@code (none)} as a little-endian number. */
    private static final long NO_NAME = 0x2965_6e6f_6e28L;

    private SeenSymbols() {}

    /**
     * Prints {@code NAME: SEEN, EXPECTED} of each value, on a kernel with all symbols and Debian's configuration.
     *
     * @param arguments the object
     */
    public static void main(String[] arguments) throws IOException {
        List<String> lines = new ArrayList<>();
        try (LoadedObject loaded =
                BpfLoader.of(BpfObject.read(Path.of(arguments[0]))).load()) {
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
        lines.forEach(System.out::println);
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

    private static void add(List<String> lines, String name, long seen, long expected) {
        lines.add(name + ": " + seen + ", " + expected);
    }
}
