import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Makes the class-data archive of the distribution: links as rustc and as C projects have it linked, loads a program into
 * the kernel and removes it, and has the JVM keep the classes that it loaded for this, ready to be used. Of 490 ms that a
 * link took, 200 went away. Where the kernel refuses the program, as without root, the classes of a load are there as far
 * as it got.
 *
 * <p>The archive is for the JVM that runs this. Another would ignore it and its own archive, too, which costs 80 ms, so
 * the launcher is told whose it is. It is not made by ArchiveClassesAtExit: that leaves out picocli, whose classes are in
 * the format of Java 5, which costs 50 ms.
 *
 * <p>A JVM compares the jars of its class path with those that the archive names. It names them by the descriptor that
 * the launcher opens, so that they are found wherever the distribution was copied to. The JVM compares their times, too,
 * but JDK 17 not with the beginning of 1970 (HotSpot takes a time of 0 for none); for JDK 25, which does, the launcher
 * gives that time to copies.
 *
 * <p>Arguments: the folder of the distribution, a folder for what is in between, and two programs in LLVM IR, to link and
 * to load.
 */
final class ClassDataArchive {

    private static final String TARGET = """
            target datalayout = "e-m:e-p:64:64-i64:64-i128:128-n32:64-S128"
            target triple = "bpfel"
            """;

    private static final String LIBRARY = TARGET + """
            define i64 @twice(i64 %x) {
              %y = shl i64 %x, 1
              ret i64 %y
            }
            """;

    private final Path distribution;
    private final Path work;
    private final Set<String> classes = new LinkedHashSet<>();

    private ClassDataArchive(Path distribution, Path work) {
        this.distribution = distribution;
        this.work = work;
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path archive = Path.of(arguments[0], "lib", "bpf-linker.jsa");
        Path maker = Path.of(archive + ".java");
        Files.deleteIfExists(archive);
        Files.deleteIfExists(maker);
        ClassDataArchive data = new ClassDataArchive(Path.of(arguments[0]), Files.createDirectories(Path.of(arguments[1])));
        data.train(Path.of(arguments[2]));
        data.trainLoading(Path.of(arguments[3]));
        data.dump(archive);
        Files.writeString(maker, java() + "\n" + data.distribution.toRealPath().resolve("lib") + "\n");
    }

    private void train(Path program) throws IOException, InterruptedException {
        Path library = link("library.bc", "-r", "--export", "twice", source("library.ll", LIBRARY));
        Path archive = Files.write(work.resolve("library.a"), archive("twice", Files.readAllBytes(library)));
        Path symbols = Files.writeString(work.resolve("symbols"), "count\ncounts\n_license\ntwice\n");
        Path bitcode = link("program.bc", "-r", program.toString());

        link("as-rustc.o", "--export-symbols", symbols.toString(), bitcode.toString(), archive.toString(),
                "-L", work.toString(), "--cpu", "generic", "-O3", "--debug", "--btf");
        link("as-c.o", "--btf", "-O2", "--time", bitcode.toString());
        link("of-text.o", "--llvm", "embedded", "--btf", program.toString());
        // What looks for other LLVMs, too.
        trainWith("llvm", List.of("llvm"));
    }

    private void trainLoading(Path program) throws IOException, InterruptedException {
        Path object = link("load.o", "--llvm", "embedded", "--btf", program.toString());
        outcome(linker("-XX:DumpLoadedClassList=" + list("load"), List.of("load", object.toString())));
        classes.addAll(Files.readAllLines(list("load")));
    }

    private String source(String name, String content) throws IOException {
        return Files.writeString(work.resolve(name), content).toString();
    }

    /** An ar archive of one member that defines one symbol. */
    private static byte[] archive(String symbol, byte[] member) throws IOException {
        ByteBuffer table = ByteBuffer.allocate(8 + symbol.length() + 1);
        table.putInt(1).putInt(8 + 60 + (table.capacity() + 1) / 2 * 2);
        table.put(symbol.getBytes(StandardCharsets.US_ASCII));

        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes("!<arch>\n".getBytes(StandardCharsets.US_ASCII));
        addMember(file, "/", table.array());
        addMember(file, "library.bc/", member);
        return file.toByteArray();
    }

    private static void addMember(ByteArrayOutputStream file, String name, byte[] content) {
        String header = String.format("%-16s%-12d%-6d%-6d%-8s%-10d`\n", name, 0, 0, 0, "644", content.length);
        file.writeBytes(header.getBytes(StandardCharsets.US_ASCII));
        file.writeBytes(content);
        if (content.length % 2 != 0) {
            file.write('\n');
        }
    }

    private Path link(String output, String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("-o", work.resolve(output).toString()));
        trainWith(output, all);
        return work.resolve(output);
    }

    private void trainWith(String name, List<String> arguments) throws IOException, InterruptedException {
        run(linker("-XX:DumpLoadedClassList=" + list(name), arguments));
        classes.addAll(Files.readAllLines(list(name)));
    }

    private Path list(String name) {
        return work.resolve(name + ".classes");
    }

    private void dump(Path archive) throws IOException, InterruptedException {
        Path list = Files.write(work.resolve("classes"), classes);
        Path lib = archive.getParent();
        String folder = Files.isDirectory(Path.of("/proc/self/fd")) ? "/proc/self/fd/9/" : lib + "/";
        List<String> classPath = new ArrayList<>();
        for (Path jar : jars()) {
            Files.setLastModifiedTime(jar, FileTime.fromMillis(0));
            classPath.add(folder + jar.getFileName());
        }
        // G1 is what can write the heap into the archive.
        run(new ProcessBuilder(
                "sh", "-c", "exec 9<\"$0\"; exec \"$@\"", lib.toString(), java().toString(),
                "-Xshare:dump", "-XX:+UseG1GC", "-XX:SharedClassListFile=" + list, "-XX:SharedArchiveFile=" + archive,
                "-cp", String.join(":", classPath)));
    }

    /** In the order in which the launcher has them on the class path. */
    private List<Path> jars() throws IOException {
        try (Stream<Path> files = Files.list(distribution.resolve("lib"))) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted(Comparator.comparing((Path jar) -> jar.getFileName().toString().startsWith("llvm-"))
                            .thenComparing(jar -> jar.getFileName().toString()))
                    .toList();
        }
    }

    private ProcessBuilder linker(String javaOptions, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(distribution.resolve("bin/bpf-linker").toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("BPF_LINKER_JAVA_OPTS", javaOptions);
        return builder;
    }

    private static void run(ProcessBuilder builder) throws IOException, InterruptedException {
        Outcome outcome = outcome(builder);
        if (outcome.exitCode() != 0) {
            throw new IOException(String.join(" ", builder.command()) + " failed: " + outcome.output());
        }
    }

    private record Outcome(int exitCode, String output) {}

    private static Outcome outcome(ProcessBuilder builder) throws IOException, InterruptedException {
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Outcome(process.waitFor(), output);
    }

    private static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }
}
