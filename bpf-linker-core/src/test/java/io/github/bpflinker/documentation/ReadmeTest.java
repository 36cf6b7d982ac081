package io.github.bpflinker.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.testing.Command;
import io.github.bpflinker.testing.Compiler;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    @TempDir
    private Path folder;

    @Test
    void itsExampleCompilesAndRuns() throws IOException {
        Path example = Files.writeString(folder.resolve("LinkExample.java"), javaExample());
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

    private static String javaExample() throws IOException {
        Matcher block = JAVA_BLOCK.matcher(Files.readString(ROOT.resolve("README.md")));
        assertThat(block.find()).isTrue();
        return block.group(1);
    }
}
