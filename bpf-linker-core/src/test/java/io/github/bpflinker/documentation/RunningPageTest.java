package io.github.bpflinker.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Native;
import io.github.bpflinker.elf.BpfObject;
import io.github.bpflinker.testing.Command;
import io.github.bpflinker.testing.LoadedSource;
import io.github.bpflinker.testing.Root;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/running.md}. */
class RunningPageTest {

    private static final Pattern JAVA_BLOCK = Pattern.compile("(?s)```java\n(.*?)```");

    private static final String PACKETS = """
        struct __sk_buff { u32 len; };
        struct { __uint(type, 27); __uint(max_entries, 4096); } events SEC(".maps");
        struct { __uint(type, 1); __uint(max_entries, 16); __type(key, u32); __type(value, u64); } counts SEC(".maps");
        u64 total;
        SEC("tc") int count(struct __sk_buff *packet) {
            u32 length = packet->len, protocol = 6;
            u64 one = 1;
            bpf_ringbuf_output(&events, &length, sizeof(length), 0);
            bpf_map_update_elem(&counts, &protocol, &one, 0);
            total++;
            return 2;
        }
        """;

    @TempDir
    private Path folder;

    /** With nothing on the class path but the library and JNA. */
    @Test
    void itsExampleCompilesAndRuns() throws IOException {
        Root.require();
        Matcher block = JAVA_BLOCK.matcher(Files.readString(Path.of("../docs/running.md")));
        assertThat(block.find()).isTrue();
        Path example = Files.writeString(folder.resolve("RunExample.java"), block.group(1));
        Path object = LoadedSource.compile(folder, "packets", PACKETS);
        String jars = Stream.of(BpfObject.class, Native.class)
                .map(type -> Path.of(URI.create(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toString()))
                        .toString())
                .collect(Collectors.joining(File.pathSeparator));
        String java = Path.of(System.getProperty("java.home"), "bin").toString();
        Command.run(folder, List.of(java + "/javac", "-cp", jars, "-d", folder.toString(), example.toString()))
                .orFail();

        String output = Command.run(
                        folder,
                        List.of(
                                java + "/java",
                                "-cp",
                                folder + File.pathSeparator + jars,
                                "RunExample",
                                object.toString()))
                .orFail();

        assertThat(output.lines()).containsExactly("returned 2", "length 60", "length 60", "protocol 6: 1", "total 2");
    }
}
