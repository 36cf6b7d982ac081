package org.example;

import io.github.bpflinker.elf.ElfFile;
import io.github.bpflinker.elf.ElfSegment;
import io.github.bpflinker.elf.ElfSymbol;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The functions of a process by their addresses: those of its files, and those that a JVM has compiled. */
final class Symbols {

    private static final Pattern MAPPED = Pattern.compile("(?m)^(\\w+)-(\\w+) r-xp (\\w+) \\S+ \\S+ +(/.+)$");
    private static final Pattern COMPILED = Pattern.compile("(?m)^0x(\\w+) 0x(\\w+) (.+)$");

    private final TreeMap<Long, String> names = new TreeMap<>();

    static Symbols of(long process) throws IOException, InterruptedException {
        Symbols symbols = new Symbols();
        symbols.names.put(Long.MIN_VALUE, "unknown");
        for (MatchResult code : find(MAPPED, "/proc/" + process + "/maps")) {
            Path file = Path.of("/proc/" + process + "/root" + code.group(4));
            symbols.add(number(code, 1), number(code, 2) - number(code, 1), file.getFileName().toString());
            if (Files.exists(file)) {
                symbols.addFile(number(code, 1) - number(code, 3), file);
            }
        }
        if (ProcessHandle.of(process).flatMap(each -> each.info().command()).orElse("").endsWith("/java")) {
            String jcmd = System.getProperty("java.home") + "/bin/jcmd";
            new ProcessBuilder(jcmd, "" + process, "Compiler.perfmap").start().waitFor();
            for (MatchResult code : find(COMPILED, "/tmp/perf-" + process + ".map")) {
                String name = code.group(3).replaceAll("^\\S+ (\\S+)\\(.*", "$1"); // of "double Main.f(int)", Main.f
                symbols.add(number(code, 1), number(code, 2), name);
            }
        }
        return symbols;
    }

    String name(long address) {
        return names.floorEntry(address).getValue();
    }

    private void addFile(long start, Path path) throws IOException {
        ElfFile file = ElfFile.read(path.toString(), ByteBuffer.wrap(Files.readAllBytes(path)));
        for (ElfSegment segment : file.segments()) {
            long moved = start + segment.offset() - segment.address();
            Stream.concat(file.dynamicSymbols().stream(), file.symbols().stream())
                    .filter(symbol -> symbol.type() == ElfSymbol.Type.FUNC && symbol.size() > 0)
                    .filter(symbol -> segment.isExecutable() && segment.holds(symbol.value()))
                    .forEach(symbol -> add(moved + symbol.value(), symbol.size(), symbol.name()));
        }
    }

    /** Behind it, what it is within goes on. */
    private void add(long start, long size, String name) {
        names.putIfAbsent(start + size, name(start));
        names.put(start, name);
    }

    private static List<MatchResult> find(Pattern lines, String file) throws IOException {
        return lines.matcher(Files.readString(Path.of(file))).results().toList();
    }

    private static long number(MatchResult line, int group) {
        return Long.parseLong(line.group(group), 16);
    }
}
