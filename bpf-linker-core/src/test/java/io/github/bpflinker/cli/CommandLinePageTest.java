package io.github.bpflinker.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code docs/command-line.md} shows what the commands print; after a change, paste their new help there. */
class CommandLinePageTest {

    private static final Path PAGE = Path.of("../docs/command-line.md");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "llvm",
                "inspect",
                "requires",
                "load",
                "map",
                "prog",
                "run",
                "btf-dump",
                "btf-min",
                "core",
                "generate"
            })
    void showsTheHelpOfEachCommand(String command) throws IOException {
        List<String> arguments = Stream.of(command, "--help")
                .filter(argument -> !argument.isEmpty())
                .toList();
        Run help = Run.of(
                new Cli((request, onPhase) -> {
                    throw new AssertionError("no link was asked for");
                }),
                arguments.toArray(String[]::new));

        assertThat(help.exitCode()).isZero();
        assertThat(PAGE).content().contains("```text\n" + help.out().replace("\r\n", "\n") + "```\n");
    }
}
