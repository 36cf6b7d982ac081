package io.github.bpflinker.maven.compile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.bpflinker.maven.BuildFailure;
import io.github.bpflinker.maven.Endianness;
import io.github.bpflinker.maven.Reason;
import io.github.bpflinker.maven.c.CSettings;
import io.github.bpflinker.maven.c.SystemHeaderPosition;
import io.github.bpflinker.maven.c.TargetArch;
import io.github.bpflinker.maven.project.Layout;
import io.github.bpflinker.maven.project.ObjectSpec;
import io.github.bpflinker.maven.rust.RustSettings;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ExecutionConflictsTest {

    private static final Path BASE = Path.of("/project");

    private final ExecutionConflicts executions = new ExecutionConflicts();

    private static CompileRequest request(String work, String source, String... defines) {
        Path sources = BASE.resolve("src");
        Layout layout = new Layout(BASE, sources, BASE.resolve(work), BASE.resolve("target/classes"));
        ObjectSpec object = ObjectSpec.of("probe", source, List.of(sources.resolve(source)), Optional.empty());
        return new CompileRequest(
                layout,
                List.of(object),
                List.of(Endianness.LITTLE),
                new CSettings(
                        List.of(),
                        List.of(),
                        SystemHeaderPosition.LAST,
                        List.of(defines),
                        List.of(),
                        TargetArch.ofHost("amd64"),
                        "v3",
                        List.of(BASE)),
                "embedded",
                new RustSettings(
                        Optional.empty(),
                        Optional.empty(),
                        "release",
                        List.of(),
                        List.of(),
                        false,
                        "auto",
                        List.of(BASE),
                        Map.of()),
                List.of(),
                "",
                1);
    }

    @Test
    void refusesTheSameSourceWithOtherSettingsInOneFolder() {
        executions.add("default", request("work", "probe.bpf.c"));

        BuildFailure failure = catchThrowableOfType(
                BuildFailure.class, () -> executions.add("debug", request("work", "probe.bpf.c", "DEBUG")));

        assertThat(failure.reason()).isInstanceOf(Reason.CompiledTwice.class);
        assertThat(failure)
                .hasMessageStartingWith("object 'probe' is compiled by the executions 'default' and 'debug'");
    }

    @Test
    void acceptsWhatDoesNotMeet() {
        executions.add("default", request("work", "probe.bpf.c"));
        assertThatCode(() -> {
                    executions.add("again", request("work", "probe.bpf.c"));
                    executions.add("elsewhere", request("other", "probe.bpf.c", "DEBUG"));
                    executions.add("test", request("work", "test.bpf.c", "DEBUG"));
                })
                .doesNotThrowAnyException();
    }
}
