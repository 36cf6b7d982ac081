package io.github.bpflinker.maven.operation;

import io.github.bpflinker.maven.Endianness;
import io.github.bpflinker.maven.operation.ProjectObjects.Linked;
import io.github.bpflinker.maven.process.ToolRun;
import io.github.bpflinker.maven.project.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Small objects made by the machine's clang. */
final class SampleObject {

    private static final Path CLANG = Path.of("/usr/bin/clang-22");

    static final String GOOD = """
            struct context { unsigned data, end; };
            __attribute__((section("xdp"), used)) int fine(struct context *c) { return 2; }
            char _license[] __attribute__((section("license"), used)) = "GPL";
            """;

    static final String BAD = """
            struct context { unsigned data, end; };
            __attribute__((section("xdp"), used)) int broken(struct context *c) {
                char *packet = (char *)(long)c->data;
                return packet[2000];
            }
            char _license[] __attribute__((section("license"), used)) = "GPL";
            """;

    private SampleObject() {}

    static Linked little(Path file, String name) {
        return new Linked(name, Variant.plain(Endianness.LITTLE), file);
    }

    /** Compiles {@code NAME.bpf.c} in the folder to {@code NAME.bpf.o}, with paths relative to the folder. */
    static Linked compile(Path folder, String name, String source, String... options) throws IOException {
        require(CLANG);
        Files.writeString(folder.resolve(name + ".bpf.c"), source);
        List<String> command = new ArrayList<>(List.of(CLANG.toString(), "--target=bpf", "-O2"));
        command.addAll(List.of(options));
        command.addAll(List.of("-c", name + ".bpf.c", "-o", name + ".bpf.o"));
        ToolRun.Outcome outcome = ToolRun.collect(new ProcessBuilder(command).directory(folder.toFile()));
        if (!outcome.succeeded()) {
            throw new AssertionError(String.join("\n", outcome.lines()));
        }
        return little(folder.resolve(name + ".bpf.o"), name);
    }

    static void require(Path tool) {
        if (!Files.exists(tool)) {
            if (Boolean.getBoolean("bpf.toolchain.required")) {
                throw new AssertionError("needs " + tool);
            }
            Assumptions.abort("needs " + tool);
        }
    }
}
