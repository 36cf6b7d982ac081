package io.github.bpflinker.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ToolTest {

    /** A line such as {@code /usr/bin/clang-22 clang-22}. */
    private static final Pattern LINE = Pattern.compile("/\\S+ [a-z0-9-]+");

    private static final Path SCRIPT = Path.of("../.ci/toolchain.sh");

    @Test
    void toolchainScriptLooksForTheSameFiles() throws IOException {
        assertThat(scriptLines().stream().map(line -> line.substring(0, line.indexOf(' '))))
                .containsExactlyInAnyOrderElementsOf(
                        toolsOfPackages().flatMap(tool -> tool.files().stream()).toList());
    }

    @Test
    void toolchainScriptInstallsTheSamePackages() throws IOException {
        assertThat(new TreeSet<>(scriptLines().stream()
                        .map(line -> line.substring(line.indexOf(' ') + 1))
                        .toList()))
                .containsExactlyInAnyOrderElementsOf(toolsOfPackages()
                        .flatMap(tool -> Stream.of(tool.packageName().split(" and ")))
                        .toList());
    }

    private static Stream<Tool> toolsOfPackages() {
        return Stream.of(Tool.values()).filter(tool -> tool != Tool.KERNEL_BTF);
    }

    private static List<String> scriptLines() throws IOException {
        return Files.readAllLines(SCRIPT).stream()
                .filter(line -> LINE.matcher(line).matches())
                .toList();
    }
}
