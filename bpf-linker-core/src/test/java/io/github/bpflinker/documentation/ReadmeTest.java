package io.github.bpflinker.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Native;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.testing.Command;
import io.github.bpflinker.testing.Compiler;
import io.github.bpflinker.testing.Root;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeTest {

    private static final Path ROOT = Path.of("..");
    private static final Pattern JAVA_BLOCK = Pattern.compile("(?s)```java\n(.*?)```");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");

    private static final String PROGRAM = """
            __attribute__((section("xdp"), used)) int pass(void *context) { return 2; }
            char LICENSE[] __attribute__((section("license"), used)) = "GPL";
            """;

    private static final String PACKETS = """
            struct {
                int (*type)[1];
                int (*max_entries)[16];
                unsigned *key;
                unsigned long *value;
            } flows __attribute__((section(".maps"), used));
            static void *(*map_lookup)(void *map, const void *key) = (void *)1;
            const volatile int limit = 1;
            __attribute__((section("xdp"), used)) int count(void *context) {
                unsigned key = limit;
                return map_lookup(&flows, &key) ? 1 : 2;
            }
            char LICENSE[] __attribute__((section("license"), used)) = "GPL";
            """;

    @TempDir
    private Path folder;

    @Test
    void itsExampleCompilesAndRuns() throws IOException {
        Path example = Files.writeString(folder.resolve("LinkExample.java"), javaExample("LinkExample"));
        Path bitcode = Compiler.embeddedClang(folder, "prog.bc", PROGRAM, "--target=bpf", "-O2", "-g", "-emit-llvm");
        Path object = folder.resolve("prog.o");

        String output = Command.run(
                        folder,
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-cp",
                                System.getProperty("java.class.path"),
                                example.toString(),
                                bitcode.toString(),
                                object.toString()))
                .orFail();

        assertThat(output).contains("linked with LLVM 20.1.7", "function pass in xdp", "data LICENSE in license");
        BpfObject read = BpfObject.read("prog.o", ByteBuffer.wrap(Files.readAllBytes(object)));
        assertThat(read.functions()).extracting(function -> function.name()).containsExactly("pass");
        assertThat(read.btfSize()).isPositive();
    }

    @Test
    void namesTheTestCommandThatTheBuildServerRuns() throws IOException {
        String command = "mvn -B -Ptoolchain verify";

        assertThat(ROOT.resolve("README.md")).content().contains("\n    " + command + "\n");
        assertThat(Files.readAllLines(ROOT.resolve(".ci/run")).stream().map(String::strip))
                .filteredOn(line -> line.startsWith("mvn "))
                .containsExactly(command + " </dev/null");
    }

    @Test
    void itsLinksPointToFiles() throws IOException {
        Matcher links = LINK.matcher(Files.readString(ROOT.resolve("README.md")));
        assertThat(links.results().map(link -> link.group(1)))
                .isNotEmpty()
                .allSatisfy(target -> assertThat(ROOT.resolve(target)).exists());
    }

    /** With nothing on the class path but the library, JNA and the object. */
    @Test
    void itsObjectLoadsFromTheClassPathOfAnApplication() throws IOException {
        Root.require();
        Path resources = folder.resolve("resources");
        Files.createDirectories(resources.resolve("bpf"));
        Path object = Compiler.embeddedClang(folder, "packets.bpf.o", PACKETS, "--target=bpf", "-O2", "-g");
        Files.copy(object, resources.resolve("bpf/packets.bpf.o"));
        Path example = Files.writeString(folder.resolve("LoadExample.java"), javaExample("LoadExample"));
        String java = Path.of(System.getProperty("java.home"), "bin").toString();
        String jars = Stream.of(BpfObject.class, Native.class)
                .map(type -> Path.of(URI.create(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toString()))
                        .toString())
                .collect(Collectors.joining(File.pathSeparator));
        Command.run(folder, List.of(java + "/javac", "-cp", jars, "-d", resources.toString(), example.toString()))
                .orFail();

        String output = Command.run(
                        folder, List.of(java + "/java", "-cp", resources + File.pathSeparator + jars, "LoadExample"))
                .orFail();

        assertThat(output.lines()).containsExactlyInAnyOrder("flows: hash, 1024 entries", ".rodata: array, 1 entries");
    }

    private static String javaExample(String name) throws IOException {
        Matcher block = JAVA_BLOCK.matcher(Files.readString(ROOT.resolve("README.md")));
        return block.results()
                .map(match -> match.group(1))
                .filter(code -> code.contains("class " + name + " "))
                .findFirst()
                .orElseThrow();
    }
}
