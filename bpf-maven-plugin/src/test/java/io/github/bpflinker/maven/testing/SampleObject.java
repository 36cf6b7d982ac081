package io.github.bpflinker.maven.testing;

import io.github.bpflinker.maven.Endianness;
import io.github.bpflinker.maven.process.ToolRun;
import io.github.bpflinker.maven.project.ProjectObjects.Linked;
import io.github.bpflinker.maven.project.Variant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Small objects made by the machine's clang. */
public final class SampleObject {

    private static final Path CLANG = Path.of("/usr/bin/clang-22");

    public static final String GOOD = """
            struct context { unsigned data, end; };
            __attribute__((section("xdp"), used)) int fine(struct context *c) { return 2; }
            char _license[] __attribute__((section("license"), used)) = "GPL";
            """;

    public static final String BAD_PROGRAM = """
            __attribute__((section("xdp"), used)) int broken(struct context *c) {
                char *packet = (char *)(long)c->data;
                return packet[2000];
            }
            """;

    public static final String BAD = "struct context { unsigned data, end; };\n" + BAD_PROGRAM + """
            char _license[] __attribute__((section("license"), used)) = "GPL";
            """;

    /** Its map has flags that no kernel knows. */
    public static final String ODD_MAP = """
            struct {
                int (*type)[1];
                int (*max_entries)[8];
                int (*map_flags)[0x10000000];
                unsigned *key, *value;
            } odd __attribute__((section(".maps"), used));
            static void *(*map_lookup)(void *map, const void *key) = (void *)1;
            __attribute__((section("xdp"), used)) int fine(void *c) {
                unsigned key = 0;
                return map_lookup(&odd, &key) ? 1 : 2;
            }
            char _license[] __attribute__((section("license"), used)) = "GPL";
            """;

    private SampleObject() {}

    public static Linked little(Path file, String name) {
        return new Linked(name, Variant.plain(Endianness.LITTLE), file);
    }

    /** Compiles {@code NAME.bpf.c} in the folder to {@code NAME.bpf.o}, with paths relative to the folder. */
    public static Linked compile(Path folder, String name, String source, String... options) throws IOException {
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

    public static void require(Path tool) {
        if (!Files.exists(tool)) {
            if (Boolean.getBoolean("bpf.toolchain.required")) {
                throw new AssertionError("needs " + tool);
            }
            Assumptions.abort("needs " + tool);
        }
    }
}
